import type { Quantity } from "#model/quantities/quantity.ts";

/** What a 0-10 V transmitter can measure. */
const SCALED = [
	"temperature",
	"flow",
	"pressure",
	"irradiance",
	"power",
	"humidity",
] as const satisfies readonly Quantity[];

/** A sensor on the board; channels count from 1. */
export type Input = { readonly kind: "platinum" | "ntc" | "contact" | "counter"; readonly channel: number } | Scaled;
/** A 0-10 V input: from `volts[0]` to `volts[1]` it reports `values[0]` to `values[1]`. */
export interface Scaled {
	readonly kind: "volts";
	readonly channel: number;
	readonly quantity: (typeof SCALED)[number];
	readonly volts: readonly [number, number];
	readonly values: readonly [number, number];
}
/** An output on the board: 0-10 V, or a triac. */
export interface Driven {
	readonly kind: "out" | "triac";
	readonly channel: number;
}

const STACK = /^([0-7])\/(.+)$/;
const PLAIN = /^(|ntc|contact|counter)([1-8])$/;
const N = String.raw`-?\d{1,6}(?:\.\d{1,4})?`;
const VOLTS = new RegExp(
	String.raw`^in([1-8])/(${SCALED.join("|")})/(?:(\d{1,2}(?:\.\d)?)\.\.(\d{1,2}(?:\.\d)?)V/)?(${N})\.\.(${N})$`,
);
const OUTPUT = /^(out|triac)([1-4])$/;
const KINDS = { "": "platinum", ntc: "ntc", contact: "contact", counter: "counter" } as const;

/** The stack and the rest. */
export function stackIn(address: string): { readonly stack: string; readonly channel: string } | undefined {
	const [, stack, channel] = STACK.exec(address) ?? [];
	return stack === undefined || channel === undefined ? undefined : { stack, channel };
}

/** Undefined for what is no sensor. */
export function inputAt(channel: string): Input | undefined {
	const [, word, number] = PLAIN.exec(channel) ?? [];
	if (number !== undefined && isKind(word)) return { kind: KINDS[word], channel: Number(number) };
	const [, input, named, low = "0", high = "10", from, to] = VOLTS.exec(channel) ?? [];
	const quantity = SCALED.find((one) => one === named);
	const volts = [Number(low), Number(high)] as const;
	const values = [Number(from), Number(to)] as const;
	if (quantity === undefined || volts[0] >= volts[1] || volts[1] > 10 || values[0] === values[1]) return undefined;
	return { kind: "volts", channel: Number(input), quantity, volts, values };
}

const isKind = (word: string | undefined): word is keyof typeof KINDS =>
	word !== undefined && Object.hasOwn(KINDS, word);

/** Undefined for what is no output. */
export function outputAt(channel: string): Driven | undefined {
	const [, kind, number] = OUTPUT.exec(channel) ?? [];
	return kind === undefined ? undefined : { kind: kind === "out" ? "out" : "triac", channel: Number(number) };
}

export function quantityOf(input: Input | undefined): Quantity {
	switch (input?.kind) {
		case "volts":
			return input.quantity;
		case "contact":
			return "contact";
		case "counter":
			return "pulses";
		default:
			return "temperature";
	}
}
