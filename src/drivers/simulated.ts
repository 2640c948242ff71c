import * as z from "zod";
import { fault } from "#model/plant/fault.ts";
import { asks, plausible, type SensorRole } from "#model/plant/sensor-role.ts";
import { after, celsius, FULL, OFF, type Seconds, seconds, since } from "#model/quantities/units.ts";
import { Chance } from "#simulation/chance.ts";
import { type SimulatedPlant, simulatedPlant } from "#simulation/plant.ts";
import {
	type Device,
	type DevicePorts,
	type Drive,
	driver,
	type Image,
	type Measured,
	type Written,
} from "./driver.ts";

/** K: the scatter of a good sensor, and its resolution (that of a 1-Wire sensor). */
const SCATTER = 0.05;
const RESOLUTION = 1 / 16;
const LAYER = /^tank\/(0|[1-9]\d?|1[0-3]\d|140)$/;
const OUTPUTS = ["pump", "heater"] as const;
/** The same pump, driven at 0 to 100 %. */
const SPEED = "pump_speed";

const options = z.object({
	day_of_year: z.int().min(1).max(365).default(172).meta({ step: 1 }),
	start_hour: z.number().min(0).max(24).default(9).meta({ unit: "h", step: 0.5 }),
	cloudiness: z.number().min(0).max(100).default(50).meta({ unit: "%", step: 5 }),
	collector_area: z.number().min(1).max(40).default(5.5).meta({ unit: "m²", step: 0.5 }),
	seed: z.int().min(0).max(999_999).default(1),
});

/** A simulated plant with weather and a household, so that everything runs without hardware. */
export const simulated = driver({
	scheme: "simulated",
	options,
	offers: { sensors: true, outputs: true },
	place: (address, kind) =>
		(kind === "sensors" ? roleOf(address) !== undefined : isOutput(address))
			? { device: "", channel: address }
			: undefined,
	measures: (address) => asks(roleOf(address) ?? "other") ?? "temperature",
	sets: (address) => (address === SPEED ? "level" : "switch"),
	open: (_device, channels, chosen, ports) => new SimulatedDevice(channels, chosen, ports),
});

/** The plant follows the controller's running time: each call first catches up with it. */
class SimulatedDevice implements Device {
	readonly identity = "simulated plant";
	readonly pace = seconds(1);
	readonly verify = "readback";
	readonly onCrash = "drops";
	readonly returns = 0;
	private readonly plant: SimulatedPlant;
	private readonly chance: Chance;
	private readonly driven = new Map<string, Drive>(OUTPUTS.map((output) => [output, false]));
	private readonly ports: DevicePorts;
	private reached: ReturnType<DevicePorts["now"]>;

	constructor(channels: readonly string[], chosen: z.output<typeof options>, ports: DevicePorts) {
		if (channels.includes(SPEED)) this.driven.set(SPEED, OFF);
		this.ports = ports;
		this.reached = ports.now();
		this.chance = new Chance(chosen.seed);
		this.plant = simulatedPlant({
			seed: chosen.seed,
			cloudiness: chosen.cloudiness / 100,
			collector_area: chosen.collector_area,
			start: { day_of_year: chosen.day_of_year, hour: chosen.start_hour },
		});
	}

	async read(channel: string): Promise<Measured> {
		const role = roleOf(channel);
		if (!role) return { kind: "failed", fault: fault("missing", { channel }) };
		this.catchUp();
		const { low, high } = plausible(role);
		const scattered = temperatureAt(this.plant, channel) + SCATTER * this.chance.normal();
		const told = Math.round(scattered / RESOLUTION) * RESOLUTION;
		return { kind: "value", value: celsius(Math.min(Math.max(told, low), high)) };
	}

	async write(image: Image): Promise<Written> {
		const unknown = [...image.keys()].find((channel) => !isOutput(channel));
		if (unknown !== undefined) return { kind: "failed", fault: fault("missing", { channel: unknown }) };
		const unfit = [...image].find(([channel, drive]) => (typeof drive === "number") !== (channel === SPEED));
		if (unfit !== undefined) return { kind: "failed", fault: fault("no_write", { channel: unfit[0] }) };
		// Outputs had their old state until now.
		this.catchUp();
		for (const [channel, drive] of image) this.driven.set(channel, drive);
		return { kind: "done", confirmed: new Map(this.driven) };
	}

	async readBack(): Promise<Image> {
		return new Map(this.driven);
	}

	health(): undefined {
		return undefined;
	}

	shift(by: Seconds): void {
		this.reached = after(this.reached, by);
	}

	async close(): Promise<void> {}

	private catchUp() {
		const now = this.ports.now();
		const power = (output: string) => Number(this.driven.get(output) ?? OFF) * (output === SPEED ? 1 : FULL);
		const pump = Math.max(power("pump"), power(SPEED));
		this.plant.advance(since(this.reached, now), { pump, heater: power("heater") });
		this.reached = now;
	}
}

const isOutput = (address: string) => address === SPEED || OUTPUTS.some((output) => output === address);

const SENSORS = [
	"collector",
	"tank",
	"return_line",
	"outdoor_air",
	"exhaust_air",
	"supply_air",
	"extract_air",
] as const;
type Measures = (typeof SENSORS)[number];

/** What a sensor at this address measures; undefined for an unknown address. */
const roleOf = (address: string): SensorRole | undefined =>
	SENSORS.find((role) => role === address) ?? (LAYER.test(address) ? "tank_layer" : undefined);

const temperatureAt = (plant: SimulatedPlant, address: string): number => {
	const { collector, tank, return_line, outdoor_air, air } = plant;
	const measured: Readonly<Record<Measures, number>> = { ...air, collector, tank, return_line, outdoor_air };
	const role = SENSORS.find((one) => one === address);
	return role === undefined ? plant.layer(Number(address.slice("tank/".length))) : measured[role];
};
