internal import TamgaClient
internal import TamgaCrypto
package import TamgaRegistry
internal import TamgaTemplates
package import TamgaWire

/// Asks to register somebody, under a key, so that the request may be sent again when its answer is lost.
package struct Registration: Sendable {
    private let subject: CaptureSubject
    private let key: WireKey
    private let language: Language

    /// - Parameters:
    ///   - key: the station's name for the request; nil makes one of random bytes.
    ///   - makeKey: makes such a key.
    /// - Throws: ``CommandError`` of status `usage` for a key that is none.
    package init(
        _ subject: CaptureSubject, key: String?, language: Language,
        makeKey: () throws(CommandError) -> String = randomKey
    ) throws(CommandError) {
        (self.subject, self.language) = (subject, language)
        if let key { self.key = try Self.checked(key) } else { self.key = WireKey(try makeKey()) }
    }

    /// 16 random bytes in hexadecimal digits.
    ///
    /// - Throws: ``CommandError`` of status `usage` where the system has no randomness to give.
    package static func randomKey() throws(CommandError) -> String {
        do throws(CryptoError) { return Hex.text(try randomBytes(16)) } catch {
            throw .usage("no key could be made: \(error)", field: "--key")
        }
    }

    private static func checked(_ text: String) throws(CommandError) -> WireKey {
        // The agency and the station are the server's to know; the text is judged alike for all.
        do throws(FieldError) {
            return WireKey(try IdempotencyKey(agency: .interior, station: "-", text).text)
        } catch {
            throw CommandError(error, option: "--key")
        }
    }

    /// Asks, and prints the answer. Where the answer is lost, it connects once more and asks again under the same key:
    /// a registration that was made is not made twice, and its answer comes again.
    ///
    /// - Returns: `done` where the person is registered by this request, else `notRegistered`.
    /// - Throws: ``CommandError``; where nobody knows whether the person was registered, it says how to learn it.
    package func run(
        _ console: Console, _ connector: some StationConnector
    ) async throws(CommandError) -> CommandStatus {
        announce(console)
        let answer = try await answer(console, connector)
        console.answer(answer.json(key: key), answer.text(language))
        guard answer.outcome.text == RegistrationOutcome.registered.rawValue else { return .notRegistered }
        noteWhatIsLacking(console)
        return .done
    }

    /// While the person is still there: without it no certificate can be issued.
    private func noteWhatIsLacking(_ console: Console) {
        let lacking = subject.lackingForCertificate(language)
        guard !lacking.isEmpty, !console.isJSON else { return }
        console.note("\(AssessmentLabels.lacking[language]): \(lacking.joined(separator: ", "))")
    }

    /// Before the request is sent, so that the key outlives the program.
    private func announce(_ console: Console) {
        let line = "\(AssessmentLabels.key[language]): \(key.text)"
        console.note(console.isJSON ? JSON.object([("key", .string(key.text))]).text : line)
    }

    private func answer(
        _ console: Console, _ connector: some StationConnector
    ) async throws(CommandError) -> Assessment {
        let lost: ClientError
        do throws(ClientError) { return try await ask(connector) } catch {
            guard error.isLostOnTheWay else { throw failure(error, isUnknown: error.isOutcomeUnknown) }
            lost = error
        }
        if !console.isJSON { console.note(AssessmentLabels.again[language]) }
        do throws(ClientError) { return try await ask(connector) } catch {
            throw failure(error, isUnknown: lost.isOutcomeUnknown || error.isOutcomeUnknown)
        }
    }

    private func ask(_ connector: some StationConnector) async throws(ClientError) -> Assessment {
        let station = try await connector.connect()
        do throws(ClientError) {
            let answer = try await station.register(subject, key: key)
            await station.close()
            return answer
        } catch {
            await station.close()
            throw error
        }
    }

    private func failure(_ error: ClientError, isUnknown: Bool) -> CommandError {
        var error = error
        error.isOutcomeUnknown = isUnknown
        return CommandError(
            error, remedy: "the same command with --key \(key.text) is answered as if nothing had been lost, for a day")
    }
}

extension ClientError {
    /// Whether the request was sent, or about to be, when the connection ended or its time was over.
    fileprivate var isLostOnTheWay: Bool {
        isOutcomeUnknown || code == .connectionLost || code == .timeout
    }
}

extension CaptureSubject {
    /// What a certificate of registration needs and was not said: options and fingers. Of records that say themselves
    /// which finger they are of, nothing is known here.
    fileprivate func lackingForCertificate(_ language: Language) -> [String] {
        let ground = ground == nil ? ["--ground"] : []
        let given = fingers.map(\.position)
        guard given.allSatisfy({ $0 != nil && $0 != FingerPosition.unknown.rawValue }) else { return ground }
        let known = Set(given.compactMap(\.self) + notTaken.map(\.position))
        let fingers = FingerPosition.fingers.map(\.rawValue).filter { !known.contains($0) }
        return ground + fingers.map { positionText($0, language) }
    }
}
