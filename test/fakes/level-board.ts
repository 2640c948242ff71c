import { coilsOf, type Device, type Image, type Measured, type Settable, type Written } from "#model/plant/device.ts";
import { type Fault, fault } from "#model/plant/fault.ts";
import { percent, seconds } from "#model/quantities/units.ts";

/** How the board is made. */
export interface LevelNature {
	/** Can be read back. */
	readonly reads: boolean;
	/** Channels that are relays. The others take levels. */
	readonly relays: readonly string[];
	/** % that its read-back differs, as that of an analog input does. */
	readonly error: number;
}

/**
 * A board in memory with channels of 0 to 100 % and relays. It keeps its channels if its controller dies. How it
 * misbehaves may be changed at any time.
 */
export class LevelBoard implements Device {
	readonly identity = "level board";
	readonly pace = seconds(5);
	readonly verify;
	readonly onCrash = "holds";
	readonly channels = new Map<string, boolean | number>();
	/** Each image that it was sent. */
	readonly sent: Image[] = [];
	returns = 0;
	/** Why the whole board is gone. */
	lost: Fault | undefined;
	/** Channels that do not move any more. */
	stuck: readonly string[] = [];
	readonly #nature: LevelNature;

	constructor(nature: Partial<LevelNature> = {}) {
		this.#nature = { reads: true, relays: [], error: 0, ...nature };
		this.verify = this.#nature.reads ? ("readback" as const) : ("none" as const);
	}

	sets(channel: string): Settable {
		return this.#nature.relays.includes(channel) ? "switch" : "level";
	}

	async read(channel: string): Promise<Measured> {
		return { kind: "failed", fault: fault("missing", { channel }) };
	}

	async write(image: Image): Promise<Written> {
		this.sent.push(image);
		if (this.lost !== undefined) return { kind: "failed", fault: this.lost };
		for (const [channel, drive] of image) {
			// Wrong kinds are a mistake of ours, so the test has to fail.
			if ((coilsOf(new Map([[channel, drive]])) === undefined) !== (this.sets(channel) === "level"))
				throw new TypeError(`channel ${channel} cannot be set to ${String(drive)}`);
			if (!this.stuck.includes(channel)) this.channels.set(channel, drive);
		}
		return { kind: "done", confirmed: this.#nature.reads ? this.#found() : new Map() };
	}

	async readBack(): Promise<Image | undefined> {
		return this.#nature.reads && this.lost === undefined ? this.#found() : undefined;
	}

	health(): Fault | undefined {
		return this.lost;
	}

	async close(): Promise<void> {}

	#found(): Image {
		return new Map(
			[...this.channels].map(([channel, drive]) => [
				channel,
				typeof drive === "boolean" ? drive : percent(drive === 0 ? 0 : drive + this.#nature.error),
			]),
		);
	}
}
