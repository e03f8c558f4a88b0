import Glibc
import TamgaStore

extension StoreError {
    /// What the operating system said, by its error number.
    static func system(_ number: Int32, while doing: String) -> StoreError {
        let cause = "errno \(number)"
        return switch number {
        case EACCES, EPERM, EROFS:
            StoreError(.readOnly, "\(doing): not allowed here", cause: cause)
        case ENOSPC, EDQUOT:
            StoreError(.full, "\(doing): no space is left", cause: cause)
        case EWOULDBLOCK:
            StoreError(.busy, "\(doing): another process holds it", cause: cause)
        case ENOENT, ENOTDIR:
            StoreError(.missing, "\(doing): there is no such place", cause: cause)
        default:
            StoreError(.ioFailed, "\(doing): the system refused", cause: cause)
        }
    }
}
