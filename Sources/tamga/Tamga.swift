import ArgumentParser
import Foundation
import TamgaCommands

/// The command line of a station.
struct Tamga: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tamga",
        abstract: "Registers persons on a Tamga server and asks it who a finger belongs to.",
        discussion: """
            Exit status: 0 done (an empty candidate list is a success), 1 no hit for identify --fpir of one probe, \
            nobody registered by register, nobody recognised by look-up, or a certificate that is not authentic, \
            2 usage, 3 refused by the server, 4 cannot reach the server.
            """,
        subcommands: [
            PingCommand.self, StatsCommand.self, EnrolCommand.self, IdentifyCommand.self, VerifyCommand.self,
            ShowCommand.self, AddEncounterCommand.self, UpdateCommand.self, MergeCommand.self, DeleteCommand.self,
            ImportCommand.self, CertificateCommand.self,
        ],
        groupedSubcommands: [
            CommandGroup(
                name: "Registration",
                subcommands: [
                    RegisterCommand.self, LookUpCommand.self, LinkCommand.self, UnlinkCommand.self, RefuseCommand.self,
                    ExpelCommand.self, ReadmitCommand.self, LiftBanCommand.self, AlertsCommand.self, DueCommand.self,
                    HistoryCommand.self, ObligationsCommand.self,
                ]),
        ])

    /// A script that lost its command must not be told that all went well.
    mutating func run() async throws { throw ValidationError("a command is missing: see tamga --help") }
}

@main
enum Program {
    static func main() async {
        let console = Console.standard(isJSON: CommandLine.arguments.contains("--json"))
        let status = await status(console)
        if status == CommandStatus.done.rawValue, Console.hasLostOutput {
            console.note("tamga: done, but the answer could not be written")
            exit(CommandStatus.usage.rawValue)
        }
        exit(status)
    }

    private static func status(_ console: Console) async -> Int32 {
        do {
            var command = try Tamga.parseAsRoot()
            if var command = command as? any AsyncParsableCommand { try await command.run() } else { try command.run() }
            return CommandStatus.done.rawValue
        } catch let error as CommandError {
            console.report(error.naming(fingersOf: CommandLine.arguments))
            return error.status.rawValue
        } catch {
            return report(error, console)
        }
    }

    /// What the argument parser throws: an exit status, a page of help, or a mistake in the arguments.
    private static func report(_ error: any Error, _ console: Console) -> Int32 {
        if let code = error as? ExitCode { return code.rawValue }
        guard Tamga.exitCode(for: error) != .success else {
            console.say(Tamga.fullMessage(for: error))
            return CommandStatus.done.rawValue
        }
        if console.isJSON {
            console.report(.usage(Tamga.message(for: error)))
        } else {
            console.note(Tamga.fullMessage(for: error))
        }
        return CommandStatus.usage.rawValue
    }
}
