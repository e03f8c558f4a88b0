import FoundationEssentials
import GRDB

extension Row {
    /// The integer of a column, or nil for anything else: a damaged file is no reason to stop the program.
    func integer(_ column: Int) -> Int64? {
        guard case .int64(let value) = value(column).storage else { return nil }
        return value
    }

    /// A number of ours: never negative.
    func natural(_ column: Int) -> UInt64? { integer(column).flatMap(UInt64.init(exactly:)) }

    func text(_ column: Int) -> String? {
        guard case .string(let value) = value(column).storage else { return nil }
        return value
    }

    func bytes(_ column: Int) -> [UInt8]? {
        guard case .blob(let value) = value(column).storage else { return nil }
        return Array(value)
    }

    func isNull(_ column: Int) -> Bool { value(column).isNull }

    private func value(_ column: Int) -> DatabaseValue { self[column] }
}
