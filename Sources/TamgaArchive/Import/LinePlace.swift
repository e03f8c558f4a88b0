/// A line of a file, or a part of it, as errors name it.
struct LinePlace {
    let file: String
    /// From 1 on.
    let line: Int
    private var path = ""

    init(file: String, line: Int) { (self.file, self.line) = (file, line) }

    func at(_ part: String) -> LinePlace {
        var inner = self
        inner.path = path.isEmpty ? part : "\(path).\(part)"
        return inner
    }

    /// A line that comes later.
    func after(_ lines: Int) -> LinePlace { LinePlace(file: file, line: line + lines) }

    func error(
        _ code: ArchiveError.Code, _ field: String, _ message: String, limit: String? = nil
    ) -> ArchiveError {
        ArchiveError(code, message, file: file, line: line, field: at(field).path, limit: limit)
    }
}
