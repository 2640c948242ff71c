import type * as z from "zod";
import type { Device, DevicePorts } from "#model/plant/device.ts";
import type { Finder } from "#model/plant/found.ts";

export type { Device, DevicePorts, Image, Measured, OnCrash, Verify, Written } from "#model/plant/device.ts";

/** Where a channel hangs: the device to open, and the channel on it. `""` is a driver's only device. */
export interface Place {
	readonly device: string;
	readonly channel: string;
}

/** A kind of device: its option group, its address grammar, and how to open it. Needs no hardware until `open`. */
export interface Driver<Options extends z.ZodObject = z.ZodObject> {
	/** The word before the colon in a source or target, the name of its option group, and of its address in the texts. */
	readonly scheme: string;
	readonly options: Options;
	/** What this device can be: a source of temperatures, a target for outputs, or both. */
	readonly offers: { readonly sensors: boolean; readonly outputs: boolean };
	place(address: string, kind: "sensors" | "outputs"): Place | undefined;
	/** What a sensor at this address can measure at most (°C), where that is known. */
	highest?(address: string): number | undefined;
	/** Comes back at once or throws a bug: a device that is not there opens too, fails every call, and comes back by itself. */
	open(device: string, channels: readonly string[], options: z.output<Options>, ports: DevicePorts): Device;
	/** Looks for the sensors that are there. Only of a bus that can tell; one that hangs costs no more than when it is polled. */
	finder?(options: z.output<Options>, ports: DevicePorts): Finder;
}

/** A driver whose option type the registry has forgotten. */
export interface AnyDriver extends Omit<Driver, "open" | "finder"> {
	open(
		device: string,
		channels: readonly string[],
		options: Readonly<Record<string, unknown>>,
		ports: DevicePorts,
	): Device;
	finder?(options: Readonly<Record<string, unknown>>, ports: DevicePorts): Finder;
}

/** Keeps option types joined while the registry forgets them. */
export const driver = <Options extends z.ZodObject>(d: Driver<Options>) =>
	// Options are parsed by this very schema before they are handed to `open`.
	d as Driver<Options> & AnyDriver;
