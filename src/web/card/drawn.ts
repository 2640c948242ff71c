import type { DrawnHeater, DrawnLayer, DrawnPlant, DrawnPump, DrawnSource, DrawnStore } from "../drawing/plant.ts";
import { type Home, isOn, numberOf, textOf } from "./home.ts";
import type { CircuitSettings, OutputSettings, PlantSettings, SourceSettings, StoreSettings } from "./settings.ts";
import type { CardWords } from "./words.ts";

const PANELS = 3;
const SUN = "sun.sun";

/** What is drawn of a plant by what Home Assistant knows now. What it does not know is absent, never a number. */
export function drawnOf(plant: PlantSettings, home: Home, words: CardWords): DrawnPlant {
	const runs = (circuit: CircuitSettings) => runsNow(circuit, plant, home);
	return {
		sources: plant.sources.map((source) => sourceOf(source, plant, home, runs)),
		stores: plant.stores.map((store) => storeOf(store, plant, home, words)),
		flows: plant.circuits.map((circuit) => ({
			from: circuit.from,
			to: circuit.to,
			pump: circuit.pump,
			runs: runs(circuit),
			...known("hot", numberOf(home, plant.sources.find(({ id }) => id === circuit.from)?.entity)),
			...known(
				"cold",
				numberOf(home, byHeight(plant.stores.find(({ id }) => id === circuit.to)?.layers ?? []).at(-1)?.entity),
			),
		})),
		pumps: plant.outputs
			.filter(({ id }) => plant.circuits.some(({ pump }) => pump === id))
			.map((pump) => pumpOf(pump, home, words)),
		ways: [],
	};
}

/** The reasons of all outputs, as sentences. */
export const reasonsOf = ({ outputs }: PlantSettings, { states }: Home) =>
	outputs.flatMap(({ name, entity, why }) => {
		const state = why === undefined ? undefined : states[why]?.state;
		return why === undefined || state === undefined || UNKNOWN.has(state) ? [] : [{ name, entity, why, text: state }];
	});
const UNKNOWN: ReadonlySet<string> = new Set(["unknown", "unavailable", ""]);

const known = <K extends string>(key: K, value: number | undefined) =>
	(value === undefined ? {} : { [key]: value }) as { readonly [_ in K]?: number };

const outputBy = ({ outputs }: PlantSettings, id: string) => outputs.find((output) => output.id === id);

function runsNow({ runs, pump }: CircuitSettings, plant: PlantSettings, home: Home): boolean {
	return isOn(home, runs ?? outputBy(plant, pump)?.entity) === true;
}

function sourceOf(
	{ id, name, kind, entity, panels = PANELS }: SourceSettings,
	{ circuits }: PlantSettings,
	home: Home,
	runs: (circuit: CircuitSettings) => boolean,
): DrawnSource {
	const temperature = known("temperature", numberOf(home, entity));
	if (kind === "fire") return { id, name, kind, ...temperature };
	const sky = circuits.some((circuit) => circuit.from === id && runs(circuit))
		? "sun"
		: home.states[SUN]?.state === "below_horizon"
			? "moon"
			: "none";
	return { id, name, kind, panels, sky, ...temperature };
}

function storeOf(store: StoreSettings, plant: PlantSettings, home: Home, words: CardWords): DrawnStore {
	const { id, name, kind, usable, heaters } = store;
	const litres = numberOf(home, usable);
	return {
		id,
		name,
		kind,
		layers: layersOf(store, home),
		...(litres !== undefined && { usable: { litres, at_least: false } }),
		heaters: heaters.flatMap((heater) => {
			const output = outputBy(plant, heater);
			return output === undefined ? [] : [heaterOf(output, home, words)];
		}),
	};
}

type Layer = StoreSettings["layers"][number];
const byHeight = (layers: readonly Layer[]): readonly Layer[] =>
	[...layers].sort((a, b) => (b.height ?? Number.POSITIVE_INFINITY) - (a.height ?? Number.POSITIVE_INFINITY));

/** Each reaches half-way to the next sensor where all heights are known; else all are alike. */
function layersOf({ layers }: StoreSettings, home: Home): readonly DrawnLayer[] {
	if (layers.length === 0) return [{ share: 1 }];
	const sorted = byHeight(layers);
	const shares = sharesOf(sorted.map(({ height }) => height));
	return sorted.map(({ entity }, n) => ({
		share: shares[n] ?? 1 / sorted.length,
		...known("temperature", numberOf(home, entity)),
	}));
}

/** The least share of a layer, for its number. */
const LEAST = 0.07;

function sharesOf(heights: readonly (number | undefined)[]): readonly number[] {
	const all = heights.filter((height) => height !== undefined);
	if (all.length < 2 || all.length < heights.length) return heights.map(() => 1 / heights.length);
	const edge = (n: number) => ((all[n] ?? 0) + (all[n + 1] ?? 0)) / 2;
	const [top = 0, bottom = 0] = [all[0], all.at(-1)];
	const ceiling = top + (top - edge(0));
	const floor = bottom - (edge(all.length - 2) - bottom);
	const tall = Math.max(1, ceiling - floor);
	const raw = all.map((_, n) => {
		const [above, below] = [n === 0 ? ceiling : edge(n - 1), n === all.length - 1 ? floor : edge(n)];
		return Math.max(LEAST, (above - below) / tall);
	});
	const sum = raw.reduce((total, one) => total + one, 0);
	return raw.map((one) => one / sum);
}

const isHeld = ({ why }: OutputSettings, { states }: Home) =>
	why !== undefined && /^held_/.test(String(states[why]?.attributes["code"] ?? ""));

function heaterOf(output: OutputSettings, home: Home, words: CardWords): DrawnHeater {
	const on = isOn(home, output.entity) === true;
	const watts = numberOf(home, output.power) ?? 0;
	return {
		name: words.heater,
		state: on && watts > 0 ? `${words.number(watts / 1000, 1)} kW` : textOf(home, output.entity, words.unknown),
		on,
		by_hand: isHeld(output, home),
	};
}

function pumpOf(output: OutputSettings, home: Home, words: CardWords): DrawnPump {
	const on = isOn(home, output.entity);
	const level = numberOf(home, output.level);
	return {
		id: output.id,
		name: output.name,
		state:
			on === true && level !== undefined ? `${words.number(level, 0)} %` : textOf(home, output.entity, words.unknown),
		...known("speed", on === undefined ? undefined : on ? (level ?? 100) : 0),
		by_hand: isHeld(output, home),
	};
}
