/** Colours, type, the frame and what is on every page. */
export const BASE = `:root {
	color-scheme: light dark;
	--bg: #f4f6f7; --card: #fff; --ink: #16202a; --quiet: #54606a; --line: #dde2e6; --edge: #7d8993; --shade: #edf1f3;
	--act: #006a8a; --on-act: #fff; --good: #1a7447; --good-g: #e1f3e9; --warn: #8a5200; --warn-g: #fdf0d8; --bad: #b3261e; --bad-g: #fbe8e5; --sun: #f0a51e;
	--pipe: #cfd6db; --c1: #c4460f; --c2: #a06a00; --c3: #2672ab; --lane1: #237a4e; --lane2: #b5532a;
}
@media (prefers-color-scheme: dark) { :root {
	--bg: #101315; --card: #1a1e21; --ink: #edf0f2; --quiet: #a7b1b9; --line: #2d343a; --edge: #78848d; --shade: #252b30;
	--act: #5ac4e4; --on-act: #06222c; --good: #6bd3a0; --good-g: #17302a; --warn: #f4c463; --warn-g: #352b16; --bad: #ff9d92; --bad-g: #3b2120; --sun: #f5b73f;
	--pipe: #3a434a; --c1: #ff8a57; --c2: #eeb940; --c3: #6fb6e6; --lane1: #4fae80; --lane2: #d9774c;
} }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-padding-top: 64px; }
body { margin: 0; background: var(--bg); color: var(--ink); font: 16px/1.45 Roboto, -apple-system, "Segoe UI", "Helvetica Neue", Arial, system-ui, sans-serif; min-height: 100vh; display: flex; flex-direction: column; }
h1, h2, h3, p, ul, ol, dl, dd { margin: 0; padding: 0; } ul { list-style: none; }
h1, .title { font-size: clamp(26px, 3vw, 36px); line-height: 1.15; font-weight: 700; letter-spacing: -0.015em; text-wrap: balance; }
h2 { font-size: 18px; line-height: 1.3; font-weight: 700; } h3 { font-size: 16px; font-weight: 700; }
p, li, dd, code { overflow-wrap: anywhere; } td, th { overflow-wrap: break-word; }
b, strong { font-weight: 700; } .quiet { color: var(--quiet); font-weight: 400; }
a { color: var(--act); } :focus-visible { outline: 3px solid var(--act); outline-offset: 2px; border-radius: 8px; }
code, pre { font: 13px/1.5 ui-monospace, Menlo, Consolas, "Liberation Mono", "DejaVu Sans Mono", monospace; }
pre { margin: 8px 0 12px; padding: 12px; background: var(--shade); border-radius: 8px; overflow-x: auto; }
summary { cursor: pointer; color: var(--act); padding: 10px 0; min-height: 44px; }
svg { display: block; }
nav { position: sticky; top: 0; z-index: 2; display: flex; align-items: center; gap: 4px; height: 48px; padding: 0 24px; background: var(--card); border-bottom: 1px solid var(--line); }
nav strong { margin-right: auto; } nav a { display: flex; align-items: center; gap: 8px; height: 48px; padding: 0 14px; color: var(--quiet); text-decoration: none; font-size: 15px; border-block: 3px solid transparent; }
nav svg { display: none; width: 24px; height: 24px; fill: none; stroke: currentColor; stroke-width: 1.9; stroke-linecap: round; stroke-linejoin: round; }
nav a[aria-current], :root:has(#view-today:target) nav a[href$="today"], :root:has(#view-details:target) nav a[href$="details"], :root:not(:has(.view:target, nav a[aria-current])) nav a[href$="wall"], :root:has(#view-wall:target) nav a[href$="wall"] { color: var(--ink); font-weight: 700; border-bottom-color: var(--act); }
main { flex: 1; width: 100%; display: flex; flex-direction: column; }
.view { width: 100%; max-width: 1248px; margin: 0 auto; padding: 20px 24px; display: none; }
.view:target, :root:not(:has(.view:target)) #view-wall { display: block; }
@supports not selector(:has(a)) { .view { display: block; } }
.part { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 20px; margin-bottom: 16px; min-width: 0; } .part:empty { display: none; }
#now, #today, #view-wall:has(.plant) { background: none; border: 0; padding: 0; border-radius: 0; } .part > h2:first-child { margin-bottom: 12px; }
#today { margin-bottom: 20px; } #today p { margin-top: 8px; }
.chip { display: inline-block; padding: 1px 10px; border-radius: 99px; background: var(--shade); color: var(--ink); font-size: 14px; }
.chip.strong { background: var(--warn-g); color: var(--warn); font-weight: 700; }
.dot { display: inline-block; width: 11px; height: 11px; border-radius: 50%; background: var(--quiet); margin-right: 4px; }
.dot.good { background: var(--good); } .dot.bad { background: var(--bad); } .dot.busy { background: var(--sun); }
table { width: 100%; border-collapse: collapse; font-size: 15px; } th, td { text-align: left; padding: 8px 8px 8px 0; vertical-align: baseline; } th { font-weight: 400; }
thead th { color: var(--quiet); font-size: 14px; padding-top: 0; } tbody tr { border-top: 1px solid var(--line); }
td.figure, th:nth-child(2), td:nth-child(2):not([colspan]) { text-align: right; white-space: nowrap; padding-right: 12px; } td.figure { font-weight: 700; font-variant-numeric: tabular-nums; }
td:last-child, th:last-child { padding-right: 0; font-size: 14px; } td:nth-child(3), th:nth-child(3) { width: 1%; white-space: nowrap; } .waits td { color: var(--quiet); }
.lost th { color: var(--bad); font-weight: 700; } .lost th, .lost td { padding-bottom: 0; } tbody .why { border-top: 0; } .why td { color: var(--bad); padding-top: 0; } .none { color: var(--bad); font-size: 14px; }
.broker { margin-bottom: 6px; } .facts { display: flex; flex-wrap: wrap; gap: 2px 18px; margin-bottom: 10px; color: var(--quiet); font-size: 15px; } .audit { margin-top: 14px; border-top: 1px solid var(--line); padding-top: 14px; }
meter { width: 110px; height: 12px; vertical-align: middle; margin-right: 6px; }
.proofs { display: grid; gap: 8px; margin-top: 6px; } .proofs li { display: grid; grid-template-columns: minmax(96px, auto) 1fr; gap: 12px; font-size: 15px; }
.proofs .mark { color: var(--quiet); } .fine .mark { color: var(--good); } .problem .mark { color: var(--bad); font-weight: 700; }
.problems { display: grid; gap: 14px; } .problems dt code { font-weight: 700; } .problems dd { margin: 2px 0 0; } #problems { border-left: 5px solid var(--bad); } .problems + p { margin-top: 16px; }
.steps { padding-left: 1.3em; display: grid; grid-template-columns: minmax(0, 1fr); gap: 12px; } #trial { margin-top: 12px; } .steps li::marker { color: var(--act); font-weight: 700; }
.found { margin: 6px 0 14px; } .found li { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: 0 14px; padding: 7px 0; border-top: 1px solid var(--line); } .found b { font-variant-numeric: tabular-nums; }
footer { width: 100%; max-width: 1248px; margin: 0 auto; padding: 0 24px 20px; font-size: 14px; } :root:not(:has(.view:target)) body:has(.plant) footer, :root:has(#view-wall:target) body:has(.plant) footer { display: none; }
#lost { position: sticky; top: 48px; z-index: 2; padding: 10px 20px; background: var(--warn-g); color: var(--warn); font-weight: 700; text-align: center; }
.old .plant { filter: grayscale(1); opacity: 0.85; } .old .scheme .flow, .old .scheme .way { display: none; } .old .figs, .old .part:not(#now) { opacity: 0.7; }
@media (max-width: 599px) {
	nav { position: fixed; inset: auto 0 0; height: 60px; padding: 0; border: 0; border-top: 1px solid var(--line); gap: 0; } nav strong { display: none; }
	nav a { flex: 1; height: 60px; flex-direction: column; gap: 1px; justify-content: center; padding: 0; font-size: 12px; } nav svg { display: block; }
	nav a[aria-current], :root:has(#view-today:target) nav a[href$="today"], :root:has(#view-details:target) nav a[href$="details"], :root:not(:has(.view:target, nav a[aria-current])) nav a[href$="wall"], :root:has(#view-wall:target) nav a[href$="wall"] { border-bottom-color: transparent; border-top-color: var(--act); }
	body { padding-bottom: 60px; } .view { padding: 16px 12px; } .part { padding: 16px; margin-bottom: 12px; } #lost { top: 0; }
}
@media (forced-colors: active) { .dot, .state, .chip, .part { border: 1px solid; } }
`;
