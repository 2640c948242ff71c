import { ROOM_STYLE } from "../drawing/room.ts";

/** The first screen, to be read from three metres away. */
export const WALL = `.narrow { display: none; }
.figs { display: grid; gap: 20px; align-content: center; }
.fig .big { font-weight: 700; line-height: 0.95; letter-spacing: -0.035em; white-space: nowrap; font-variant-numeric: tabular-nums; font-size: 56px; } .fig .big small { font-size: 0.42em; letter-spacing: 0; margin-left: 0.25em; }
.fig p + p { color: var(--quiet); margin-top: 6px; } .by { margin-top: 8px; display: flex; flex-wrap: wrap; gap: 4px 20px; font-size: 16px; } .by li { display: flex; align-items: center; gap: 7px; } .by strong { white-space: nowrap; }
.sw { width: 12px; height: 12px; } .sw.sun { fill: var(--sun); } .sw.heater { fill: var(--lane2); } .sw.fire { fill: var(--c1); }
.hours { width: 100%; max-width: 420px; min-height: 0; } .hours .sun { fill: var(--sun); } .hours .heater { fill: var(--lane2); } .hours .fire { fill: var(--c1); } .hours text { font-size: 11px; fill: var(--quiet); text-anchor: middle; } .hours .line { stroke: var(--edge); }
.need { display: grid; grid-template-columns: auto 1fr; gap: 6px 14px; align-items: center; } .need .say { font-weight: 700; line-height: 1.2; font-size: 20px; } .need .say a { font-weight: 400; font-size: 0.75em; } .need .do { color: var(--quiet); margin-top: 4px; }
svg.mark { width: 34px; height: 34px; fill: none; stroke: var(--card); stroke-width: 3; stroke-linecap: round; stroke-linejoin: round; } .mark.ok circle { fill: var(--good); stroke: none; } .mark.look .b { fill: var(--warn); stroke: none; } .mark.act .b { fill: var(--bad); stroke: none; }
.others { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 4px 16px; margin-top: 12px; } .others div { display: flex; justify-content: space-between; gap: 12px; padding: 10px 0; } .others div + div { border-top: 1px solid var(--line); } .others dt { font-weight: 700; } .others dt { min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; } .others dd { flex: none; color: var(--quiet); font-variant-numeric: tabular-nums; }
@media (min-width: 600px) {
	#view-wall:has(.plant) { max-width: 1600px; height: calc(100vh - 49px); height: calc(100svh - 49px); min-height: 420px; padding: 2.6vh 3vw; }
	:root:not(:has(.view:target)) #view-wall:has(.plant), #view-wall:has(.plant):target { display: flex; flex-direction: column; }
	#now:has(.plant) { flex: 1; min-height: 0; margin: 0; display: grid; grid-template: auto minmax(0, 1fr) / minmax(0, 1.16fr) minmax(0, 1fr); gap: 8px 4vw; align-items: center; }
	#now h1 { font-size: clamp(32px, min(5.2vw, 9vh), 84px); grid-column: 1 / -1; } #now h1.long { font-size: clamp(28px, min(4vw, 7vh), 64px); }
	#now .plant { height: 100%; min-height: 0; overflow: hidden; container: plant / size; } #now .plant .scheme, #now .broad { height: 100%; }
	.narrow { height: 100%; gap: 20px 4vw; align-items: center; } #now .narrow .scheme { flex: 1 1 40%; min-width: 0; } .narrow .others { flex: 1 1 50%; margin: 0; } .narrow .others div { font-size: clamp(15px, 3.2cqh, 22px); padding: clamp(4px, 1.6cqh, 12px) 0; }
	@container plant (max-aspect-ratio: 5/4) { .narrow { flex-direction: column; } #now .narrow .scheme { flex: 1 1 0; min-height: 0; } .narrow .others { flex: none; width: 100%; } }
${ROOM_STYLE}
	#now:has(.plant) .figs { height: 100%; container-type: size; gap: 4cqh; }
	#now:has(.plant) .fig .big { font-size: clamp(40px, min(9vw, 18.5cqh), 132px); } #now:has(.plant):not(:has(.wide)) .figs { display: flex; flex-direction: column; justify-content: safe center; } #now:has(.plant):not(:has(.wide)) .figs > * { flex: none; } #now:has(.plant):not(:has(.wide)) .figs > .hours { flex: 0 1 22cqh; width: auto; max-width: 100%; align-self: flex-start; }
	#now:has(.plant):not(:has(.wide)) .figs:has(.by, .do) .big { font-size: clamp(36px, min(8vw, 15cqh), 112px); } #now:has(.plant):not(:has(.wide)) .figs:has(.by, .do) > .hours { flex-basis: 18cqh; }
	#now:has(.plant):not(:has(.wide)) .figs:has(.by):has(.do) { gap: 3cqh; } #now:has(.plant):not(:has(.wide)) .figs:has(.by):has(.do) .big { font-size: clamp(36px, min(7vw, 12cqh), 96px); } #now:has(.plant):not(:has(.wide)) .figs:has(.by):has(.do) > .hours { display: none; }
	#now:has(.plant) .fig p + p, #now:has(.plant) .by { font-size: clamp(15px, min(2vw, 4.4cqh), 26px); }
	#now:has(.plant) .need .say { font-size: clamp(18px, min(2.5vw, 6cqh), 32px); } #now:has(.plant) .need .do { font-size: clamp(15px, min(1.7vw, 4cqh), 22px); } #now:has(.plant) .mark { width: clamp(28px, 8cqh, 46px); height: auto; }
	#now:has(.wide) { grid-template: auto minmax(0, 1fr) auto / 1fr; } #now:has(.wide) .figs { container-type: normal; height: auto; display: flex; gap: 8px 4vw; align-items: center; justify-content: start; } #now:has(.wide) .fig { flex: 0 1 auto; } #now:has(.wide) .hours { flex: 1 0 min(260px, 22vw); height: clamp(56px, 16vh, 130px); align-self: center; } #now:has(.wide) .need { flex: 0 1 auto; max-width: 28vw; }
	#now:has(.wide) .by { flex-direction: column; } #now:has(.wide) .by li { white-space: nowrap; } #now:has(.wide) .fig .big { font-size: clamp(44px, min(6vw, 11vh), 84px); } #now:has(.wide) .fig p + p, #now:has(.wide) .by { font-size: clamp(15px, min(2vw, 3vh), 24px); } #now:has(.wide) .need .say { font-size: clamp(18px, min(2.2vw, 4vh), 28px); } #now:has(.wide) .need .do { font-size: 16px; }
}
@media (max-width: 599px) {
	.broad { display: none; } .narrow { display: block; } #view-wall:has(.plant) { padding: 20px 16px; } #now { display: flex; flex-direction: column; gap: 18px; margin: 0; } #now h1 { font-size: 30px; }
	.figs { grid-template-columns: 1fr 1fr; gap: 14px 12px; align-items: start; } .figs .need { grid-column: 1 / -1; order: -1; } .figs .hours { grid-column: 1 / -1; max-width: none; height: auto; } .fig .big { font-size: clamp(36px, 12vw, 56px); } .by { font-size: 15px; }
}
`;
