/** The reasons, what can be done, and what is to be looked at. */
export const TODAY = `#concerns:has(.well) { background: none; border: 0; padding: 0; } .well { color: var(--quiet); }
.concerns { display: grid; gap: 10px; }
.concerns li { display: grid; gap: 4px 14px; padding: 12px 14px; border-radius: 10px; border-left: 5px solid var(--warn); background: var(--warn-g); }
.concerns .alarm { border-color: var(--bad); background: var(--bad-g); }
.severity { color: var(--warn); } .alarm .severity { color: var(--bad); }
.remedy { color: var(--quiet); } .concerns .remedy { color: var(--ink); margin-top: 4px; } .concerns .remedy::before, .proofs .remedy::before { content: "→ "; }
.outputs { display: grid; gap: 16px; } .output p { margin: 6px 0 0; }
.state { display: inline-block; margin-left: 6px; padding: 1px 11px; border-radius: 99px; background: var(--shade); color: var(--quiet); font-size: 14px; font-weight: 700; }
.on .state { background: var(--good-g); color: var(--good); } .bad .state { background: var(--bad-g); color: var(--bad); }
.output h3 .quiet { font-size: 15px; margin-left: 4px; } .fault { color: var(--bad); } .output details:not(.hold) { margin-top: 4px; font-size: 15px; } .output details li { margin: 4px 0; }
#outputs > h2 { margin-bottom: 12px; } .outputs + h2 { margin-top: 24px; }
#outputs { background: none; border: 0; padding: 0; } #outputs > h2 { margin-top: 4px; }
.outputs { grid-template-columns: minmax(0, 1fr); } #outputs .output { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 20px; }
.output .line { font-size: 20px; line-height: 1.35; } .output .change { font-weight: 700; } .output h3 { font-size: 18px; } .note { background: var(--warn-g); color: var(--warn); border-radius: 8px; padding: 8px 12px; }
.margin { width: 100%; max-width: 520px; height: auto; margin-top: 14px; } .margin text { font-size: 12px; fill: var(--quiet); font-variant-numeric: tabular-nums; } .margin .c { text-anchor: middle; } .margin .now { fill: var(--ink); font-weight: 700; font-size: 13px; }
.margin .track, .progress .track, .share .track { fill: var(--shade); } .margin .track { stroke: var(--edge); } .margin .beyond { fill: var(--line); } .margin .fill { fill: var(--edge); } .margin.on .fill { fill: var(--lane1); } .margin .in { fill: #fff; font-weight: 700; } .margin .limit { stroke: var(--ink); stroke-width: 3; stroke-linecap: round; } .margin .at { fill: var(--ink); }
.btn { display: inline-flex; align-items: center; justify-content: center; min-height: 44px; min-width: 44px; padding: 0 18px; border: 1px solid var(--edge); border-radius: 22px; background: var(--card); color: var(--act); font: inherit; font-size: 15px; font-weight: 700; cursor: pointer; }
.btn:hover { background: var(--shade); } .btn.go { background: var(--act); border-color: var(--act); color: var(--on-act); } .btn[aria-busy] { opacity: 0.55; } span.btn.none { visibility: hidden; }
.buttons { display: flex; flex-wrap: wrap; gap: 8px; } .output p.buttons, .panel p.buttons { margin-top: 10px; }
.hold { margin-top: 12px; } .hold summary { display: inline-flex; align-items: center; font-weight: 700; font-size: 15px; padding: 0 18px; border: 1px solid var(--edge); border-radius: 22px; list-style: none; } .hold summary::-webkit-details-marker { display: none; } .hold summary:hover { background: var(--shade); } .hold[open] summary { margin-bottom: 10px; } .hold .panel { background: var(--shade); border-radius: 10px; padding: 4px 16px 14px; } .panel .quiet { margin-top: 10px; font-size: 14px; }
.targets > div, .plan li { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 4px 16px; padding: 10px 0; } .targets > div + div, .plan li + li { border-top: 1px solid var(--line); } .targets dd { margin-left: auto; font-variant-numeric: tabular-nums; } .step { display: flex; align-items: center; gap: 8px; } .step .btn { padding: 0; width: 44px; border-radius: 50%; font-size: 20px; } .step strong { min-width: 76px; text-align: center; } .when form { display: flex; flex-wrap: wrap; gap: 8px; justify-content: flex-end; } .when input:not([type=hidden]) { min-height: 44px; min-width: 0; width: 156px; padding: 8px 12px; border: 1px solid var(--edge); border-radius: 8px; background: var(--card); color: var(--ink); font: inherit; } .when input[type=text] { width: 240px; } .when .quiet { font-size: 14px; margin-top: 4px; text-align: right; }
.plan li { justify-content: flex-start; align-items: baseline; flex-wrap: nowrap; } .plan strong { min-width: 58px; font-variant-numeric: tabular-nums; }
.progress { width: 100%; height: 8px; margin: 12px 0 8px; } .progress .fill { fill: var(--act); } .progress.due .fill { fill: var(--warn); } .legionella + .legionella { margin-top: 16px; } .legionella .quiet { font-size: 14px; }
.yields { display: grid; gap: 20px 28px; grid-template-columns: repeat(auto-fit, minmax(200px, 1fr)); } .yields .sum { font-size: 28px; font-weight: 700; letter-spacing: -0.02em; line-height: 1.1; } .yields .sum small { font-size: 16px; margin-left: 4px; letter-spacing: 0; } .yields .by { font-size: 15px; }
.share { width: 100%; height: 14px; margin: 8px 0; border-radius: 7px; overflow: hidden; } .share .sun { fill: var(--sun); } .share .heater { fill: var(--lane2); } .share .fire { fill: var(--c1); }
.day { width: 100%; height: auto; } .day.small { display: none; } .day text { font-size: 13px; fill: var(--quiet); font-variant-numeric: tabular-nums; } .day .end { text-anchor: end; } .day .mid { text-anchor: middle; } .day .name { fill: var(--ink); font-weight: 700; font-size: 12px; paint-order: stroke; stroke: var(--card); stroke-width: 3px; }
.day .grid { stroke: var(--line); fill: none; } .day .grid.use { stroke: var(--edge); stroke-dasharray: 2 4; } .day .future { fill: var(--shade); opacity: 0.6; } .day .now { stroke: var(--ink); stroke-width: 1.5; stroke-dasharray: 4 4; } .band.pump { fill: var(--lane1); } .band.heater { fill: var(--lane2); }
.curve { fill: none; stroke-width: 2.5; stroke-linejoin: round; stroke-linecap: round; } .curve.collector { stroke: var(--c1); } .curve.top { stroke: var(--c2); stroke-width: 3.5; } .curve.bottom { stroke: var(--c3); stroke-dasharray: 7 5; }
.key { display: flex; flex-wrap: wrap; gap: 4px 20px; margin-top: 8px; font-size: 15px; } .key li { display: flex; align-items: center; gap: 8px; } .key svg { width: 22px; height: 6px; } .key strong { font-variant-numeric: tabular-nums; }
@media (max-width: 599px) { .day.wide { display: none; } .day.small { display: block; } }
#said { position: fixed; z-index: 3; left: 50%; bottom: 24px; transform: translateX(-50%); max-width: min(560px, 92vw); padding: 12px 20px; border-radius: 10px; background: var(--ink); color: var(--bg); font-weight: 700; } #said.failed { background: var(--bad); color: var(--bg); }
@media (prefers-color-scheme: dark) { .margin .in { fill: #08130d; } }
@media (max-width: 599px) { #said { bottom: 76px; } #outputs .output { padding: 16px; } .buttons .btn { flex: 1 1 auto; padding: 0 12px; } .margin text { font-size: 13px; } }
@media (min-width: 900px) {
	.outputs { grid-template-columns: repeat(2, minmax(0, 1fr)); align-items: start; } .output + .output { border-top: 1px solid var(--line); padding-top: 20px; }
	#view-today:target { display: grid; grid-template-columns: repeat(12, minmax(0, 1fr)); gap: 0 16px; align-items: start; } #view-today > .part { grid-column: 1 / -1; } #yields:not(:empty) { grid-column: span 8; } #yields:not(:empty) + #legionella:not(:empty) { grid-column: span 4; } #plan:not(:empty):has(+ #targets:not(:empty)) { grid-column: span 6; } #plan:not(:empty) + #targets { grid-column: span 6; }
}
@media (min-width: 560px) { .concerns li { grid-template-columns: 84px 1fr; } }
`;
