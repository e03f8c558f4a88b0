import ArgumentParser
import Foundation

/// The program: its subcommands and its exit codes (0 well, 1 failed or damaged, 2 wrong usage).
@main
struct TamgaServerProgram: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tamga-server", abstract: "Identifies persons by their fingerprints.", version: program,
        subcommands: [
            ServeCommand.self, LimitsCommand.self, NewKeyCommand.self, CheckCommand.self, BackupCommand.self,
            VerifyBackupCommand.self, RestoreCommand.self, ExportCommand.self, ImportArchiveCommand.self,
            DeletionsCommand.self, VerifyDeletionCommand.self,
        ])

    /// The program and its version, as clients see it.
    static let program = "tamga-server 0.1.0"

    /// A script that lost its command must not be told that all went well.
    mutating func run() async throws { throw ValidationError("a command is missing, see --help") }

    static func main() async {
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            leave(error)
        }
    }

    private static func leave(_ error: any Error) -> Never {
        let status = exitCode(for: error)
        let text = status == .success || status == .validationFailure ? fullMessage(for: error) : message(for: error)
        if !text.isEmpty {
            let isHelp = status == .success
            isHelp ? Terminal.write(text + "\n") : Terminal.writeError(prefixed(text) + "\n")
        }
        Foundation.exit(status == .validationFailure ? 2 : status.rawValue)
    }

    private static func prefixed(_ text: String) -> String {
        text.hasPrefix("Error: ") ? "tamga-server: \(text.dropFirst(7))" : "tamga-server: \(text)"
    }
}
