// What libFuzzer calls: `tools/fuzz/run` compiles this with the decoders, the promises of the tests and their records.
import Foundation
import TamgaTemplates

/// One input: a byte that chooses the format, then the record.
private struct Input {
    let format: TemplateFormat
    let record: [UInt8]

    /// The format that `TAMGA_FUZZ_FORMAT` names, for every input whatever its first byte.
    private static let stated = ProcessInfo.processInfo.environment["TAMGA_FUZZ_FORMAT"].flatMap {
        TemplateFormat(token: $0)
    }

    init?(_ bytes: [UInt8]) {
        guard let first = bytes.first else { return nil }
        format = Self.stated ?? TemplateFormat.allCases[Int(first) % TemplateFormat.allCases.count]
        record = Array(bytes.dropFirst())
    }

    /// The byte that chooses a format.
    static func choice(_ format: TemplateFormat) -> UInt8 {
        UInt8(TemplateFormat.allCases.firstIndex(of: format) ?? 0)
    }
}

/// Reads one input and ends the process where a promise is broken.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    // SAFETY: libFuzzer passes so many bytes, which it keeps for the time of the call.
    guard let input = Input(Array(unsafe UnsafeBufferPointer(start: start, count: count))) else { return 0 }
    let promises = RecordPromises(format: input.format)
    do throws(RecordPromises.Broken) {
        _ = try promises.check(input.record)
        try promises.checkDetection(input.record)
    } catch {
        FileHandle.standardError.write(Data("promise broken: \(error)\n".utf8))
        abort()
    }
    return 0
}

@_silgen_name("LLVMFuzzerMutate")
private func mutate(_ start: UnsafeMutablePointer<UInt8>, _ count: Int, _ most: Int) -> Int

/// Changes an input as libFuzzer does, and three times in four makes its lengths agree again.
@_cdecl("LLVMFuzzerCustomMutator")
public func fuzzMutate(
    _ start: UnsafeMutablePointer<UInt8>, _ count: Int, _ most: Int, _ seed: UInt32
) -> Int {
    // SAFETY: libFuzzer owns `most` bytes from `start` on, of which it filled `count`, for the time of the call.
    let changed = unsafe mutate(start, count, most)
    guard seed % 4 != 0 else { return changed }
    // SAFETY: as above; `changed` is at most `most`.
    let bytes = Array(unsafe UnsafeBufferPointer(start: start, count: changed))
    guard let input = Input(bytes) else { return changed }
    let mended = [bytes[0]] + LengthMender(format: input.format).mend(input.record)
    guard mended.count <= most else { return changed }
    // SAFETY: as above; `mended` fits.
    for (index, byte) in mended.enumerated() { unsafe start[index] = byte }
    return mended.count
}

/// With `TAMGA_FUZZ_SEEDS=DIR` writes records to begin with, those of the folder `TAMGA_FUZZ_REAL` as well, and ends.
@_cdecl("LLVMFuzzerInitialize")
public func fuzzStart(_ count: UnsafeMutableRawPointer, _ arguments: UnsafeMutableRawPointer) -> CInt {
    let environment = ProcessInfo.processInfo.environment
    guard let folder = environment["TAMGA_FUZZ_SEEDS"] else { return 0 }
    do {
        try writeSeeds(to: folder, real: environment["TAMGA_FUZZ_REAL"])
        exit(0)
    } catch {
        FileHandle.standardError.write(Data("seeds: \(error)\n".utf8))
        exit(1)
    }
}

private func writeSeeds(to folder: String, real: String?) throws {
    func write(_ bytes: [UInt8], _ format: TemplateFormat, _ name: String) throws {
        let place = URL(fileURLWithPath: folder).appendingPathComponent("\(format.token)-\(name)")
        try Data([Input.choice(format)] + bytes).write(to: place)
    }
    for format in TemplateFormat.allCases {
        var random = SeededGenerator(seed: UInt64(format.rawValue))
        for number in 0..<60 {
            try write(try format.encode(AnyRecord(format: format).make(&random)), format, "made-\(number)")
        }
    }
    for input in BrokenInputs.all { try write(input.bytes, input.format, input.name.filter { $0 != " " }) }
    guard let real else { return }
    for name in try FileManager.default.contentsOfDirectory(atPath: real).sorted() {
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: real).appendingPathComponent(name)))
        switch FormatDetection.detect(bytes) {
        case .identified(let format): try write(bytes, format, name)
        case .ambiguous(let formats): for format in formats { try write(bytes, format, name) }
        case .refused: break
        }
    }
}
