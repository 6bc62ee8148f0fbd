/// How the elements of charts look. Every colour of a series stands out from the page by 3:1 at least, on light
/// and on dark paper (WCAG 2.2, 1.4.11), and so that neighbours differ in lightness too.
let chartStyle = """
    :root {
      --series-0: #1b5e9b; --series-1: #c2570c; --series-2: #0f7b6c; --series-3: #8e2257;
      --series-4: #6a4bc4; --series-5: #56700a; --series-6: #49566a; --series-7: #96660a;
    }
    @media screen and (prefers-color-scheme: dark) {
      :root {
        --series-0: #6bb1f0; --series-1: #f5995a; --series-2: #45c9b5; --series-3: #ef8ab6;
        --series-4: #b5a0f7; --series-5: #acd155; --series-6: #a9b8cc; --series-7: #ecc35a;
      }
    }
    .chart { display: block; overflow: visible; font-size: 13px; }
    .chart text { fill: var(--ink); stroke: var(--paper); stroke-width: 3px; paint-order: stroke; }
    .chart .remark { fill: var(--quiet); }
    .chart .number { font-variant-numeric: tabular-nums; }
    .chart .area { stroke: var(--paper); stroke-width: 1; }
    .chart .pale { fill: var(--tint); stroke-width: 1.5; }
    .chart .rule { stroke: var(--rule); stroke-width: 1; }
    .chart .axis { stroke: var(--ink); stroke-width: 1; }
    .chart .texture { stroke: var(--paper); stroke-width: 1.6; stroke-linecap: square; fill: none; }
    .chart .line { fill: none; stroke-width: 2.2; stroke-linejoin: round; vector-effect: non-scaling-stroke; }
    .chart .line[stroke-dasharray="none"] { stroke-linecap: round; }
    .chart .point { stroke: var(--paper); stroke-width: 1; }
    \(ChartMark.all.indices.map(seriesStyle).joined(separator: "\n"))

    """

private func seriesStyle(_ series: Int) -> String {
    ".chart .fill-\(series) { fill: var(--series-\(series)); } "
        + ".chart .line-\(series) { stroke: var(--series-\(series)); }"
}
