import TamgaGallery
import TamgaMatcher
import TamgaStore
import TamgaTemplates

/// From a request's records to views that can be compared; the same for enrolments, probes and stored records.
enum FingerIntake {
    /// Reads every view of every record, in order.
    ///
    /// - Parameters:
    ///   - limit: views of all records together.
    ///   - palms: views of palms among them.
    /// - Throws: `.limitExceeded`, `.unsupportedFormat`, `.badTemplate` or `.positionMismatch`, naming the record.
    static func read(
        _ fingers: [FingerSubmission], atMost limit: Int, palms: Int
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
        try check(views.count { $0.position.isPalm }, "fingers", within: 0...palms, unit: " views of palms")
        return views
    }

    /// What is wrong with the views, by the policy.
    ///
    /// - Throws: `.templateTooPoor` for the first flaw where flaws are refused.
    static func warnings(
        _ views: [FingerView], _ policy: QualityPolicy
    ) throws(IdentificationError) -> [TemplateWarning] {
        var warnings: [TemplateWarning] = []
        for view in views {
            for flaw in view.flaws {
                guard policy == .flag else {
                    throw IdentificationError(
                        .templateTooPoor, field: FingerView.field(view.submission),
                        "\(view.prefix)\(flaw.kind.rawValue): \(flaw.value)", limit: flaw.limit)
                }
                warnings.append(TemplateWarning(submission: view.submission, view: view.view, flaw: flaw))
            }
        }
        return warnings
    }

    /// Describes every view, in parallel, on the crew's threads.
    ///
    /// - Parameter limit: templates of all views together, tiles of palms counted.
    /// - Throws: `.templateTooPoor` for the first with too few minutiae, `.limitExceeded`.
    static func describe(
        _ views: [FingerView], atMost limit: Int, _ crew: Crew, _ urgency: Urgency
    ) async throws(IdentificationError) -> [DescribedView] {
        let described = await crew.map(views.count, urgency) { _, index in
            DescribedView(views[index])
        }
        let least = IdentificationLimits.describedMinutiae
        if let poor = described.first(where: { $0.described < least }) {
            throw IdentificationError(
                .templateTooPoor, field: FingerView.field(poor.view.submission),
                "\(poor.view.prefix)\(poor.described) usable minutiae", limit: "at least \(least)")
        }
        let templates = described.reduce(0) { $0 + $1.descriptors.count }
        try check(templates, "fingers", within: 1...limit, unit: " templates")
        return described
    }

    /// Reads one record without asking for its size.
    static func read(_ finger: FingerSubmission, _ submission: Int) throws(IdentificationError) -> [FingerView] {
        let field = FingerView.field(submission)
        guard let format = TemplateFormat(rawValue: finger.format) else {
            throw IdentificationError(
                .unsupportedFormat, field: field, "format \(finger.format)",
                limit: TemplateFormat.allCases.map { "\($0.rawValue)" }.joined(separator: ", "))
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

    /// What the station says holds, unless the record names another finger. A record that says 0 may be of a palm: the
    /// table of its format may end with the fingers. One of an unnamed palm is of no finger.
    private static func settle(
        _ stated: FingerPosition?, _ recorded: FingerPosition, _ field: String, view: Int
    ) throws(IdentificationError) -> FingerPosition {
        guard let stated else { return recorded }
        if stated == .unknown, recorded.isPalm { return .unknownPalm }
        guard recorded == .unknown || stated.mayEqual(recorded) else {
            throw IdentificationError(
                .positionMismatch, field: field,
                "\(stated) stated, \(recorded) in view \(view + 1) of the record",
                limit: recorded.isNamed ? "\(recorded), \(recorded.unnamed) or none" : "a palm, or none")
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
