import TamgaGallery
import TamgaMatcher
import TamgaStore
import TamgaTemplates

/// From a request's records to views that can be compared; the same for enrolments, probes and stored records.
enum FingerIntake {
    /// Reads every view of every record, in order.
    ///
    /// - Parameter limit: views of all records together.
    /// - Throws: `.limitExceeded`, `.unsupportedFormat`, `.badTemplate` or `.positionMismatch`, naming the record.
    static func read(
        _ fingers: [FingerSubmission], atMost limit: Int
    ) throws(IdentificationError) -> [FingerView] {
        try check(fingers.count, "fingers", within: 1...IdentificationLimits.fingersPerRequest)
        for (index, finger) in fingers.enumerated() {
            try check(
                finger.record.count, FingerView.field(index), within: 1...IdentificationLimits.recordBytes,
                unit: " bytes")
        }
        var views: [FingerView] = []
        for (index, finger) in fingers.enumerated() {
            views += try read(finger, index)
        }
        try check(views.count, "fingers", within: 1...limit, unit: " views")
        return views
    }

    /// Describes every view, in parallel, on the crew's threads.
    ///
    /// - Throws: `.templateTooPoor` for the first with too few minutiae.
    static func describe(
        _ views: [FingerView], _ crew: Crew, _ urgency: Urgency
    ) async throws(IdentificationError) -> [DescribedView] {
        let described = await crew.map(views.count, urgency) { _, index in
            DescribedView(view: views[index], descriptor: FingerDescriptor(views[index].template))
        }
        let least = IdentificationLimits.describedMinutiae
        if let poor = described.first(where: { $0.descriptor.count < least }) {
            throw IdentificationError(
                .templateTooPoor, field: FingerView.field(poor.view.submission),
                "\(poor.view.prefix)\(poor.descriptor.count) usable minutiae", limit: "at least \(least)")
        }
        return described
    }

    /// Reads one record without asking for its size.
    static func read(_ finger: FingerSubmission, _ submission: Int) throws(IdentificationError) -> [FingerView] {
        let field = FingerView.field(submission)
        guard let format = TemplateFormat(rawValue: finger.format) else {
            throw IdentificationError(
                .unsupportedFormat, field: field, "format \(finger.format)",
                limit: TemplateFormat.allCases.map { "\($0.rawValue) (\($0.title))" }.joined(separator: ", "))
        }
        let templates: [FingerTemplate]
        do { templates = try format.decode(finger.record).templates() } catch {
            throw IdentificationError(
                .badTemplate, field: field,
                "\(error.code.rawValue): \(error.field) at byte \(error.offset) is \(error.value)",
                limit: error.limit)
        }
        var views: [FingerView] = []
        for (index, template) in templates.enumerated() {
            let position = try settle(finger.position, template.position, field, view: index)
            views.append(
                FingerView(
                    submission: submission, view: index, views: templates.count, position: position,
                    template: template))
        }
        return views
    }

    /// What the station says holds, unless the record names another finger.
    private static func settle(
        _ stated: FingerPosition?, _ recorded: FingerPosition, _ field: String, view: Int
    ) throws(IdentificationError) -> FingerPosition {
        guard let stated else { return recorded }
        guard stated == .unknown || recorded == .unknown || stated == recorded else {
            throw IdentificationError(
                .positionMismatch, field: field,
                "\(stated) stated, \(recorded) in view \(view + 1) of the record",
                limit: "\(recorded), unknown or none")
        }
        return stated
    }

    static func check(
        _ value: Int, _ field: String, within range: ClosedRange<Int>, unit: String = ""
    ) throws(IdentificationError) {
        guard range.contains(value) else {
            throw IdentificationError(
                .limitExceeded, field: field, "\(value)\(unit)",
                limit: "\(range.lowerBound) to \(range.upperBound)\(unit)")
        }
    }
}
