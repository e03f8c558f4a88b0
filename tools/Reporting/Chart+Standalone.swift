extension Chart {
    /// The chart as a picture of its own: with its style inside, and its legend in the upper left corner.
    package func standalone() -> String {
        let words = legend.enumerated().map { index, entry in
            let y = 34 + 20 * index
            return "<path class=\"line \(entry.style)\" d=\"M88 \(y)h22\"/>"
                + "<text class=\"note\" x=\"116\" y=\"\(y + 4)\">\(Markup.escaped(entry.text))</text>"
        }
        return drawing()
            .replacing("<svg class=\"chart\"", with: "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\"")
            .replacing("</svg>", with: "<style>\(Self.style)</style>\n" + words.joined(separator: "\n") + "\n</svg>\n")
    }

    private static let style = """
        svg { background: #ffffff; font-family: "Inter", "Segoe UI", system-ui, sans-serif; }
        text { fill: #667081; font-size: 12px; } text.axis { fill: #1d2530; font-size: 13px; }
        text.note { fill: #1d2530; }
        .grid { stroke: #dedbd3; fill: none; } .hair { stroke: #eeece6; fill: none; }
        .line { fill: none; stroke-width: 2.2; stroke-linejoin: round; } .main { stroke: #12708a; }
        .s0 { stroke: #c4532f; } .s1 { stroke: #8a6bbf; } .s2 { stroke: #4f9a5a; } .s3 { stroke: #c99a2e; }
        """
}
