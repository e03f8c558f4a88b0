package import TamgaWire

/// What is asked of a list of open things: the list, or that one of them be closed.
package enum ListRequest: Hashable, Sendable {
    case list(after: FactReference?)
    case close(FactReference)

    /// - Throws: ``CommandError`` of status `usage` naming the option.
    package init(_ opened: OpenedFact, after: String?, closing: String?) throws(CommandError) {
        guard let closing else {
            self = .list(after: try after.map { text throws(CommandError) in
                try FactReference(text, option: "--after")
            })
            return
        }
        guard after == nil else {
            throw .usage("one is closed or the list is shown", field: opened.option, limit: "without --after")
        }
        self = .close(try FactReference(closing, option: opened.option))
    }
}
