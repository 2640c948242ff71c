import type { Effect } from "#control/machinery/settle.ts";
import type { AnyDriver } from "#drivers/driver.ts";
import { emptyPlant, type Output, outputId, type Plant } from "#model/plant/plant.ts";
import { percent, seconds } from "#model/quantities/units.ts";
import { openDevices } from "#runtime/devices.ts";
import { HandTime } from "../../runtime/hand-time.ts";
import type { Bridged, Timers } from "./bridged.ts";
import { type Line, MemoryBroker } from "./memory-broker.ts";

/** Time of the test as a device's timers see it. */
export const timersOf = (time: HandTime): Timers => ({
	now: () => time.now(),
	after(wait, then) {
		const stop = new AbortController();
		void time.pause(wait, stop.signal).then(() => stop.signal.aborted || then());
		return () => stop.abort();
	},
});

/** An output on one of these drivers, and its emulator, in a broker in memory. The loop's turns are a second apart. */
export class BridgeBench<D extends Bridged> {
	readonly time = new HandTime();
	readonly broker = new MemoryBroker();
	readonly device: D;
	readonly #driver: AnyDriver;
	readonly #address: string;
	readonly #options: Readonly<Record<string, unknown>>;
	readonly plant: Plant;
	devices: ReturnType<typeof openDevices>;

	constructor(driver: AnyDriver, address: string, make: (line: Line, timers: Timers) => D, off_after = 60) {
		this.device = make(this.broker.line(), timersOf(this.time));
		this.#driver = driver;
		this.#address = address;
		this.#options = { off_after };
		this.plant = plantWith(driver, address, off_after);
		this.devices = this.#opened();
	}

	/** What `broker acl` gives the app rights for. */
	get topics() {
		return this.#driver.topics?.(this.#address);
	}

	/** One turn of control that wants this level. */
	async turn(want: number): Promise<Effect> {
		const [effect] = await this.devices.write([percent(want)]);
		return effect ?? {};
	}

	/** A turn each second, for so long. The last effect. */
	async turns(want: number, lasts: number): Promise<Effect> {
		let effect = await this.turn(want);
		for (let n = 0; n < lasts; n++) {
			await this.time.pass(1);
			effect = await this.turn(want);
		}
		return effect;
	}

	/** The app is gone, without a word. */
	async dies(): Promise<void> {
		await this.devices.close();
	}

	restarts(): void {
		this.devices = this.#opened();
	}

	#opened() {
		const place = this.#driver.place(this.#address, "outputs");
		if (place === undefined) throw new TypeError(`${this.#address} is no address.`);
		const ports = { tell: () => undefined, now: this.time.now, messages: this.broker.messages };
		const device = this.#driver.open(place.device, [place.channel], this.#options, ports);
		return openDevices(this.plant, [{ id: "bridge", device }], { ...ports, pause: this.time.pause });
	}
}

function plantWith(driver: AnyDriver, address: string, off_after: number): Plant {
	const level =
		driver.sets?.(address) === "level" ? { min: percent(20), max: percent(100), step: percent(1) } : undefined;
	const output: Output = {
		id: outputId("pump"),
		index: 0,
		role: "pump",
		target: `${driver.scheme}:${address}`,
		bus: "bridge",
		channel: driver.place(address, "outputs")?.channel ?? "",
		wiring: "no",
		rest: "load_off",
		off_after: seconds(off_after),
		least_run: seconds(0),
		least_rest: seconds(0),
		starts_per_hour: 0,
		...(level && { level }),
	};
	return { ...emptyPlant(), outputs: [output] };
}
