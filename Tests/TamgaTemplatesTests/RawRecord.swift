/// A record as field values, laid out by hand from the standard's table and not by the encoder under test.
struct RawRecord {
    var identifier: [UInt8] = [0x46, 0x4D, 0x52, 0x00]
    var version: [UInt8] = [0x20, 0x32, 0x30, 0x00]
    /// nil for the true length.
    var declaredLength: Int?
    var equipment = 0
    var width = 300
    var height = 400
    var horizontalResolution = 197
    var verticalResolution = 197
    /// nil for the true count.
    var viewCount: Int?
    var reserved = 0
    var views: [RawView] = [RawView()]

    var bytes: [UInt8] {
        let body = views.flatMap(\.bytes)
        return identifier + version + big(declaredLength ?? 24 + body.count, 4) + big(equipment, 2) + big(width, 2)
            + big(height, 2) + big(horizontalResolution, 2) + big(verticalResolution, 2)
            + big(viewCount ?? views.count, 1) + big(reserved, 1) + body
    }
}

struct RawView {
    var position = 2
    var number = 0
    var impression = 0
    var quality = 80
    /// nil for the true count.
    var minutiaCount: Int?
    var minutiae: [RawMinutia] = []
    /// nil for the true length.
    var extendedLength: Int?
    var extended: [UInt8] = []

    var bytes: [UInt8] {
        let head = big(position, 1) + big(number << 4 | impression, 1) + big(quality, 1)
        return head + big(minutiaCount ?? minutiae.count, 1) + minutiae.flatMap(\.bytes)
            + big(extendedLength ?? extended.count, 2) + extended
    }
}

struct RawMinutia {
    var kind = 1
    var x = 10
    var reserved = 0
    var y = 20
    var angle = 64
    var quality = 50

    var bytes: [UInt8] {
        big(kind << 14 | x, 2) + big(reserved << 14 | y, 2) + big(angle, 1) + big(quality, 1)
    }
}

/// A number as big-endian bytes.
func big(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).reversed().map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
}

extension RawRecord {
    /// Two views of 20 and 21 minutiae with extended data: 24 + (4 + 120 + 2 + 11) + (4 + 126 + 2) bytes.
    static var realShaped: RawRecord {
        func minutiae(_ count: Int) -> [RawMinutia] {
            (0..<count).map {
                RawMinutia(
                    kind: $0 % 3, x: 5 + 13 * $0, y: 390 - 17 * $0, angle: 11 * $0 % 256, quality: 5 * $0 % 101)
            }
        }
        var record = RawRecord()
        record.views = [
            RawView(position: 7, minutiae: minutiae(20), extended: [0, 1, 0, 11, 1, 1, 20, 12, 5, 7, 5]),
            RawView(position: 2, quality: 40, minutiae: minutiae(21)),
        ]
        return record
    }
}
