/** One of the app's sockets: which it is by its local port, and how many bytes went through. */
export interface SocketFigures {
	readonly port: number;
	readonly written: number;
	readonly read: number;
}

/** What the plant does from now on; what is left out stays as it is. */
export interface PlantOrder {
	readonly kind: "plant";
	/** °C by sensor; null: it is gone. */
	readonly temperatures?: Readonly<Record<string, number | null>>;
	/** The whole board is gone, or back. */
	readonly board?: "gone" | "back";
	/** Outputs whose relay does not move any more. */
	readonly stuck?: readonly string[];
}

/** What the test tells the app's process. */
export type Order =
	| PlantOrder
	| { readonly kind: "pass"; readonly ms: number; readonly leap: boolean }
	/** The answer to `quiet?`. */
	| { readonly kind: "quiet"; readonly quiet: boolean };

/** What the app's process tells the test. */
export type Report =
	| { readonly kind: "ready" }
	/** @property at the time of day of the app, in ms since 1970 */
	| { readonly kind: "done"; readonly at: number }
	/** Is there anything under way between the app and the broker? */
	| { readonly kind: "quiet?"; readonly sockets: readonly SocketFigures[] };
