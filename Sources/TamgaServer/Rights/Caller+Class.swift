import TamgaRegistry
package import TamgaWire

/// Which classes a station's requests may be of: the table of the specification.
///
/// Nobody is served before the border who does not stand there: a station that could say "border" of its nightly
/// deduplication would make people wait.
extension Role {
    package var requestClasses: Set<RequestClass> {
        switch self {
        case .border: [.border, .bulk]
        case .enrolment, .supervisor, .auditor: [.enrolment, .bulk]
        case .loadTest, .administrator: [.border, .enrolment, .bulk]
        }
    }
}

extension Caller {
    /// The class of a request: the one it states or, where it states none, that of the work it is.
    ///
    /// - Throws: ``WireError`` of code `denied` for a class that none of the station's roles has.
    func requestClass(_ stated: RequestClass?, of kind: MessageKind) throws(WireError) -> RequestClass {
        let allowed = roles.reduce(into: Set()) { $0.formUnion($1.requestClasses) }
        guard let stated else {
            let usual = kind.usualClass
            // A station that is not at the border looks up while it enrols, and the other way round.
            return allowed.contains(usual) ? usual : usual == .border ? .enrolment : .border
        }
        guard allowed.contains(stated) else {
            let names = RequestClass.allCases.filter(allowed.contains).map { "\($0)" }.joined(separator: ", ")
            throw WireError(
                .denied, field: "class", limit: names,
                message: "this station (\(agency.rawValue), \(identity.roleText)) has no requests of class \(stated)")
        }
        return stated
    }
}

extension MessageKind {
    /// The class of the work that a request is.
    package var usualClass: RequestClass { isChange ? .enrolment : .border }
}
