/// How a report looks, in light and in dark.
package enum ReportStyle {
    package static let text = """
        :root { color-scheme: light dark;
          --page: #fbfaf7; --panel: #ffffff; --ink: #1d2530; --muted: #667081; --rule: #dedbd3; --hair: #eeece6;
          --mates: #12708a; --strangers: #c4532f; --good: #2e7d4f; --bad: #b3382c; }
        @media (prefers-color-scheme: dark) { :root {
          --page: #13171c; --panel: #1a1f26; --ink: #e7e9ec; --muted: #98a3b3; --rule: #333b46; --hair: #242b34;
          --mates: #63bfd6; --strangers: #f0906c; --good: #6cc492; --bad: #ef8479; } }
        * { box-sizing: border-box; }
        body { margin: 0 auto; padding: 48px 28px 96px; max-width: 1160px; background: var(--page); color: var(--ink);
          font: 16px/1.55 "Inter", "Segoe UI", system-ui, -apple-system, "Helvetica Neue", sans-serif; }
        h1 { font-size: 30px; line-height: 1.2; letter-spacing: -0.015em; margin: 0 0 6px; font-weight: 650; }
        h2 { font-size: 20px; margin: 56px 0 14px; font-weight: 620; letter-spacing: -0.01em; }
        p { max-width: 76ch; margin: 0 0 14px; } .lead, .small { color: var(--muted); } .small { font-size: 14px; }
        a { color: var(--mates); }
        code { font: 0.92em ui-monospace, "SF Mono", Menlo, Consolas, monospace; }
        .tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(160px, 1fr)); gap: 14px;
          margin: 28px 0; }
        .tile { background: var(--panel); border: 1px solid var(--rule); border-radius: 10px; padding: 14px 16px; }
        .tile span { display: block; font-size: 13px; color: var(--muted); }
        .tile b { display: block; font-size: 30px; font-weight: 620; letter-spacing: -0.02em; line-height: 1.25;
          font-variant-numeric: tabular-nums; }
        .tile b small { font-size: 16px; font-weight: 500; color: var(--muted); }
        .charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(480px, 100%), 1fr)); gap: 18px; }
        .charts figure { margin: 0; background: var(--panel); border: 1px solid var(--rule); border-radius: 10px;
          padding: 16px 16px 10px; }
        .charts figcaption { font-weight: 600; margin: 0 0 8px; } .charts figcaption small { font-weight: 400;
          color: var(--muted); display: block; }
        svg { display: block; width: 100%; height: auto; }
        svg text { fill: var(--muted); font-size: 12px; font-family: inherit; font-variant-numeric: tabular-nums; }
        svg text.axis { fill: var(--ink); font-size: 13px; } svg text.note { fill: var(--ink); }
        .grid { stroke: var(--rule); fill: none; } .hair { stroke: var(--hair); fill: none; }
        .line { fill: none; stroke-width: 1.4; stroke-linejoin: round; } .line.main { stroke-width: 2.6; }
        .main, .mates { stroke: var(--mates); } .strangers { stroke: var(--strangers); }
        .ideal { stroke: var(--muted); stroke-dasharray: 5 5; } .point.main { fill: var(--mates); stroke: var(--panel);
          stroke-width: 1.5; } .point.s0 { fill: #c4532f; stroke: var(--panel); stroke-width: 1.5; }
        .whisker { stroke-width: 1.6; opacity: 0.75; fill: none; }
        .area { stroke: none; opacity: 0.16; } .area.mates { fill: var(--mates); }
        .area.strangers { fill: var(--strangers); }
        .threshold { stroke: var(--ink); stroke-dasharray: 3 4; fill: none; }
        .s0 { stroke: #c4532f; } .s1 { stroke: #8a6bbf; } .s2 { stroke: #4f9a5a; } .s3 { stroke: #c99a2e; }
        .s4 { stroke: #c2588b; } .s5 { stroke: #7d8ca3; } .s6 { stroke: #9c6b3f; } .s7 { stroke: #4a78c2; }
        .legend { list-style: none; display: flex; flex-wrap: wrap; gap: 4px 18px; margin: 8px 0 0; padding: 0;
          font-size: 13px; color: var(--muted); }
        .swatch { display: inline-block; width: 18px; height: 3px; border-radius: 2px; vertical-align: middle;
          margin-right: 7px; }
        .swatch.main, .swatch.mates { background: var(--mates); } .swatch.strangers { background: var(--strangers); }
        .swatch.ideal { background: var(--muted); }
        .swatch.s0 { background: #c4532f; } .swatch.s1 { background: #8a6bbf; } .swatch.s2 { background: #4f9a5a; }
        .swatch.s3 { background: #c99a2e; } .swatch.s4 { background: #c2588b; } .swatch.s5 { background: #7d8ca3; }
        .swatch.s6 { background: #9c6b3f; } .swatch.s7 { background: #4a78c2; }
        .scroll { overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; font-size: 14.5px; font-variant-numeric: tabular-nums; }
        th { text-align: right; font-weight: 600; color: var(--muted); font-size: 13px; vertical-align: bottom; }
        td { vertical-align: top; } th, td { padding: 7px 8px; border-bottom: 1px solid var(--rule); }
        td { text-align: right; white-space: nowrap; }
        th:first-child, td:first-child { text-align: left; padding-left: 0; } td small { color: var(--muted);
          font-size: 12px; font-weight: 400; display: block; line-height: 1.3; } td br { display: none; }
        tr.all td { font-weight: 620; } td small.met { color: var(--good); } td small.missed { color: var(--bad); }
        .pairs { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(480px, 100%), 1fr)); gap: 16px; }
        figure.pair { margin: 0; background: var(--panel); border: 1px solid var(--rule); border-radius: 10px;
          padding: 12px; } figure.pair svg { height: 330px; }
        figure.pair figcaption { margin-top: 10px; font-size: 13px; line-height: 1.45; color: var(--muted);
          overflow-wrap: anywhere; } figure.pair b { color: var(--ink); font-weight: 600; }
        .figure { color: var(--ink); font-variant-numeric: tabular-nums; }
        .sheet { fill: var(--page); stroke: var(--hair); }
        .tie { stroke: var(--strangers); opacity: 0.55; stroke-width: 1.2; fill: none; }
        path.minutia { stroke: var(--muted); stroke-width: 1.6; opacity: 0.6; fill: none; }
        circle.minutia { fill: var(--muted); opacity: 0.6; } path.minutia.paired { stroke: var(--mates); opacity: 1; }
        circle.minutia.paired { fill: var(--mates); opacity: 1; }
        """
}
