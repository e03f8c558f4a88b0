import Foundation

/// A bar on standard error, when that is a terminal; silent otherwise.
struct ProgressBar {
    private let total: Int
    private let isShown: Bool
    private var done = 0
    private var shownCells = -1

    private static let cells = 40

    init(total: Int) {
        self.total = total
        isShown = isatty(STDERR_FILENO) == 1 && total > 0
    }

    mutating func advance() {
        done += 1
        guard isShown else { return }
        let cells = done * Self.cells / total
        guard cells != shownCells || done % 100 == 0 else { return }
        shownCells = cells
        let bar = String(repeating: "=", count: cells) + String(repeating: " ", count: Self.cells - cells)
        write("\r[\(bar)] \(done) of \(total) persons")
    }

    func finish() {
        if isShown { write("\n") }
    }

    private func write(_ text: String) {
        FileHandle.standardError.write(Data(text.utf8))
    }
}
