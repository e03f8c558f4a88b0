import TamgaMatcher

/// First within the usual rotation, then, where that decided nothing and more is allowed, within all of it.
enum Widening {
    static func look(upTo maximum: Rotation, decision: Float, _ look: (Rotation) -> PersonMatch) -> PersonMatch {
        let narrow = maximum.steps < Rotation.usual.steps ? maximum : .usual
        let first = look(narrow)
        guard first.score < decision, maximum.steps > narrow.steps else { return first }
        return look(maximum)
    }
}
