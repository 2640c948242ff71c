import { isRecord } from "#model/untyped/untyped.ts";
import type { Draft } from "./draft.ts";

export type Raw = Readonly<Record<string, unknown>>;
export const itemsOf = (raw: Raw, list: string): readonly Raw[] => {
	const items = raw[list];
	return Array.isArray(items) ? items.filter(isRecord) : [];
};
const same = (a: unknown, b: string): boolean => typeof a === "string" && a.toLowerCase() === b.toLowerCase();

/** Whether there is a simulated sensor or output among these. */
export const isSimulated = (raw: Raw): boolean =>
	[...itemsOf(raw, "sensors"), ...itemsOf(raw, "outputs")].some(({ source, target }) =>
		/^simulated:/.test(String(source ?? target ?? "")),
	);

/** The same without what is simulated. */
export function withoutSimulated(raw: Raw): Raw {
	const kept = (list: string, field: string) =>
		itemsOf(raw, list).filter((item) => !/^simulated:/.test(String(item[field] ?? "")));
	return { ...raw, sensors: kept("sensors", "source"), outputs: kept("outputs", "target") };
}

/** A collector, a tank and a pump that exist in the computer alone. */
export const simulatedPlant = (raw: Raw): Raw => ({
	...raw,
	sensors: [
		{ id: "collector", role: "collector", source: "simulated:collector" },
		{ id: "tank", role: "tank", source: "simulated:tank" },
	],
	outputs: [{ id: "pump", role: "pump", target: "simulated:pump" }],
});

/**
 * The owner's own options with what was said on the guided path, and nothing else changed: an entry of the same address keeps its
 * id and everything that is not asked for there.
 */
export function toOptions(written: Raw, { sensors, outputs, volume, maximum }: Draft): Raw {
	const said = Object.keys(sensors).length + Object.keys(outputs).length > 0;
	const raw = said && isSimulated(written) ? withoutSimulated(written) : written;
	const next: Record<string, unknown> = { ...raw };
	const allSensors = sensorsWith(itemsOf(raw, "sensors"), sensors);
	const allOutputs = outputsWith(itemsOf(raw, "outputs"), outputs);
	if (allSensors.length > 0 || raw["sensors"] !== undefined) next["sensors"] = allSensors;
	if (allOutputs.length > 0 || raw["outputs"] !== undefined) next["outputs"] = allOutputs;
	if (volume !== undefined) next["tank"] = { ...groupOf(raw, "tank"), volume };
	if (maximum !== undefined) next["tank_limit"] = { ...groupOf(raw, "tank_limit"), target: maximum };
	return next;
}

const groupOf = (raw: Raw, key: string): Raw => {
	const group = raw[key];
	return isRecord(group) ? group : {};
};

function sensorsWith(before: readonly Raw[], said: Draft["sensors"]): readonly Raw[] {
	const ids = new Set(before.map(({ id }) => id));
	const kept = before.flatMap((item): readonly Raw[] => {
		const found = Object.entries(said).find(([source]) => same(item["source"], source));
		if (found === undefined) return [item];
		const [, { role, name, height }] = found;
		if (role === undefined) return [];
		const { name: _, height: __, ...rest } = item;
		return [{ ...rest, role, ...(name !== undefined && { name }), ...(height !== undefined && { height }) }];
	});
	const added = Object.entries(said).flatMap(([source, { role, name, height }]): readonly Raw[] => {
		if (role === undefined || before.some((item) => same(item["source"], source))) return [];
		const id = freeId(role === "tank_layer" && height !== undefined ? `tank_${Math.round(height)}` : role, ids);
		return [{ id, role, source, ...(name !== undefined && { name }), ...(height !== undefined && { height }) }];
	});
	return [...kept, ...added];
}

function outputsWith(before: readonly Raw[], said: Draft["outputs"]): readonly Raw[] {
	const ids = new Set(before.map(({ id }) => id));
	const kept = before.flatMap((item): readonly Raw[] => {
		const found = Object.entries(said).find(([target]) => same(item["target"], target));
		if (found === undefined) return [item];
		const [, { role, wiring, removed }] = found;
		return removed ? [] : [{ ...item, role, wiring }];
	});
	const added = Object.entries(said).flatMap(([target, { role, wiring, removed }]): readonly Raw[] => {
		if (removed || before.some((item) => same(item["target"], target))) return [];
		return [{ id: freeId(role, ids), role, target, wiring }];
	});
	return [...kept, ...added];
}

/** `pump`, or `pump_2` where there is one already. */
function freeId(wished: string, taken: Set<unknown>): string {
	let id = wished;
	for (let n = 2; taken.has(id); n++) id = `${wished}_${n}`;
	taken.add(id);
	return id;
}
