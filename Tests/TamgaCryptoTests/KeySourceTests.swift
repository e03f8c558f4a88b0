import Glibc
import TamgaCrypto
import Testing

@Suite struct KeyFileTests {
    @Test(arguments: [0o600, 0o400, 0o700] as [mode_t])
    func aFileOfItsOwnerOnlyIsRead(mode: mode_t) throws {
        let folder = try TestFolder()
        #expect(try KeySource.file(folder.write("ring", RingText.two, mode: mode)).read().ids == ["2024", "2025"])
    }

    @Test(arguments: [0o640, 0o604, 0o620, 0o602, 0o610, 0o601, 0o644, 0o666, 0o777] as [mode_t])
    func aFileThatOthersMayUseIsRefused(mode: mode_t) throws {
        let folder = try TestFolder()
        let path = try folder.write("ring", RingText.two, mode: mode)
        let error = #expect(throws: KeyRingError.filePermissions(path: path, mode: UInt32(mode))) {
            _ = try KeySource.file(path).read()
        }
        #expect(error?.description.contains("mode 0\(String(mode, radix: 8)):") == true)
        #expect(error?.description.contains("chmod 600") == true)
    }

    @Test func aLinkIsFollowedAndItsEndIsJudged() throws {
        let folder = try TestFolder()
        let path = try folder.write("ring", RingText.two)
        let link = "\(folder.path)/link"
        try #require(unsafe symlink(path, link) == 0)
        #expect(try KeySource.file(link).read().active.id == "2025")
        _ = try folder.write("ring", RingText.two, mode: 0o640)
        #expect(throws: KeyRingError.filePermissions(path: link, mode: 0o640)) { _ = try KeySource.file(link).read() }
    }

    @Test func onlyRegularFilesAreRead() throws {
        let folder = try TestFolder()
        let pipe = "\(folder.path)/pipe"
        try #require(unsafe mkfifo(pipe, 0o600) == 0)
        for path in [pipe, folder.path, "/dev/null"] {
            #expect(throws: KeyRingError.fileNotRegular(path: path)) { _ = try KeySource.file(path).read() }
        }
    }

    @Test func aFileThatIsNotThereIsNamed() throws {
        let path = "\(try TestFolder().path)/ring"
        let error = #expect(throws: KeyRingError.self) { _ = try KeySource.file(path).read() }
        #expect(error?.description == "cannot read \(path): No such file or directory")
    }

    @Test func aFileOfTheLimitIsReadAndOneByteMoreIsNot() throws {
        let folder = try TestFolder()
        let fill = String(repeating: "#", count: 16_384 - RingText.two.utf8.count)
        #expect(try KeySource.file(folder.write("ring", RingText.two + fill)).read().ids.count == 2)
        let path = try folder.write("ring", RingText.two + fill + "#")
        #expect(throws: KeyRingError.textTooLong(limit: 16_384)) { _ = try KeySource.file(path).read() }
    }

    @Test func whatIsWrongInTheFileIsSaid() throws {
        let path = try TestFolder().write("ring", "key")
        #expect(throws: KeyRingError.self) { _ = try KeySource.file(path).read() }
    }
}

@Suite struct KeyCommandTests {
    private let line = "tamga-key-v1 a \(RingText.first)"

    private func error(_ command: String, within limit: Duration = .seconds(30)) -> KeyRingError? {
        #expect(throws: KeyRingError.self) { _ = try KeySource.command(command).read(commandTime: limit) }
    }

    @Test func whatACommandPrintsIsRead() throws {
        #expect(try KeySource.command("echo '#'; printf %s '\(line)'").read().ids == ["a"])
        #expect(try KeySource.command("sleep 0; echo '\(line)' | cat").read().active.id == "a")
    }

    @Test func itSeesTheEnvironmentAndAnEmptyInput() throws {
        #expect(try KeySource.command("cat; test -n \"$PATH\" && echo '\(line)'").read().ids == ["a"])
    }

    @Test func itsFailureIsNamed() {
        #expect(error("echo '\(line)'; exit 3") == .commandStatus(3))
        #expect(error("no-such-program-here 2>&1") == .commandStatus(127))
        #expect(error("kill -9 $$") == .commandSignal(9))
        #expect(error("true") == .noKey)
        #expect(error("echo \(RingText.first)") == .unknownFormat(line: 1))
    }

    @Test func errorsHoldNeitherTheCommandNorWhatItPrinted() {
        for command in ["echo '\(line)'; exit 3", "echo '\(line)0'", "echo '\(line) x'", "echo \(RingText.first)"] {
            let text = error(command).map { "\($0) \(String(reflecting: $0))" } ?? ""
            #expect(!text.isEmpty && !text.contains("0001020304") && !text.contains("echo"))
        }
    }

    @Test func itMayPrintAsMuchAsARingHas() throws {
        let fill = "head -c \(16_384 - line.utf8.count - 1) /dev/zero | tr '\\0' '#'"
        #expect(try KeySource.command("echo '\(line)'; \(fill)").read().ids == ["a"])
        #expect(error("echo '\(line)'; echo; \(fill)") == .textTooLong(limit: 16_384))
        #expect(error("yes '#'") == .textTooLong(limit: 16_384))
    }

    @Test(arguments: [
        "sleep 600", "sleep 600 | cat", "exec >&-; sleep 600", "trap '' TERM HUP; while :; do sleep 600; done",
        "sleep 600 &",
    ])
    func oneThatHangsIsGivenUp(command: String) {
        #expect(error(command, within: .milliseconds(50)) == .commandTimeout(limit: .milliseconds(50)))
    }

    @Test func oneThatHangsIsKilled() throws {
        let folder = try TestFolder()
        // Longer and longer, until it has had the time to say who it is.
        for seconds in [1, 4, 16] where folder.text("pid").isEmpty {
            let error = error("echo $$ > '\(folder.path)/pid'; sleep 600", within: .seconds(seconds))
            #expect(error == .commandTimeout(limit: .seconds(seconds)))
        }
        let pid = try #require(pid_t(folder.text("pid").split(separator: "\n").first ?? ""))
        #expect(kill(pid, 0) == -1 && errno == ESRCH)
    }

    @Test func commandsRunBesideEachOther() async {
        await withTaskGroup(of: [String].self) { group in
            for number in 0..<12 {
                let line = "tamga-key-v1 k\(number) \(RingText.first)"
                group.addTask { (try? KeySource.command("echo '\(line)'").read().ids) ?? [] }
            }
            var ids: Set<String> = []
            for await one in group { ids.formUnion(one) }
            #expect(ids == Set((0..<12).map { "k\($0)" }))
        }
    }
}
