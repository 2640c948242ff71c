import type { Snapshot } from "#model/decision/snapshot.ts";
import type { Finding } from "#model/findings/finding.ts";
import type { Plant, Sensor } from "#model/plant/plant.ts";
import type { Facts } from "#model/sentences/facts.ts";
import { named, withNames } from "#texts/names.ts";
import type { Language } from "#texts/say.ts";
import { findingText, told } from "#texts/told.ts";

/** Something that a person must know of. */
export interface FaultNow {
	/** The same while the fault lasts, whatever its numbers do. */
	readonly id: string;
	readonly code: string;
	readonly severity: Finding["severity"];
	readonly text: string;
}

const made = new WeakMap<Snapshot, Map<Language, readonly FaultNow[]>>();

/**
 * Everything that is wrong now: what the app found in itself, lost sensors, and outputs that do not do as they are told.
 * Several entities show it, so it is made once per turn.
 */
export function faultsNow(snapshot: Snapshot, language: Language): readonly FaultNow[] {
	const before = made.get(snapshot) ?? new Map<Language, readonly FaultNow[]>();
	const faults = before.get(language) ?? faultsOf(snapshot, language);
	made.set(snapshot, before.set(language, faults));
	return faults;
}

function faultsOf({ plant, findings, readings, outputs }: Snapshot, language: Language): readonly FaultNow[] {
	const found = findings.filter(({ severity }) => severity !== "info");
	const lost = new Set(found.filter(({ code }) => code === "device_lost").map(({ facts }) => facts["bus"]));
	return [
		...found.map((one) => ofFinding(plant, one, language)),
		// A lost device is one fault, and not one for each of its sensors.
		...ofSensors(
			plant,
			plant.sensors.filter(({ bus }) => !lost.has(bus)),
			readings,
			language,
		),
		...plant.outputs
			.filter(({ bus }) => !lost.has(bus))
			.flatMap(({ id, index }) => {
				const fault = outputs[index]?.fault;
				if (fault === undefined) return [];
				const facts = { ...fault.facts, output: id, fault: fault.code };
				return [noticed(plant, "output_unconfirmed", id, facts, language)];
			}),
	];
}

const ofFinding = (plant: Plant, found: Finding, language: Language): FaultNow => ({
	id: [found.code, ...WHOSE.map((key) => found.facts[key] ?? "")].join(" ").trim(),
	code: found.code,
	severity: found.severity,
	text: findingText(language, withNames(plant, found, language)),
});
/** Facts that tell two findings of one code apart. The others are numbers. */
const WHOSE = ["sensor", "output", "bus", "part", "circuit", "proof", "path", "nth"] as const;

/** So many sensors on a line or board that fail alike have one cause. */
const AT_ONCE = 3;

function ofSensors(plant: Plant, sensors: readonly Sensor[], readings: Snapshot["readings"], language: Language) {
	const alike = Map.groupBy(sensors, ({ bus, index }) => {
		const reading = readings[index];
		return reading?.kind === "broken" ? `${bus} ${reading.fault.code}` : "";
	});
	return [...alike].flatMap(([what, its]): readonly FaultNow[] => {
		const [first] = its;
		if (what === "" || first === undefined || its.length < AT_ONCE)
			return its.flatMap((sensor) => ofSensor(plant, sensor, readings, language));
		const [, fault = ""] = what.split(" ");
		const told = noticed(plant, "sensors_broken", what, { count: its.length, sensor: first.id, fault }, language);
		return [{ ...told, id: `sensors_broken ${what}` }];
	});
}

function ofSensor(plant: Plant, { id, index }: Sensor, readings: Snapshot["readings"], language: Language) {
	const reading = readings[index];
	if (reading?.kind === "stale") return [noticed(plant, "sensor_stale", id, { sensor: id }, language)];
	if (reading?.kind !== "broken") return [];
	const { code, facts } = reading.fault;
	return [noticed(plant, "sensor_broken", id, { ...facts, sensor: id, fault: code }, language)];
}

const noticed = (plant: Plant, code: string, id: string, facts: Facts, language: Language): FaultNow => ({
	id: `${code} ${id} ${facts["fault"] ?? ""}`.trim(),
	code,
	severity: "warning",
	text: told(language, "notice", code, named(plant, facts, language)),
});
