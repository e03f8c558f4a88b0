import GRDB
import TamgaStore

extension ChangeWriter {
    /// All parts or none: whatever one throws, those before it are taken back, with the numbers they took.
    func together(_ parts: [StoreChange]) throws -> AppliedChange {
        try StoreLimits.check(parts: parts)
        var applied: [AppliedChange] = []
        try db.inSavepoint {
            for part in parts { applied.append(try apply(part)) }
            return .commit
        }
        guard let whole = AppliedChange(parts: applied) else {
            throw StoreError(.invalid, "a change of no parts")
        }
        return whole
    }
}
