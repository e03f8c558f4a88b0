/// Pairs of fingers that a database holds to be different and that are not, or not surely: their non-mated
/// comparisons are left out.
package struct KnownExceptions: Sendable {
    private struct Side: Hashable, Sendable {
        /// Part of the database's name; empty for any.
        var database: Substring
        var finger: Substring

        func fits(_ database: String, _ finger: String) -> Bool {
            self.finger == finger && (self.database.isEmpty || database.contains(self.database))
        }
    }

    private var pairs: [(Side, Side)]
    /// Databases, by part of their names, that show the same fingers under the same numbers.
    private var shared: [(Substring, Substring)] = []

    /// The exceptions of the FVC sets: DB3_B of 2002 and of 2004 almost certainly show one finger as 108 and as 102;
    /// within DB3_B of 2002 the pair 102 and 108 is left out too. DB1_B and DB2_B of 2000 show the same fingers,
    /// uareu and crossmatch the same persons: that matters where one gallery holds both.
    package static let known = KnownExceptions(pairs: [
        (Side(database: "fvc2002_db3", finger: "102"), Side(database: "fvc2002_db3", finger: "108")),
        (Side(database: "fvc2004_db3", finger: "102"), Side(database: "fvc2002_db3", finger: "108")),
    ], shared: [("fvc2000_db1", "fvc2000_db2"), ("neurotechnology_uareu", "neurotechnology_crossmatch")])

    private init(pairs: [(Side, Side)], shared: [(Substring, Substring)]) {
        (self.pairs, self.shared) = (pairs, shared)
    }

    /// No exceptions.
    package init() {
        pairs = []
    }

    /// Adds pairs from a text: two fingers a line (`101 107`, or `fvc2002_db3/102 fvc2002_db3/108`, where what
    /// stands before the slash is part of the database's name); `#` begins a comment.
    ///
    /// - Throws: ``ExceptionsError`` with the number of the line.
    package mutating func add(_ text: String) throws(ExceptionsError) {
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let words = line.prefix { $0 != "#" }.split { $0.isWhitespace }
            if words.isEmpty { continue }
            guard words.count == 2 else { throw ExceptionsError(line: index + 1) }
            pairs.append((Self.side(words[0]), Self.side(words[1])))
        }
    }

    private static func side(_ word: Substring) -> Side {
        guard let slash = word.lastIndex(of: "/") else { return Side(database: "", finger: word) }
        return Side(database: word[..<slash], finger: word[word.index(after: slash)...])
    }

    /// Whether a finger of one database against a finger of another (or the same) is to be left out.
    package func contains(_ one: (database: String, finger: String), _ other: (database: String, finger: String))
        -> Bool
    {
        let isShared = one.finger == other.finger && shared.contains { first, second in
            one.database.contains(first) && other.database.contains(second)
                || one.database.contains(second) && other.database.contains(first)
        }
        return isShared || pairs.contains { first, second in
            first.fits(one.database, one.finger) && second.fits(other.database, other.finger)
                || first.fits(other.database, other.finger) && second.fits(one.database, one.finger)
        }
    }
}

/// A line of a file of exceptions that does not name two fingers.
package struct ExceptionsError: Error, Hashable, Sendable, CustomStringConvertible {
    package var line: Int

    package init(line: Int) {
        self.line = line
    }

    package var description: String { "line \(line): two fingers are needed, such as `101 107`" }
}
