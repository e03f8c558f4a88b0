/// A rate at which another is stated, such as the FMR of 1e-3.
package struct Decade: Hashable, Sendable {
    /// As it is written: `1e-3`.
    package let name: String
    /// Its reciprocal, so that "at most this share of n" is whole arithmetic: 1000.
    package let oneIn: Double

    package var value: Double { 1 / oneIn }

    package static let tenth = Decade(name: "1e-1", oneIn: 10)
    package static let hundredth = Decade(name: "1e-2", oneIn: 100)
    package static let thousandth = Decade(name: "1e-3", oneIn: 1_000)
    package static let tenThousandth = Decade(name: "1e-4", oneIn: 10_000)

    /// The false match rates at which FNMR is stated.
    package static let falseMatch = [hundredth, thousandth, tenThousandth]
    /// The false positive identification rates at which FNIR is stated.
    package static let falsePositive = [tenth, hundredth, thousandth]
}
