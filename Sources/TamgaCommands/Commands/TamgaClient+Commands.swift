package import TamgaClient
package import TamgaWire

// One request each: ask, and print the answer.
extension TamgaClient {
    package func printPing(_ console: Console) async throws -> CommandStatus {
        let time = Decimal3(rounding: try await ping() / .milliseconds(1)).text
        let json = JSON.object([
            ("server", .string(welcome.server)), ("matcher", .string(welcome.matcher)), ("milliseconds", .number(time)),
        ])
        console.answer(json, "\(welcome.server), matcher \(welcome.matcher): \(time) ms")
        return .done
    }

    package func printStats(_ console: Console) async throws -> CommandStatus {
        let statistics = try await stats()
        console.answer(statistics.json, statistics.text)
        return .done
    }

    package func printEnrolment(
        person: String, fingers: [FingerRecord], _ console: Console
    ) async throws -> CommandStatus {
        let enrolled = try await enrol(person: person, fingers: fingers)
        console.answer(enrolled.json, enrolled.text)
        return .done
    }

    package func printIdentification(
        fingers: [FingerRecord], _ options: SearchOptions, _ console: Console
    ) async throws -> CommandStatus {
        let identified = try await identify(options.identify(fingers))
        console.answer(identified.json(probe: nil), identified.text)
        return options.status(of: identified)
    }

    package func printVerification(
        person: String, fingers: [FingerRecord], _ options: SearchOptions, _ console: Console
    ) async throws -> CommandStatus {
        let verified = try await verify(options.verify(person, fingers))
        console.answer(verified.json, verified.text)
        return .done
    }

    package func printPerson(_ person: String, _ console: Console) async throws -> CommandStatus {
        let answer = try await read(person: person)
        console.answer(answer.json, answer.text)
        return .done
    }

    package func printAddition(
        person: String, fingers: [FingerRecord], _ console: Console
    ) async throws -> CommandStatus {
        let added = try await addEncounter(person: person, fingers: fingers)
        console.answer(added.json, added.text)
        return .done
    }

    package func printUpdate(
        person: String, encounter: UInt64, fingers: [FingerRecord], _ console: Console
    ) async throws -> CommandStatus {
        let updated = try await update(person: person, encounter: encounter, fingers: fingers)
        console.answer(updated.json(encounter: encounter), updated.text(encounter: encounter))
        return .done
    }

    package func printMerge(person: String, other: String, _ console: Console) async throws -> CommandStatus {
        let merged = try await merge(person: person, other: other)
        console.answer(merged.json(other: other), merged.text(other: other))
        return .done
    }
}
