import { isRecord, jsonIn } from "#model/untyped/untyped.ts";
import { stampOf, stampWithoutYear, unstamped } from "./stamp.ts";
import { begins } from "./words.ts";

/** A line without the prefix of another program. */
export interface Bare {
	/** The broker's own line, with its own time if it has one. */
	readonly text: string;
	/** Seconds since 1970, if the prefix tells. */
	readonly at?: number;
	/** The log itself says that another program wrote it. */
	readonly foreign?: true;
}

const ESC = String.fromCharCode(27);
const COLOUR = new RegExp(`${ESC}\\[[0-9;]*m`, "g");
/** `docker compose logs`: the padded service name and a bar. */
const COMPOSE = /^[\w.-]{1,128} +\| ?/;
/** `docker logs -t`. In Kubernetes the stream follows. */
const CONTAINER = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)) (?:std(?:out|err) [FP] )?/;
const TAG = String.raw`(?<tag>[^\s[\]:]{1,48})(?:\[\d+\])?: `;
const HOST = String.raw`[\w.:-]{0,254}[\w.-] `;
const MONTH_DAY = String.raw`[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d(?:\.\d+)?`;
/** RFC 3164, as in syslogd's files and in journalctl. */
const SYSLOG = new RegExp(`^(?:<\\d{1,3}>)?(?<day>${MONTH_DAY}) (?:${HOST})?${TAG}`);
/** The same with a full date: rsyslog's files, `journalctl -o short-iso`, `short-full`, `short-unix`. */
const ISO = String.raw`\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)?`;
const DATED = new RegExp(
	`^(?:<\\d{1,3}>)?(?<date>(?:[A-Z][a-z]{2} )?${ISO}(?: [A-Z]{2,5})?|\\d{9,11}\\.\\d+) ${HOST}${TAG}`,
);
/** `journalctl -o short-monotonic`: seconds since boot. */
const MONOTONIC = new RegExp(String.raw`^\[ *\d+\.\d+\] ${HOST}${TAG}`);
/** RFC 5424. */
const NEW_SYSLOG = /^<\d{1,3}>1 (?<date>\S+) \S+ (?<tag>\S+) \S+ \S+ (?:-|(?:\[(?:[^\]\\]|\\.)*\])+) ?\uFEFF?/;
/** Programs that may write Mosquitto's lines: itself, a container by its name, a container runtime. */
const BROKERS = /mosquitto|mqtt|broker|^[0-9a-f]{12}$|^(?:docker|podman|containerd|conmon)/i;

/**
 * Removes the prefix of docker, journald or syslog. Each pattern is anchored at the start of the line and leaves no room
 * for a client's text.
 * @param today seconds since 1970, for dates without a year
 */
export function bare(line: string, today?: number): Bare {
	if (line.startsWith("{")) return ofRecord(line) ?? { text: line };
	if (brokers(line)) return { text: line };
	const text = (line.startsWith(ESC) ? line.replace(COLOUR, "") : line).replace(COMPOSE, "");
	if (brokers(text)) return { text };
	const [stamp = "", date] = CONTAINER.exec(text) ?? [];
	const contained = text.slice(stamp.length);
	if (date !== undefined && brokers(contained)) return dated(contained, stampOf(date));
	for (const form of [NEW_SYSLOG, DATED, SYSLOG, MONOTONIC]) {
		const found = form.exec(text);
		if (found === null) continue;
		const { tag = "", date: whole, day } = found.groups ?? {};
		if (!BROKERS.test(tag)) return { text, foreign: true };
		const at = whole !== undefined ? stampOf(whole) : day !== undefined ? stampWithoutYear(day, today) : undefined;
		return dated(text.slice(found[0].length), at);
	}
	return { text };
}

/** Nothing is removed that the broker itself may have written. */
const brokers = (text: string) => begins(unstamped(text, begins).text);

const dated = (text: string, at: number | undefined): Bare => ({ text, ...(at !== undefined && { at }) });

/** A line of JSON: docker's own files, or `journalctl -o json`. */
function ofRecord(line: string): Bare | undefined {
	const record = jsonIn(line);
	if (!isRecord(record)) return undefined;
	const { log, time, MESSAGE, SYSLOG_IDENTIFIER, __REALTIME_TIMESTAMP: micro } = record;
	if (typeof log === "string") {
		return dated(log.replace(/\r?\n$/, ""), typeof time === "string" ? stampOf(time) : undefined);
	}
	const said = Array.isArray(MESSAGE) ? Buffer.from(MESSAGE).toString("utf8") : MESSAGE;
	if (typeof said !== "string") return undefined;
	if (typeof SYSLOG_IDENTIFIER === "string" && !BROKERS.test(SYSLOG_IDENTIFIER)) return { text: said, foreign: true };
	return dated(said, typeof micro === "string" && /^\d+$/.test(micro) ? Number(micro) / 1e6 : undefined);
}
