import Foundation

/// The shares of the classes among all arrivals; they sum to 1.
package struct Mix: Sendable, Hashable, CustomStringConvertible {
    package let shares: [LoadClass: Double]

    /// 80 % border lookups, 10 % verifications, 5 % enrolments and 5 % bulk: a border by day.
    package static let usual = Mix(weights: [.border: 80, .verification: 10, .enrolment: 5, .bulk: 5])

    private init(weights: [LoadClass: Double]) {
        let total = weights.values.reduce(0, +)
        shares = weights.filter { $0.value > 0 }.mapValues { $0 / total }
    }

    /// Reads `border=80,enrolment=5,bulk=5,verification=10`: weights, of which each class gets its share.
    ///
    /// - Throws: ``LoadError`` for a class that does not arrive, one named twice, or weights that give no shares.
    package init(parsing text: String) throws(LoadError) {
        var weights: [LoadClass: Double] = [:]
        for part in text.split(separator: ",") {
            let pair = part.split(separator: "=", omittingEmptySubsequences: false)
            guard pair.count == 2, let weight = Double(pair[1]), weight.isFinite, (0...1e6).contains(weight) else {
                throw LoadError("mix", "'\(part)' is not CLASS=WEIGHT", limit: "weights of 0 to 1000000")
            }
            guard let kind = LoadClass(rawValue: String(pair[0])), LoadClass.arriving.contains(kind) else {
                throw LoadError(
                    "mix", "'\(pair[0])' is no class",
                    limit: LoadClass.arriving.map(\.rawValue).joined(separator: ", "))
            }
            guard weights.updateValue(weight, forKey: kind) == nil else {
                throw LoadError("mix", "'\(pair[0])' is named twice")
            }
        }
        guard weights.values.contains(where: { $0 > 0 }) else {
            throw LoadError("mix", "no class has a weight above 0")
        }
        self.init(weights: weights)
    }

    /// The share of a class, 0 for one that is not there.
    package func share(of kind: LoadClass) -> Double { shares[kind] ?? 0 }

    /// The classes that are there, in their order.
    package var classes: [LoadClass] { shares.keys.sorted() }

    /// A class, by the shares.
    package func draw(using random: inout some RandomNumberGenerator) -> LoadClass {
        var rest = Double.random(in: 0..<1, using: &random)
        for kind in classes {
            rest -= share(of: kind)
            if rest < 0 { return kind }
        }
        // Only where the shares sum to a little less than 1.
        return classes[classes.count - 1]
    }

    package var description: String {
        classes.map { String(format: "%@ %.4g %%", $0.rawValue, share(of: $0) * 100) }.joined(separator: ", ")
    }
}
