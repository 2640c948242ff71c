/** Conversions of strftime(3) that stand for several others. Mosquitto runs in the locale C. */
const LONG: Readonly<Record<string, string>> = {
	c: "%a %b %e %H:%M:%S %Y",
	D: "%m/%d/%y",
	F: "%Y-%m-%d",
	R: "%H:%M",
	T: "%H:%M:%S",
	h: "%b",
};
/** How fail2ban writes what strftime(3) made. Its own `%d` takes a blank instead of a zero, its `%H` does not. */
const TAKEN: Readonly<Record<string, string>> = {
	...Object.fromEntries([..."YymdHIMSpbBaAzZ"].map((letter) => [letter, `%%${letter}`])),
	e: "%%d",
	k: " ?%%H",
	l: " ?%%I",
};
const JOINS = /^[ /.,:+()\-[\]TZ]$/;
/** The usual ones: seconds since 1970, and the format of Debian's example. */
const USUAL = ["^{EPOCH}:\\s", "^%%Y-%%m-%%d[T ]%%H:%%M:%%S(?:%%z)?:\\s"];

/**
 * What fail2ban reads the time of a line by; undefined where it could not, or where the line would not show when it was.
 * @param format `log_timestamp_format` as Mosquitto has it; absent where that is not set
 */
export function datePatterns(format: string | undefined): readonly string[] | undefined {
	if (format === undefined || format === "%s") return USUAL;
	const whole = format.replace(/%([cDFRTh])/g, (_, letter: string) => LONG[letter] ?? "");
	const parts = whole.match(/%.?|./gs) ?? [];
	const written = parts.map(patternOf);
	// The broker's own words begin behind the first colon with a blank.
	if (written.includes(undefined) || whole.includes(": ") || !saysWhen(parts)) return undefined;
	// Lines from before the format was set may still be there.
	return [`^${written.join("")}:\\s`, "^{EPOCH}:\\s"];
}

function patternOf(part: string): string | undefined {
	if (part.startsWith("%")) return TAKEN[part.slice(1)];
	if (!JOINS.test(part)) return undefined;
	return /[TZ:, /]/.test(part) ? part : `\\${part}`;
}

/** A line without its day would be one of today for ever. */
function saysWhen(parts: readonly string[]): boolean {
	const has = (...some: readonly string[]) => some.some((part) => parts.includes(part));
	const hour = has("%H", "%k") || (has("%I", "%l") && has("%p"));
	return hour && has("%M") && has("%m", "%b", "%B") && has("%d", "%e");
}
