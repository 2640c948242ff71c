import type {
	DrawingWords,
	DrawnAir,
	DrawnFlow,
	DrawnHeater,
	DrawnLayer,
	DrawnPlant,
	DrawnPump,
	DrawnSource,
	DrawnStore,
	Sky,
} from "../../drawing/plant.ts";
import type { CircuitView, PartView } from "../../plant-view.ts";
import type { RenderContext } from "../../render-context.ts";
import type { OutputView, SensorView, View } from "../../view.ts";
import { waysOf } from "./ways.ts";

/** W/m² from which the sun shines on a roof, and below which it is night. */
const SHINES = 150;
const NIGHT = 3;
/** m² of a panel. */
const PANEL = 2.5;
/** The least share of a tank's height that a layer is drawn with. */
const LEAST_SHARE = 0.07;

/** What of a turn is drawn. */
export function drawnOf(context: RenderContext, view: View): DrawnPlant {
	const parts = view.parts.filter((part) => isThere(part, view));
	const air = airOf(context, view);
	return {
		sources: parts.filter(isSource).map((part) => sourceOf(part, view)),
		stores: parts.filter((part) => !isSource(part)).map((part) => storeOf(context, part, view)),
		flows: view.circuits.map((circuit) => flowOf(circuit, view)),
		pumps: view.outputs.filter(({ id }) => view.circuits.some(({ pump }) => pump === id)).map(pumpOf),
		ways: waysOf(view.circuits),
		...(air && { air }),
	};
}

export const wordsOf = ({ word, decimal }: RenderContext): DrawingWords => ({
	usable: word("drawn_usable"),
	or_more: word("drawn_or_more"),
	at_40: word("drawn_at_40"),
	by_hand: word("rank_manual"),
	unknown: "?",
	number: decimal,
});

/** The same facts as a sentence for screen readers. */
export function labelOf({ word, decimal }: RenderContext, { sources, stores, pumps }: DrawnPlant): string {
	const celsius = (value: number | undefined) => (value === undefined ? word("no_value") : `${decimal(value, 1)} °C`);
	const store = ({ name, layers, usable, heaters }: DrawnStore) => {
		const [top, bottom] = [layers[0], layers.at(-1)];
		const range =
			layers.length > 1 ? `${celsius(top?.temperature)} – ${celsius(bottom?.temperature)}` : celsius(top?.temperature);
		const water =
			usable === undefined
				? []
				: [
						`${decimal(usable.litres, 0)} L ${word(usable.at_least ? "drawn_or_more" : "drawn_usable")} ${word("drawn_at_40")}`,
					];
		return [`${name}: ${[range, ...water].join(", ")}`, ...heaters.map((heater) => `${heater.name}: ${heater.state}`)];
	};
	return [
		...sources.map(({ name, temperature }) => `${name}: ${celsius(temperature)}`),
		...stores.flatMap(store),
		...pumps.map(({ name, state }) => `${name}: ${state}`),
	]
		.map((text) => `${text}.`)
		.join(" ");
}

const isSource = ({ kind }: PartView) => kind === "collector" || kind === "source";

/** A house without a collector has its part all the same; it is not drawn. */
const isThere = ({ id, sensors, heaters }: PartView, { circuits }: View) =>
	sensors.length + heaters.length > 0 || circuits.some(({ from, to }) => from === id || to === id);

const sensorBy = ({ sensors }: View, id: string | undefined) => sensors.find((sensor) => sensor.id === id);

/** With a temperature only where there is one. */
const warm = (value: number | undefined) => (value === undefined ? {} : { temperature: value });

function sourceOf(part: PartView, view: View): DrawnSource {
	const { id, name, kind, area_m2 } = part;
	const temperature = warm(sensorBy(view, part.sensor)?.value);
	if (kind !== "collector") return { id, name, kind: "fire", ...temperature };
	const panels = area_m2 === undefined ? 3 : Math.min(6, Math.max(2, Math.round(area_m2 / PANEL)));
	return { id, name, kind: "collector", panels, sky: skyOf(part, view), ...temperature };
}

function skyOf({ id }: PartView, { circuits, sensors }: View): Sky {
	if (circuits.some((circuit) => circuit.from === id && circuit.runs)) return "sun";
	const light = sensors.find(({ role, state }) => role === "irradiance" && state === "ok")?.value;
	if (light === undefined) return "none";
	return light >= SHINES ? "sun" : light < NIGHT ? "moon" : "none";
}

function storeOf({ decimal, word }: RenderContext, part: PartView, view: View): DrawnStore {
	const { id, name, volume_l, kind, use = "heating" } = part;
	const { usable_l, usable_at_least_l } = view.energy?.tanks?.find((tank) => tank.id === id) ?? {};
	const usable =
		usable_l !== undefined
			? { litres: usable_l, at_least: false }
			: usable_at_least_l !== undefined && usable_at_least_l > 0
				? { litres: usable_at_least_l, at_least: true }
				: undefined;
	const heaters = view.outputs.filter((output) => part.heaters.includes(output.id));
	return {
		id,
		name: volume_l === undefined ? name : `${name}, ${decimal(volume_l, 0)} L`,
		kind: kind === "tank" ? "tank" : use,
		layers: layersOf(part, view),
		...(usable && { usable }),
		heaters: heaters.map((heater) => ({
			...heaterOf(heater, view, decimal),
			...(heaters.length === 1 && { name: word("drawn_heater") }),
		})),
	};
}

function heaterOf(
	{ id, name, actual = 0, state_text, rank }: OutputView,
	{ energy }: View,
	decimal: RenderContext["decimal"],
): DrawnHeater {
	const power = energy?.heaters?.find((heater) => heater.id === id)?.power_w ?? 0;
	const state = actual > 0 && power > 0 ? `${decimal(power / 1000, 1)} kW` : state_text;
	return { name: placeless(name), state, on: actual > 0, by_hand: rank === "manual" };
}

/** A place in brackets is told by the drawing itself. */
const placeless = (name: string) => name.replace(/ \([^()]*\)$/, "");

const pumpOf = ({ id, name, actual, state_text, rank }: OutputView): DrawnPump => ({
	id,
	name: placeless(name),
	state: state_text,
	...(actual !== undefined && { speed: actual }),
	by_hand: rank === "manual",
});

/** Layers with their sensors in the middle; the reading that decides, where no two have a height. */
function layersOf(part: PartView, view: View): readonly DrawnLayer[] {
	const its = view.sensors.filter(({ id }) => part.sensors.includes(id));
	const high = its.filter(({ height }) => height !== undefined).toSorted((a, b) => (b.height ?? 0) - (a.height ?? 0));
	const deciding = sensorBy(view, part.sensor);
	if (high.length >= 2) return sharesOf(high, part.height_cm).map((share, n) => ({ share, ...warm(high[n]?.value) }));
	const rows = [...high, ...(deciding === undefined || high.includes(deciding) ? [] : [deciding])];
	if (rows.length === 0) return [{ share: 1 }];
	return rows.map(({ value }) => ({ share: 1 / rows.length, ...warm(value) }));
}

/** Each layer reaches half-way to the next sensor; all together make 1. */
function sharesOf(high: readonly SensorView[], tall: number | undefined): readonly number[] {
	const heights = high.map(({ height = 0 }) => height);
	const [top = 0, second = 0] = heights;
	const bottom = heights.at(-1) ?? 0;
	const last = heights.at(-2) ?? bottom;
	const ceiling = tall !== undefined && tall > top ? tall : top + (top - second) / 2;
	const floor = tall === undefined ? bottom - (last - bottom) / 2 : 0;
	const edges = [ceiling, ...heights.slice(1).map((height, n) => (height + (heights[n] ?? height)) / 2), floor];
	const raw = heights.map((_, n) =>
		Math.max(LEAST_SHARE, ((edges[n] ?? 0) - (edges[n + 1] ?? 0)) / Math.max(1, ceiling - floor)),
	);
	const sum = raw.reduce((all, one) => all + one, 0);
	return raw.map((one) => one / sum);
}

function flowOf({ from, to, pump, runs }: CircuitView, view: View): DrawnFlow {
	const [begin, end] = [from, to].map((id) => view.parts.find((part) => part.id === id));
	const back = view.sensors.find(({ role }) => role === "return_line");
	const lone = view.circuits.length === 1 ? back?.value : undefined;
	const hot =
		begin === undefined
			? undefined
			: isSource(begin)
				? sensorBy(view, begin.sensor)?.value
				: layersOf(begin, view)[0]?.temperature;
	const cold = lone ?? (end === undefined ? undefined : layersOf(end, view).at(-1)?.temperature);
	return { from, to, pump, runs, ...(hot !== undefined && { hot }), ...(cold !== undefined && { cold }) };
}

function airOf({ word, celsius, decimal }: RenderContext, { energy, sensors }: View): DrawnAir | undefined {
	const recovery = energy?.heat_recovery;
	if (recovery === undefined) return undefined;
	const share = recovery.supply ?? recovery.exhaust;
	const of = (role: SensorView["role"]) => {
		const value = sensors.find((sensor) => sensor.role === role)?.value;
		return value === undefined ? "?" : celsius(value);
	};
	return {
		title:
			share === undefined ? word("drawn_recovery") : word("drawn_recovery_share", { percent: decimal(share * 100, 0) }),
		text: word("drawn_air", { outdoor: of("outdoor_air"), supply: of("supply_air") }),
	};
}
