import { written } from "ha-mqtt-discovery";
import { ALL_RULES } from "#app/control/rules.ts";
import { siteOf } from "#cli/app/simulate/asked/site.ts";
import { Simulation } from "#cli/app/simulate/simulation.ts";
import { explaining } from "#control/explain/explain.ts";
import { Trends } from "#control/explain/trends.ts";
import type { State } from "#control/step.ts";
import { houseFor } from "#drivers/simulated/house.ts";
import { discoveryOf } from "#home-assistant/devices.ts";
import type { Entity } from "#home-assistant/entities/entity.ts";
import { entitiesOf, type Installation, picture, topicsOf } from "#home-assistant/installation.ts";
import { RateLimiter } from "#home-assistant/rate-limiter.ts";
import type { Snapshot } from "#model/decision/snapshot.ts";
import type { Reading } from "#model/plant/reading.ts";
import { celsius, instant, seconds } from "#model/quantities/units.ts";
import { parse } from "#options/parse.ts";
import { plantOf, settingsOf } from "#options/plant/plant-of.ts";
import { unseenIn } from "#rules/settings.ts";
import owner from "../../examples/options.owner.json" with { type: "json" };

/** What the owner's plant costs Home Assistant and the network on a clear day in June. */
export interface WireDay {
	/** Rows in the recorder's table of states, with what a new installation enables, and with every entity enabled. */
	readonly rows: number;
	readonly rowsOfAll: number;
	/** Bytes of topics and payloads in a minute. */
	readonly bytes: number;
	readonly entities: number;
	/** Bytes of discovery for each entity. */
	readonly discovery: number;
	/** The topics with most rows. */
	readonly most: readonly (readonly [topic: string, rows: number])[];
}

const TURN = 5;
const DAY = 86_400;
const JUNE = { day_of_year: 172, hour: 0 };
/** K; of a 1-Wire sensor. */
const SCATTER = 0.05;
const RESOLUTION = 16;
/** Of the fixed header, the length of the topic and the packet id. */
const HEADER = 6;

const parsed = parse(owner);
if (parsed.kind === "invalid") throw new Error("the owner's options are invalid");
const { options } = parsed;
const house: Installation = {
	installation: "abcd2345",
	base_topic: "solar",
	discovery_prefix: "homeassistant",
	version: "0.1.0",
	language: "sv",
	unseen: unseenIn(options),
};
const isEnabled = ({ component }: Entity) =>
	component === undefined || !("enabled_by_default" in component) || component.enabled_by_default !== false;

export function wireDay(hours = 24): WireDay {
	const plant = plantOf(options);
	const settings = settingsOf(options);
	const site = { ...siteOf("stockholm"), cloudiness: 0, start: JUNE };
	const design = houseFor(plant, site, ({ id }) => id);
	const simulation = new Simulation({ plant, rules: ALL_RULES, settings, design, turn: seconds(TURN) });
	const entities = entitiesOf(plant, house.language, house);
	const enabled = topicsFor(entities.filter(isEnabled));
	const all = topicsFor(entities);
	const limiter = new RateLimiter(() => simulation.passed);
	const dice = normal();
	const trends = new Trends();
	const rows = new Map<string, number>();
	let bytes = 0;
	const failed = (key: string, bug: unknown) => {
		throw new Error(`${key}: ${bug}`);
	};
	while (simulation.passed < hours * 3600) {
		const before = simulation.state;
		simulation.turn();
		const snapshot = seen(simulation, before, trends, dice);
		for (const { topic, payload } of limiter.worth(picture(house, entities, snapshot, failed))) {
			rows.set(topic, (rows.get(topic) ?? 0) + 1);
			bytes += Buffer.byteLength(topic) + Buffer.byteLength(payload) + HEADER;
		}
	}
	const sum = (topics: ReadonlySet<string>) =>
		[...rows].reduce((before, [topic, count]) => (topics.has(topic) ? before + count : before), 0);
	const discovery = discoveryOf(house, plant, entities).map(({ payload }) => written(payload));
	const share = DAY / (hours * 3600);
	return {
		rows: sum(enabled) * share,
		rowsOfAll: sum(all) * share,
		bytes: bytes / (hours * 60),
		entities: entities.length,
		discovery: Buffer.byteLength(discovery.join("")) / entities.length,
		most: [...rows].sort(([, a], [, b]) => b - a).slice(0, 12),
	};
}

/** Home Assistant writes a row for each message that changes a state or its attributes. */
function topicsFor(entities: readonly Entity[]): ReadonlySet<string> {
	const topics = topicsOf(house);
	return new Set(entities.flatMap(({ key }) => [topics.state(key), topics.attributes(key)]));
}

/** A turn as it is shown, with the scatter of real sensors. */
function seen(simulation: Simulation, before: State, trends: Trends, dice: () => number): Snapshot {
	const { state, decision, bound } = simulation;
	const now = instant(simulation.passed);
	const wall = { ...simulation.wall, ahead: 120 };
	const { mode, settings, memories, outputs } = state;
	const readings = state.readings.map(
		(reading): Reading =>
			reading.kind === "ok"
				? { ...reading, value: celsius(Math.round((reading.value + SCATTER * dice()) * RESOLUTION) / RESOLUTION) }
				: reading,
	);
	const samples = readings.map((reading) =>
		reading.kind === "ok" ? { value: reading.value, at: now, pace: seconds(TURN) } : undefined,
	);
	const turn = { bound, before, input: { now, wall, samples, intents: [] } };
	const explain = explaining(turn, { ...state, readings }, trends);
	trends.see(now, readings, outputs);
	return {
		...{ now, wall, explain },
		plant: bound.plant,
		readings,
		verdicts: decision?.verdicts ?? [],
		circuits: [],
		outputs,
		mode,
		activity: decision?.activity ?? "idle",
		settings,
		on_page: settings,
		memories,
		findings: [],
		notices: [],
	};
}

/** The same scatter every time (Box and Muller; a linear generator). */
function normal(): () => number {
	let state = 1;
	const next = () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return (state + 1) / 4_294_967_297;
	};
	return () => Math.sqrt(-2 * Math.log(next())) * Math.cos(2 * Math.PI * next());
}
