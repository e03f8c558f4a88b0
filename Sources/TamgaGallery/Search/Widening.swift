import TamgaMatcher

/// First within the usual rotation, then, where that decided nothing and more is allowed, within all of it.
enum Widening {
    static func look<Result>(
        upTo maximum: Rotation, decision: Float, _ look: (Rotation) -> (best: Float, result: Result)
    ) -> (result: Result, rotation: Rotation) {
        let narrow = maximum.steps < Rotation.usual.steps ? maximum : .usual
        let first = look(narrow)
        guard first.best < decision, maximum.steps > narrow.steps else { return (first.result, narrow) }
        return (look(maximum).result, maximum)
    }
}
