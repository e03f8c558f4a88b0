import ArgumentParser
import TamgaServer

struct LimitsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "limits", abstract: "Lists the limits that serve --limit sets, with their units and usual values.")

    @Flag(help: "Print one line of JSON.")
    var json = false

    func run() throws {
        let limits = NamedLimit.all
        guard !json else { return Terminal.write(try Answer.line(limits.map(Line.init))) }
        let width = limits.map(\.name.count).max() ?? 0
        for limit in limits {
            let name = limit.name.padding(to: width)
            let value = "\(limit.usual) \(limit.unit.rawValue)"
            Terminal.write("\(name)  \(value.padding(to: 22))  \(limit.meaning)\n")
        }
    }

    private struct Line: Encodable {
        let name, unit, meaning: String
        let usual, least, most: Int

        init(_ limit: NamedLimit) {
            (name, unit, meaning) = (limit.name, limit.unit.rawValue, limit.meaning)
            (usual, least, most) = (limit.usual, limit.allowed.lowerBound, limit.allowed.upperBound)
        }
    }
}

extension String {
    fileprivate func padding(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
