import TamgaCrashPoints
import TamgaHarness

/// How one life of the server ends: derived from the seed and the round's number alone.
struct RoundPlan: Sendable {
    enum Ending: Sendable {
        /// `kill -9` from outside, so many milliseconds after the stations have begun.
        case kill(after: Int)
        /// The process ends itself where it reaches a crash point for the N-th time.
        case point(CrashPoint, times: Int)
    }

    /// What else is done to the server meanwhile.
    enum Stir: Equatable, Sendable {
        case nothing
        /// A new master key is made, and the server told.
        case newKey
        /// The server is asked to end in order: what it does then is interrupted.
        case stop
    }

    let round: Int
    let ending: Ending
    let stir: Stir

    /// Points that a server under load can reach; the others are of other programs or of a store's making.
    static let points: [CrashPoint] = CrashPoint.allCases.filter { stir(for: $0) != nil }

    /// Every second round ends at one of the points, in turn; the others at a random moment.
    init(seed: UInt64, round: Int, points: [CrashPoint] = Self.points) {
        var random = Dice(seed: seed, stream: UInt64(round))
        self.round = round
        guard round % 2 == 1, !points.isEmpty else {
            ending = .kill(after: random.next(in: 20...700))
            stir = random.next(in: 1...8) == 1 ? .newKey : .nothing
            return
        }
        let point = points[round / 2 % points.count]
        stir = Self.stir(for: point) ?? .nothing
        ending = .point(point, times: stir == .nothing ? random.next(in: 1...20) : 1)
    }

    /// What makes a server reach a point; nil where nothing does.
    private static func stir(for point: CrashPoint) -> Stir? {
        switch point {
        case .changesTaken, .changesWritten, .changesCommitted, .changesMirrored, .someAnswered, .logEmptied: .nothing
        case .keysRotated: .newKey
        case .segmentWritten, .segmentNamed, .segmentRemoved, .segmentCompacted: .stop
        default: nil
        }
    }

    /// What the server's process finds in its environment.
    var environment: [String: String] {
        guard case .point(let point, let times) = ending else { return [:] }
        return ["TAMGA_CRASH_POINT": "\(point.rawValue):\(times)"]
    }

    /// Milliseconds the stations work at most.
    var longest: Int {
        switch (ending, stir) {
        case (.kill(let after), _): after
        case (.point, .stop): 300
        case (.point, _): 8_000
        }
    }
}
