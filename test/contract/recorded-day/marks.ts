/** What of a recording differs from one run, machine or wording to the next, and is replaced. Everything else is contract. */
export interface Known {
	readonly version: string;
	/** Ports by what they are of. */
	readonly ports: ReadonlyMap<number, string>;
	/** Folders by what they are: longer paths first. */
	readonly folders: readonly (readonly [path: string, mark: string])[];
	/** Who runs the tests: the audit trail writes down who typed a command. */
	readonly user: string;
}

/** Keys whose value is a text for people, which no program reads. */
const SENTENCES: ReadonlySet<string> = new Set([...["text", "message", "name", "model", "title", "told", "words"]]);
/** Keys whose value is a one-word code, or a text. */
const WORDED: ReadonlySet<string> = new Set(["cause", "value", "remedy", "error", "failed", "tried", "seen"]);
/** Keys whose value is a time or duration as a number. */
const TIMES: ReadonlySet<string> = new Set(["t", "at", "since", "seconds", "slowest", "age", "worst_age", "watched"]);
/** Keys whose value is random. */
const RANDOM: ReadonlySet<string> = new Set(["watch", "password", "head", "hash"]);

const ISO_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?$/;
const ISO_DATE = /^\d{4}-\d\d-\d\d$/;
/** A list of texts. */
const LISTS = /^not_provable|_told$/;
/** As a backup is called. */
const STAMP = /\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.\d{3}Z/g;
/** Names that are made up for a connection, and for what a proof tries. */
const MADE_UP: readonly (readonly [RegExp, string])[] = [
	[/^(solar_heating_recorded1)_[0-9a-f]{8}(_[0-9a-f]{8})?$/, "$1_<random>"],
	[/^(solar_heating_proof)_[0-9a-f]{16}_[0-9a-f]{24}$/, "$1_<random>"],
	[/(?<![\w$])(\$?authcheck)_[0-9a-f]{8}(?!\w)/g, "$1_<random>"],
	[/^[0-9a-f]{16}$/, "<random>"],
];

/** The same value with marks, and the keys of every object in order. Text stays text, a number a number or becomes a mark. */
export function marked(value: unknown, known: Known, key = ""): unknown {
	if (Array.isArray(value)) return value.map((one) => marked(one, known, LISTS.test(key) ? "text" : ""));
	if (typeof value === "object" && value !== null) {
		// What is known of a release of Mosquitto is no contract of ours, and machines have different ones.
		if ("id" in value && value.id === "broker_outdated" && "says" in value)
			return { id: value.id, said: "<of the release>" };
		const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
		return Object.fromEntries(entries.map(([name, one]) => [name, marked(one, known, name)]));
	}
	if (typeof value === "number") {
		if (TIMES.has(key)) return "<time>";
		// The database also grows with data that scripts do not use.
		if (key === "bytes") return "<number>";
		return key === "port" ? (known.ports.get(value) ?? value) : value;
	}
	return typeof value === "string" ? markedText(value, known, key) : value;
}

/** @param key of the value */
export function markedText(text: string, known: Known, key = ""): string {
	if (text === "") return text;
	if ((SENTENCES.has(key) && !/^\d{4}-\d\d-\d\dT/.test(text)) || (WORDED.has(key) && /^\p{L}.* /u.test(text)))
		return "<sentence>";
	if (RANDOM.has(key)) return "<random>";
	if (text === known.version && /^(?:sw_version|sw|version)$/.test(key)) return "<version>";
	if (ISO_TIME.test(text)) return "<time>";
	if (ISO_DATE.test(text)) return "<date>";
	// Of the machine's Mosquitto.
	if (key === "release") return "<release>";
	if (key === "actor" && text === known.user) return "<user>";
	if (key === "port") return known.ports.get(Number(text)) ?? text;
	// The audit trail keeps facts as they were hashed.
	if (key === "facts" && text.startsWith("{")) return JSON.stringify(marked(JSON.parse(text), known));
	const named = MADE_UP.reduce((before, [made, mark]) => before.replace(made, mark), text.replace(STAMP, "<time>"));
	return placesIn(named, known);
}

/** Folders, and ports behind an address. */
export function placesIn(text: string, { ports, folders }: Known): string {
	const placed = folders.reduce((before, [path, mark]) => before.replaceAll(path, mark), text);
	return placed.replace(/(?<=127\.0\.0\.1:)\d+/g, (port) => ports.get(Number(port)) ?? port);
}

/** A value as lines of `path = JSON`, one for each leaf. */
export function leaves(value: unknown, path = ""): readonly string[] {
	if (typeof value !== "object" || value === null || Object.keys(value).length === 0)
		return [path === "" ? JSON.stringify(value) : `${path} = ${JSON.stringify(value)}`];
	return Object.entries(value).flatMap(([name, one]) => leaves(one, path === "" ? name : `${path}.${name}`));
}
