import TamgaGallery
import TamgaMatcher
import TamgaTemplates

/// The fingers of a request to search or verify, as the gallery wants them.
///
/// All views of one named finger are views of that finger, whatever records they came in. A record whose position is
/// unknown is one finger: were its views taken for different fingers, one finger could count several times.
struct Probe: Sendable {
    private enum Key: Hashable {
        case named(FingerPosition)
        case unknown(submission: Int)
    }

    let fingers: [ProbeFinger]
    /// For each finger the first record that shows it.
    private let submissions: [Int]

    init(
        _ request: [FingerSubmission], _ crew: Crew, _ urgency: Urgency
    ) async throws(IdentificationError) {
        let described = try await FingerIntake.describe(
            FingerIntake.read(request, atMost: IdentificationLimits.viewsPerProbe), crew, urgency)
        var order: [Key: Int] = [:]
        var groups: [(position: FingerPosition, submission: Int, views: [FingerDescriptor])] = []
        for item in described {
            let (position, submission) = (item.view.position, item.view.submission)
            let key = position == .unknown ? Key.unknown(submission: submission) : .named(position)
            if let index = order[key] {
                groups[index].views.append(item.descriptor)
            } else {
                order[key] = groups.count
                groups.append((position, submission, [item.descriptor]))
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
