import Glibc
import TamgaCrypto
import Testing

/// Bytes of hexadecimal digits; blanks are skipped.
func hex(_ text: String) -> [UInt8] {
    let digits = text.compactMap(\.hexDigitValue)
    return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
}

func testKey(_ byte: UInt8 = 7) throws -> SecretKey {
    try #require(SecretKey(bytes: [UInt8](repeating: byte, count: 32)))
}

/// A folder of its own, removed with all that is in it.
final class TestFolder {
    let path: String

    init() throws {
        var template = Array("/tmp/tamga-crypto-XXXXXX".utf8CString)
        try #require(unsafe mkdtemp(&template) != nil)
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    func write(_ name: String, _ text: String, mode: mode_t = 0o600) throws -> String {
        let file = "\(path)/\(name)"
        let descriptor = unsafe open(file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        try #require(descriptor >= 0)
        defer { close(descriptor) }
        let bytes = Array(text.utf8)
        try #require(unsafe Glibc.write(descriptor, bytes, bytes.count) == bytes.count)
        try #require(fchmod(descriptor, mode) == 0)
        return file
    }

    func text(_ name: String) -> String {
        let descriptor = unsafe open("\(path)/\(name)", O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return "" }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 256)
        let count = unsafe read(descriptor, &bytes, bytes.count)
        return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    }

    deinit {
        for name in ["ring", "pipe", "link", "pid"] { unsafe unlink("\(path)/\(name)") }
        unsafe rmdir(path)
    }
}

enum RingText {
    static let first = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"
    static let second = "A0A1A2A3A4A5A6A7A8A9AAABACADAEAFB0B1B2B3B4B5B6B7B8B9BABBBCBDBEBF"
    static let two = "# made by hand\n\ntamga-key-v1 2024 \(first)\ntamga-key-v1 2025 \(second)\n"
}
