package import TamgaClient
internal import TamgaTemplates
package import TamgaWire

/// What a batch or a deletion asks of a server: the client library, or a stand-in for it in tests.
package protocol Station: Sendable {
    var welcome: Welcome { get }
    func enrol(person: String, fingers: [FingerRecord]) async throws(ClientError) -> Enrolled
    func identify(_ request: Identify) async throws(ClientError) -> Identified
    func delete(person: String) async throws(ClientError) -> Deleted
}

extension TamgaClient: Station {}

extension Station {
    /// Requests to have in flight: what was asked for, within what the server takes.
    func inFlight(_ asked: Int) -> Int { min(asked, Int(welcome.limits.requestsInFlight)) }
}

/// What became of one item, and how long it took.
struct Outcome<Answer: Sendable>: Sendable {
    var result: Result<Answer, CommandError>
    /// From sending to the answer, seconds.
    var seconds: Double
}

extension BatchItem {
    /// Reads the files and asks; errors become part of the outcome.
    func ask<Answer: Sendable>(
        in folder: String, _ stopwatch: Stopwatch,
        _ request: ([FingerRecord]) async throws(ClientError) -> Answer
    ) async -> Outcome<Answer> {
        var start = stopwatch.seconds()
        do throws(CommandError) {
            let fingers = try records(in: folder)
            start = stopwatch.seconds()
            do throws(ClientError) {
                let answer = try await request(fingers)
                return Outcome(result: .success(answer), seconds: stopwatch.seconds() - start)
            } catch {
                throw CommandError(error)
            }
        } catch {
            return Outcome(result: .failure(named(error)), seconds: stopwatch.seconds() - start)
        }
    }

    private func records(in folder: String) throws(CommandError) -> [FingerRecord] {
        var records: [FingerRecord] = []
        for file in files {
            records.append(try RecordFile.read("\(folder)/\(file.name)", position: file.position, other: .iso2005))
        }
        return records
    }

    /// The error with the name of the file where it says `finger[INDEX]`.
    func named(_ error: CommandError) -> CommandError { error.naming(fingers: files.map(\.name)) }
}
