/** The page's style: colours of paper and sun, or of a summer night, from a phone's 360 px up to a desktop. */
export const STYLE = `:root {
	color-scheme: light dark;
	--paper: #f5f3ee; --card: #ffffff; --ink: #20292f; --quiet: #5a666e; --line: #e4e0d7; --shade: #efece5;
	--sun: #e9a21b; --good: #1c7553; --bad: #b3261e; --warn: #8a5600; --hot: #d1512d; --cold: #3b82a6;
	--bad-ground: #fcebe8; --warn-ground: #fdf3dc; --good-ground: #e3f3ec;
	--w0: #5c9ec4; --w1: #74b3bd; --w2: #9cc29a; --w3: #d9c66a; --w4: #eab04c; --w5: #e8893a; --w6: #dc5f34; --w7: #b93227; --wx: #cfcac0;
}
@media (prefers-color-scheme: dark) {
	:root {
		--paper: #12181c; --card: #1b2328; --ink: #e8edf0; --quiet: #a2afb7; --line: #2c373e; --shade: #232d33;
		--sun: #f3bb4a; --good: #63cfa4; --bad: #ff9d92; --warn: #f3c766; --hot: #f0855f; --cold: #6cb4d6;
		--bad-ground: #3a2020; --warn-ground: #332a16; --good-ground: #183028; --wx: #4a545b;
	}
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
main { max-width: 1080px; margin: 0 auto; padding: 12px 12px 0; display: grid; grid-template-columns: minmax(0, 1fr); }
.part { background: var(--card); border: 1px solid var(--line); border-radius: 18px; padding: 18px; margin-bottom: 14px; min-width: 0; }
.part:empty { display: none; }
h1 { margin: 0 0 8px; font-size: clamp(1.5rem, 4.2vw, 2.1rem); line-height: 1.2; font-weight: 650; letter-spacing: -0.01em; text-wrap: balance; }
h2 { margin: 0 0 12px; font-size: 1.05rem; font-weight: 650; }
h3 { margin: 0; font-size: 1rem; font-weight: 650; }
p { margin: 0 0 8px; } p:last-child { margin-bottom: 0; }
ul, ol, dl { margin: 0; padding: 0; } ul { list-style: none; }
p, li, dd, code { overflow-wrap: anywhere; } td, th { overflow-wrap: break-word; }
.quiet { color: var(--quiet); font-weight: 400; }
code, pre { font: 0.86em/1.5 ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; }
pre { margin: 8px 0 12px; padding: 12px; background: var(--shade); border-radius: 10px; overflow-x: auto; }
summary { cursor: pointer; color: var(--quiet); padding: 6px 0; } summary:hover { color: var(--ink); }
:focus-visible { outline: 3px solid var(--sun); outline-offset: 2px; border-radius: 6px; }
.chip { display: inline-block; padding: 2px 10px; border-radius: 99px; background: var(--shade); color: var(--ink); font-size: 0.9em; }
.chip.strong { background: var(--warn-ground); color: var(--warn); font-weight: 600; }
.dot { display: inline-block; width: 11px; height: 11px; border-radius: 50%; background: var(--quiet); margin-right: 4px; }
.dot.good { background: var(--good); } .dot.bad { background: var(--bad); } .dot.busy { background: var(--sun); }
#now { display: grid; gap: 16px; align-items: center; }
#now:not(:has(.scheme)) { padding-block: 28px; }
.scheme { width: 100%; max-width: 400px; height: auto; justify-self: center; }
.scheme .sun { stroke: var(--sun); stroke-width: 3; stroke-linecap: round; fill: none; } .scheme .sun circle { fill: var(--sun); }
.scheme .pipe, .scheme .flow { fill: none; stroke: var(--line); stroke-width: 6; stroke-linejoin: round; }
.scheme .flow { visibility: hidden; stroke-width: 4; stroke-dasharray: 7 9; stroke-linecap: round; }
.scheme.runs .flow { visibility: visible; animation: flow 1.4s linear infinite; } .scheme .hot { stroke: var(--hot); } .scheme .cold { stroke: var(--cold); }
@keyframes flow { to { stroke-dashoffset: -32; } }
.scheme .panel { stroke: var(--card); stroke-width: 2; stroke-linejoin: round; } .scheme .glass { stroke: var(--card); stroke-width: 2; opacity: 0.5; }
.scheme .wall { fill: none; stroke: var(--quiet); stroke-width: 2.5; }
.scheme .pump circle { fill: var(--card); stroke: var(--quiet); stroke-width: 2.5; } .scheme .pump path { fill: var(--quiet); }
.scheme.runs .pump circle { stroke: var(--good); } .scheme.runs .pump path { fill: var(--good); }
.scheme .rod { fill: none; stroke: var(--card); stroke-width: 4; stroke-linecap: round; opacity: 0.85; } .scheme .rod.glows { stroke: #fff2b3; opacity: 1; }
.scheme .figure { font-size: 17px; font-weight: 650; fill: var(--ink); font-variant-numeric: tabular-nums; } .scheme .middle { text-anchor: middle; }
.scheme .small { font-size: 12px; fill: var(--quiet); font-variant-numeric: tabular-nums; }
.scheme.wide { max-width: 460px; } .scheme.wide .pipe { stroke-width: 5; }
.scheme.wide .flow { visibility: visible; stroke-width: 3.5; animation: flow 1.4s linear infinite; }
.drive circle { fill: var(--card); stroke: var(--quiet); stroke-width: 2.5; } .drive path { fill: var(--quiet); }
.drive.on circle { stroke: var(--good); } .drive.on path { fill: var(--good); }
.way { fill: var(--card); stroke: var(--quiet); stroke-width: 2; stroke-linejoin: round; } .way.open { fill: var(--good); stroke: var(--good); }
.circuits { margin-bottom: 22px; }
.warmth-0 { fill: var(--w0); } .warmth-1 { fill: var(--w1); } .warmth-2 { fill: var(--w2); } .warmth-3 { fill: var(--w3); }
.warmth-4 { fill: var(--w4); } .warmth-5 { fill: var(--w5); } .warmth-6 { fill: var(--w6); } .warmth-7 { fill: var(--w7); } .warmth-unknown { fill: var(--wx); }
#concerns:has(.well) { background: none; border: 0; padding: 0 20px; } .well { color: var(--quiet); }
.concerns { display: grid; gap: 10px; }
.concerns li { display: grid; gap: 4px 14px; padding: 12px 14px; border-radius: 12px; border-left: 5px solid var(--warn); background: var(--warn-ground); }
.concerns .alarm { border-color: var(--bad); background: var(--bad-ground); }
.severity { color: var(--warn); } .alarm .severity { color: var(--bad); }
.concerns p, .proofs p { margin: 0; } .remedy { color: var(--quiet); } .concerns .remedy { color: var(--ink); margin-top: 4px; } .concerns .remedy::before, .proofs .remedy::before { content: "→ "; }
.problems { display: grid; gap: 14px; } .problems dt code { font-weight: 650; } .problems dd { margin: 2px 0 0; } #problems { border-left: 5px solid var(--bad); } .problems + p { margin-top: 16px; }
.steps { padding-left: 1.3em; display: grid; grid-template-columns: minmax(0, 1fr); gap: 12px; } #trial { margin-top: 12px; } .steps li::marker { color: var(--sun); font-weight: 700; }
.found { margin: 6px 0 14px; } .found li { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: 0 14px; padding: 7px 0; border-top: 1px solid var(--line); } .found b { font-variant-numeric: tabular-nums; }
.outputs { display: grid; gap: 14px; } .output + .output { border-top: 1px solid var(--line); padding-top: 14px; } .output p { margin: 4px 0 0; }
.state { display: inline-block; margin-left: 6px; padding: 1px 11px; border-radius: 99px; background: var(--shade); color: var(--quiet); font-size: 0.9rem; }
.on .state { background: var(--good-ground); color: var(--good); } .bad .state { background: var(--bad-ground); color: var(--bad); }
.output h3 .quiet { font-size: 0.92rem; margin-left: 4px; } .fault { color: var(--bad); } .output details { margin-top: 4px; font-size: 0.94rem; } .output details li { margin: 4px 0; }
table { width: 100%; border-collapse: collapse; } th, td { text-align: left; padding: 8px 8px 8px 0; vertical-align: baseline; } th { font-weight: 400; }
thead th { color: var(--quiet); font-size: 0.86rem; padding-top: 0; } tbody tr { border-top: 1px solid var(--line); }
td.figure, th:nth-child(2), td:nth-child(2):not([colspan]) { text-align: right; white-space: nowrap; padding-right: 12px; } td.figure { font-weight: 650; font-variant-numeric: tabular-nums; }
td:last-child, th:last-child { padding-right: 0; font-size: 0.9rem; } td:nth-child(3), th:nth-child(3) { width: 1%; white-space: nowrap; } .waits td { color: var(--quiet); }
.lost th { color: var(--bad); font-weight: 600; } .lost th, .lost td { padding-bottom: 0; } tbody .why { border-top: 0; } .why td { color: var(--bad); padding-top: 0; } .none { color: var(--bad); font-size: 0.9rem; }
.broker { margin-bottom: 6px; } .facts { display: flex; flex-wrap: wrap; gap: 2px 18px; margin-bottom: 10px; color: var(--quiet); font-size: 0.94rem; } .audit { margin-top: 14px; border-top: 1px solid var(--line); padding-top: 14px; }
meter { width: 110px; height: 12px; vertical-align: middle; margin-right: 6px; }
.proofs { display: grid; gap: 8px; margin-top: 6px; } .proofs li { display: grid; grid-template-columns: minmax(96px, auto) 1fr; gap: 12px; font-size: 0.94rem; }
.mark { color: var(--quiet); } .fine .mark { color: var(--good); } .problem .mark { color: var(--bad); font-weight: 650; }
footer { max-width: 1080px; margin: 0 auto; padding: 0 20px 28px; font-size: 0.86rem; }
#lost { position: sticky; top: 0; z-index: 1; padding: 10px 20px; background: var(--warn-ground); color: var(--warn); font-weight: 600; text-align: center; }
.old main { filter: grayscale(1); opacity: 0.55; } .old .flow { animation: none !important; }
@media (min-width: 560px) { .concerns li { grid-template-columns: 84px 1fr; } }
@media (min-width: 860px) {
	main { grid-template-columns: repeat(2, minmax(0, 1fr)); grid-template-rows: repeat(5, auto) 1fr; column-gap: 20px; padding: 24px 24px 0; align-items: start; }
	.part { padding: 24px; margin-bottom: 20px; }
	#now, #problems, #concerns, #steps, #broker { grid-column: 1 / -1; } #now:has(.scheme) { grid-template-columns: 1fr 400px; }
	#now { grid-row: 1; } #problems { grid-row: 2; } #concerns { grid-row: 3; } #steps { grid-row: 4; } #outputs { grid-row: 5; } #broker { grid-row: 6; }
	#outputs:not(:empty) ~ #sensors:not(:empty) { grid-column: 2; grid-row: 5 / span 2; } #sensors:not(:empty) ~ #broker { grid-column: 1; }
	#sensors { grid-row: 5; grid-column: 2; } footer { padding-inline: 32px; }
}
@media (prefers-reduced-motion: reduce) { .scheme .flow { animation: none !important; } }
@media (forced-colors: active) { .dot, .state, .chip { border: 1px solid; } }
`;
