/** Conversions of strftime(3) that stand for several others, in the locale C that Mosquitto runs in. */
const LONG: Readonly<Record<string, string>> = {
	c: "%a %b %e %H:%M:%S %Y",
	D: "%m/%d/%y",
	F: "%Y-%m-%d",
	R: "%H:%M",
	T: "%H:%M:%S",
	h: "%b",
};
/** fail2ban's patterns for conversions of strftime(3). Its own `%d` accepts a blank instead of a zero, its `%H` does not. */
const TAKEN: Readonly<Record<string, string>> = {
	...Object.fromEntries([..."YymdHIMSpbBaAzZ"].map((letter) => [letter, `%%${letter}`])),
	e: "%%d",
	k: " ?%%H",
	l: " ?%%I",
};
const JOINS = /^[ /.,:+()\-[\]TZ]$/;
/** The usual formats: seconds since 1970, and the one of Debian's example. */
const USUAL = ["^{EPOCH}:\\s", "^%%Y-%%m-%%d[T ]%%H:%%M:%%S(?:%%z)?:\\s"];

/**
 * fail2ban's patterns for the time of a line; undefined if it could not read it, or if the line does not show the full
 * time.
 * @param format Mosquitto's `log_timestamp_format`; absent if it is not set
 */
export function datePatterns(format: string | undefined): readonly string[] | undefined {
	if (format === undefined || format === "%s") return USUAL;
	const whole = format.replace(/%([cDFRTh])/g, (_, letter: string) => LONG[letter] ?? "");
	const parts = whole.match(/%.?|./gs) ?? [];
	const written = parts.map(patternOf);
	// The broker's own text starts after the first colon with a blank.
	if (written.includes(undefined) || whole.includes(": ") || !saysWhen(parts)) return undefined;
	// Lines from before the format was set may still be in the log.
	return [`^${written.join("")}:\\s`, "^{EPOCH}:\\s"];
}

function patternOf(part: string): string | undefined {
	if (part.startsWith("%")) return TAKEN[part.slice(1)];
	if (!JOINS.test(part)) return undefined;
	return /[TZ:, /]/.test(part) ? part : `\\${part}`;
}

/** A line without its date would count as today's for ever. */
function saysWhen(parts: readonly string[]): boolean {
	const has = (...some: readonly string[]) => some.some((part) => parts.includes(part));
	const hour = has("%H", "%k") || (has("%I", "%l") && has("%p"));
	return hour && has("%M") && has("%m", "%b", "%B") && has("%d", "%e");
}
