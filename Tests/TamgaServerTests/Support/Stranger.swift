import NIOCore
import NIOPosix
import TamgaTestSupport

/// Somebody at the port who is no station.
enum Stranger {
    /// Sends bytes, ends its side, and waits until the server has closed.
    static func send(_ bytes: [UInt8], to port: Int) async throws {
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .channelOption(.allowRemoteHalfClosure, value: false)
            .connect(host: "127.0.0.1", port: port).get()
        try? await channel.writeAndFlush(ByteBuffer(bytes: bytes))
        try? await channel.close(mode: .output)
        try? await channel.closeFuture.get()
    }

    /// The subject of the certificate that the server shows, as the openssl program prints it.
    static func serverSubject(port: Int) async throws -> String {
        let shared = try CertificateFolder.shared.get()
        let printed = try await Tool.runAside([
            "openssl", "s_client", "-connect", "127.0.0.1:\(port)", "-alpn", "tamga/1", "-CAfile", "\(shared)/ca.pem",
            "-cert", "\(shared)/station.pem", "-key", "\(shared)/station.key",
        ])
        let lines = String(decoding: printed, as: UTF8.self).split(separator: "\n")
        return lines.first { $0.hasPrefix("subject=") }.map(String.init) ?? ""
    }
}
