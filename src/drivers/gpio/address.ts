import type { Quantity } from "#model/quantities/quantity.ts";
import type { Place } from "../driver.ts";

/** What a pulse sensor shows of its counter. */
const SHOWN = ["pulses", "flow", "volume", "energy", "power"] as const;
export type Shown = (typeof SHOWN)[number];

/** A line is an offset on its chip or a name of the kernel, such as GPIO17. */
export type Channel =
	| { readonly kind: "relay"; readonly line: string; readonly activeLow: boolean }
	| { readonly kind: "contact"; readonly line: string }
	/** `per` is the pulses of a litre or of a kWh; absent: as the options say. */
	| { readonly kind: Shown; readonly line: string; readonly per?: number };

/** The label of a chip, a line, and more. */
const ADDRESS = /^([A-Za-z0-9][\w.:@+-]*)\/([A-Za-z0-9_][\w.:@+-]*)((?:\/[a-z0-9._]+)*)$/;
/** Numbers of chips change from one kernel to the next, and the relay would then hang on another chip. */
const NUMBERED = /^(?:gpiochip)?\d+$/;
const PER = /^(?!0+(?:\.0+)?$)\d{1,6}(?:\.\d{1,4})?$/;

/** `CHIP/LINE`; a relay may have `/active_low`; a sensor `/pulses`, or `/flow` and so on with the pulses of one unit. */
export function placeOf(address: string, kind: "sensors" | "outputs"): Place | undefined {
	const [, device = "", line = "", more = ""] = ADDRESS.exec(address) ?? [];
	if (device === "" || NUMBERED.test(device)) return undefined;
	const words = more.split("/").slice(1);
	const channel = kind === "outputs" ? relay(line, words) : sensor(line, words);
	return channel === undefined ? undefined : { device, channel };
}

function relay(line: string, words: readonly string[]): string | undefined {
	if (words.length === 0) return `relay/${line}`;
	return words.length === 1 && words[0] === "active_low" ? `relay/${line}/active_low` : undefined;
}

function sensor(line: string, [what, per, ...rest]: readonly string[]): string | undefined {
	if (what === undefined) return `contact/${line}`;
	if (!isShown(what) || rest.length > 0) return undefined;
	if (per === undefined) return `${what}/${line}`;
	return what !== "pulses" && PER.test(per) ? `${what}/${line}/${per}` : undefined;
}

export function measuredAt(address: string): Quantity {
	const what = address.split("/")[2];
	return what !== undefined && isShown(what) ? what : "contact";
}

/** The channel of a place that `placeOf` gave. */
export function channelOf(channel: string): Channel {
	const [what = "", line = "", more] = channel.split("/");
	if (what === "relay") return { kind: "relay", line, activeLow: more === "active_low" };
	if (!isShown(what)) return { kind: "contact", line };
	return { kind: what, line, ...(more !== undefined && { per: Number(more) }) };
}

const isShown = (word: string): word is Shown => SHOWN.some((one) => one === word);
