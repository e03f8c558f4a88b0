internal import TamgaClient
package import TamgaRegistry
package import TamgaWire

// Lists come in pieces; they are printed when the last piece is there, so that a part never passes for the whole.
extension RegistrationStation {
    /// Prints the alerts of the station's agency, the oldest first.
    ///
    /// - Parameter after: the last one had before; nil begins at the beginning.
    package func printAlerts(
        after: FactReference?, _ language: Language, _ console: Console
    ) async throws(CommandError) -> CommandStatus {
        let alerts = try await whole(after: after, \AlertEntry.fact) { after, limit throws(ClientError) in
            let list = try await self.alerts(after: after, limit: limit)
            return (list.items, list.hasMore)
        }
        console.answer(.object([("alerts", .array(alerts.map(\.json)))]), alerts.text(language))
        return .done
    }

    /// Prints the re-captures that are due, the oldest first.
    package func printDue(
        after: FactReference?, _ language: Language, _ console: Console
    ) async throws(CommandError) -> CommandStatus {
        let due = try await whole(after: after, \DueEntry.fact) { after, limit throws(ClientError) in
            let list = try await self.due(after: after, limit: limit)
            return (list.items, list.hasMore)
        }
        console.answer(.object([("due", .array(due.map(\.json)))]), due.text(language))
        return .done
    }

    /// Prints what happened to a person, the oldest first.
    ///
    /// - Parameter person: as ``OptionValue/person(_:_:)`` gives it.
    package func printHistory(
        person: String, after: FactReference?, _ language: Language, _ console: Console
    ) async throws(CommandError) -> CommandStatus {
        let entries = try await whole(after: after, \HistoryEntry.fact) { after, limit throws(ClientError) in
            let list = try await history(person: person, after: after, limit: limit)
            return (list.items, list.hasMore)
        }
        console.answer(
            .object([("person", .string(person)), ("history", .array(entries.map(\.json)))]), entries.text(language))
        return .done
    }

    /// All pieces. Each has to lie behind the one before, or asking would go round in circles.
    private func whole<Item>(
        after first: FactReference?, _ place: (Item) -> FactReference,
        _ piece: (FactReference?, UInt16) async throws(ClientError) -> (items: [Item], hasMore: Bool)
    ) async throws(CommandError) -> [Item] {
        var (items, last, hasMore) = ([Item](), first, true)
        while hasMore {
            let next: (items: [Item], hasMore: Bool)
            do throws(ClientError) { next = try await piece(last, UInt16(WireLimits.listed.upperBound)) } catch {
                throw CommandError(error)
            }
            for item in next.items {
                guard last.map({ place(item).isAfter($0) }) ?? true else { throw CommandError(.unordered) }
                last = place(item)
            }
            guard !next.items.isEmpty || !next.hasMore else { throw CommandError(.unordered) }
            items += next.items
            hasMore = next.hasMore
        }
        return items
    }
}

extension ClientError {
    fileprivate static let unordered = ClientError(
        .protocolViolation, "a list whose entries do not follow one another: it may not be whole")
}
