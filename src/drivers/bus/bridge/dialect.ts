import type { Heard } from "#model/plant/messages.ts";
import type { Seconds } from "#model/quantities/units.ts";
import type { Drive } from "../../driver.ts";

/** A message to publish. */
export interface Outgoing {
	readonly topic: string;
	readonly payload: string;
	/** It starts something. Read much later, when nothing controls the load any more, it must do nothing. */
	readonly starts?: true;
}

/** What a message of a device means. */
export type Meant =
	| { readonly kind: "online" }
	| { readonly kind: "offline" }
	/** Whether it is there is not known any more. */
	| { readonly kind: "unknown" }
	/** It started again, so its outputs have their power-on state. */
	| { readonly kind: "booted" }
	| State
	/** It does not do what it was told. */
	| { readonly kind: "refused"; readonly channel: string; readonly answers?: number; readonly why: string };

/** How an output of a device is. */
export interface State {
	readonly kind: "state";
	readonly channel: string;
	/** Absent where the message tells only of the timer or the load. */
	readonly drive?: Drive;
	/**
	 * The number of the command or question that this answers; `any` where the device does not number its answers, and
	 * `part` where another message completes the answer. Without it, the device tells by itself.
	 */
	readonly answers?: number | "any" | "part";
	/** Whether the device's timer runs and ends in time. */
	readonly armed?: boolean;
	/** How long it runs on. */
	readonly left?: Seconds;
	readonly watts?: number;
	/** The watts may be older than this message. */
	readonly cached?: true;
	/** What switched it off, where the message says. */
	readonly off_by?: "timer" | "other";
}

/** The messages of a kind of device. It reads no clock, and remembers no output. */
export interface Dialect {
	/** For people. */
	readonly identity: string;
	/** Topic filters, one for each thing that is listened to. */
	readonly filters: readonly string[];
	/** What is not answered after this time is sent again. */
	readonly answersWithin: Seconds;
	/** A lost answer is a fault after this time; without it, after the same. */
	readonly patience?: Seconds;
	/** After a command something tells what was sent, as if the device had said it. So the device is asked after that. */
	readonly echoes?: boolean;
	/** Sets a channel and asks how it is then. Anything but off comes with the device's own timer. */
	command(channel: string, drive: Drive, after: Seconds, nth: number): readonly Outgoing[];
	/** Asks how a channel is. */
	question(channel: string, nth: number): readonly Outgoing[];
	heard(message: Heard, after: Seconds): readonly Meant[];
}

/** Whether something runs with it. */
export const isOn = (drive: Drive | undefined): boolean => drive === true || (typeof drive === "number" && drive > 0);

/** Whether a report is what was asked for; levels are rounded by the device. */
export const agrees = (found: Drive | undefined, wanted: Drive | undefined): boolean =>
	found === wanted ||
	(typeof found === "number" &&
		typeof wanted === "number" &&
		found > 0 === wanted > 0 &&
		Math.abs(found - wanted) <= 1);
