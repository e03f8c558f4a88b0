public import ArgumentParser
public import Logging
public import TamgaIdentification
public import TamgaServer

extension ListenAddress: ExpressibleByArgument {
    /// Reads `HOST:PORT`; nil for anything else.
    public init?(argument: String) {
        guard let address = try? ListenAddress(argument) else { return nil }
        self = address
    }
}

extension QualityPolicy: ExpressibleByArgument {}

extension Logger.Level: @retroactive ExpressibleByArgument {}
