import type { Finder, Found, FoundPlace, FoundSensor } from "#model/plant/found.ts";
import { type Seconds, seconds } from "#model/quantities/units.ts";
import { notice, type Tell } from "#model/sentences/notice.ts";
import { pauseAt } from "#runtime/pause.ts";
import { isSensor } from "../hardware/finder.ts";
import { inHand, riseOf, type Seen, withSeen } from "./warm-hand.ts";

/** Between two looks. Reading all sensors comes on top. */
const AGAIN = seconds(2);
/** Seconds after the last act for which it goes on. Each look costs a reading of every sensor. */
const AWAKE = 900;

/** A sensor as it was last seen, with what it did in the last minute. */
export interface SensorSeen extends FoundSensor {
	/** K within the last 20 s. */
	readonly rise: number;
	/** It rises while the others do not. */
	readonly held: boolean;
	/** Values of the last minute, the newest last. */
	readonly line: readonly number[];
}

export interface WatchPorts {
	readonly tell: Tell;
	/** Opens the buses, when somebody first looks. */
	readonly open: () => Finder;
	/** Called after each look. */
	readonly changed?: () => void;
	/** Monotonic seconds. */
	readonly now?: () => number;
	readonly pause?: (wait: Seconds, signal: AbortSignal) => Promise<void>;
}

/** Looks for what is connected again and again, as long as somebody sets something up. A bug is reported once. */
export class HardwareWatch {
	readonly #ports: Required<WatchPorts>;
	readonly #stop = new AbortController();
	readonly #seen = new Map<string, readonly Seen[]>();
	#finder: Finder | undefined;
	#found: readonly Found[] | undefined;
	#at: number | undefined;
	#until = Number.NEGATIVE_INFINITY;
	#looking: Promise<void> | undefined;
	#told = false;

	constructor(ports: WatchPorts) {
		this.#ports = {
			changed: () => undefined,
			now: () => performance.now() / 1000,
			pause: pauseAt(1),
			...ports,
		};
	}

	/** Somebody is here. @param lasting as long as the app runs */
	awake(lasting = false): void {
		const until = lasting ? Number.POSITIVE_INFINITY : this.#ports.now() + AWAKE;
		this.#until = Math.max(this.#until, until);
		this.#looking ??= this.#look().finally(() => {
			this.#looking = undefined;
		});
	}

	get isAwake(): boolean {
		return this.#looking !== undefined;
	}

	/** Undefined until the first look is over. */
	sensors(): readonly SensorSeen[] | undefined {
		const held = inHand(this.#seen);
		return this.#found?.filter(isSensor).map((sensor) => {
			const seen = this.#seen.get(sensor.source) ?? [];
			return {
				...sensor,
				rise: riseOf(seen),
				held: held === sensor.source,
				line: seen.map(({ value }) => value),
			};
		});
	}

	places(): readonly FoundPlace[] {
		return this.#found?.flatMap((one) => (one.kind === undefined ? [] : [one])) ?? [];
	}

	/** Seconds since the last look. */
	ago(): number | undefined {
		return this.#at === undefined ? undefined : this.#ports.now() - this.#at;
	}

	async close(): Promise<void> {
		this.#stop.abort();
		await this.#finder?.close();
	}

	async #look(): Promise<void> {
		const { now, pause, changed } = this.#ports;
		while (!this.#stop.signal.aborted && now() < this.#until) {
			await this.#once();
			if (!this.#stop.signal.aborted) changed();
			await pause(AGAIN, this.#stop.signal);
		}
	}

	async #once(): Promise<void> {
		const { tell, open, now } = this.#ports;
		try {
			this.#finder ??= open();
			this.#found = await this.#finder.find();
			this.#at = now();
			this.#remember(this.#found, this.#at);
		} catch (bug) {
			if (!this.#told) tell(notice("error", "view_failed", { what: "sensors", error: String(bug) }));
			this.#told = true;
		}
	}

	#remember(found: readonly Found[], at: number): void {
		const values = new Map(
			found
				.filter(isSensor)
				.flatMap(({ source, value, quantity = "temperature" }) =>
					value === undefined || quantity !== "temperature" ? [] : [[source, value] as const],
				),
		);
		for (const source of this.#seen.keys()) if (!values.has(source)) this.#seen.delete(source);
		for (const [source, value] of values) this.#seen.set(source, withSeen(this.#seen.get(source) ?? [], { at, value }));
	}
}
