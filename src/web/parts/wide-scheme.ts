import { cut } from "#model/untyped/cut.ts";
import type { Html } from "../html.ts";
import type { CircuitView, PartView } from "../plant-view.ts";
import type { RenderContext } from "../render-context.ts";
import type { SensorView, View } from "../view.ts";
import { bandsOf, percentOf, warmth } from "./colours.ts";
import { waysOf } from "./ways.ts";

/** In units of the picture, which is as wide as a phone. */
const WIDTH = 372;
const COLUMN = 93;
const HEIGHT = 322;
const FIELD = { y: 44, height: 50 } as const;
const PUMP_Y = 122;
/** Below these lines are the tanks, above them the fields. */
const BUS = { hot: 152, cold: 164 } as const;
const TANK = { y: 204, height: 78, width: 58 } as const;
/** Distance of the hot and the cold pipe from a part's middle. */
const BESIDE = 13;

interface Placed {
	readonly part: PartView;
	readonly x: number;
	readonly above: boolean;
}

/**
 * Fields and other sources above, tanks and sinks below, hot and cold pipes between. Flow is drawn only in circuits in which
 * heat flows by what the boards confirmed.
 */
export function wideScheme(context: RenderContext, view: View): Html | undefined {
	const { html } = context;
	const { parts, circuits } = view;
	const above = parts.filter(isAbove);
	const below = parts.filter((part) => !isAbove(part));
	if (above.length + below.length === 0) return undefined;
	const width = Math.max(WIDTH, COLUMN * Math.max(above.length, below.length));
	const places = [...placed(above, width, true), ...placed(below, width, false)];
	const running = circuits.filter(({ runs }) => runs);
	const lines = (kind: "pipe" | "flow", all: readonly CircuitView[]) =>
		unique(all.flatMap((circuit) => pathsOf(circuit, places))).map(
			([heat, d]) => html`<path class="${kind}${kind === "flow" ? ` ${heat}` : ""}" d="${d}"/>`,
		);
	return html`<svg class="scheme wide" viewBox="0 0 ${width} ${HEIGHT}" aria-hidden="true" focusable="false">
${lines("pipe", circuits)}${lines("flow", running)}
${places.map((place) => (place.above ? source(context, view, place) : sink(context, view, place)))}${pumps(context, view, places, width / 2)}${ways(context, view, places)}
</svg>`;
}

const isAbove = ({ kind }: PartView) => kind === "collector" || kind === "source";

const placed = (parts: readonly PartView[], width: number, above: boolean): readonly Placed[] =>
	parts.map((part, n) => ({ part, above, x: Math.round(((n + 0.5) * width) / parts.length) }));

/** Hot from where heat comes to where it goes, and cold back. */
function pathsOf({ from, to }: CircuitView, places: readonly Placed[]): readonly (readonly [string, string])[] {
	const [begin, end] = [from, to].map((id) => places.find(({ part }) => part.id === id));
	if (begin === undefined || end === undefined) return [];
	const y = ({ above }: Placed) => (above ? FIELD.y + FIELD.height : TANK.y);
	return [
		["hot", `M${begin.x - BESIDE} ${y(begin)}V${BUS.hot}H${end.x - BESIDE}V${y(end)}`],
		["cold", `M${end.x + BESIDE} ${y(end)}V${BUS.cold}H${begin.x + BESIDE}V${y(begin)}`],
	];
}

const unique = (paths: readonly (readonly [string, string])[]) => [
	...new Map(paths.map(([heat, d]) => [d, [heat, d] as const])).values(),
];

function labels({ html, celsius }: RenderContext, { part, x }: Placed, value: SensorView | undefined, y: number): Html {
	const shown = value?.value === undefined ? "?" : `${celsius(value.value)} °C`;
	return html`<text class="figure middle" x="${x}" y="${y}">${value === undefined ? undefined : shown}</text><text class="small middle" x="${x}" y="${y + 15}">${short(part.name)}</text>`;
}

/** As much of a name as a column holds. */
const short = (name: string) => (name.length > 14 ? `${cut(name, 13).trimEnd()}…` : name);

const decidingOf = ({ sensors }: View, { sensor }: PartView) => sensors.find(({ id }) => id === sensor);

function source(context: RenderContext, view: View, place: Placed): Html {
	const { html } = context;
	const { part, x } = place;
	const value = decidingOf(view, part);
	const [top, bottom] = [FIELD.y, FIELD.y + FIELD.height];
	const shape =
		part.kind === "collector"
			? html`<path class="panel ${warmth(value?.value)}" d="M${x - 32} ${bottom} ${x - 10} ${top}h42L${x + 10} ${bottom}z"/><path class="glass" d="M${x - 11} ${bottom} ${x + 11} ${top}"/>`
			: html`<rect class="panel ${warmth(value?.value)}" x="${x - 26}" y="${top}" width="52" height="${FIELD.height}" rx="6"/>`;
	return html`${labels(context, place, value, 18)}${shape}`;
}

function sink(context: RenderContext, view: View, place: Placed): Html {
	const { html } = context;
	const { part, x } = place;
	const value = decidingOf(view, part);
	const bands = bandsOf(
		view.sensors.filter(({ id }) => part.sensors.includes(id)),
		value,
	);
	const tall = TANK.height / bands.length;
	const left = x - TANK.width / 2;
	const heater = view.outputs.filter(({ id }) => part.heaters.includes(id));
	const glows = heater.some(({ actual = 0 }) => actual > 0);
	return html`<clipPath id="tank-${part.id}"><rect x="${left}" y="${TANK.y}" width="${TANK.width}" height="${TANK.height}" rx="12"/></clipPath><g clip-path="url(#tank-${part.id})">${bands.map(
		(band, n) =>
			html`<rect class="${warmth(band)}" x="${left}" y="${TANK.y + n * tall}" width="${TANK.width}" height="${tall + 0.5}"/>`,
	)}</g><rect class="wall" x="${left}" y="${TANK.y}" width="${TANK.width}" height="${TANK.height}" rx="12"/>${
		heater.length === 0
			? undefined
			: html`<path class="rod${glows ? " glows" : ""}" d="M${x + 29} ${TANK.y + 52}h-30m0 0c-8 0-8-10 0-10h20"/>`
	}${labels(context, place, value, TANK.y + TANK.height + 20)}`;
}

/** From pump to pump, where several are between the parts. There is room for a percentage. */
const APART = 56;

/**
 * In the cold pipe of the field whose circuits it drives, otherwise in that of the tank, otherwise between them.
 * @param middle of the picture
 */
function pumps(
	{ html }: RenderContext,
	{ circuits, outputs }: View,
	places: readonly Placed[],
	middle: number,
): readonly Html[] {
	const driven = outputs.flatMap((output) => {
		const its = circuits.filter(({ pump }) => pump === output.id);
		const end = onlyEnd(its);
		return its.length === 0 ? [] : [{ output, place: places.find(({ part }) => part.id === end) }];
	});
	return driven.map(({ output, place }) => {
		const here = driven.filter((other) => other.place === place);
		const nth = here.findIndex((other) => other.output === output);
		const x = place === undefined ? middle + (nth - (here.length - 1) / 2) * APART : place.x + BESIDE + nth * 24;
		const y = place === undefined ? BUS.cold : place.above ? PUMP_Y : TANK.y - 18;
		const on = (output.actual ?? 0) > 0 ? " on" : "";
		return html`<g class="drive${on}"><circle cx="${x}" cy="${y}" r="11"/><path d="M${x - 6} ${y + 4}h12L${x} ${y - 7}z"/>${percentOf(html, output, x + 31, y + 4)}</g>`;
	});
}

/** The part that all of these circuits begin at, or else end at. */
function onlyEnd(its: readonly CircuitView[]): string | undefined {
	const [first] = its;
	if (its.every(({ from }) => from === first?.from)) return first?.from;
	return its.every(({ to }) => to === first?.to) ? first?.to : undefined;
}

/** The ways that valves open and close: an open one is filled. */
const ways = ({ html }: RenderContext, { circuits }: View, places: readonly Placed[]): readonly Html[] =>
	waysOf(circuits).flatMap(({ part: id, end, open }) => {
		const place = places.find(({ part }) => part.id === id);
		if (place === undefined) return [];
		const y = place.above ? PUMP_Y : TANK.y - 20;
		const x = place.x - BESIDE;
		return [html`<path class="way ${end}${open ? " open" : ""}" d="M${x - 7} ${y - 8}h14l-14 16h14z"/>`];
	});
