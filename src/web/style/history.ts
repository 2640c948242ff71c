/** Weeks, months and years. */
export const HISTORY = `.history { display: block; } .history-head { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 16px; margin-bottom: 12px; } .history-head h1, .history-head h2 { margin: 0 auto 0 0; } .history-head .btn { min-width: 44px; padding: 0 14px; }
.spans { display: flex; flex-wrap: wrap; gap: 8px; } .spans .btn, .history-head .btn { text-decoration: none; }
.reads { position: relative; cursor: crosshair; touch-action: pan-y; } .reads svg { width: 100%; height: auto; } .reading { color: var(--ink); font-variant-numeric: tabular-nums; font-weight: 700; font-size: 15px; min-height: 1.45em; margin-top: 4px; }
.cursor { stroke: var(--ink); stroke-width: 1.5; } .range { stroke: none; opacity: 0.16; } .range.collector { fill: var(--c1); } .range.top { fill: var(--c2); } .range.bottom { fill: var(--c3); } .history .curve { stroke-width: 2; } .history .curve.top { stroke-width: 2.5; } .history .curve.bottom { stroke-dasharray: none; }
.day .tick { opacity: 0.7; } .bar.sun { fill: var(--sun); } .bar.heater { fill: var(--lane2); } .bar.fire { fill: var(--c1); }
.day.small .curve { stroke-width: 1.2; } .history table :is(th, td, th:nth-child(n), td:nth-child(n)) { text-align: right; white-space: nowrap; width: auto; font-size: 15px; padding-right: 0; padding-left: 12px; } .history table :is(th, td):first-child { text-align: left; padding-left: 0; } #history-table { overflow-x: auto; } .history td { font-variant-numeric: tabular-nums; } #history-bars .key .sw { width: 12px; height: 12px; }
`;
