/// Where a row of the law's tables comes from, and how far that was checked.
public struct Citation: Hashable, Sendable {
    public let act: Act
    /// Nil where the source does not say.
    public let provision: Provision?
    public let standing: Standing

    /// Puts a citation together; checks nothing.
    public init(_ act: Act, _ provision: Provision? = nil, standing: Standing) {
        (self.act, self.provision, self.standing) = (act, provision, standing)
    }

    /// How we know of what is cited.
    public enum Standing: String, Hashable, Sendable, CaseIterable, Codable {
        /// Read in the source bulletin on the law of 23 December 2023.
        case bulletin
        /// Read in another public source of the law's text.
        case publicSource = "public-source"
        /// Read in the press or in advisers' pages only: a claim, to be checked against the law's text.
        case secondary
    }
}

/// What is cited.
public enum Act: String, Hashable, Sendable, CaseIterable, Codable {
    /// Law of 23 December 2023, in force since 1 January 2024, by which registration became mandatory.
    case amendingLaw = "amending-law"
    /// Law No. 40-VI of 30 December 2016 on dactyloscopic and genomic registration.
    case registrationLaw = "registration-law"
    /// Code of Administrative Offences.
    case offencesCode = "offences-code"
    /// What the authorities announced on the procedure, not an act of its own.
    case announcement
    /// Reports in the press and on pages of advisers.
    case reports
}

/// An article of an act, or a part of one.
public struct Provision: Hashable, Sendable {
    /// The number as written: `10`, `443-1`.
    public let article: String
    public let paragraph: Int?
    public let subparagraph: Int?

    /// A subparagraph is one of a paragraph: without that it is left out of texts.
    public init(article: String, paragraph: Int? = nil, subparagraph: Int? = nil) {
        (self.article, self.paragraph, self.subparagraph) = (article, paragraph, subparagraph)
    }
}
