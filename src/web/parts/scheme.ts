import type { Html } from "../html.ts";
import type { RenderContext } from "../render-context.ts";
import type { SensorView, View } from "../view.ts";
import { isSingle } from "./circuits.ts";
import { bandsOf, percentOf, warmth } from "./colours.ts";
import { wideScheme } from "./wide-scheme.ts";

/** Position of the tank in units of the picture. */
const TANK = { x: 268, y: 34, width: 84, height: 150 } as const;
/** The plant as a picture. It is hidden from screen readers, because the text below says the same. */
export const scheme = (context: RenderContext, view: View): Html | undefined =>
	isSingle(view) ? single(context, view) : wideScheme(context, view);

/** Collector, pump and tank. Undefined without a collector or tank. */
function single({ html, celsius }: RenderContext, { sensors, outputs, circuits }: View): Html | undefined {
	const collector = sensors.find((s) => s.role === "collector");
	const tank = sensors.find((s) => s.role === "tank");
	if (collector === undefined || tank === undefined) return undefined;
	const pump = outputs.find((o) => o.role === "pump");
	const runs = circuits.some((circuit) => circuit.runs);
	const heater = outputs.find((o) => o.role === "heater");
	const shown = (s: SensorView) => (s.value === undefined ? "?" : `${celsius(s.value)} °C`);
	const bands = bandsOf(
		sensors.filter((s) => s.role === "tank_layer"),
		tank,
	);
	const tall = TANK.height / bands.length;
	return html`<svg class="scheme${runs ? " runs" : ""}" viewBox="0 0 372 210" aria-hidden="true" focusable="false">
<defs><clipPath id="tank"><rect x="${TANK.x}" y="${TANK.y}" width="${TANK.width}" height="${TANK.height}" rx="18"/></clipPath></defs>
<g class="sun"><circle cx="34" cy="34" r="14"/><path d="M34 8v-6M34 66v-6M8 34h-6M66 34h-6M16 16l-4-4M52 16l4-4M16 52l-4 4M52 52l4 4"/></g>
<path class="pipe" d="M146 62H268"/><path class="pipe" d="M268 164H84V142"/>
<path class="flow hot" d="M146 62H268"/><path class="flow cold" d="M268 164H84V142"/>
<path class="panel ${warmth(collector.value)}" d="M52 140 104 52h56L108 140z"/><path class="glass" d="M70 140 122 52M89 140 141 52"/>
<g clip-path="url(#tank)">${bands.map(
		(value, n) =>
			html`<rect class="${warmth(value)}" x="${TANK.x}" y="${TANK.y + n * tall}" width="${TANK.width}" height="${tall + 0.5}"/>`,
	)}</g><rect class="wall" x="${TANK.x}" y="${TANK.y}" width="${TANK.width}" height="${TANK.height}" rx="18"/>
${heater === undefined ? undefined : html`<path class="rod${(heater.actual ?? 0) > 0 ? " glows" : ""}" d="M352 128h-44m0 0c-10 0-10-12 0-12h30"/>`}
${pump === undefined ? undefined : html`<g class="pump"><circle cx="190" cy="164" r="17"/><path d="M198 154 180 164 198 174z"/>${percentOf(html, pump, 190, 200)}</g>`}
<text class="figure" x="106" y="34">${shown(collector)}</text><text class="figure middle" x="${TANK.x + TANK.width / 2}" y="22">${shown(tank)}</text>
</svg>`;
}
