/** Replaces a secret. */
export const REDACTED = "[redacted]";

export interface Redact {
	/** The text without secrets. */
	text(text: string): string;
	/** A plain copy without secrets, also in keys. What is not plain data is described. */
	data(value: unknown): unknown;
}

/**
 * Removes secrets from everything that goes to the log or a socket. Known secrets are found anywhere, also percent-encoded,
 * JSON-escaped, in hexadecimal or in base64. So is what looks like a secret: values under keys such as `password`, logins
 * in URLs, bearer tokens, private keys.
 * @param secrets the secrets known now; called each time, because logins change
 */
export function redactor(secrets: () => readonly string[]): Redact {
	let known: readonly string[] = [];
	let patterns: readonly RegExp[] = [];
	const refresh = () => {
		const now = secrets();
		if (now.length === known.length && now.every((secret, n) => secret === known[n])) return;
		known = [...now];
		patterns = patternsOf(known);
	};
	const clean = (text: string) => [...patterns, ...SHAPES].reduce((t, pattern) => t.replace(pattern, REDACTED), text);
	return {
		text(text) {
			refresh();
			return clean(text);
		},
		data(value) {
			refresh();
			return cleaned(value, clean, 0);
		},
	};
}

/** Nothing deeper is shown. This also ends cycles. */
const DEPTH = 12;

function cleaned(value: unknown, clean: (text: string) => string, depth: number): unknown {
	if (typeof value === "string") return clean(value);
	if (typeof value === "number" || typeof value === "bigint")
		return clean(String(value)).includes(REDACTED) ? REDACTED : value;
	if (typeof value !== "object" || value === null) return typeof value === "function" ? undefined : value;
	if (depth >= DEPTH) return "[…]";
	if (value instanceof Date) return value.toJSON();
	if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
	if (Array.isArray(value)) return value.map((item) => cleaned(item, clean, depth + 1));
	if (value instanceof Map) return cleaned(Object.fromEntries(value), clean, depth);
	if (value instanceof Set) return cleaned([...value], clean, depth);
	const entries = Object.entries(
		value instanceof Error ? { ...value, name: value.name, message: value.message } : value,
	);
	return Object.fromEntries(
		entries.map(([key, inner]) => [clean(key), secretUnder(key, inner) ? REDACTED : cleaned(inner, clean, depth + 1)]),
	);
}

const SECRET_KEY =
	/pass(?:word|wd|phrase)|secret|token|authorization|cookie|(?:^|[_-])(?:pwd|psk)$|(?:api|private|access|auth|shared|session|client|encryption|tls|ssh)[_-]?key/i;
/** Facts about a secret that are not secret: its path, its age. */
const ABOUT = /_(?:file|path|age|days|since|changed)$/i;
/** The key of a text, such as `entity.pump`. */
const TEXT_KEY = /^[a-z][a-z0-9_.]{0,63}$/;

function secretUnder(key: string, value: unknown): boolean {
	if (value === undefined || value === null || value === "" || typeof value === "boolean") return false;
	if (/^key$/i.test(key)) return !(typeof value === "string" && TEXT_KEY.test(value));
	return SECRET_KEY.test(key) && !ABOUT.test(key);
}

/** Text that looks like a secret. The patterns are bounded, so that long lines stay fast. */
const SHAPES: readonly RegExp[] = [
	/-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g,
	// The login of a URL, up to the last @ before the path.
	/(?<=[a-z][a-z0-9+.-]{0,20}:\/\/)[^\s/?#"']{1,512}(?=@)/gi,
	// The same without a scheme: user:password@host.
	/(?<![\w.+:/-])[\w.+-]{1,64}:[^\s@/"']{1,256}(?=@[\w[])/g,
	/(?<=\b(?:bearer|basic)\s+)[\w.~+/=-]{8,}/gi,
	/(?<=\b(?:password|passwd|passphrase|secret|token)(?:\\*["'])?\s?[=:]\s?\\*["'])[^"'\\]+/gi,
	/(?<=\b(?:password|passwd|passphrase|secret|token)=)[^\s"'&;,[]+/gi,
];

/** Secrets of this length or more are removed wherever they occur, shorter ones only as whole words. */
const DISTINCT = 4;

function patternsOf(secrets: readonly string[]): readonly RegExp[] {
	// Longest first, because one secret may be part of another.
	const whole = [...new Set(secrets)].filter((secret) => secret !== "").sort((a, b) => b.length - a.length);
	const sources = whole.flatMap((secret) => {
		const written = [...secret].map(anyWriting).join("");
		if (secret.length < DISTINCT) return [`(?<![A-Za-z0-9_])${written}(?![A-Za-z0-9_])`];
		return [written, ...binaryWritings(secret)];
	});
	return sources.map((source) => new RegExp(source, "g"));
}

/** Every way in which text formats write a character: as it is, JSON-escaped (also twice), percent-encoded. */
function anyWriting(character: string): string {
	const bytes = [...Buffer.from(character, "utf8")];
	const percent = bytes.map((byte) => `%(?:25)*${anyCase(hex(byte))}`).join("");
	const units = Array.from({ length: character.length }, (_, n) =>
		character.charCodeAt(n).toString(16).padStart(4, "0"),
	);
	const plain = units.map((unit) => `\\u${unit}`).join("");
	const unicode = units.map((unit) => `\\\\+u${anyCase(unit)}`).join("");
	const short = SHORT[character];
	return `(?:${[...(short === undefined ? [] : [short]), plain, percent, unicode].join("|")})`;
}
const SHORT: Readonly<Record<string, string>> = {
	'"': '\\\\+"',
	"\\": "\\\\{2,}",
	"/": "\\\\+/",
	" ": "\\+",
	"\b": "\\\\+b",
	"\f": "\\\\+f",
	"\n": "\\\\+n",
	"\r": "\\\\+r",
	"\t": "\\\\+t",
};
const hex = (byte: number) => byte.toString(16).padStart(2, "0");
const anyCase = (digits: string) => digits.replace(/[a-f]/g, (d) => `[${d}${d.toUpperCase()}]`);

/** The secret in hexadecimal and in base64, where it may begin at any of three positions of a group. */
function binaryWritings(secret: string): readonly string[] {
	const bytes = Buffer.from(secret, "utf8");
	const inBase64 = [0, 1, 2].map((before) => {
		const text = Buffer.concat([Buffer.alloc(before), bytes])
			.toString("base64")
			.replace(/=+$/, "");
		// The characters at both ends share bits with their neighbours.
		const from = before === 0 ? 0 : before + 1;
		const shared = (before + bytes.length) % 3 === 0 ? 0 : 1;
		return text.slice(from, text.length - shared);
	});
	return [
		anyCase(bytes.toString("hex")),
		...inBase64
			.filter((text) => text.length >= DISTINCT)
			.map((text) => text.replace(/[+/]/g, (c) => (c === "+" ? "(?:[+-]|%2[Bb])" : "(?:[/_]|%2[Ff])"))),
	];
}
