import type * as z from "zod";
import type { Device, DevicePorts, Proof, Settable } from "#model/plant/device.ts";
import type { Finder, Likely, Roots } from "#model/plant/found.ts";
import type { Topics } from "#model/plant/messages.ts";
import type { Plant } from "#model/plant/plant.ts";
import type { Quantity } from "#model/quantities/quantity.ts";
import type { Percent, Seconds } from "#model/quantities/units.ts";
import type { Sentence } from "#model/sentences/sentence.ts";
import type { SerialPort } from "./bus/serial/ports.ts";

export type {
	Changed,
	Coils,
	DeadMan,
	Device,
	DevicePorts,
	Drive,
	Evidence,
	HomeAssistantPlace,
	Image,
	Measured,
	OnCrash,
	Proof,
	Settable,
	Verify,
	Written,
} from "#model/plant/device.ts";

/** The device to open and the channel on it. `""` is the only device of a driver. */
export interface Place {
	readonly device: string;
	readonly channel: string;
}

/** A kind of device: its options, its address syntax, and how to open it. Needs no hardware until `open`. */
export interface Driver<Options extends z.ZodObject = z.ZodObject> {
	/** The word before the colon in a source or target. Also the name of its group of options and of its texts. */
	readonly scheme: string;
	/** The name of its group of options, where that is not the scheme. */
	readonly group?: string;
	/** Flat fields. A list of groups among them is a list of its own on the options page: `<scheme>_<field>`. */
	readonly options: Options;
	/** Whether it provides sensors, outputs or both. */
	readonly offers: { readonly sensors: boolean; readonly outputs: boolean };
	place(address: string, kind: "sensors" | "outputs"): Place | undefined;
	/** Many texts would be addresses of it. So a text without a scheme is never taken for one. */
	readonly vague?: true;
	/**
	 * Its sensors are beyond a network: they have an age limit, and may report in any unit. They measure what their role needs,
	 * or what their unit is of.
	 */
	readonly remote?: true;
	/** What a sensor at this address measures. Without it, temperatures. */
	measures?(address: string, options: z.output<Options>): Quantity;
	/** The entry of a list of the options that this address names and that is not there. */
	misses?(address: string, kind: "sensors" | "outputs", options: z.output<Options>): Missed | undefined;
	/** Why no device can be at this address with these options, although it is written as one; with what to do about it. */
	refuses?(address: string, options: z.output<Options>): Sentence | undefined;
	/** The highest temperature that a sensor at this address can measure (°C), where that is known. */
	highest?(address: string): number | undefined;
	/** Whether this address names something that the plant does not have. Only for a driver whose addresses name its parts. */
	lacks?(address: string, kind: "sensors" | "outputs", plant: Plant): boolean;
	/** What an output at this address can be set to. A switch, if the driver does not say. */
	sets?(address: string, options: z.output<Options>): Settable;
	/** The smallest step of a level at this address (%), where that is more than 1 %. */
	finest?(address: string, options: z.output<Options>): Percent;
	/** Of a device beyond the broker: what the app reads and writes there for this address. `broker acl` prints these rights. */
	topics?(address: string): Topics;
	/** How long after the last command a device beyond a network switches its loads off; undefined for any other. */
	offAfter?(options: z.output<Options>, address: string): Seconds | undefined;
	/**
	 * Of an output beyond a network: what its address stands for with these options, such as the host of its bus and the register
	 * there. What differs in that was not tried. Without it, the address alone.
	 */
	reaches?(address: string, options: z.output<Options>): string;
	/** For outputs: what proves a switch, and what becomes of a channel that nothing controls. A row for each kind of board. */
	readonly conduct?: readonly Conduct[];
	/** What proves a switch at this address, where it depends on that or on the options. Absent: what all rows of `conduct` say. */
	proof?(address: string, options: z.output<Options>): Proof;
	/** Returns at once. A missing device opens too: its calls fail until it is connected. */
	open(device: string, channels: readonly string[], options: z.output<Options>, ports: DevicePorts): Device;
	/**
	 * Lists what is present: sensors with values, boards, lines, devices. Only for a bus that can tell; a bus that hangs costs no
	 * more than polling it. What several finders say of one place is put together.
	 */
	finder?(options: z.output<Options>, ports: FinderPorts): Finder;
	/** For a driver of serial ports: what a device of its kind on this port would be, by its looks alone. Opens nothing. */
	atPort?(port: SerialPort): Likely | undefined;
}

/** What a finder gets. It looks for files of the system under these roots, so that tests have a machine of their own. */
export interface FinderPorts extends DevicePorts {
	readonly roots: Roots;
}

/** An entry that is missing: the list's name on the options page, and the id that was looked for. */
export interface Missed {
	readonly list: string;
	readonly id: string;
}

/** `holds`: it keeps its state. `drops`: it is released. `drops_later`: the same, after the time that it was told. */
export const FATES = ["holds", "drops", "drops_later", "unknown"] as const;
export type Fate = (typeof FATES)[number];

/** A device beyond a network: it switches off by itself. Whether its power-on state is off, no device reports. */
export const conductBeyond = (board: string): readonly Conduct[] => [
	{
		...{ board, proof: "readback" },
		...{ crash: "drops_later", hang: "drops_later", reboot: "drops_later", power_loss: "drops" },
		remark: "Set it to be off after a power cut.",
	},
];

/** What becomes of a board's channels while nothing controls them. The manual has a table of all. */
export interface Conduct {
	/** As its owner knows it. */
	readonly board: string;
	readonly proof: Proof;
	/** The app ends without bringing its outputs to rest, and before it is started again. */
	readonly crash: Fate;
	/** The computer hangs. */
	readonly hang: Fate;
	readonly reboot: Fate;
	/** Computer and board have no power. */
	readonly power_loss: Fate;
	/** In English, for the manual: what has to be known beside it. */
	readonly remark?: string;
}

/** A driver whose option type is unknown to the registry. Without lists among its options it needs none to read an address. */
export interface AnyDriver
	extends Omit<
		Driver,
		"open" | "finder" | "finest" | "measures" | "misses" | "offAfter" | "proof" | "reaches" | "refuses" | "sets"
	> {
	measures?(address: string, options?: Readonly<Record<string, unknown>>): Quantity;
	misses?(address: string, kind: "sensors" | "outputs", options: Readonly<Record<string, unknown>>): Missed | undefined;
	refuses?(address: string, options: Readonly<Record<string, unknown>>): Sentence | undefined;
	sets?(address: string, options?: Readonly<Record<string, unknown>>): Settable;
	finest?(address: string, options: Readonly<Record<string, unknown>>): Percent;
	offAfter?(options: Readonly<Record<string, unknown>>, address: string): Seconds | undefined;
	proof?(address: string, options: Readonly<Record<string, unknown>>): Proof;
	reaches?(address: string, options: Readonly<Record<string, unknown>>): string;
	open(
		device: string,
		channels: readonly string[],
		options: Readonly<Record<string, unknown>>,
		ports: DevicePorts,
	): Device;
	finder?(options: Readonly<Record<string, unknown>>, ports: FinderPorts): Finder;
}

/** Checks the option type before the registry forgets it. */
export const driver = <Options extends z.ZodObject>(d: Driver<Options>) =>
	// `open` only gets options that this schema has parsed.
	d as Driver<Options> & AnyDriver;
