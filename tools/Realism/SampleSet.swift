package import TamgaMatcher
package import TamgaTemplates

/// One impression of one finger, real or synthetic, described for the matcher.
package struct RealismSample: Sendable {
    /// Names the finger within its set.
    package let finger: String
    package let template: FingerTemplate
    package let descriptor: FingerDescriptor

    package init(finger: String, template: FingerTemplate) {
        self.finger = finger
        self.template = template
        descriptor = FingerDescriptor(template)
    }
}

/// Impressions of one sensor and one extractor: pairs are made within a set only.
package struct SampleSet: Sendable {
    package let name: String
    package let samples: [RealismSample]

    package init(name: String, samples: [RealismSample]) {
        self.name = name
        self.samples = samples
    }

    /// The fingers in order of their first sample.
    package var fingers: [String] {
        var seen: Set<String> = []
        return samples.map(\.finger).filter { seen.insert($0).inserted }
    }
}
