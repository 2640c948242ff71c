import type { Platform } from "../schema/component.ts";
import { isObject, type Json, type JsonObject } from "./compact.ts";

/**
 * What components without such a key have from the message. Home Assistant copies it before it replaces the beginning of
 * topics, so each gets its own (HA core 2025.11.0 and 2026.11.0: `mqtt/discovery.py`, `_merge_common_device_options`).
 */
export interface Inherited {
	readonly state_topic?: string;
	readonly command_topic?: string;
}
export const NOTHING_INHERITED: Inherited = {};

/** Platforms that read such a topic. The others drop what they inherit without a word. */
export const READS: Readonly<Record<keyof Inherited, readonly Platform[]>> = {
	state_topic: [
		...(["sensor", "binary_sensor", "switch", "number", "select", "text", "event", "date", "time"] as const),
		"valve",
	],
	command_topic: ["switch", "number", "select", "button", "text", "date", "time", "valve"],
};

/** What Home Assistant fills in by itself where it is left out (HA core 2025.11.0 and 2026.11.0: `mqtt/number.py`). */
const FILLED_IN: Readonly<Partial<Record<Platform, JsonObject>>> = {
	number: { min: 0, max: 100, step: 1, mode: "auto" },
};
export const filledIn = (platform: Json | undefined): JsonObject => FILLED_IN[platform as Platform] ?? {};

/**
 * What is worth being written once for all: the topic of the state as it is, that of commands by its usual end. Not where an
 * entity does without such a topic and would get one.
 */
export function inherited(components: readonly Json[], base: string): Inherited {
	const all = components.filter(isObject);
	const [usual] = mostOf(all.flatMap(endOfCommand));
	const state = all.length > 1 && haveAll(all, "state_topic");
	const command = usual !== undefined && haveAll(all, "command_topic");
	return { ...(state && { state_topic: base }), ...(command && { command_topic: `${base}${usual}` }) };
}

const haveAll = (components: readonly JsonObject[], key: keyof Inherited): boolean =>
	components.every((one) => one[key] !== undefined || !READS[key].some((platform) => platform === one["platform"]));

/** `/set` of `tank/set`, where the state is at `tank`. */
const endOfCommand = ({ state_topic: state, command_topic: command }: JsonObject): readonly string[] =>
	typeof state === "string" && typeof command === "string" && command.startsWith(`${state}/`)
		? [command.slice(state.length)]
		: [];

const mostOf = (ends: readonly string[]): readonly string[] => {
	const counts = new Map<string, number>();
	for (const end of ends) counts.set(end, (counts.get(end) ?? 0) + 1);
	return [...counts].toSorted((a, b) => b[1] - a[1]).map(([end]) => end);
};
