/// How a page looks: on a screen of any width, on light and dark paper, printed on A4. Sides are named by the
/// direction of reading, so that the same rules serve Arabic and French.
let pageStyle = """
    :root {
      color-scheme: light dark;
      --paper: #ffffff; --ink: #1a2129; --quiet: #55606e; --rule: #cfd6de; --tint: #f3f6f9; --accent: #1b5e9b;
      --danger: #fbdcdc; --warning: #fdf0c8; --success: #ddf2dd;
    }
    @media screen and (prefers-color-scheme: dark) {
      :root {
        --paper: #14181d; --ink: #e8ecf0; --quiet: #a5b0bc; --rule: #3a434d; --tint: #1e242b; --accent: #7db9f2;
        --danger: #5a1f24; --warning: #4d3d0a; --success: #17422a;
      }
    }
    * { box-sizing: border-box; }
    body {
      margin: 0; background: var(--paper); color: var(--ink); line-height: 1.55;
      font-family: "Noto Sans", "Segoe UI", "Helvetica Neue", Arial, "Noto Sans Arabic", "Geeza Pro", Tahoma,
        sans-serif;
    }
    :lang(ar) { font-family: "Noto Sans Arabic", "Segoe UI", "Geeza Pro", Tahoma, "Noto Sans", sans-serif; }
    main { max-width: 72rem; margin-inline: auto; padding: 1.5rem 1rem 3rem; }
    h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin-block: 2rem 0.6rem; overflow-wrap: anywhere; }
    h1 { font-size: 1.9rem; margin-block: 0 0.4rem; }
    h2 { font-size: 1.4rem; }
    h3 { font-size: 1.15rem; }
    h4, h5, h6 { font-size: 1rem; }
    .subtitle { margin-block: 0 1.5rem; color: var(--quiet); font-size: 1.1rem; overflow-wrap: anywhere; }
    .text { max-width: 44rem; overflow-wrap: anywhere; }
    .text p, .text li { unicode-bidi: plaintext; text-align: left; }
    [dir="rtl"] .text p, [dir="rtl"] .text li { text-align: right; }
    a { color: var(--accent); }
    pre, code { font-family: "Noto Sans Mono", Menlo, Consolas, monospace; font-size: 0.92em; }
    code { background: var(--tint); padding: 0.1em 0.3em; border-radius: 0.2em; }
    pre { direction: ltr; text-align: left; white-space: pre-wrap; background: var(--tint); padding: 0.8rem; }
    pre code { padding: 0; }
    blockquote { margin-inline: 0; padding-inline-start: 1rem; border-inline-start: 3px solid var(--rule); }
    .note, .remark { color: var(--quiet); font-size: 0.9rem; margin-block: 0.5rem; overflow-wrap: anywhere; }

    .metrics {
      display: grid; grid-template-columns: repeat(auto-fill, minmax(9.5rem, 1fr)); gap: 0.75rem;
      margin-block: 1.25rem;
    }
    .metrics div {
      border: 1px solid var(--rule); border-block-start: 3px solid var(--accent); border-radius: 0.25rem;
      padding: 0.7rem 0.9rem; break-inside: avoid; overflow-wrap: anywhere;
    }
    .metrics dt { color: var(--quiet); font-size: 0.9rem; }
    .metrics dd { margin: 0; font-size: 1.6rem; font-weight: 600; font-variant-numeric: tabular-nums; }
    .metrics .beside { font-size: 0.85rem; font-weight: 400; color: var(--quiet); }

    .box {
      overflow: auto; max-height: 85vh; border: 1px solid var(--rule); border-radius: 0.25rem;
      margin-block: 1rem 0.4rem;
    }
    .box:focus-visible, summary:focus-visible { outline: 3px solid var(--accent); outline-offset: 1px; }
    table { border-collapse: separate; border-spacing: 0; width: 100%; font-size: 0.94rem; }
    caption { text-align: start; }
    caption span { position: sticky; inset-inline-start: 0; display: inline-block; padding: 0.5rem 0.75rem; }
    caption, .caption { font-weight: 600; }
    th, td {
      text-align: start; vertical-align: top; padding: 0.45rem 0.75rem; min-width: 4rem; max-width: 26rem;
      overflow-wrap: break-word;
    }
    thead th, thead td {
      position: sticky; inset-block-start: 0; background: var(--tint); border-block-end: 2px solid var(--rule);
      vertical-align: bottom;
    }
    tbody th { font-weight: 400; }
    tbody tr:nth-child(even) > * { background: var(--tint); }
    tfoot td { font-weight: 600; border-block-start: 2px solid var(--rule); }
    .banner {
      margin-block: 0 1.25rem; padding: 0.5rem 0.75rem; border: 2px solid var(--rule); border-radius: 0.25rem;
      font-weight: 700;
    }
    .banner.closed { border-color: #b3261e; background: var(--danger); }
    .group th { font-weight: 600; background: var(--paper); padding-block-start: 0.9rem; text-align: start; }
    .group th span { position: sticky; inset-inline-start: 0.75rem; }
    .subtotal td { font-weight: 600; border-block-start: 1px solid var(--rule); }
    tbody tr.danger > td, tbody td.danger { background: var(--danger); }
    tbody tr.warning > td, tbody td.warning { background: var(--warning); }
    tbody tr.success > td, tbody td.success { background: var(--success); }
    tbody tr.muted > td, tbody td.muted { color: var(--quiet); }
    .sign { font-weight: 700; }
    .sparkline { vertical-align: middle; }
    .sparkline path {
      fill: none; stroke: var(--accent); stroke-width: 1.8; stroke-linejoin: round; stroke-linecap: round;
    }
    .center { text-align: center; }
    .end { text-align: end; font-variant-numeric: tabular-nums; }
    td.end, time { white-space: nowrap; }

    @media screen and (max-width: 40rem) {
      table { width: max-content; min-width: 100%; }
      th, td { max-width: 60vw; }
    }

    figure { margin: 1.5rem 0; max-width: 46rem; break-inside: avoid; }
    figure.donut { max-width: 26rem; }
    figcaption { font-weight: 600; margin-block-end: 0.5rem; overflow-wrap: anywhere; }
    summary { cursor: pointer; color: var(--accent); padding-block: 0.3rem; font-size: 0.9rem; width: fit-content; }

    @page { size: A4; margin: 16mm 14mm; }
    @page across { size: A4 landscape; }
    @media print {
      :root { font-size: 10pt; }
      main { max-width: none; padding: 0; }
      h1, h2, h3, h4, h5, h6, figcaption, caption { break-after: avoid; }
      .box { overflow: visible; max-height: none; border: 0; }
      .across { page: across; }
      thead th, thead td, caption span { position: static; }
      thead { display: table-header-group; }
      tfoot { display: table-row-group; }
      tr { break-inside: avoid; }
      th, td { min-width: 0; max-width: 12rem; padding: 0.25rem 0.5rem; }
      .listed table, .listed caption, .listed tbody, .listed tfoot { display: block; }
      .listed thead { display: none; }
      .listed tr { display: block; columns: 2; break-inside: auto; padding-block: 0.5rem; border-block-end: 1px solid var(--rule); }
      .listed td { display: block; text-align: start; white-space: normal; break-inside: avoid; max-width: none; }
      .listed td::before { content: attr(data-title) " "; color: var(--quiet); }
      summary { display: none; }
      .chart, tbody tr > *, thead > tr > *, .metrics div { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
    }

    """
