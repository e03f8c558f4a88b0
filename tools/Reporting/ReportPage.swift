/// The frame of a report: one page of HTML that needs nothing else.
package enum ReportPage {
    /// - Parameters:
    ///   - title: plain text.
    ///   - body: HTML; what came from outside must have gone through ``Markup/escaped(_:)``.
    package static func html(title: String, body: String) -> String {
        """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(Markup.escaped(title))</title>
        <style>
        \(ReportStyle.text)
        </style></head><body>
        \(body)
        </body></html>

        """
    }
}
