import type { Quantity } from "../quantities/quantity.ts";
import type { Fault } from "./fault.ts";

/** A connected sensor, whether or not the options name it: its source, and its value or fault. */
export interface Found {
	readonly source: string;
	readonly value?: number;
	/** What it measures. Absent: temperatures. */
	readonly quantity?: Quantity;
	readonly fault?: Fault;
}

/** Looks for sensors at each call. */
export interface Finder {
	/** In the order of their addresses, each read once. */
	find(): Promise<readonly Found[]>;
	close(): Promise<void>;
}
