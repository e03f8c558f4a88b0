import TamgaTLS
import Testing

@Suite struct TLSLifecycleTests {
    private func lifecycle(_ phase: TLSLifecycle.Phase) -> TLSLifecycle {
        var value = TLSLifecycle()
        if phase == .idle { return value }
        _ = value.start()
        if phase == .handshaking { return value }
        _ = value.handshakeDone()
        if phase == .closing { _ = value.close() }
        if phase == .lingering { _ = value.fail() }
        if phase == .closed { _ = value.inputEnded() }
        return value
    }

    private let all: [TLSLifecycle.Phase] = [.idle, .handshaking, .open, .closing, .lingering, .closed]

    @Test func startsOnce() {
        for phase in all {
            var value = lifecycle(phase)
            #expect(value.phase == phase)
            let starts = value.start()
            #expect(starts == (phase == .idle))
        }
    }

    @Test func opensOnceAndOnlyFromTheHandshake() {
        for phase in all {
            var value = lifecycle(phase)
            let opens = value.handshakeDone()
            #expect(opens == (phase == .handshaking))
        }
    }

    @Test func reportsAnErrorOnlyWhileItMatters() {
        for phase in all {
            var value = lifecycle(phase)
            let reports = value.fail()
            let reportsAgain = value.fail()
            #expect(reports == [.idle, .handshaking, .open].contains(phase) && !reportsAgain)
        }
    }

    @Test func closesByNotifyOnlyWhenOpen() {
        let expected: [TLSLifecycle.Close] = [.now, .now, .sendCloseNotify, .wait, .wait, .now]
        for (phase, close) in zip(all, expected) {
            var value = lifecycle(phase)
            let answer = value.close()
            #expect(answer == close)
        }
    }

    @Test func answersThePeersCloseOnce() {
        for phase in all {
            var value = lifecycle(phase)
            let first = value.peerClosed()
            let second = value.peerClosed()
            #expect(first == (phase == .open ? .sendCloseNotify : .now) && second == .now)
        }
    }

    @Test func tellsTruncationFromAClose() {
        for phase in all {
            var value = lifecycle(phase)
            let error = value.inputEnded()
            switch phase {
            case .open: #expect(error == .truncated)
            case .handshaking: #expect(error == .handshakeFailed(reason: "the connection was dropped"))
            default: #expect(error == nil)
            }
            #expect(value.phase == .closed)
        }
    }

    @Test func takesWritesUntilItIsOver() {
        for phase in all {
            let value = lifecycle(phase)
            #expect(value.acceptsWrites == [.idle, .handshaking, .open].contains(phase))
            #expect(value.holdsWrites == [.idle, .handshaking].contains(phase))
        }
    }
}
