import { levelOf } from "#model/decision/claim.ts";
import type { Claim, Verdict } from "#model/decision/decision.ts";
import type { Snapshot } from "#model/decision/snapshot.ts";
import type { Circuit, Part, Plant } from "#model/plant/plant.ts";
import { since } from "#model/quantities/units.ts";
import { reasonText, withNames } from "#texts/names.ts";
import { type Language, say } from "#texts/say.ts";
import { findingText, findingWords } from "#texts/told.ts";

/** A snapshot as plain data with sentences, for commands and scripts. */
export function plain(snapshot: Snapshot, language: Language) {
	const { now, wall, plant, readings, verdicts, outputs, mode, activity, settings, findings } = snapshot;
	return {
		t: now,
		wall,
		mode,
		activity,
		sensors: plant.sensors.map(({ id, name, role, height, source, index }) => ({
			id,
			...(name !== undefined && { name }),
			role,
			...(height !== undefined && { height }),
			source,
			...reading(readings[index], now, language),
		})),
		outputs: plant.outputs.map(({ id, name, role, target, index }) => ({
			id,
			...(name !== undefined && { name }),
			role,
			target,
			...outputs[index],
			...verdict(plant, verdicts[index], language),
		})),
		parts: plant.parts.map(part),
		circuits: plant.circuits.map(circuit),
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

const idOf = ({ id }: { readonly id: string }): string => id;

const part = ({ kind, id, name, sensor, sensors, heaters }: Part) => ({
	kind,
	id,
	...(name !== undefined && { name }),
	...(sensor && { sensor: idOf(sensor) }),
	sensors: sensors.map(idOf),
	heaters: heaters.map(idOf),
});

const circuit = ({ id, name, from, to, pump, valves, priority }: Circuit) => ({
	id,
	...(name !== undefined && { name }),
	from: from.id,
	to: to.id,
	pump: idOf(pump),
	valves: valves.map(({ valve, position }) => ({ valve: idOf(valve), position })),
	priority,
});

function verdict(plant: Plant, v: Verdict | undefined, language: Language) {
	if (v === undefined) return {};
	const { want, rank = "none", because, overruled } = v;
	return {
		want,
		rank,
		because: because.code,
		facts: because.facts,
		text: reasonText(plant, because, language),
		overruled: overruled.map((c) => lost(plant, c, language)),
	};
}

const lost = (plant: Plant, claim: Claim, language: Language) => ({
	want: levelOf(claim),
	rank: claim.rank,
	because: claim.because.code,
	facts: claim.because.facts,
	text: reasonText(plant, claim.because, language),
});
