import { matches } from "#mqtt/topic.ts";

/** What a user may do with topics under a filter. */
export interface Right {
	readonly access: "read" | "write" | "readwrite";
	readonly filter: string;
}

/** The rights in the text of Mosquitto's acl_file (mosquitto.conf(5)), so that both brokers use the same list. */
export const rightsIn = (acl: string): readonly Right[] =>
	[...acl.matchAll(/^topic (read|write|readwrite) (.+)$/gm)].flatMap(([, access, filter]) =>
		filter !== undefined && (access === "read" || access === "write" || access === "readwrite")
			? [{ access, filter }]
			: [],
	);

export const mayWrite = (rights: readonly Right[], topic: string): boolean =>
	rights.some(({ access, filter }) => access !== "read" && matches(filter, topic));

export const mayRead = (rights: readonly Right[], topic: string): boolean =>
	rights.some(({ access, filter }) => access !== "write" && matches(filter, topic));

/** Whether a subscription can only deliver what may be read. */
export const mayListen = (rights: readonly Right[], asked: string): boolean =>
	rights.some(({ access, filter }) => access !== "write" && covers(filter, asked));

/** Whether every topic under `asked` is also under `filter`. */
function covers(filter: string, asked: string): boolean {
	if (/^[+#]/.test(filter) && asked.startsWith("$")) return false;
	const wide = filter.split("/");
	const narrow = asked.split("/");
	for (const [n, level] of wide.entries()) {
		if (level === "#") return true;
		const under = narrow[n];
		if (under === undefined || under === "#") return false;
		if (level !== "+" && level !== under) return false;
	}
	return wide.length === narrow.length;
}
