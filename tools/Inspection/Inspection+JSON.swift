internal import TamgaTemplates

extension Inspection {
    /// One JSON object on one line; the names of its members are listed in docs/TEMPLATE-TOOL.md and stay.
    public func json(minutiae: Bool = false) -> String {
        var members: [String: JSONValue] = ["file": .text(name), "bytes": .number(byteCount)]
        members["format"] = format.map { .text($0.token) }
        members["formatTitle"] = format.map { .text($0.title) }
        members["recognised"] = recognition.map { .text($0.rawValue) }
        switch outcome {
        case .failure(let fault): members["error"] = fault.json
        case .success(let record): members.merge(record.members(minutiae: minutiae)) { $1 }
        }
        return JSONValue.object(members).line
    }
}

extension TemplateRecord {
    fileprivate func members(minutiae: Bool) -> [String: JSONValue] {
        let templates = try? templates()
        var members: [String: JSONValue] = [
            "captureDevice": .number(Int(captureDevice)), "certification": .number(Int(certification)),
            "deviations": .array(deviations.map(\.json)),
            "views": .array(
                views.enumerated().map { $1.json(minutiae: minutiae, normalised: templates?[$0].minutiae) }),
        ]
        members["product"] = product.map {
            .object(["vendor": .number(Int($0.vendor)), "type": .number(Int($0.type))])
        }
        if format == .ansiNIST { members["transaction"] = .array(transaction.map(\.json)) }
        return members
    }
}

extension TemplateDeviation {
    var json: JSONValue {
        var members: [String: JSONValue] = ["kind": .text(kind.rawValue), "meaning": .text(kind.meaning)]
        members["view"] = view.map(JSONValue.number)
        return .object(members)
    }
}

extension NISTField {
    fileprivate var json: JSONValue { .object(["number": .number(number), "value": .text(Words.text(value))]) }
}

extension RecordView {
    fileprivate func json(minutiae wantsMinutiae: Bool, normalised: [Minutia]?) -> JSONValue {
        var members: [String: JSONValue] = [
            "position": .object(["code": .number(Int(position.rawValue)), "name": .text(position.name)]),
            "number": .number(Int(number)),
            "impression": .object([
                "code": .number(Int(impression.rawValue)), "name": .text(CaseName.hyphenated(impression)),
            ]),
            "qualities": .array(qualities.map(\.json)), "image": image.json,
            "hasMinutiaQuality": .flag(hasMinutiaQuality), "minutiaCount": .number(minutiae.count),
            "ridgeEndingType": .number(Int(ridgeEndingType)), "extendedData": .array(extendedData.map(\.json)),
            "otherFields": .array(otherFields.map(\.json)),
        ]
        members["capture"] = capture?.json
        if wantsMinutiae {
            members["minutiae"] = .array(
                minutiae.enumerated().map { $1.json(at500DPI: normalised?[$0], hasQuality: hasMinutiaQuality) })
        }
        return .object(members)
    }
}

extension RecordQuality {
    fileprivate var json: JSONValue {
        .object([
            "score": .number(Int(score)), "vendor": .number(Int(vendor)), "algorithm": .number(Int(algorithm)),
        ])
    }
}

extension StatedImage {
    fileprivate var json: JSONValue {
        .object([
            "width": .number(width), "height": .number(height), "horizontalResolution": .number(horizontalResolution),
            "verticalResolution": .number(verticalResolution),
        ])
    }
}

extension RecordMinutia {
    fileprivate func json(at500DPI normalised: Minutia?, hasQuality: Bool) -> JSONValue {
        var members: [String: JSONValue] = [
            "x": .number(Int(x)), "y": .number(Int(y)), "angle": .number(Int(angle)), "kind": .text("\(kind)"),
        ]
        if hasQuality { members["quality"] = .number(Int(quality)) }
        members["at500dpi"] = normalised.map {
            .object([
                "x": .number(Int($0.x)), "y": .number(Int($0.y)), "angle": .number(Int($0.angle)),
                "quality": .number(Int($0.quality)),
            ])
        }
        return .object(members)
    }
}

extension CaptureDetails {
    fileprivate var json: JSONValue {
        var members: [String: JSONValue] = [
            "technology": .number(Int(technology)), "vendor": .number(Int(vendor)), "device": .number(Int(device)),
        ]
        if date != .notReported {
            members["date"] = .object([
                "year": .number(Int(date.year)), "month": .number(Int(date.month)), "day": .number(Int(date.day)),
                "hour": .number(Int(date.hour)), "minute": .number(Int(date.minute)),
                "second": .number(Int(date.second)), "milliseconds": .number(Int(date.milliseconds)),
            ])
        }
        members["certificates"] = certificates.map { all in
            .array(
                all.map { .object(["authority": .number(Int($0.authority)), "scheme": .number(Int($0.scheme))]) })
        }
        return .object(members)
    }
}

extension ExtendedDataItem {
    fileprivate var json: JSONValue {
        switch self {
        case .ridgeCounts(let counts):
            let pairs = counts.counts.map { pair in
                JSONValue.object([
                    "first": .number(Int(pair.first)), "second": .number(Int(pair.second)),
                    "count": .number(Int(pair.count)),
                ])
            }
            return .object([
                "kind": .text("ridge-counts"), "method": .number(Int(counts.method)), "counts": .array(pairs),
            ])
        case .coresAndDeltas(let points):
            return .object([
                "kind": .text("cores-and-deltas"), "cores": .array(points.cores.map(\.json)),
                "deltas": .array(points.deltas.map(\.json)),
            ])
        case .zonalQuality(let zones):
            return .object([
                "kind": .text("zonal-quality"), "vendor": .number(Int(zones.vendor)),
                "algorithm": .number(Int(zones.algorithm)), "cellWidth": .number(Int(zones.cellWidth)),
                "cellHeight": .number(Int(zones.cellHeight)), "depth": .number(Int(zones.depth)),
                "cells": .text(zones.cells.map { Words.hex(Int($0), digits: 2) }.joined()),
            ])
        case .other(let type, let bytes):
            return .object([
                "kind": .text("other"), "type": .number(Int(type)),
                "data": .text(bytes.map { Words.hex(Int($0), digits: 2) }.joined()),
            ])
        }
    }
}

extension SingularPoint {
    fileprivate var json: JSONValue {
        .object(["x": .number(Int(x)), "y": .number(Int(y)), "angles": .array(angles.map { .number(Int($0)) })])
    }
}
