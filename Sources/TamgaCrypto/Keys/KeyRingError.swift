/// Why there is no key ring. Names lines, fields and limits; never what stands in a line, nor the text of a command.
public enum KeyRingError: Error, Equatable, Sendable {
    /// The text is longer than it may be, in bytes; how much longer is not known.
    case textTooLong(limit: Int)
    /// The line, counted from 1, is not UTF-8.
    case notText(line: Int)
    /// The line does not have the three fields `tamga-key-v1`, identifier, key.
    case fieldCount(line: Int, fields: Int)
    /// The first field is not `tamga-key-v1`.
    case unknownFormat(line: Int)
    /// The identifier is longer than it may be, in bytes.
    case idTooLong(line: Int, bytes: Int, limit: Int)
    /// The identifier holds something other than `A-Z a-z 0-9 - _ .`.
    case idMalformed(line: Int)
    /// An earlier line has the same identifier.
    case duplicateID(line: Int, earlier: Int)
    /// The key has more or fewer hexadecimal digits than it must.
    case keyLength(line: Int, digits: Int, limit: Int)
    /// The key holds something other than hexadecimal digits.
    case keyMalformed(line: Int)
    /// The line has one key more than a ring may.
    case tooManyKeys(line: Int, limit: Int)
    /// No line holds a key.
    case noKey

    /// The identifier for a new line is not one.
    case newIDRefused
    /// The file cannot be opened or read, in the system's words.
    case fileUnreadable(path: String, reason: String)
    /// The file cannot be written, in the system's words; what was there is as it was.
    case fileUnwritable(path: String, reason: String)
    /// The path leads to a folder, a pipe or a device.
    case fileNotRegular(path: String)
    /// Others than the owner may do something with the file.
    case filePermissions(path: String, mode: UInt32)
    /// The command cannot be started or heard, in the system's words.
    case commandUnusable(reason: String)
    /// The command exited with a status other than 0.
    case commandStatus(Int32)
    /// A signal ended the command.
    case commandSignal(Int32)
    /// The command ended, but something else in this process asked for its status.
    case commandStatusLost
    /// The command took longer than it may, and was killed.
    case commandTimeout(limit: Duration)
    /// OpenSSL could not make a key.
    case crypto(CryptoError)
}

extension KeyRingError: CustomStringConvertible {
    /// A sentence for the operator.
    public var description: String {
        lineDescription ?? sourceDescription ?? "there is no key in it: a line is `tamga-key-v1 <id> <64 hex digits>`"
    }

    private var lineDescription: String? {
        switch self {
        case .notText(let line): "line \(line): not UTF-8"
        case .fieldCount(let line, let fields):
            "line \(line): \(fields) fields instead of 3 (tamga-key-v1 <id> <64 hex digits>)"
        case .unknownFormat(let line): "line \(line), format: not tamga-key-v1"
        case .idTooLong(let line, let bytes, let limit): "line \(line), id: \(bytes) bytes, limit \(limit)"
        case .idMalformed(let line): "line \(line), id: only A-Z a-z 0-9 - _ . are allowed"
        case .duplicateID(let line, let earlier): "line \(line), id: the same as in line \(earlier)"
        case .keyLength(let line, let digits, let limit): "line \(line), key: \(digits) digits instead of \(limit)"
        case .keyMalformed(let line): "line \(line), key: something other than hexadecimal digits"
        case .tooManyKeys(let line, let limit): "line \(line): more than \(limit) keys"
        default: nil
        }
    }

    private var sourceDescription: String? {
        switch self {
        case .textTooLong(let limit): "more than \(limit) bytes"
        case .newIDRefused:
            "an id is 1 to \(CryptoLimits.keyIDLength.upperBound) characters of A-Z a-z 0-9 - _ ."
        case .fileUnwritable(let path, let reason): "\(path): cannot be written: \(reason)"
        case .fileUnreadable(let path, let reason): "cannot read \(path): \(reason)"
        case .fileNotRegular(let path): "\(path) is not a regular file"
        case .filePermissions(let path, let mode):
            "\(path) has mode 0\(String(mode, radix: 8)): others than its owner may use it; do `chmod 600` on it"
        case .commandUnusable(let reason): "the key command cannot be run: \(reason)"
        case .commandStatus(let status): "the key command exited with status \(status)"
        case .commandSignal(let signal): "the key command was ended by signal \(signal)"
        case .commandStatusLost: "how the key command ended is not known"
        case .commandTimeout(let limit): "the key command took longer than \(limit)"
        case .crypto(let error): error.description
        default: nil
        }
    }
}
