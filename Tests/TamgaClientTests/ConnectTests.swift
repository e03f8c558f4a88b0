import NIOCore
import TamgaClient
import TamgaTLS
import TamgaWire
import Testing

/// Every way in which no session comes about, and what the station is told.
@Suite struct ConnectTests {
    private func code(_ configuration: ClientConfiguration) async -> ClientError.Code? {
        await failure { try await TamgaClient.connect(configuration) }?.code
    }

    @Test func anotherAuthoritysCertificateIsRefusedByTheServer() async throws {
        try await FakeServer.run({ FakeServer.greeting { _, _ in [] } }) { port async throws in
            for _ in 0..<10 {
                let configuration = try TestCertificates.configuration(port, "other-station")
                #expect(await code(configuration) == .handshakeRefused)
            }
        }
    }

    @Test func aServerOfAnotherAuthorityIsNotTrusted() async throws {
        try await FakeServer.run({ FakeServer.greeting { _, _ in [] } }) { port async throws in
            let other = try TestCertificates.configuration(port, authority: "other-ca")
            #expect(await code(other) == .serverUntrusted)
            var misnamed = try TestCertificates.configuration(port)
            // The loopback by a name that its certificate does not have.
            misnamed.host = "127.1"
            #expect(await code(misnamed) == .serverUntrusted)
        }
    }

    @Test func whatIsNotThereCannotBeReached() async throws {
        let freePort = try await FakeServer.run(nil) { $0 }
        let configuration = try TestCertificates.configuration(freePort)
        let refused = await failure { try await TamgaClient.connect(configuration) }
        #expect(refused == ClientError(.cannotReach, "127.0.0.1:\(freePort): connection refused"))
        var nowhere = try TestCertificates.configuration(freePort)
        nowhere.host = "host.invalid"
        #expect(await code(nowhere) == .cannotReach)
    }

    @Test func whatDoesNotSpeakTLSIsLeft() async throws {
        try await FakeServer.run(nil) { port async throws in
            #expect(try await code(TestCertificates.configuration(port)) == .handshakeRefused)
        }
    }

    @Test(arguments: [
        (Reply.close, ClientError.Code.handshakeRefused), (.drop, .handshakeRefused),
        (.bytes(ByteBuffer(repeating: 0xFF, count: 64)), .protocolViolation),
        (.answer(Example.error(.notReady), 0), .refused), (.answer(Example.error(.unsupportedVersion), 1), .refused),
        (.answer(Example.enrolled("P"), 1), .protocolViolation),
    ])
    func aHelloThatIsNotAnswered(reply: Reply, expected: ClientError.Code) async throws {
        try await FakeServer.run({ FakeServer.Script { _, _ in [reply] } }) { port async throws in
            #expect(try await code(TestCertificates.configuration(port)) == expected)
        }
    }

    @Test func aSilentServerRunsOutOfTime() async throws {
        try await FakeServer.run({ FakeServer.Script { _, _ in [] } }) { port async throws in
            var configuration = try TestCertificates.configuration(port)
            configuration.connectTimeout = .seconds(1)
            #expect(await code(configuration) == .timeout)
        }
    }

    @Test func filesThatCannotBeUsed() async throws {
        var configuration = try TestCertificates.configuration(1)
        configuration.privateKey = try TestCertificates.shared.get().files("server").privateKey
        #expect(await code(configuration) == .configuration)
        configuration.certificate = "/nowhere/station.pem"
        let error = await failure { try await TamgaClient.connect(configuration) }
        #expect(error?.code == .configuration)
        #expect(error?.reason.contains("/nowhere/station.pem") == true)
    }
}
