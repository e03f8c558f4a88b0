package import TamgaMatcher
package import TamgaTemplates

/// One impression of one finger of a set: the template and what the matcher keeps of it.
package struct Sample: Sendable {
    package let name: SampleName
    package let template: FingerTemplate
    package let descriptor: FingerDescriptor

    package init(name: SampleName, template: FingerTemplate) {
        self.name = name
        self.template = template
        descriptor = FingerDescriptor(template)
    }

    /// The finger within its set: samples of equal `finger` are mated.
    package var finger: String { name.finger }
    package var impression: Int { name.impression }

    /// The same impression, turned; see ``FingerTemplate/turned(byDegrees:)``.
    package func turned(byDegrees degrees: Double) -> Sample {
        degrees == 0 ? self : Sample(name: name, template: template.turned(byDegrees: degrees))
    }
}
