/**
 * A plant as it is drawn: plain data with names and texts in the language of the house. A temperature that is not known is
 * absent; it is never a number. Temperatures in °C, volumes in litres, speeds in %.
 */
export interface DrawnPlant {
	/** Where heat comes from, from left to right. */
	readonly sources: readonly DrawnSource[];
	/** Where it goes to. */
	readonly stores: readonly DrawnStore[];
	readonly flows: readonly DrawnFlow[];
	readonly pumps: readonly DrawnPump[];
	readonly ways: readonly DrawnWay[];
	readonly air?: DrawnAir;
}

export type Sky = "sun" | "none" | "moon";

export interface DrawnSource {
	readonly id: string;
	readonly kind: "collector" | "fire";
	readonly name: string;
	readonly temperature?: number;
	/** Of a collector: 2 to 6. */
	readonly panels?: number;
	readonly sky?: Sky;
}

export interface DrawnLayer {
	readonly temperature?: number;
	/** Its share of the height; all of a store together make 1. */
	readonly share: number;
}

export interface DrawnHeater {
	readonly name: string;
	/** `off`, `3.0 kW`, `unknown`. */
	readonly state: string;
	readonly on: boolean;
	readonly by_hand: boolean;
}

export interface DrawnStore {
	readonly id: string;
	readonly kind: "tank" | "pool" | "heat_dump" | "circulation" | "heating";
	readonly name: string;
	/** From top to bottom, at least one. */
	readonly layers: readonly DrawnLayer[];
	/** Litres at 40 °C; `at_least` where a layer is not known. */
	readonly usable?: { readonly litres: number; readonly at_least: boolean };
	readonly heaters: readonly DrawnHeater[];
}

/** A circuit. */
export interface DrawnFlow {
	readonly from: string;
	readonly to: string;
	readonly pump: string;
	/** Heat flows in it, as confirmed. */
	readonly runs: boolean;
	/** Of the fluid that goes out and of that which comes back. */
	readonly hot?: number;
	readonly cold?: number;
}

export interface DrawnPump {
	readonly id: string;
	readonly name: string;
	readonly state: string;
	/** As confirmed; absent while unknown. */
	readonly speed?: number;
	readonly by_hand: boolean;
}

/** A way at a part that valves open or close. */
export interface DrawnWay {
	readonly part: string;
	readonly end: "from" | "to";
	readonly open: boolean;
}

/** Heat-recovery ventilation. */
export interface DrawnAir {
	/** `Heat recovery 79 %`. */
	readonly title: string;
	/** `air 14.2 → 20.3 °C`. */
	readonly text: string;
}

/** What stands in the drawing beside names and values, in one language. */
export interface DrawingWords {
	readonly usable: string;
	readonly or_more: string;
	/** `at 40 °C`. */
	readonly at_40: string;
	readonly by_hand: string;
	/** Said of what is not known. */
	readonly unknown: string;
	/** A number with so many decimals, as the language writes it. */
	number(value: number, digits: number): string;
}
