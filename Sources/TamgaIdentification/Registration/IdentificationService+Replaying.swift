import TamgaCrypto
import TamgaRegistry
import TamgaTemplates

// The same request under the same key: it is answered as it was, for as long as the parameters say.
extension IdentificationService {
    /// The key of a request, where the station gave one.
    func requestKey(_ request: RegistrationRequest) throws(IdentificationError) -> RequestKey? {
        guard let text = request.key else { return nil }
        let key: IdempotencyKey
        do {
            key = try IdempotencyKey(agency: request.author.agency, station: request.author.station, text)
        } catch { throw IdentificationError(error) }
        return RequestKey(key: key, digest: try Self.digest(request))
    }

    /// What the key was answered before; nil where it is free.
    ///
    /// - Throws: `.keyReused` where it stands for another request.
    func answered(
        _ key: RequestKey, _ registrar: Registrar
    ) throws(IdentificationError) -> (answer: KeptAnswer, number: UInt64)? {
        let now = clock.millisecondsSince1970()
        guard let known = registrar.read({ $0.answer(key.key, at: now) }) else { return nil }
        guard known.answer.request == key.digest else {
            throw IdentificationError(
                .keyReused, field: "key", "another request was made under it", limit: "a key of its own for each")
        }
        return (known.answer, known.id.number)
    }

    /// The same where the station may have given no key.
    func known(
        _ key: RequestKey?, _ registrar: Registrar
    ) throws(IdentificationError) -> (answer: KeptAnswer, number: UInt64)? {
        guard let key else { return nil }
        return try answered(key, registrar)
    }

    func replay(
        _ answer: KeptAnswer, _ number: UInt64, claims: [Identifier], _ start: UInt64
    ) throws(IdentificationError) -> Assessment {
        var assessment = try FactCodec.read(Assessment.self, Array(answer.answer.utf8))
        assessment.number(number)
        assessment.isReplay = true
        try bring(&assessment, claims: claims)
        assessment.microseconds = microseconds(since: start)
        return assessment
    }

    /// Bans are those in force now: an answer of yesterday must not let somebody pass who was expelled since. So are
    /// refusals.
    private func bring(_ assessment: inout Assessment, claims: [Identifier]) throws(IdentificationError) {
        let persons = ([assessment.person] + assessment.owners).compactMap { text in
            text.flatMap { try? PersonID($0) }
        }
        assessment.bans = bans(of: persons, try registrar())
        assessment.refusals = refusals(under: claims + assessment.identifiers, try registrar())
        assessment.next.removeAll { $0 == .entryBan }
        if !assessment.bans.isEmpty { assessment.next.append(.entryBan) }
    }

    /// SHA-256 of everything the request says.
    private static func digest(_ request: RegistrationRequest) throws(IdentificationError) -> String {
        do throws(CryptoError) {
            var hash = try SHA256()
            for part in request.parts {
                hash.add(UInt64(part.count))
                hash.add(part)
            }
            return Hex.text(try hash.finish())
        } catch { throw IdentificationError(.storageFailed, "no digest of the request: \(error)") }
    }
}

extension RegistrationRequest {
    /// What makes it another request, in an order of its own.
    fileprivate var parts: [[UInt8]] {
        let said = [author.officer, status?.rawValue, ground?.rawValue, place, targetFPIR.map { "\($0)" }]
        let words = said.map { $0.map { "=\($0)" } ?? "-" }
        let lists = claims.map(\.text) + notTaken.flatMap { [$0.position.position.name, $0.reason.rawValue] }
        let counts = ["\(claims.count) \(notTaken.count) \(fingers.count)"]
        let records = fingers.flatMap { finger in
            [Array("\(finger.position?.name ?? "-") \(finger.format)".utf8), finger.record]
        }
        return (counts + words + lists).map { Array($0.utf8) } + records
    }
}
