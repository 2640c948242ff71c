import type { Told } from "../fakes/told-house.ts";

/** What somebody does at the beginning of a span. */
export type Act =
	| { readonly hold: readonly [output: string, want: "on" | "off"] }
	| { readonly mode: "auto" | "off" }
	| { readonly set: readonly [path: string, value: number | boolean | string]; readonly refused?: true }
	/** The app ends and starts again; what it saved is there. */
	| { readonly restart: true }
	/** The clock on the wall jumps by so many minutes. */
	| { readonly clock: number };

/** The sensors tell this for so long, and then it is so. */
export interface Span {
	readonly minutes: number;
	readonly told?: Told;
	readonly act?: Act;
	/** Of outputs and circuits, by id. */
	readonly is: Readonly<Record<string, "on" | "off">>;
	/** Of the first of them. */
	readonly why: string;
	/** It was so in every turn of the span. */
	readonly throughout?: true;
	/** The coil of this output's relay. */
	readonly coil?: readonly [output: string, is: "energised" | "released"];
	/** What is found then, beside other things. */
	readonly found?: string;
}

type Item = Readonly<Record<string, unknown>>;

/** A story of a house in spans of time. */
export interface Course {
	readonly says: string;
	/** The options of the house. */
	readonly house: Item;
	/** What of them matters, `rule.field: value`. */
	readonly with?: Readonly<Record<string, number | boolean | string>>;
	/** On the wall at the start: `07:55`. Without it the clock is not known. */
	readonly clock?: string;
	/** It runs when the app starts. */
	readonly running?: string;
	/** Seconds between two turns; 10 where it is left out. */
	readonly every?: number;
	readonly spans: readonly Span[];
}

export interface CourseChapter {
	readonly title: string;
	readonly courses: readonly Course[];
}

export const span = (minutes: number, told: Told, is: Span["is"], why: string, more: Partial<Span> = {}): Span => ({
	minutes,
	told,
	is,
	why,
	...more,
});

const sensor = (id: string, role: string, nth: number): Item => ({
	id,
	role,
	source: `one_wire:28-0000000001${nth + 10}`,
});

/** A collector, a tank with a sensor at its top, a pump and a heater; relays that are read back. */
export const single = (changes: Item = {}, more: readonly Item[] = [], pump: Item = {}): Item => ({
	sensors: [sensor("collector", "collector", 1), sensor("tank", "tank", 2), ...more],
	outputs: [
		{ id: "pump", role: "pump", target: "usb_relay:/dev/relays/1", ...pump },
		{ id: "heater", role: "heater", target: "usb_relay:/dev/relays/2" },
	],
	...changes,
});
export const OUTDOORS = sensor("outdoors", "outdoor_air", 3);
export const LINES = [sensor("flow", "flow_line", 4), sensor("return", "return_line", 5)];
