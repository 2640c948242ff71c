/** Where a value is: in a message on this topic, under this JSON pointer (RFC 6901). Without one, the payload is the value. */
export interface Spot {
	readonly topic: string;
	readonly pointer?: string;
}

/** A topic name (MQTT 5, 4.7): no wildcards, none of the broker's own, no control characters. */
const TOPIC = /^(?!\$)[^+#\p{Cc}]{1,250}$/u;
/** Each level after a slash; ~ only as ~0 or ~1 (RFC 6901, 3). */
const POINTER = /^(?:\/(?:[^/~\p{Cc}]|~[01])*)+$/u;

/** `TOPIC` or `TOPIC#/json/pointer`; undefined for anything else. */
export function spotAt(address: string): Spot | undefined {
	const [topic = "", ...rest] = address.split("#");
	// A pointer may contain #, a topic may not.
	const pointer = rest.length === 0 ? undefined : rest.join("#");
	if (!TOPIC.test(topic) || topic !== topic.trim()) return undefined;
	if (pointer === undefined) return { topic };
	return POINTER.test(pointer) ? { topic, pointer } : undefined;
}

/** What is at a pointer (RFC 6901, 4); undefined where there is nothing. */
export function pointedAt(document: unknown, pointer: string): unknown {
	let at = document;
	for (const level of pointer.split("/").slice(1)) {
		const key = level.replaceAll("~1", "/").replaceAll("~0", "~");
		if (typeof at !== "object" || at === null) return undefined;
		if (Array.isArray(at)) at = INDEX.test(key) ? at[Number(key)] : undefined;
		else at = Object.hasOwn(at, key) ? (at as Readonly<Record<string, unknown>>)[key] : undefined;
	}
	return at;
}

/** No leading zeros. */
const INDEX = /^(?:0|[1-9]\d{0,8})$/;
