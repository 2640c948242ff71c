import { SHADES } from "./colours.ts";

const PACES = Array.from({ length: 10 }, (_, n) => (n + 1) * 10);
/** Seconds for 36 units at this speed in %. */
const period = (pace: number) => (3 - (2.2 * pace) / 100).toFixed(2);

/**
 * The style of a drawing. It needs the custom properties `--bg`, `--card`, `--ink`, `--quiet`, `--edge`, `--shade`, `--pipe`,
 * `--good`, `--warn` and `--sun`.
 */
export const DRAWING_STYLE = `.scheme { display: block; width: 100%; height: auto; }
.scheme text { font-family: inherit; fill: var(--ink); font-variant-numeric: tabular-nums; }
.scheme path { stroke-linejoin: round; stroke-linecap: round; } .scheme :where(path:not(.panel)) { fill: none; }
.scheme .c { text-anchor: middle; } .scheme .l { font-size: 15px; fill: var(--quiet); } .scheme .n { font-size: 28px; font-weight: 700; letter-spacing: -0.02em; }
.scheme .m { font-size: 20px; font-weight: 700; } .scheme .v { font-size: 16px; font-weight: 700; text-anchor: end; } .scheme .k { font-weight: 700; fill: var(--ink); } .scheme .held { font-weight: 700; fill: var(--warn); }
.scheme .pipe { stroke: var(--pipe); stroke-width: 9; } .scheme .gap { stroke: var(--bg); stroke-width: 19; stroke-linecap: butt; } .scheme .run { stroke-width: 9; stroke: var(--edge); }
.scheme .flow { stroke: #fff; stroke-opacity: 0.9; stroke-width: 2.5; stroke-dasharray: 5 13; animation: flow 3s linear infinite; }
@keyframes flow { to { stroke-dashoffset: -36; } }
${PACES.map((pace) => `.scheme .s${pace} { animation-duration: ${period(pace)}s; }`).join(" ")}
.scheme .way { fill: var(--ink); stroke: var(--bg); stroke-width: 3; paint-order: stroke; } .scheme .p0 { fill: var(--card); } .scheme .p1 { stroke: var(--edge); stroke-width: 3; }
.scheme .rim { fill: none; stroke: var(--edge); stroke-width: 3; } .scheme .seam { stroke: #fff; stroke-width: 2.5; opacity: 0.75; } .scheme .seam.thin { stroke-width: 1.2; }
.scheme .flame { fill: #fff; fill-opacity: 0.85; }
.scheme .sun circle { fill: var(--sun); } .scheme .sun path { stroke: var(--sun); stroke-width: 3; } .scheme .sun.out circle { fill: none; stroke: var(--edge); stroke-width: 2; stroke-dasharray: 3 4; } .scheme .moon { fill: var(--edge); }
.scheme .pump circle { fill: var(--card); stroke: var(--edge); stroke-width: 3; } .scheme .pump path { fill: var(--edge); } .scheme .pump.on circle { stroke: var(--good); } .scheme .pump.on path { fill: var(--good); }
.scheme .cut { stroke: #fff; opacity: 0.35; stroke-width: 1; } .scheme .skin { fill: none; stroke: var(--edge); stroke-width: 3; } .scheme .coil { stroke: #14202a; stroke-opacity: 0.5; stroke-width: 4; } .scheme .brace { stroke: var(--quiet); stroke-width: 2; } .scheme .sign { stroke: #14202a; stroke-opacity: 0.55; stroke-width: 3.5; }
.scheme .heat rect { fill: var(--card); stroke: var(--edge); stroke-width: 2.5; } .scheme .heat path { stroke: #14202a; stroke-opacity: 0.65; stroke-width: 2.5; fill: #fff; fill-opacity: 0.5; } .scheme .heat.on path { fill: #ffe27a; fill-opacity: 1; } .scheme .heat.on rect { fill: var(--sun); }
.scheme .valve path { fill: var(--card); stroke: var(--edge); stroke-width: 2.5; } .scheme .valve .go { fill: var(--good); stroke: var(--good); }
.scheme .air rect { fill: var(--shade); } .scheme .air .x { stroke: var(--edge); stroke-width: 2; fill: var(--card); } .scheme .air .a { stroke: var(--quiet); stroke-width: 1.8; }
${SHADES.map(({ name, colour }) => `.scheme .${name} { fill: ${colour}; } .scheme .run.${name} { fill: none; stroke: ${colour}; }`).join("\n")}
${SHADES.map(({ name, ink }) => `.scheme .on-${name} { fill: ${ink}; }`).join(" ")}
@media (prefers-reduced-motion: reduce) { .scheme .flow { animation: none; } }
`;
