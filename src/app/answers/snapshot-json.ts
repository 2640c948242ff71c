import { energyIn } from "#energy/figures/json.ts";
import type { Snapshot } from "#model/decision/snapshot.ts";
import { toldVerdict } from "#model/decision/told-verdict.ts";
import { KINDS } from "#model/quantities/quantity.ts";
import { since } from "#model/quantities/units.ts";
import { withNames } from "#texts/names.ts";
import { type Language, say } from "#texts/say.ts";
import { findingText, findingWords } from "#texts/told.ts";
import { circuitJson, drivenJson, explanationJson, partJson, verdictJson } from "./plant-json.ts";

/** A snapshot as plain data with sentences, for commands and scripts. */
export function plain(snapshot: Snapshot, language: Language) {
	const { now, wall, plant, readings, outputs, mode, activity, settings, findings } = snapshot;
	return {
		t: now,
		wall,
		mode,
		activity,
		sensors: plant.sensors.map(({ id, name, role, quantity, height, source, index }) => ({
			id,
			...(name !== undefined && { name }),
			role,
			quantity,
			unit: KINDS[quantity].unit,
			...(height !== undefined && { height }),
			source,
			...reading(readings[index], now, language),
		})),
		outputs: plant.outputs.map((output) => ({
			id: output.id,
			...(output.name !== undefined && { name: output.name }),
			role: output.role,
			target: output.target,
			...drivenJson(output, snapshot),
			...outputs[output.index],
			...verdictJson(plant, toldVerdict(snapshot, output), language),
			...explanationJson(snapshot.explain?.().outputs[output.index], output, language),
		})),
		parts: plant.parts.map(partJson),
		circuits: plant.circuits.map((circuit) => circuitJson(circuit, snapshot, language)),
		...energyIn(snapshot),
		settings,
		findings: findings.map((f) => ({
			...f,
			facts: { ...f.facts, ...findingWords(language, f) },
			text: findingText(language, withNames(plant, f, language)),
		})),
	};
}
export type Plain = ReturnType<typeof plain>;

function reading(r: Snapshot["readings"][number] | undefined, now: Snapshot["now"], language: Language) {
	switch (r?.kind) {
		case "ok":
			return { state: "ok", value: r.value, age: Math.round(since(r.at, now) * 10) / 10 };
		case "stale":
			return { state: "stale", age: Math.round(since(r.at, now)), text: say(language, "fault", "stale") };
		case "broken":
			return { state: "broken", fault: r.fault.code, facts: r.fault.facts, text: say(language, "fault", r.fault.code) };
		default:
			return { state: "unknown" };
	}
}
