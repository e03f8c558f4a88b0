import TamgaGallery
import TamgaMatcher
import TamgaRegistry

/// Whether fingers are those of somebody banned, as it was when somebody looked.
struct Watch: Sendable {
    /// The state of the standing probes that were looked at; nil where nobody has looked.
    var version: UInt64?
    var hits: [(person: PersonID, score: Float)] = []
}

extension Watch {
    /// Takes in persons whom the search of everybody recognised: whoever is one of them is one of the banned as well,
    /// however far the standing probes by themselves would have gone.
    mutating func add(recognised: [(person: PersonID, score: Float)]) {
        hits += recognised.filter { new in !hits.contains { $0.person == new.person } }
    }
}

extension [RegistryBook.Ban] {
    /// An owner is told once, of the ban recorded last: many bans of one must not silence another.
    fileprivate var latestOfEachOwner: [RegistryBook.Ban] {
        var latest: [Agency: RegistryBook.Ban] = [:]
        for ban in self { latest[ban.owner] = ban }
        return latest.values.sorted { $0.id < $1.id }
    }
}

extension IdentificationService {
    /// Looks whether the fingers are those of a standing probe.
    func watch(_ probe: Probe, _ registrar: Registrar, _ urgency: Urgency) async throws(IdentificationError) -> Watch {
        let version = registrar.standingVersion
        guard registrar.hasStandingProbes else { return Watch(version: version) }
        do throws(GalleryError) {
            let result = try await registrar.standingProbes.find(
                for: probe.fingers, maximumCandidates: IdentificationLimits.watchedCandidates,
                target: alertTarget, urgency: urgency, parameters: parameters.search)
            return Watch(version: version, hits: Self.hits(of: result))
        } catch { throw IdentificationError(error) }
    }

    /// The same, on the queue of changes, where the standing probes have changed since somebody looked.
    func settled(
        _ watch: Watch, _ probe: Probe, _ registrar: Registrar
    ) throws(IdentificationError) -> Watch {
        let version = registrar.standingVersion
        guard watch.version != version else { return watch }
        guard registrar.hasStandingProbes else { return Watch(version: version) }
        do throws(GalleryError) {
            let result = try registrar.standingProbes.search(
                for: probe.fingers, maximumCandidates: IdentificationLimits.watchedCandidates,
                target: alertTarget, parameters: parameters.search)
            return Watch(version: version, hits: Self.hits(of: result))
        } catch { throw IdentificationError(error) }
    }

    private static func hits(of result: SearchResult) -> [(person: PersonID, score: Float)] {
        result.candidates.filter { result.threshold.isReached(by: $0.score) }.map { ($0.person, $0.score) }
    }

    /// The alerts that fingers raise which came under another name than that of who is banned, or under none.
    ///
    /// - Parameter number: the registration number they came under; nil where nobody was registered for it.
    func alerts(
        _ watch: Watch, _ registrar: Registrar, as number: PersonID?, claims: [Identifier] = []
    ) -> [(person: PersonID, fact: Fact)] {
        let today = today()
        return watch.hits.filter { $0.person != number }.flatMap { hit in
            let bans = registrar.read { $0.bans(of: hit.person) }.filter { !$0.term.isOver(on: today) }
            return bans.latestOfEachOwner.map { ban in
                let alert = Alert(
                    owner: ban.owner, removal: ban.tag, person: number?.text, score: hit.score, claims: claims)
                return (hit.person, Fact.alert(alert))
            }
        }
    }
}
