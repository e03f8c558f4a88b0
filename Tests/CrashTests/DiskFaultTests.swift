import Foundation
import Glibc
import TamgaHarness
import Testing

/// A fault of the disk below the store of a server that runs.
enum DiskFault: String, CaseIterable, CustomTestStringConvertible {
    case full, fullAfterHalf, readOnly, writeFails, writeTears, syncFails

    var testDescription: String { rawValue }

    func arm(_ faults: FaultyIO, on pattern: String = "*/data/tamga.sqlite*") throws {
        switch self {
        case .full: try faults.arm([.write, .allocate], error: ENOSPC, on: pattern)
        case .fullAfterHalf: try faults.arm([.write, .allocate], error: ENOSPC, .tear, on: pattern)
        case .readOnly: try faults.arm(.changing, error: EROFS, on: pattern)
        case .writeFails: try faults.arm(.write, on: pattern)
        case .writeTears: try faults.arm(.write, .tear, on: pattern)
        case .syncFails: try faults.arm(.sync, on: pattern)
        }
    }
}

/// What a change is answered while the disk fails, and what of it is left.
@Suite struct DiskFaultTests {
    /// Changes fail in words, searches go on, and the first change after the fault succeeds without a restart.
    @Test(arguments: DiskFault.allCases)
    func aFaultFailsChangesAndNothingElse(fault: DiskFault) throws {
        let site = try FaultedServer(persons: 2)
        try fault.arm(site.faults)
        let failed = try site.enrol(3)
        #expect(failed.isStorageFailed, "\(failed)")
        #expect(try site.delete(1).isStorageFailed)
        try site.expectHolds([1, 2], not: [3], "while it lasts")
        #expect(try site.found(3) == nil)
        #expect(try site.faults.disarm() >= 2)

        #expect(try site.enrol(4).status == 0)
        #expect(try site.delete(2).status == 0)
        try site.expectHolds([1, 4], not: [2, 3], "afterwards")
        try site.restart()
        try site.expectHolds([1, 4], not: [2, 3], "after a kill")
        try site.expectSound()
    }

    /// Killed before anything else is asked for: nothing of a change that was refused is there.
    @Test(arguments: DiskFault.allCases)
    func whatWasRefusedIsNotThere(fault: DiskFault) throws {
        let site = try FaultedServer(persons: 2)
        try fault.arm(site.faults)
        #expect(try site.enrol(3).isStorageFailed)
        try site.restart()
        try site.expectHolds([1, 2], not: [3])
        try site.expectSound()

        try fault.arm(site.faults)
        #expect(try site.delete(1).isStorageFailed)
        try site.restart()
        #expect(try site.show(1).status == 0)
        try site.expectSound()
    }

    /// Whichever call of an enrolment or of a deletion fails: what was answered is so, and nothing else.
    @Test(arguments: [FaultyIO.Manner.refuse, .tear])
    func whicheverCallFails(manner: FaultyIO.Manner) throws {
        let site = try FaultedServer(persons: 2)
        var (present, absent): (Set<Int>, Set<Int>) = ([1, 2], [])
        var isOver = false
        var number = 2
        while !isOver, number < 60 {
            number += 1
            try site.faults.arm(.all, manner, on: "*/data/tamga.sqlite*", passing: number - 3, failing: 1)
            let outcome = try site.enrol(number)
            isOver = try site.faults.disarm() == 0
            #expect(outcome.status == 0 || outcome.isStorageFailed, "\(number): \(outcome)")
            if outcome.status == 0 { present.insert(number) } else { absent.insert(number) }
        }
        #expect(isOver && absent.count > 5, "\(absent)")
        for (passing, number) in present.sorted().enumerated() where number > 1 {
            try site.faults.arm(.all, manner, on: "*/data/tamga.sqlite*", passing: passing, failing: 1)
            let outcome = try site.delete(number)
            #expect(outcome.status == 0 || outcome.isStorageFailed, "\(number): \(outcome)")
            if outcome.status == 0 {
                present.remove(number)
                absent.insert(number)
            }
        }
        try site.faults.disarm()
        try site.expectHolds(present, not: absent.sorted().prefix(4))
        try site.restart()
        try site.expectHolds(present, not: absent.sorted().prefix(4), "after a kill")
        try site.expectSound()
    }

    /// A disk that takes half of what it is given takes the rest when it is asked again.
    @Test func shortWritesLoseNothing() throws {
        let site = try FaultedServer(persons: 1)
        try site.faults.arm([.write, .read], .shorten, on: "*/data/tamga.sqlite*")
        for number in 2...4 { #expect(try site.enrol(number).status == 0) }
        #expect(try site.delete(1).status == 0)
        #expect(try site.faults.disarm() > 10)
        try site.restart()
        try site.expectHolds([2, 3, 4], not: [1])
        try site.expectSound()
    }

    /// Nothing of a person can be read from the store, and searches, which are made in memory, go on.
    @Test func aStoreThatCannotBeReadIsSaid() throws {
        let site = try FaultedServer(persons: 2)
        try site.faults.arm(.read, on: "*/data/tamga.sqlite*")
        let shown = try site.show(1)
        #expect(shown.isStorageFailed, "\(shown)")
        #expect(try site.found(1) == "p-1")
        #expect(try site.faults.disarm() > 0)
        try site.expectHolds([1, 2])
        #expect(try site.enrol(3).status == 0)
        try site.restart()
        try site.expectHolds([1, 2, 3])
        try site.expectSound()
    }
}
