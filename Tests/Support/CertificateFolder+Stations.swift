import Foundation

extension CertificateFolder {
    /// Makes a station's certificate by the development authority, beside the others: `NAME.pem` and `NAME.key`.
    ///
    /// - Parameters:
    ///   - name: unlike those that are there.
    ///   - names: the subject alternative names as OpenSSL's configuration has them, `URI:a:b, DNS:c`; or `DER:`, then
    ///     the extension's bytes in hexadecimal, for what no honest authority would sign; nil for none.
    public static func makeStation(_ name: String, names: String?) throws {
        let directory = try shared.get()
        let path = "\(directory)/\(name)"
        let extensions = """
            [station]
            basicConstraints = critical, CA:FALSE
            keyUsage = critical, digitalSignature
            extendedKeyUsage = clientAuth
            \(names.map { "subjectAltName = \($0)" } ?? "")

            """
        try Data(extensions.utf8).write(to: URL(fileURLWithPath: "\(path).cnf"))
        let script = """
            set -e
            openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$1.key"
            openssl req -new -subj "/CN=$3" -key "$1.key" -out "$1.csr"
            openssl x509 -req -sha256 -days 2 -in "$1.csr" -extfile "$1.cnf" -extensions station \
                -set_serial "0x$(openssl rand -hex 15)" -CA "$2/ca.pem" -CAkey "$2/ca.key" -out "$1.pem"
            """
        try run(["-c", script, "sh", path, directory, name])
    }

    /// The extension `subjectAltName` with one URI of any bytes, as ``makeStation(_:names:)`` takes it.
    public static func names(uri bytes: [UInt8]) -> String {
        let uri = element(0x86, bytes)
        return "DER:" + element(0x30, uri).map { String(format: "%02X", $0) }.joined()
    }

    /// Tag, length and value of DER; lengths below 65,536.
    private static func element(_ tag: UInt8, _ value: [UInt8]) -> [UInt8] {
        let length: [UInt8] =
            switch value.count {
            case 0..<0x80: [UInt8(value.count)]
            case 0x80..<0x100: [0x81, UInt8(value.count)]
            default: [0x82, UInt8(value.count >> 8), UInt8(value.count & 0xFF)]
            }
        return [tag] + length + value
    }
}
