import { fault } from "#model/plant/fault.ts";
import { loadOf } from "#model/plant/output.ts";
import type { Output } from "#model/plant/plant.ts";
import { after, celsius, FULL, OFF, type Percent, type Seconds, since } from "#model/quantities/units.ts";
import { Chance } from "#simulation/chance.ts";
import { House } from "#simulation/house.ts";
import type { Device, DevicePorts, Drive, Image, Measured, Written } from "../driver.ts";
import { drivenAt, type Sensed, sensedAt } from "./address.ts";
import { designFor } from "./house.ts";
import { measured } from "./measured.ts";
import { SCHEME, SIMULATED } from "./named.ts";

/** K: the scatter of a good sensor, and its resolution (that of a 1-Wire sensor). */
const SCATTER = 0.05;
const RESOLUTION = 1 / 16;
/** L/min: the resolution of a flow meter. */
const FLOW_RESOLUTION = 0.1;
/** The outputs of a plant without lists, which are there whether the options name them or not. */
const OUTPUTS = ["pump", "heater"] as const;

/** The driver's options. */
interface Chosen {
	readonly day_of_year: number;
	readonly start_hour: number;
	/** % */
	readonly cloudiness: number;
	readonly collector_area: number;
	readonly seed: number;
}

/** The house follows the controller's running time: each call first catches up with it. */
export class SimulatedDevice implements Device {
	readonly identity = SIMULATED.identity;
	readonly pace = SIMULATED.pace;
	readonly verify = SIMULATED.verify;
	readonly onCrash = SIMULATED.onCrash;
	readonly returns = 0;
	private readonly house: House;
	private readonly chance: Chance;
	/** What each channel is set to. */
	private readonly drives = new Map<string, Drive>(OUTPUTS.map((output) => [output, false]));
	/** Those of the plant, by channel. */
	private readonly outputs: ReadonlyMap<string, Output>;
	private readonly ports: DevicePorts;
	private reached: ReturnType<DevicePorts["now"]>;

	constructor(channels: readonly string[], chosen: Chosen, ports: DevicePorts) {
		this.ports = ports;
		this.reached = ports.now();
		this.chance = new Chance(chosen.seed);
		this.house = new House(
			designFor(ports.plant, {
				seed: chosen.seed,
				cloudiness: chosen.cloudiness / 100,
				collector_area: chosen.collector_area,
				start: { day_of_year: chosen.day_of_year, hour: chosen.start_hour },
			}),
		);
		const own = ports.plant?.outputs.filter(({ bus }) => bus === SCHEME) ?? [];
		this.outputs = new Map(own.map((output) => [output.channel, output]));
		for (const channel of channels)
			if (drivenAt(channel) !== undefined) this.drives.set(channel, isLevel(channel) ? OFF : false);
	}

	async read(channel: string): Promise<Measured> {
		const sensed = sensedAt(channel);
		if (sensed === undefined) return { kind: "failed", fault: fault("missing", { channel }) };
		this.catchUp();
		const value = measured(this.house, sensed);
		return value === undefined
			? { kind: "failed", fault: fault("missing", { channel }) }
			: { kind: "value", value: celsius(this.told(sensed, value)) };
	}

	async write(image: Image): Promise<Written> {
		const unknown = [...image.keys()].find((channel) => !this.drives.has(channel));
		if (unknown !== undefined) return { kind: "failed", fault: fault("missing", { channel: unknown }) };
		const unfit = [...image].find(([channel, drive]) => isLevel(channel) !== (typeof drive === "number"));
		if (unfit !== undefined) return { kind: "failed", fault: fault("no_write", { channel: unfit[0] }) };
		// Outputs had their old state until now.
		this.catchUp();
		for (const [channel, drive] of image) this.drives.set(channel, drive);
		return { kind: "done", confirmed: new Map(this.drives) };
	}

	async readBack(): Promise<Image> {
		return new Map(this.drives);
	}

	health(): undefined {
		return undefined;
	}

	shift(by: Seconds): void {
		this.reached = after(this.reached, by);
	}

	async close(): Promise<void> {}

	/** As a real sensor tells it: with its resolution and, for a temperature, its scatter. */
	private told({ kind }: Sensed, value: number): number {
		switch (kind) {
			case "flow":
				return Math.round(value / FLOW_RESOLUTION) * FLOW_RESOLUTION;
			case "irradiance":
				return Math.round(value);
			default:
				return Math.round((value + SCATTER * this.chance.normal()) / RESOLUTION) * RESOLUTION;
		}
	}

	private catchUp() {
		const now = this.ports.now();
		// An output may be named as a switch and as a speed.
		const levels = new Map<string, number>();
		for (const [channel, drive] of this.drives) {
			const name = nameAt(channel);
			levels.set(name, Math.max(levels.get(name) ?? OFF, this.loadAt(channel, drive)));
		}
		for (const [name, level] of levels) this.house.drive(name, level);
		this.house.advance(since(this.reached, now));
		this.reached = now;
	}

	/** What runs, which a contact that closes at rest turns round. */
	private loadAt(channel: string, drive: Drive): Percent {
		const output = this.outputs.get(channel);
		const load = output && loadOf(output, drive);
		return load ?? (typeof drive === "number" ? drive : drive ? FULL : OFF);
	}
}

const isLevel = (channel: string) => drivenAt(channel)?.level === true;
const nameAt = (channel: string) => drivenAt(channel)?.name ?? channel;
