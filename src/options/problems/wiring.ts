import { AUDITED } from "#model/findings/audited.ts";
import { type Problem, problem } from "#model/findings/finding.ts";
import { mend, type Sentence } from "#model/sentences/sentence.ts";
import { settingFields } from "#rules/settings.ts";
import { beyondProblems, isBeyond } from "../beyond.ts";
import { ENDINGS } from "../entries/id-from.ts";
import { levelProblems } from "../entries/levels.ts";
import { type Item, itemsOf } from "../entries/with-ids.ts";
import { homeOf, isDescribed, partsWritten } from "../plant/layout.ts";
import { placed, setsAt } from "../plant/plant-of.ts";
import { exclusionProblems } from "./exclusions.ts";
import { flowProblems } from "./full-flow.ts";
import { ownProblems } from "./own-settings.ts";
import { asPlaces, ownKeys, placeKeyProblems } from "./place-keys.ts";
import { placeProblems } from "./places.ts";
import { quantityProblems, remoteProblems, valueKey } from "./quantities.ts";

const ONE_SENSOR = ["collector", "tank", "return_line"];
const ONE_OUTPUT = ["pump", "heater"];

/**
 * Topics and entities of the plant, which no id may be. Those of the settings are `<rule>_<field>`. An entity of a later release
 * is not added: an owner's id may be older, and the entity gives way to it (`entitiesOf`).
 */
const OURS = [
	"activity",
	"attention",
	"audit_trail",
	"availability",
	"boil_stop",
	"broker_attack",
	"broker_connection",
	"broker_refusals",
	"command_refused",
	"credentials_age",
	"mode",
	...AUDITED.map((proof) => `proof_${proof}`),
	"security_audit",
	"security_event",
	"security_score",
	"storage_fault",
	"tank_too_hot",
];
/** The device's name, which Home Assistant puts before the name of each entity. */
const DEVICE = "solar_heating";

/**
 * Faults that no single field shows: ids that entities need, ids and roles used twice, two outputs on one relay, an unknown
 * id in `excludes`, and what is wrong with parts and circuits. Works on the raw options, so that these are reported together
 * with all other faults.
 */
export function wiringProblems(raw: unknown): readonly Problem[] {
	const sensors = itemsOf(raw, "sensors");
	const outputs = itemsOf(raw, "outputs");
	const parts = partsWritten(raw);
	const ours = new Set([...OURS, ...ruleKeys(), ...ownKeys(raw)]);
	return [
		...twice("sensors", sensors, "id", () => true, mend("sensor_id_taken")),
		...rolesTwice(sensors, (sensor) => homeOf(sensor, parts)),
		...twice(
			"sensors",
			sensors,
			"source",
			() => true,
			mend("source_taken"),
			(source) => placeOf(source, raw),
		),
		...twice("outputs", outputs, "id", () => true, mend("output_id_taken")),
		...(isDescribed(raw) ? [] : twice("outputs", outputs, "role", isSingle, mend("output_role_taken"))),
		...twice("outputs", outputs, "target", () => true, mend("target_taken")),
		...shared(sensors, outputs),
		...quantityProblems(sensors, raw),
		...remoteProblems(sensors),
		...unlisted(sensors, outputs, raw),
		...reserved("sensors", sensors, sensors, ours, raw),
		...reserved("outputs", outputs, sensors, ours, raw),
		...asOfOutputs("sensors", sensors, outputs, raw),
		...asOfOutputs("outputs", outputs, outputs, raw),
		...asPlaces("sensors", sensors, raw),
		...asPlaces("outputs", outputs, raw),
		...confused(sensors, outputs, raw),
		...outputs.flatMap((output, i) => levelProblems(`outputs[${i}]`, output, settable(output, raw))),
		...beyondProblems(raw, outputs),
		...flowProblems(outputs),
		...outputs.flatMap((output, i) => exclusion(output, i, outputs)),
		...placeProblems(raw),
		...placeKeyProblems(raw, [...OURS, ...ruleKeys()]),
		...ownProblems(raw),
		...exclusionProblems(raw),
	];
}

/** An address can be written in two ways, such as 28-…0A and 28-…0a. */
function placeOf(source: string, raw: unknown): string {
	const place = placed(source, "sensors", raw);
	return place === undefined ? source : `${place.bus}:${place.channel}`;
}

const ruleKeys = () => settingFields().map(({ rule, field }) => `${rule}_${field}`);

const isSingle = (role: string) => ONE_OUTPUT.includes(role);

/** One sensor decides for each part. */
function rolesTwice(sensors: readonly Item[], home: (sensor: Item) => string | undefined): readonly Problem[] {
	const seen = new Set<string>();
	return sensors.flatMap((sensor, i) => {
		const { role, of } = sensor;
		if (typeof role !== "string" || !ONE_SENSOR.includes(role)) return [];
		const place = home(sensor) ?? "";
		const key = `${role} ${place}`;
		const remedy = of === undefined ? mend("sensor_role_taken") : mend("sensor_role_taken_here", { part: place });
		if (seen.has(key)) return [problem(`sensors[${i}].role`, role, remedy)];
		seen.add(key);
		return [];
	});
}

function twice(
	list: string,
	all: readonly Item[],
	field: string,
	counts: (value: string) => boolean,
	remedy: Sentence,
	same: (value: string) => string = (value) => value,
): readonly Problem[] {
	const seen = new Set<string>();
	return all.flatMap((item, i) => {
		const value = item[field];
		if (typeof value !== "string" || !counts(value)) return [];
		if (seen.has(same(value))) return [problem(`${list}[${i}].${field}`, value, remedy)];
		seen.add(same(value));
		return [];
	});
}

/** Sensors and outputs share topics and entity ids. */
function shared(sensors: readonly Item[], outputs: readonly Item[]): readonly Problem[] {
	const taken = new Set(sensors.map((s) => s["id"]));
	return outputs.flatMap((output, i) =>
		typeof output["id"] === "string" && taken.has(output["id"])
			? [problem(`outputs[${i}].id`, output["id"], mend("id_of_a_sensor"))]
			: [],
	);
}

/** An id that looks like an entity's key would give two entities the same topic, and Home Assistant would drop one. */
function reserved(
	list: string,
	all: readonly Item[],
	sensors: readonly Item[],
	ours: ReadonlySet<string>,
	raw: unknown,
): readonly Problem[] {
	const values = new Set(sensors.map((sensor) => valueKey(sensor, raw)));
	return all.flatMap((item, i) => {
		const { id } = item;
		const key = values.has(String(id)) ? String(id) : valueKey(item, raw);
		const taken = key !== undefined && (key === id || ours.has(key)) ? mend("id_reserved", { name: key }) : undefined;
		const remedy = typeof id === "string" ? (clash(id, ours) ?? taken) : undefined;
		return remedy === undefined ? [] : [problem(`${list}[${i}].id`, id, remedy)];
	});
}

function clash(id: string, ours: ReadonlySet<string>): Sentence | undefined {
	const ending = ENDINGS.find((e) => id.endsWith(e));
	if (ending !== undefined) return mend("id_ending", { ending });
	const key = ["", ...ENDINGS].map((e) => `${id}${e}`).find((k) => ours.has(k));
	if (key !== undefined) return mend("id_reserved", { name: key });
	return id.includes(DEVICE) ? mend("id_of_device", { name: DEVICE }) : undefined;
}

/** Only some outputs have these entities, so ids that end like theirs are free in all other plants. */
function asOfOutputs(list: string, all: readonly Item[], outputs: readonly Item[], raw: unknown): readonly Problem[] {
	const endings = new Map<string, string>();
	for (const output of outputs) {
		if (settable(output, raw) === "level") endings.set(`${String(output["id"])}${LEVEL}`, LEVEL);
		if (isBeyond(output, raw)) endings.set(`${String(output["id"])}${TEST}`, TEST).set(TEST.slice(1), TEST);
	}
	return all.flatMap(({ id }, i) => {
		const ending = typeof id === "string" ? endings.get(id) : undefined;
		return ending === undefined ? [] : [problem(`${list}[${i}].id`, id, mend("id_ending", { ending }))];
	});
}
const LEVEL = "_level";
const TEST = "_silence_test";

const wiresOf = (sensors: readonly Item[], outputs: readonly Item[]) => [
	...sensors.map((s, i) => ({ path: `sensors[${i}].source`, address: s["source"], kind: "sensors" as const })),
	...outputs.map((o, i) => ({ path: `outputs[${i}].target`, address: o["target"], kind: "outputs" as const })),
];

/** Addresses that name an entry of a driver's list which is not there, or where no device can be. */
function unlisted(sensors: readonly Item[], outputs: readonly Item[], raw: unknown): readonly Problem[] {
	return wiresOf(sensors, outputs).flatMap(({ path, address, kind }) => {
		const place = typeof address === "string" ? placed(address, kind, raw) : undefined;
		const missed = place?.driver.misses?.(place.address, kind, place.own);
		if (missed !== undefined)
			return [problem(path, address, mend("not_listed", { list: missed.list, entry: missed.id }))];
		const refused = place?.driver.refuses?.(place.address, place.own);
		return refused === undefined ? [] : [problem(path, address, refused)];
	});
}

/** Two devices with the same bus name would be confused, and the wrong relay switched. */
function confused(sensors: readonly Item[], outputs: readonly Item[], raw: unknown): readonly Problem[] {
	const devices = new Map<string, string>();
	return wiresOf(sensors, outputs).flatMap(({ path, address, kind }) => {
		const place = typeof address === "string" ? placed(address, kind, raw) : undefined;
		if (place === undefined) return [];
		const device = devices.get(place.bus) ?? place.device;
		devices.set(place.bus, device);
		if (device === place.device) return [];
		return [problem(path, address, mend("devices_alike", { device }))];
	});
}

const settable = ({ target }: Item, raw: unknown) => (typeof target === "string" ? setsAt(target, raw) : undefined);

function exclusion(output: Item, i: number, outputs: readonly Item[]): readonly Problem[] {
	const other = output["excludes"];
	if (typeof other !== "string") return [];
	const path = `outputs[${i}].excludes`;
	if (other === output["id"]) return [problem(path, other, mend("excludes_itself"))];
	const found = outputs.find((o) => o["id"] === other);
	if (found === undefined) return [problem(path, other, mend("excludes_nothing"))];
	return found["excludes"] === output["id"] ? [problem(path, other, mend("exclude_each_other"))] : [];
}
