package import TamgaWire

/// What the command line may say of a search or a verification; nil leaves it to the server.
package struct SearchOptions: Hashable, Sendable {
    package var maximumCandidates: UInt16?
    /// 1/256 turn, either way.
    package var maximumRotation: UInt8?
    /// Parts per 10^9.
    package var targetFPIR: UInt32?
    /// A code of `WirePositions`.
    package var positions: UInt8?

    /// - Throws: ``CommandError`` of status `usage` naming the option.
    package init(
        maximumCandidates: UInt16? = nil, maximumRotation: String? = nil, fpir: String? = nil, positions: String? = nil
    ) throws(CommandError) {
        self.maximumCandidates = maximumCandidates
        if let maximumRotation { self.maximumRotation = try Self.steps(maximumRotation) }
        if let fpir { targetFPIR = try Self.partsPerBillion(fpir) }
        if let positions { self.positions = try Self.policy(positions) }
    }

    func identify(_ fingers: [FingerRecord]) -> Identify {
        Identify(
            fingers: fingers, maximumCandidates: maximumCandidates, maximumRotation: maximumRotation,
            targetFPIR: targetFPIR, positions: positions)
    }

    func verify(_ person: String, _ fingers: [FingerRecord]) -> Verify {
        Verify(person: person, fingers: fingers, maximumRotation: maximumRotation, positions: positions)
    }

    /// Nobody reaching a threshold that was asked for is a status of its own; without one a list is an answer.
    package func status(of answer: Identified) -> CommandStatus {
        targetFPIR != nil && answer.hits == 0 ? .noHit : .done
    }

    /// A rate such as `1e-3` or `0.001`.
    private static func partsPerBillion(_ text: String) throws(CommandError) -> UInt32 {
        let limit = "1e-9 to 0.999999999"
        guard let share = Double(text), !share.isNaN else {
            throw .usage("\(text) is not a number", field: "--fpir", limit: limit)
        }
        let parts = (share * 1e9).rounded()
        // What rounds to a part is not yet one.
        guard share >= 1e-9, share < 1, WireLimits.targetFPIR.contains(Int(parts)) else {
            throw .usage("\(text) is out of range", field: "--fpir", limit: limit)
        }
        return UInt32(parts)
    }

    /// Degrees in 1/256 turns, rounded up: what was asked for is looked at.
    private static func steps(_ text: String) throws(CommandError) -> UInt8 {
        guard let degrees = Double(text), (0...180).contains(degrees) else {
            throw .usage("\(text) is not a rotation", field: "--max-rotation", limit: "0 to 180 degrees")
        }
        return UInt8((degrees * 256 / 360).rounded(.up))
    }

    private static func policy(_ text: String) throws(CommandError) -> UInt8 {
        switch text {
        case "strict": return WirePositions.asLabelled
        case "swaps": return WirePositions.lookForSwaps
        default: throw .usage("\(text) is neither", field: "--positions", limit: "strict or swaps")
        }
    }
}
