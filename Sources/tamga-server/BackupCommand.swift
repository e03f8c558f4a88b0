import ArgumentParser
import TamgaServer
import TamgaStoreSQLite

struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copies a data directory while a server uses it, and checks the copy.",
        discussion: """
            The backup holds no keys: they go to a file of their own, which every backup replaces. Keep that file away
            from the backups, and only the newest: it opens older backups too, but for what was deleted since. The key
            file of the server is in neither. Exit status: 0 made, 1 not made, 2 wrong usage.
            """)

    @Option(help: "The data directory; a server may be using it.")
    var data: String
    @Option(help: "The folder to make; must not be there.")
    var to: String
    @Option(help: "The file for the keys of the encounters; replaced.")
    var keysTo: String
    @OptionGroup var keys: KeyOptions
    @Flag(help: "Print one line of JSON.")
    var json = false

    func run() throws {
        let display = BackupDisplay()
        let maker = StoreBackup.Maker(
            program: TamgaServerProgram.program, madeAt: SystemClock().millisecondsSince1970())
        let manifest = try StoreBackup.make(of: data, keys: keys.ring(), to: to, keysTo: keysTo, by: maker) {
            display.show($0)
        }
        Terminal.write((json ? try BackupReport.json(manifest) : BackupReport.text(manifest)) + "\n")
    }
}

struct VerifyBackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify-backup",
        abstract: "Reads all of a backup and opens every record that the keys still open; changes nothing.",
        discussion: """
            What was deleted or replaced after the backup has no key any more: it is counted, and no damage. Exit
            status: 0 sound, 1 damaged or not readable, 2 wrong usage.
            """)

    @Option(help: "The folder of the backup.")
    var from: String
    @Option(name: .customLong("keys"), help: "The newest file of the keys of encounters.")
    var keysFile: String
    @OptionGroup var keys: KeyOptions
    @Flag(help: "Print one line of JSON.")
    var json = false

    func run() throws {
        let display = BackupDisplay()
        let found = try StoreBackup.verify(from, keysFile: keysFile, keys: keys.ring()) { display.show($0) }
        Terminal.write((json ? try BackupReport.json(found) : BackupReport.text(found, "opens")) + "\n")
    }
}

struct RestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Makes a data directory out of a backup and the newest keys, and checks it.",
        discussion: """
            What was deleted or replaced before the keys were written is left out, and its numbers are not used again.
            Exit status: 0 made, 1 not made, 2 wrong usage.
            """)

    @Option(help: "The folder of the backup.")
    var from: String
    @Option(name: .customLong("keys"), help: "The newest file of the keys of encounters.")
    var keysFile: String
    @Option(help: "The data directory to make; must not be there, or be empty.")
    var data: String
    @OptionGroup var keys: KeyOptions
    @Flag(help: "Print one line of JSON.")
    var json = false

    func run() throws {
        let display = BackupDisplay()
        let found = try StoreBackup.restore(from, keysFile: keysFile, keys: keys.ring(), to: data) { display.show($0) }
        Terminal.write((json ? try BackupReport.json(found) : BackupReport.text(found, "restored")) + "\n")
    }
}
