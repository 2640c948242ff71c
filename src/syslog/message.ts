/** RFC 5424, 6.2.1. */
const SEVERITIES = { alert: 1, error: 3, warning: 4, notice: 5, info: 6 } as const;
export type Severity = keyof typeof SEVERITIES;

/** An event for a collector that gathers the logs of many machines. */
export interface SecurityEvent {
	/** ms since 1970-01-01 UTC. */
	readonly at: number;
	readonly severity: Severity;
	/** A code for the kind of event: MSGID. */
	readonly id: string;
	/** Must hold no secret. */
	readonly data: Readonly<Record<string, string | number | boolean>>;
	/** For people. */
	readonly text: string;
}

/** The sender. */
export interface Sender {
	readonly host: string;
	readonly app: string;
	/** Different at every start. */
	readonly process: string;
}

/** Security and authorization messages that not everybody may read (RFC 5424, table 1). */
const AUTHPRIV = 10;
/**
 * Names without an @ belong to IANA; a private one needs an enterprise number. We have none, so this is the number that RFC
 * 5612 reserves for examples.
 */
const SD_ID = "solar-heating@32473";
/** RFC 5424, 6: a receiver need not accept more than 2048 bytes; today's accept 8192. */
const LONGEST_VALUE = 500;
const LONGEST_TEXT = 1500;
const BOM = "\ufeff";

/**
 * An event in the format of RFC 5424, in UTF-8. Any content gives exactly one message with the given parameters: characters
 * that would end a line are replaced by visible symbols.
 * @param seq the number of the event, from 1, so that a repeated one is recognised
 */
export function messageOf({ at, severity, id, data, text }: SecurityEvent, sender: Sender, seq: number): string {
	const pri = AUTHPRIV * 8 + SEVERITIES[severity];
	const head = [
		`<${pri}>1`,
		new Date(at).toISOString(),
		token(sender.host, 255),
		token(sender.app, 48),
		token(sender.process, 128),
		token(id, 32),
	];
	const params = Object.entries(data).map(([name, value]) => ` ${token(name, 32)}="${escaped(String(value))}"`);
	// RFC 5424, 7.3.1: from 1 to 2147483647, then again from 1.
	const meta = `[meta sequenceId="${((seq - 1) % 2_147_483_647) + 1}"]`;
	return `${head.join(" ")} [${SD_ID}${params.join("")}]${meta} ${BOM}${cut(visible(text), LONGEST_TEXT)}`;
}

/** Octet counting (RFC 6587, 3.4.1; RFC 5425, 4.3): the length in bytes, a space, and the message. */
export function framed(message: string): Buffer {
	const bytes = Buffer.from(message, "utf8");
	return Buffer.concat([Buffer.from(`${bytes.length} `), bytes]);
}

/** Printable ASCII without delimiters; `-` where nothing is left. */
const token = (text: string, longest: number): string =>
	text.replace(/[^\x21-\x7e]|[="\]]/g, "_").slice(0, longest) || "-";

/** RFC 5424, 6.3.3: these three characters need a backslash. */
const escaped = (value: string): string => cut(visible(value), LONGEST_VALUE).replace(/["\\\]]/g, "\\$&");

/** Characters that end a line or reverse its direction become their Unicode symbol, or U+FFFD. */
const visible = (text: string): string =>
	text.toWellFormed().replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\ufeff]/gu, pictured);

function pictured(character: string): string {
	const code = character.charCodeAt(0);
	return code < 0x20 ? String.fromCharCode(0x2400 + code) : code === 0x7f ? "\u2421" : "\ufffd";
}

/** Never splits a character. */
function cut(text: string, longest: number): string {
	const characters = [...text];
	return characters.length <= longest ? text : `${characters.slice(0, longest - 1).join("")}…`;
}
