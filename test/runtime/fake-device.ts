import {
	type Changed,
	type Coils,
	coilsOf,
	type Device,
	type Image,
	type Measured,
	type Verify,
	type Written,
} from "#model/plant/device.ts";
import { type Fault, fault } from "#model/plant/fault.ts";
import { celsius, seconds } from "#model/quantities/units.ts";

/** What a board was told: `1=on 2=off`, and which of it was new. */
export interface Told {
	readonly image: string;
	readonly changed: Changed;
}

export interface Nature {
	/** Can be read back. */
	readonly reads: boolean;
	/** Its coils before the first write. */
	readonly coils: Readonly<Record<string, boolean>>;
	readonly pace: number;
	/** Channels with another pace. */
	readonly paces: Readonly<Record<string, number>>;
}

/** A device in memory: a relay board and thermometers in one. How it misbehaves may be changed at any time. */
export class FakeDevice implements Device {
	readonly identity = "fake device";
	readonly pace;
	readonly paces;
	readonly verify: Verify;
	readonly onCrash = "holds";
	readonly told: Told[] = [];
	readonly relays: Map<string, boolean>;
	/** °C by channel; a channel that is not here is missing. */
	readonly temperatures: Record<string, number> = {};
	returns = 0;
	closed = false;
	/** Why the next writes fail, and how the whole device is. */
	refuses: Fault | undefined;
	lost: Fault | undefined;
	/** Relays that do not move any more. */
	stuck: readonly string[] = [];
	/** What it finds wrong with single relays, and of which it says nothing. */
	faults: ReadonlyMap<string, Fault> = new Map();
	untold: readonly string[] = [];
	/** What happens before a read or a write is answered: waiting, hanging, throwing. */
	beforeRead: (channel: string) => Promise<void> = async () => undefined;
	beforeWrite: () => Promise<void> = async () => undefined;

	constructor({ reads = true, coils = {}, pace = 5, paces = {} }: Partial<Nature> = {}) {
		this.pace = seconds(pace);
		this.paces = new Map(Object.entries(paces).map(([channel, own]) => [channel, seconds(own)]));
		this.verify = reads ? "readback" : "none";
		this.relays = new Map(Object.entries(coils));
	}

	async read(channel: string): Promise<Measured> {
		await this.beforeRead(channel);
		const value = this.temperatures[channel];
		return value === undefined
			? { kind: "failed", fault: fault("missing", { channel }) }
			: { kind: "value", value: celsius(value) };
	}

	async write(image: Image, changed: Changed = "all"): Promise<Written> {
		this.told.push({ image: shown(image), changed });
		await this.beforeWrite();
		const why = this.refuses ?? this.lost;
		if (why !== undefined) return { kind: "failed", fault: why };
		for (const [channel, on] of coilsOf(image) ?? []) if (!this.stuck.includes(channel)) this.relays.set(channel, on);
		const said = [...this.relays].filter(([channel]) => !this.untold.includes(channel));
		return { kind: "done", confirmed: new Map(this.verify === "readback" ? said : []), faults: this.faults };
	}

	async readBack(): Promise<Coils | undefined> {
		return this.verify === "readback" && this.lost === undefined ? new Map(this.relays) : undefined;
	}

	health(): Fault | undefined {
		return this.lost;
	}

	/** How often it was looked for at once, and what comes of that. */
	retried = 0;
	whenRetried: () => void = () => undefined;
	retry(): void {
		this.retried += 1;
		this.whenRetried();
	}

	async close(): Promise<void> {
		this.closed = true;
	}

	/** What it was told since the last call. */
	take(): readonly Told[] {
		return this.told.splice(0);
	}
}

export const shown = (image: Image) => [...image].map(([channel, on]) => `${channel}=${on ? "on" : "off"}`).join(" ");
