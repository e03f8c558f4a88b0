/// Numbers as the command line lists them: `1,2`, `2-8`, `1,3-5`.
package struct NumberSet: Hashable, Sendable {
    private let ranges: [ClosedRange<Int>]

    /// - Throws: ``CommandError`` of status `usage` naming the option.
    package init(_ text: String, option: String) throws(CommandError) {
        var ranges: [ClosedRange<Int>] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let ends = part.split(separator: "-", omittingEmptySubsequences: false).map(Self.number)
            guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1], first <= last
            else {
                throw .usage("\(text) is not a list of numbers", field: option, limit: "such as 1,2 or 2-8")
            }
            ranges.append(first...last)
        }
        self.ranges = ranges
    }

    package func contains(_ number: Int) -> Bool {
        ranges.contains { $0.contains(number) }
    }

    /// Digits only: no sign, no space.
    static func number(_ text: Substring) -> Int? {
        text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ? Int(text) : nil
    }
}
