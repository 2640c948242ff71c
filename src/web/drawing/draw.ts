import type { Html } from "../html.ts";
import { classOf } from "./colours.ts";
import { type Layout, layoutOf, type PlacedFlow } from "./layout.ts";
import { type Pen, penWith } from "./pen.ts";
import type { DrawingWords, DrawnAir, DrawnPlant } from "./plant.ts";
import { drawPump, drawWays } from "./pumps.ts";
import { drawSource } from "./source.ts";
import { drawStore } from "./store.ts";

export interface Drawing {
	readonly words: DrawingWords;
	/** What a screen reader says in its place. */
	readonly label: string;
	/** Begins its ids; `plant` if it is the only drawing on a page. */
	readonly prefix?: string;
	/** Removes secrets from names. */
	readonly clean?: (text: string) => string;
	/** A class more. */
	readonly kind?: string;
}

/** Height of what is told of the ventilation. */
export const AIR_TALL = 52;

/**
 * A plant as SVG, from plain data, without a DOM, a clock or a file. Colours and motion come from `DRAWING_STYLE`. Undefined
 * where there is nothing to draw.
 */
export function drawPlant(plant: DrawnPlant, drawing: Drawing): Html | undefined {
	const { words, label, prefix = "plant", clean = (text) => text, kind = "" } = drawing;
	if (plant.sources.length + plant.stores.length === 0 && plant.air === undefined) return undefined;
	const pen = penWith(words, prefix, clean);
	const { html } = pen;
	const layout = layoutOf(plant);
	const running = layout.flows.filter(({ flow }) => flow.runs);
	const high = layout.height + (plant.air === undefined ? 0 : AIR_TALL);
	return html`<svg class="scheme ${layout.top > 0 ? "simple" : "wide"} ${kind}" viewBox="6 ${layout.top} ${layout.width - 6} ${high - layout.top}" role="img" aria-label="${label}"><defs><pattern id="${prefix}-lost" width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="p0" width="9" height="9"/><path class="p1" d="M0 0v9"/></pattern></defs>${pipes(
		pen,
		layout,
	)}${running.map((flow) => moving(pen, flow, plant))}${running.map(({ arrows }) => arrows.map((at) => arrow(pen, at)))}${layout.sources.map(
		(source) => drawSource(pen, source),
	)}${layout.pumps.map((pump) => drawPump(pen, pump, isLane(pump.pump.id, layout)))}${layout.stores.map((store, n) => drawStore(pen, store, n))}${drawWays(pen, plant.ways, layout)}${
		plant.air === undefined ? undefined : air(pen, plant.air, layout)
	}</svg>`;
}

const isLane = (pump: string, { flows }: Layout) =>
	flows.some(({ flow, cold }) => flow.pump === pump && cold === undefined);

/** All pipes at rest; a lane passes over the others with a gap. */
function pipes({ html }: Pen, { flows }: Layout): readonly Html[] {
	const lines = new Map(
		flows.flatMap(({ hot, cold }) => [hot, cold].flatMap((d) => (d === undefined ? [] : [[d, cold === undefined]]))),
	);
	return [...lines].map(
		([d, lane]) => html`${lane ? html`<path class="gap" d="${d}"/>` : undefined}<path class="pipe" d="${d}"/>`,
	);
}

/** % of a pump's speed between two classes of motion. */
const PACE = 10;

function moving({ html }: Pen, { flow, hot, cold }: PlacedFlow, { pumps }: DrawnPlant): Html {
	const { speed = 100 } = pumps.find(({ id }) => id === flow.pump) ?? {};
	const pace = Math.min(100, Math.max(PACE, Math.ceil(speed / PACE) * PACE));
	const line = (d: string | undefined, temperature: number | undefined) =>
		d === undefined
			? undefined
			: html`<path class="run ${classOf(temperature)}" d="${d}"/><path class="flow s${pace}" d="${d}"/>`;
	return html`${line(hot, flow.hot)}${line(cold, flow.cold)}`;
}

function arrow({ html }: Pen, { x, y, to }: PlacedFlow["arrows"][number]): Html {
	const shape =
		to === "down"
			? `M${x - 7} ${y - 4}h14l-7 11z`
			: to === "left"
				? `M${x} ${y - 7}v14l-11-7z`
				: `M${x} ${y - 7}v14l11-7z`;
	return html`<path class="way" d="${shape}"/>`;
}

function air({ html }: Pen, { title, text }: DrawnAir, { width, height }: Layout): Html {
	return html`<g class="air" transform="translate(0 ${height})"><rect x="8" width="${Math.min(width - 16, 440)}" height="44" rx="12"/><path class="x" d="m38 8 14 14-14 14-14-14z"/><path class="a" d="M20 11l34 22m-7 .5 7-.5-2.5-6.6M20 33l34-22m-2.5 6.6 2.5-6.6-7-.5"/><text class="l" x="68" y="27"><tspan class="k">${title}</tspan>${"\u2002"}${text}</text></g>`;
}
