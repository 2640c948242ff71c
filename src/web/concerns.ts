import type { Snapshot } from "#model/decision/snapshot.ts";
import type { Finding } from "#model/findings/finding.ts";
import { FAULT_CODES, type Fault, type FaultCode, fault as faultOf } from "#model/plant/fault.ts";
import type { Plant, Sensor } from "#model/plant/plant.ts";
import type { Facts } from "#model/sentences/facts.ts";
import { outputName, sensorName, withNames } from "#texts/names.ts";
import { type Language, say } from "#texts/say.ts";
import { findingText, proofWords } from "#texts/told.ts";

/** Something that a person should look at. */
export interface Concern {
	readonly severity: "alarm" | "warning";
	readonly code: string;
	readonly text: string;
	readonly remedy?: string;
}

/** Without these, control stops outputs. */
const isNeeded = ({ parts, circuits }: Plant, sensor: Sensor): boolean =>
	parts.some((part) => part.sensor === sensor) ||
	circuits.some(({ from_sensor, to_sensor }) => from_sensor === sensor || to_sensor === sensor);

/** Faults and findings of a turn, the worst first, and among those the plant's own first. `more` are a view's own. */
export function concernsOf(snapshot: Snapshot, language: Language, more: readonly Concern[]): readonly Concern[] {
	const found = snapshot.findings.filter(isConcern);
	const all = [
		...outputConcerns(snapshot, language),
		...sensorConcerns(snapshot, language),
		...found.map((f) => ofFinding(f, snapshot.plant, language)),
		...more,
	];
	return [...all.filter((c) => c.severity === "alarm"), ...all.filter((c) => c.severity === "warning")];
}

/** Faults of the options have a list of their own. */
const isConcern = (f: Finding): f is Finding & Pick<Concern, "severity"> =>
	f.severity !== "info" && f.code !== "options_wrong";

/** A proof gives message and remedy separately; others one sentence. */
function ofFinding(found: Finding & Pick<Concern, "severity">, plant: Plant, language: Language): Concern {
	const { severity, code } = found;
	const { message, remedy } = proofWords(language, found);
	return {
		severity,
		code,
		text: message || findingText(language, withNames(plant, found, language)),
		...(message && remedy && { remedy }),
		...lostRemedy(found, language),
	};
}

/** What to do about a device that is not there. */
function lostRemedy({ code, facts }: Finding, language: Language): Pick<Concern, "remedy"> {
	const why = FAULT_CODES.find((one) => one === facts["fault"]);
	return code === "device_lost" && why !== undefined ? { remedy: remedyFor(why, facts, language) } : {};
}

/** Sensors of a missing device are not listed again. */
function sensorConcerns({ plant, readings, findings }: Snapshot, language: Language): readonly Concern[] {
	const gone = busesGone(findings);
	return plant.sensors.flatMap((sensor): readonly Concern[] => {
		const reading = readings[sensor.index];
		if (reading === undefined || gone.has(sensor.bus)) return [];
		const fault: Fault | undefined =
			reading.kind === "broken" ? reading.fault : reading.kind === "stale" ? faultOf("stale") : undefined;
		if (fault === undefined) return [];
		const severity = isNeeded(plant, sensor) ? "alarm" : "warning";
		return [{ severity, code: fault.code, ...sentences(sensorName(plant, sensor, language), fault, language) }];
	});
}

function outputConcerns({ plant, outputs, findings }: Snapshot, language: Language): readonly Concern[] {
	const gone = busesGone(findings);
	return plant.outputs.flatMap((output): readonly Concern[] => {
		const fault = outputs[output.index]?.fault;
		if (fault === undefined || gone.has(output.bus)) return [];
		return [
			{ severity: "alarm", code: fault.code, ...sentences(outputName(plant, output, language), fault, language) },
		];
	});
}

const busesGone = (findings: readonly Finding[]): ReadonlySet<Facts[string] | undefined> =>
	new Set(findings.filter((f) => f.code === "device_lost").map((f) => f.facts["bus"]));

const sentences = (name: string, { code, facts }: Fault, language: Language) => ({
	text: `${name}: ${say(language, "fault", code, facts)}`,
	remedy: remedyFor(code, facts, language),
});

/** What to do, as exactly as the facts of a fault tell. */
function remedyFor(code: FaultCode, facts: Facts, language: Language): string {
	const { group, reason, max_age } = facts;
	// A device beyond a network has a limit of its own.
	if (code === "stale" && typeof max_age === "number") return say(language, "remedy", "too_rare", { max_age });
	if (code !== "no_permission") return say(language, "remedy", code, facts);
	if (reason === "refused") return say(language, "remedy", "login_refused");
	return typeof group === "string" ? say(language, "remedy", "not_in_group", { group }) : say(language, "remedy", code);
}
