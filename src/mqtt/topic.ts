import type { Message } from "./broker.ts";

/** Why a message may not go to a topic; each has a text in the section `unfit`. */
export type Unfit = "empty" | "reserved" | "wildcard" | "nul" | "long" | "large";

/** Why a message may not go to this topic (MQTT 5, 4.7); undefined when it may. */
export const topicFlaw = (topic: string): Unfit | undefined => {
	if (topic === "") return "empty";
	if (topic.startsWith("$")) return "reserved";
	if (/[+#]/.test(topic)) return "wildcard";
	if (topic.includes("\0")) return "nul";
	if (Buffer.byteLength(topic) > MAX_STRING) return "long";
	return undefined;
};

/** Why a message may not go out; undefined when it may. */
export const messageFlaw = ({ topic, payload }: Message): Unfit | undefined =>
	topicFlaw(topic) ?? (Buffer.byteLength(payload) > MAX_PAYLOAD ? "large" : undefined);

/** Whether a topic falls under a filter with + and # (MQTT 5, 4.7.1). */
export const matches = (filter: string, topic: string): boolean => {
	if (/^[+#]/.test(filter) && topic.startsWith("$")) return false;
	const levels = topic.split("/");
	const wanted = filter.split("/");
	const open = wanted.at(-1) === "#";
	const fixed = open ? wanted.slice(0, -1) : wanted;
	if (open ? levels.length < fixed.length : levels.length !== fixed.length) return false;
	return fixed.every((level, n) => level === "+" || level === levels[n]);
};

/** Whether any topic falls under both filters. */
export const overlap = (one: string, other: string): boolean => {
	const [a, b] = [one.split("/"), other.split("/")];
	for (let n = 0; ; n++) {
		const [left, right] = [a[n], b[n]];
		// `a/#` includes `a` itself (MQTT 5, 4.7.1.2).
		if (left === "#" || right === "#") return true;
		if (left === undefined || right === undefined) return left === right;
		if (left !== right && left !== "+" && right !== "+") return false;
	}
};

/** The part of a topic that access rules usually name, for example `solar/1f3a`. */
export const prefixOf = (topic: string): string => topic.split("/").slice(0, 2).join("/");

/** Most bytes in any string of an MQTT packet. */
export const MAX_STRING = 65_535;
/** Most bytes in a payload of ours. Home Assistant's broker accepts 2 MB. */
export const MAX_PAYLOAD = 1_000_000;
