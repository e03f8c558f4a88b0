package import TamgaTemplates

/// One minutia of a finger as nature made it, in the finger's own frame.
package struct MasterMinutia: Hashable, Sendable {
    package var position: Vector
    /// Unit vector along the ridge that ends here.
    package var direction: Vector
    package var kind: MinutiaKind
    /// 0 to 1: how plainly it shows; faint ones are missed more often and rated lower, in every impression.
    package var clarity: Double
}
