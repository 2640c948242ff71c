import type { Json } from "../message/compact.ts";

/**
 * What Home Assistant makes of a value, from harmless to lost: it takes it as it is; takes it and complains in its log;
 * takes a different value, such as text for a number; silently drops the key; or makes no entity.
 */
export const TREATMENTS = ["taken", "complained", "altered", "stripped", "refused"] as const;
export type Treatment = (typeof TREATMENTS)[number];

/**
 * How one kind of value is read. Checked against a running HA core 2026.11.0 (`helpers/config_validation.py`,
 * `mqtt/util.py`).
 */
export type Reader = (value: Json) => Treatment;

export const worst = (all: Iterable<Treatment>): Treatment => {
	const found = new Set(all);
	return TREATMENTS.findLast((one) => found.has(one)) ?? "taken";
};

/** Numbers and booleans become text. */
export const asText: Reader = (value) =>
	typeof value === "string" ? "taken" : typeof value === "object" ? "refused" : "altered";

export const orNull =
	(reader: Reader): Reader =>
	(value) =>
		value === null ? "taken" : reader(value);

const SWITCHING = /^\s*(?:1|true|yes|on|enable|0|false|no|off|disable)\s*$/i;
export const asBoolean: Reader = (value) => {
	if (typeof value === "boolean") return "taken";
	return typeof value === "number" || (typeof value === "string" && SWITCHING.test(value)) ? "altered" : "refused";
};

/** Like Python's `int`, and not below 0. A fraction is cut off. */
export const asCount: Reader = (value) => {
	const whole = wholeOf(value);
	if (whole === undefined || whole < 0) return "refused";
	return whole === value ? "taken" : "altered";
};
const wholeOf = (value: Json): number | undefined => {
	if (typeof value === "string") return /^\s*[+-]?\d+(?:_\d+)*\s*$/.test(value) ? numberOf(value) : undefined;
	return typeof value === "object" ? undefined : Math.trunc(Number(value));
};

/** Like Python's `float`. */
export const asNumber: Reader = (value) =>
	typeof value === "number" ? "taken" : numberOf(value) === undefined ? "refused" : "altered";

const FINITE = /^\s*[+-]?(?:\d+(?:_\d+)*(?:\.(?:\d+(?:_\d+)*)?)?|\.\d+(?:_\d+)*)(?:e[+-]?\d+)?\s*$/i;
const ENDLESS = /^\s*([+-]?)(?:inf|infinity)\s*$/i;
/** The number that Python's `float` returns, which may be NaN; undefined if it fails. */
export const numberOf = (value: Json): number | undefined => {
	if (typeof value === "number" || typeof value === "boolean") return Number(value);
	if (typeof value !== "string") return undefined;
	if (FINITE.test(value)) return Number(value.replaceAll("_", ""));
	if (/^\s*[+-]?nan\s*$/i.test(value)) return Number.NaN;
	const endless = ENDLESS.exec(value);
	return endless === null ? undefined : (endless[1] === "-" ? -1 : 1) * Number.POSITIVE_INFINITY;
};

export const oneOf =
	(values: readonly string[]): Reader =>
	(value) =>
		typeof value === "string" && values.includes(value) ? "taken" : "refused";

/** Ignores case. */
export const oneOfAnyCase =
	(values: readonly string[]): Reader =>
	(value) => {
		if (typeof value !== "string" || !values.includes(value.toLowerCase())) return "refused";
		return values.includes(value) ? "taken" : "altered";
	};

/** A single value becomes a list. The items are not checked. */
export const asList: Reader = (value) => (Array.isArray(value) ? "taken" : "altered");
