import TamgaGallery
import TamgaWire

extension Urgency {
    /// The one table from the wire's classes.
    init(_ requestClass: RequestClass) {
        self =
            switch requestClass {
            case .border: .border
            case .enrolment: .enrolment
            case .bulk: .bulk
            }
    }
}

extension RequestWaits {
    /// Milliseconds by urgency.
    init(_ milliseconds: [Int]) {
        func stated(_ urgency: Urgency) -> UInt32 {
            UInt32(min(milliseconds[urgency.rawValue], WireLimits.statedMilliseconds.upperBound))
        }
        self.init(border: stated(.border), enrolment: stated(.enrolment), bulk: stated(.bulk))
    }

    subscript(requestClass: RequestClass) -> UInt32 {
        switch requestClass {
        case .border: border
        case .enrolment: enrolment
        case .bulk: bulk
        }
    }
}
