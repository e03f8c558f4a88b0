import TamgaRegistry

// The codes of the canonical form. They stand in certificates that people hold: none ever changes its meaning.

/// A value with a code of one byte.
protocol ContentCoded: CaseIterable {
    var contentCode: UInt8 { get }
}

extension ContentCoded {
    init?(contentCode: UInt8) {
        guard let value = Self.allCases.first(where: { $0.contentCode == contentCode }) else { return nil }
        self = value
    }
}

extension Agency: ContentCoded {
    var contentCode: UInt8 {
        switch self {
        case .interior: 1
        case .foreignAffairs: 2
        case .nationalSecurity: 3
        case .transport: 4
        }
    }
}

extension RegistrationGround: ContentCoded {
    var contentCode: UInt8 {
        switch self {
        case .seafarerDocument: 1
        case .residence: 2
        case .identityDocument: 3
        case .asylum: 4
        case .removal: 5
        case .visa: 6
        case .voluntary: 7
        }
    }
}

extension MissingReason: ContentCoded {
    var contentCode: UInt8 {
        switch self {
        case .missing: 1
        case .bandaged: 2
        case .amputated: 3
        case .damaged: 4
        }
    }
}
