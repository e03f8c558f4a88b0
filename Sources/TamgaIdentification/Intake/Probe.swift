import TamgaGallery
import TamgaMatcher
import TamgaTemplates

/// The fingers and palms of a request to search or verify, as the gallery wants them.
///
/// All views of one named finger are views of that finger, whatever records they came in. A record whose position is
/// unknown is one finger: were its views taken for different fingers, one finger could count several times.
struct Probe: Sendable {
    private enum Key: Hashable {
        case named(FingerPosition)
        case unknown(FingerPosition, submission: Int)
    }

    let fingers: [ProbeFinger]
    let warnings: [TemplateWarning]
    /// For each finger the first record that shows it.
    private let submissions: [Int]

    init(
        _ request: [FingerSubmission], _ quality: QualityPolicy, _ crew: Crew, _ urgency: Urgency
    ) async throws(IdentificationError) {
        let views = try FingerIntake.read(
            request, atMost: IdentificationLimits.viewsPerProbe, palms: IdentificationLimits.palmViewsPerProbe)
        let warnings = try FingerIntake.warnings(views, quality)
        let described = try await FingerIntake.describe(
            views, atMost: IdentificationLimits.templatesPerProbe, crew, urgency)
        self.init(described, warnings)
    }

    /// From views that were described already.
    init(_ described: [DescribedView], _ warnings: [TemplateWarning]) {
        self.warnings = warnings
        var order: [Key: Int] = [:]
        var groups: [(position: FingerPosition, submission: Int, views: [FingerDescriptor])] = []
        for item in described {
            let (position, submission) = (item.view.position, item.view.submission)
            let key = position.isNamed ? Key.named(position) : .unknown(position, submission: submission)
            if let index = order[key] {
                groups[index].views += item.descriptors
            } else {
                order[key] = groups.count
                groups.append((position, submission, item.descriptors))
            }
        }
        fingers = groups.map { ProbeFinger(position: $0.position, views: $0.views) }
        submissions = groups.map(\.submission)
    }

    /// The pairs of an answer in terms of the request.
    func comparisons(_ matches: [FingerMatch]) -> [FingerComparison] {
        matches.map {
            FingerComparison(
                submission: submissions[$0.probe], position: $0.position, referencePosition: $0.referencePosition,
                score: $0.score)
        }
    }
}
