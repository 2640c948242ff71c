import type { Instant, Percent, Seconds } from "../quantities/units.ts";
import type { Tell } from "../sentences/notice.ts";
import type { Fault } from "./fault.ts";
import type { Messages } from "./messages.ts";
import type { Plant } from "./plant.ts";

/** How a board proves a write: by read-back, by an acknowledgement, or not at all. */
export type Verify = "readback" | "ack" | "none";
/** The same, before it is opened. `asked`: known only from what it answers. */
export type Proof = Verify | "asked";
/** What its relays do if this process dies. */
export type OnCrash = "holds" | "drops";

/** What a channel can be set to: on or off, or a level in %. */
export type Settable = "switch" | "level";
/** What a channel is set to: the coil of a relay, where true is energised; or a level. */
export type Drive = boolean | Percent;
/** What each channel is set to. Always the whole wanted image of the device. */
export type Image = ReadonlyMap<string, Drive>;
/** The image of a board that has relays only. */
export type Coils = ReadonlyMap<string, boolean>;
/** Channels that differ from the last written image; "all" if that is uncertain. */
export type Changed = readonly string[] | "all";
/**
 * Result of a write: the channels as the device reports them (empty if it cannot), with a fault for each channel that is
 * wrong or missing in the report; or why the whole write failed. A relay reports its coil, never a level.
 */
export type Written =
	| {
			readonly kind: "done";
			readonly confirmed: Image;
			readonly faults?: ReadonlyMap<string, Fault>;
			/** Channels whose answer is still to come. What is confirmed of them is how they were before. */
			readonly awaited?: ReadonlySet<string>;
	  }
	| { readonly kind: "failed"; readonly fault: Fault };
export type Measured =
	| {
			readonly kind: "value";
			readonly value: number;
			/** When it was measured, where that is not now. */
			readonly at?: Instant;
			/** How long it counts from then on without a newer one. Absent: by the pace. */
			readonly lasts?: Seconds;
	  }
	| { readonly kind: "failed"; readonly fault: Fault };

/** The relays of this image; undefined if it has a level, which a relay cannot have. */
export function coilsOf(image: Image): Coils | undefined {
	const coils = new Map<string, boolean>();
	for (const [channel, drive] of image) if (typeof drive === "boolean") coils.set(channel, drive);
	return coils.size === image.size ? coils : undefined;
}

/** What a device beyond a network says about itself. */
export interface Evidence {
	/** Whether its own timer for this channel runs and will end in time; undefined where it cannot tell. */
	readonly armed?: boolean;
	/** What the load takes now, where the device measures it. */
	readonly watts?: number;
	/** That value may be older than the message it came in. One that changed is new. */
	readonly cached?: true;
	/** When its timer ends, by what it said of it, or by when it was told. */
	readonly ends?: Instant;
	/** What switched it off, where the device says: its own timer, or something else. */
	readonly off_by?: "timer" | "other";
	/** How often it came back after a loss. A device that restarts goes off for another reason than its timer. */
	readonly returns?: number;
	/** The broker that it is reached through. */
	readonly broker?: string;
}

/**
 * A device beyond a network switches its loads off by itself unless the command is renewed. `write` is called in every
 * turn. It returns without waiting for the network, and renews what is on after a third of the time.
 */
export interface DeadMan {
	/** So long after the last command its loads are off. */
	readonly after: Seconds;
	/** Channels that are told nothing but to go off, so that the device's own timer is tried: nothing is renewed or switched on. */
	silence(channels: ReadonlySet<string>): void;
	evidence(channel: string): Evidence;
	/** Waits for the answers to what was written last, at most a second. */
	settled(): Promise<Written>;
}

/** An opened device. Nothing here throws for expected failures, and every call settles within its own deadline. */
export interface Device {
	/** For people: model, port, serial number where known. */
	readonly identity: string;
	/** How often each channel is read. */
	readonly pace: Seconds;
	/** Channels that are read at another pace than `pace`. */
	readonly paces?: ReadonlyMap<string, Seconds>;
	readonly verify: Verify;
	readonly onCrash: OnCrash;
	/** One value in the unit of the quantity that the driver declares, not judged yet. A fault is never a number. */
	read(channel: string): Promise<Measured>;
	/**
	 * Sets every channel in `image` and reads them back if the board can. If the image is unchanged, only `changed` must be
	 * sent; wrong channels found by read-back are sent anyway.
	 */
	write(image: Image, changed?: Changed): Promise<Written>;
	/** What the channels are set to now, if the board can be read back; undefined otherwise. */
	readBack(): Promise<Image | undefined>;
	/**
	 * Whether what this channel does is proven, for a device whose read-back is not enough: one beyond a network also has to switch
	 * off by itself. Absent: a channel that is read back is proven.
	 */
	proven?(channel: string): boolean;
	/** How often it came back after a loss. Its channels are then in their power-on state. */
	readonly returns: number;
	/** Only of a device beyond a network. */
	readonly deadMan?: DeadMan | undefined;
	/** Why the whole device is missing; undefined while it works. */
	health(): Fault | undefined;
	/** Looks for a missing device now instead of at the next regular time, which may be too late. */
	retry?(): void;
	/** The running time was moved forward. What the device remembers does not get older. */
	shift?(by: Seconds): void;
	close(): Promise<void>;
}

export const paceOf = ({ pace, paces }: Pick<Device, "pace" | "paces">, channel: string): Seconds =>
	paces?.get(channel) ?? pace;

/** Where Home Assistant answers, without `/api`, and the token to ask with. */
export interface HomeAssistantPlace {
	readonly url: string;
	readonly token: string;
}

/** Services that the composition gives to a device. */
export interface DevicePorts {
	readonly tell: Tell;
	/** This controller's running time. */
	readonly now: () => Instant;
	/** The house's broker, for devices beyond it. Absent where the app joins none, as in most commands. */
	readonly messages?: Messages;
	/** Home Assistant, where this app runs in it. */
	readonly home_assistant?: HomeAssistantPlace;
	/** What the devices are part of, for one that simulates it. */
	readonly plant?: Plant;
}
