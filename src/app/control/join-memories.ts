import type { Starts } from "#control/machinery/interlock.ts";
import type { Memories } from "#control/memory/memories.ts";
import { ruleOf } from "#model/decision/memory-key.ts";
import { after, type Seconds } from "#model/quantities/units.ts";
import { isRecord } from "#model/untyped/untyped.ts";
import { ALL_RULES } from "./rules.ts";

/**
 * The saved memories with those of the time while the store could not be read. A rule that declares how they are joined
 * decides; otherwise saved values apply, and every latch of either side stays, so that none is lost.
 * @param by how far the running time moves at the same moment
 */
export const joinMemories = (saved: Memories, live: Memories, by: Seconds): Memories =>
	Object.fromEntries(
		[...new Set([...Object.keys(saved), ...Object.keys(live)])].map((key) => [
			key,
			joined(key, saved[key], live[key], by),
		]),
	);

/** Starts count against the limit per hour, whether they were saved or came meanwhile. */
export const joinStarts = (saved: Starts, live: Starts, by: Seconds): Starts => ({
	...saved,
	...Object.fromEntries(
		Object.entries(live).map(([id, starts]) => [id, [...(saved[id] ?? []), ...starts.map((at) => after(at, by))]]),
	),
});

function joined(key: string, saved: unknown, live: unknown, by: Seconds): unknown {
	const rule = ALL_RULES.find(({ id }) => id === ruleOf(key));
	if (rule?.joined === undefined) return withLatches(saved, live);
	const begun = rule.memory.parse({});
	return rule.joined(saved ?? begun, live ?? begun, by);
}

function withLatches(saved: unknown, live: unknown): unknown {
	if (saved === undefined) return live;
	if (!isRecord(saved) || !isRecord(live)) return saved;
	return {
		...saved,
		...Object.fromEntries(Object.entries(live).flatMap(([name, now]) => latch(name, saved[name], now))),
	};
}

/** A latch is a boolean, or a list of what it stands for, such as sensors. */
function latch(name: string, saved: unknown, live: unknown): readonly (readonly [string, unknown])[] {
	if (live === true) return [[name, true]];
	if (!areNames(live) || !(saved === undefined || areNames(saved))) return [];
	return [[name, [...new Set([...(saved ?? []), ...live])]]];
}

const areNames = (value: unknown): value is readonly string[] =>
	Array.isArray(value) && value.every((one) => typeof one === "string");
