import type { Quantity } from "../quantities/quantity.ts";
import type { Fault } from "./fault.ts";

/** Something that is connected, whether or not the options name it. */
export type Found = FoundSensor | FoundPlace;

/** A sensor: its source, and its value or fault. */
export interface FoundSensor {
	readonly kind?: undefined;
	readonly source: string;
	readonly value?: number;
	/** What it measures. Absent: temperatures. */
	readonly quantity?: Quantity;
	readonly fault?: Fault;
}

/** Serial ports, boards on a bus such as I2C, lines of a GPIO chip, devices that are reached over a network. */
export const PLACE_KINDS = ["port", "board", "line", "device"] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** What a device can be connected to, or what is connected there. */
export interface FoundPlace {
	readonly kind: PlaceKind;
	/**
	 * Where it is, as people and programs name it: `/dev/serial/by-id/…`, `/dev/i2c-1 0x40`, `pinctrl-rp1/17`, the topic of a device.
	 * What several drivers say of one place is put together by it.
	 */
	readonly at: string;
	/** Its other names, under which the options may have it. */
	readonly also?: readonly string[];
	/** How it names itself: the name of a line, a product on USB. */
	readonly name?: string;
	/** What it may be, the likeliest first. Empty where nothing is known. */
	readonly likely: readonly Likely[];
	/** Whether it can be used. Absent: nothing speaks against it. */
	readonly state?: PlaceState;
}

/** What a place may be, and what is then written in the options. */
export interface Likely {
	/** A product or a family, which no language translates: `Sequent RTD HAT`, `LCUS (CH340)`. */
	readonly what: string;
	/** It said so itself: by a signature that was read, by its own announcement. Absent: only its looks say so. */
	readonly sure?: true;
	/** Whole texts for `source:` and for `target:`, one for each channel. `N` stands for a channel of which the number is not known. */
	readonly sources?: readonly string[];
	readonly targets?: readonly string[];
}

export type PlaceState =
	| { readonly kind: "free" }
	/** In use by something else, which is left alone. `by` is a program or consumer where that is known. */
	| { readonly kind: "held"; readonly by?: string }
	/** It is there, and cannot be used as things are. */
	| { readonly kind: "unreachable"; readonly fault: Fault };

/** Looks at each call. Writes and switches nothing, and opens no serial port: opening one resets some devices. */
export interface Finder {
	/** In the order of their addresses. Each sensor is read once. */
	find(): Promise<readonly Found[]>;
	close(): Promise<void>;
}

/** Where the system's folders are: at `/` on a real machine. */
export interface Roots {
	readonly dev: string;
	readonly sys: string;
	readonly proc: string;
}
export const ROOTS: Roots = { dev: "/dev", sys: "/sys", proc: "/proc" };
