import type { Celsius, Instant, Seconds } from "../quantities/units.ts";
import type { Tell } from "../sentences/notice.ts";
import type { Fault } from "./fault.ts";

/** How a board proves a write: it can be read back, it acknowledges, or it says nothing. */
export type Verify = "readback" | "ack" | "none";
/** What its relays do when this process dies. */
export type OnCrash = "holds" | "drops";

/** Relay coils by channel: true is energised. Always the whole wanted image of the device. */
export type Image = ReadonlyMap<string, boolean>;
/** The channels that differ from what was written before; "all" if that is not certain. */
export type Changed = readonly string[] | "all";
/**
 * What a write came to: the coils as the device says they are now (none, where it cannot tell) with a fault for each
 * channel that is not as wanted or that it said nothing of; or why all of it failed.
 */
export type Written =
	| { readonly kind: "done"; readonly confirmed: Image; readonly faults?: ReadonlyMap<string, Fault> }
	| { readonly kind: "failed"; readonly fault: Fault };
export type Measured =
	| { readonly kind: "value"; readonly value: Celsius }
	| { readonly kind: "failed"; readonly fault: Fault };

/** An opened thing. Nothing here throws for an expected failure; every call comes back within its own deadline. */
export interface Device {
	/** For people: model, port, serial number where known. */
	readonly identity: string;
	/** How often each channel is read. */
	readonly pace: Seconds;
	readonly verify: Verify;
	readonly onCrash: OnCrash;
	/** One temperature, unjudged but never a fault's number. */
	read(channel: string): Promise<Measured>;
	/**
	 * Drives every coil in `image`, reads them back where the board can. Of a standing image only what `changed` needs to
	 * be sent; what the read-back finds wrong is sent all the same.
	 */
	write(image: Image, changed?: Changed): Promise<Written>;
	/** The coils as they are now, where the board can be read back; undefined where it cannot. */
	coils(): Promise<Image | undefined>;
	/** How often it came back after it was gone. Its coils are then in their power-on state. */
	readonly returns: number;
	/** Why the whole device is gone; undefined while it works. */
	health(): Fault | undefined;
	/** Looks for a device that is gone at once, and not when it would have done so by itself: there may be no later. */
	retry?(): void;
	/** The running time was put ahead by so much. Nothing happened in between, and what it remembers is no older. */
	shift?(by: Seconds): void;
	close(): Promise<void>;
}

/** What the composition lends to a device. */
export interface DevicePorts {
	readonly tell: Tell;
	/** This controller's running time. */
	readonly now: () => Instant;
}
