import NIOCore
import TamgaWire
import Testing

/// Frames with a few bytes changed, cut, put in or repeated: whatever comes of it is a message or a typed error.
@Suite struct MutationTests {
    @Test(arguments: 1...10 as ClosedRange<UInt64>)
    func mutatedFramesNeverCrash(seed: UInt64) throws {
        var arbitrary = Arbitrary(seed: seed)
        let originals = try arbitrary.messages().map { ($0.kind.direction, Array(try $0.frame().readableBytesView)) }
        var refused = 0
        for round in 0..<10_000 {
            let (direction, bytes) = originals[round % originals.count]
            let isTaken = outcome(of: mutate(bytes, &arbitrary), direction, writesAgain: round % 5 == 0)
            if !isTaken { refused += 1 }
        }
        // Mutations that change only content survive; most do not.
        #expect((2_000..<9_900).contains(refused), "seed \(seed)")
    }

    /// Whether every frame was taken; a message that was taken can be written again and is the same.
    private func outcome(of bytes: [UInt8], _ direction: MessageDirection, writesAgain: Bool) -> Bool {
        var reader = FrameReader(direction: direction, limits: .established)
        reader.append(ByteBuffer(bytes: bytes))
        var isGood = true
        do {
            while let event = try reader.next() {
                guard case .frame(let frame) = event, let message = try? Message(frame) else {
                    isGood = false
                    continue
                }
                guard writesAgain else { continue }
                let again = try Message(kind: message.kind, body: try message.body())
                #expect(again == message)
            }
            try reader.finish()
        } catch {
            #expect(error is FrameRefusal)
            return false
        }
        return isGood
    }

    private func mutate(_ bytes: [UInt8], _ arbitrary: inout Arbitrary) -> [UInt8] {
        var bytes = bytes
        for _ in 0...arbitrary.below(3) {
            let place = arbitrary.below(bytes.count + 1)
            switch arbitrary.below(5) {
            case 0 where place < bytes.count: bytes[place] ^= 1 << UInt8(arbitrary.below(8))
            case 1 where place < bytes.count: bytes[place] = arbitrary.integer()
            case 2: bytes.insert(arbitrary.integer(), at: place)
            case 3 where place < bytes.count: bytes.remove(at: place)
            default:
                let end = min(bytes.count, place + arbitrary.below(24))
                bytes.insert(contentsOf: Array(bytes[place..<end]), at: arbitrary.below(bytes.count + 1))
            }
        }
        return bytes
    }

    @Test(arguments: MessageKind.allCases)
    func randomBodiesNeverCrash(kind: MessageKind) {
        var arbitrary = Arbitrary(seed: UInt64(kind.rawValue))
        for _ in 0..<1_000 { _ = refusal(of: arbitrary.bytes(0...200), as: kind) }
    }
}
