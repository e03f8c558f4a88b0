import Foundation
import TamgaHarness

/// `make demo`: the main job end to end; ends with status 1 where any answer was not what it should be.
@main
enum TamgaDemo {
    static func main() {
        do {
            Interruption.install()
            let certificates = Workplace.repository.appendingPathComponent("certs/generated")
            let place = try Workplace(named: "tamga-demo", certificates: certificates)
            let isRight = try run(in: place)
            place.remove()
            exit(isRight ? 0 : 1)
        } catch {
            FileHandle.standardError.write(Data("demo: \(error)\n".utf8))
            exit(1)
        }
    }

    private static func run(in place: Workplace) throws -> Bool {
        do {
            var demonstration = try Demonstration(in: place)
            return try demonstration.run()
        } catch {
            place.remove()
            throw error
        }
    }
}
