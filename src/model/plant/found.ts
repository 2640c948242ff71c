import type { Celsius } from "../quantities/units.ts";
import type { Fault } from "./fault.ts";

/** A sensor that is there, whether or not the options name it: what its source would be, and its value or why there is none. */
export interface Found {
	readonly source: string;
	readonly value?: Celsius;
	readonly fault?: Fault;
}

/** Looks for sensors, as often as it is asked to. */
export interface Finder {
	/** In the order of their addresses, each read once. */
	find(): Promise<readonly Found[]>;
	close(): Promise<void>;
}
