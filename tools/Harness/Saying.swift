import Foundation

/// Prints a line that can be read at once, also where the output goes to a file or another program: what long work says
/// of itself is of no use at its end.
public func say(_ line: String) {
    // Where nobody listens any more the work goes on.
    try? FileHandle.standardOutput.write(contentsOf: Data("\(line)\n".utf8))
}
