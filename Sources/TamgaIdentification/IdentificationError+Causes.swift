import TamgaGallery
import TamgaRegistry
import TamgaStore

extension PersonID {
    /// - Throws: `.badPerson` with what is wrong and what was allowed.
    init(checking text: String, field: String = "person") throws(IdentificationError) {
        do { self = try PersonID(text) } catch {
            throw IdentificationError(.badPerson, field: field, error.description)
        }
    }
}

extension IdentificationError {
    init(_ error: FieldError) {
        self.init(.invalid, field: error.field, error.message, limit: error.allowed)
    }

    static let personExists = IdentificationError(
        .personExists, field: "person", "the person is registered already")
    static let personUnknown = IdentificationError(.personUnknown, field: "person", "no such person is registered")
    static let encounterUnknown = IdentificationError(
        .encounterUnknown, field: "encounter", "the person has no encounter of this number")
    init(_ reason: StopSignal.Reason) {
        switch reason {
        case .cancelled: self.init(.cancelled, "the request was taken back")
        case .expired: self.init(.deadlineExceeded, field: "deadline", "the time for it is over")
        }
    }

    static let notReady = IdentificationError(.notReady, "the gallery is being loaded")

    init(_ error: StoreError) {
        switch error.code {
        case .personExists: self = .personExists
        case .personUnknown: self = .personUnknown
        case .encounterUnknown: self = .encounterUnknown
        case .invalid: self.init(.limitExceeded, field: "fingers", error.message)
        default: self.init(.storageFailed, error.description)
        }
    }

    init(_ error: GalleryError) {
        switch error.code {
        case .personExists: self = .personExists
        case .personUnknown: self = .personUnknown
        case .outOfRange: self.init(.limitExceeded, field: error.field, "out of range", limit: error.limit)
        case .outOfMemory: self.init(.storageFailed, "the gallery found no memory")
        case .stopped: self.init(StopSignal.Reason.cancelled)
        }
    }

    /// Calls the store; its errors become ours.
    static func storing<Value>(
        _ body: () throws(StoreError) -> Value
    ) throws(IdentificationError) -> Value {
        do { return try body() } catch { throw IdentificationError(error) }
    }
}
