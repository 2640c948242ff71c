/** RFC 5424, 6.2.1. */
export const SEVERITIES = { alert: 1, error: 3, warning: 4, notice: 5, info: 6 } as const;
export type Severity = keyof typeof SEVERITIES;

/** A message for a collector of the logs of many machines. */
export interface SecurityEvent {
	/** ms since 1970-01-01 UTC. */
	readonly at: number;
	readonly severity: Severity;
	/** What it is, as a code: MSGID. */
	readonly id: string;
	/** Never a secret. */
	readonly data: Readonly<Record<string, string | number | boolean>>;
	/** For people. */
	readonly text: string;
}

/** The sender. */
export interface Sender {
	readonly host: string;
	readonly app: string;
	/** Another one at every start. */
	readonly process: string;
}

/** Security and authorization messages that not everybody may read (RFC 5424, table 1). */
const AUTHPRIV = 10;
/**
 * Names without an @ belong to IANA; a private one needs the number of an enterprise. We have none, so this is the one that
 * RFC 5612 sets aside for examples, which no real enterprise has either.
 */
const SD_ID = "solar-heating@32473";
/** RFC 5424, 6: no more than a receiver has to take is 2048; those of today take 8192. */
const LONGEST_VALUE = 500;
const LONGEST_TEXT = 1500;
const BOM = "\ufeff";

/**
 * An event as RFC 5424 writes it, in UTF-8. Whatever stands in it, it is one message with the parameters that were given:
 * what would end a line is shown as a picture of itself.
 * @param seq which one it is, from 1: what is sent twice can so be known
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

/** Printable ASCII without what would end a name; `-` where nothing is left. */
const token = (text: string, longest: number): string =>
	text.replace(/[^\x21-\x7e]|[="\]]/g, "_").slice(0, longest) || "-";

/** RFC 5424, 6.3.3: these three, each with a backslash before it. */
const escaped = (value: string): string => cut(visible(value), LONGEST_VALUE).replace(/["\\\]]/g, "\\$&");

/** What would end a line or turn it around is shown as the picture that Unicode has of it, or as U+FFFD. */
const visible = (text: string): string =>
	text.toWellFormed().replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\ufeff]/gu, pictured);

function pictured(character: string): string {
	const code = character.charCodeAt(0);
	return code < 0x20 ? String.fromCharCode(0x2400 + code) : code === 0x7f ? "\u2421" : "\ufffd";
}

/** By whole characters. */
function cut(text: string, longest: number): string {
	const characters = [...text];
	return characters.length <= longest ? text : `${characters.slice(0, longest - 1).join("")}…`;
}
