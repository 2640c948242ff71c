import { type Fault, fault } from "#model/plant/fault.ts";
import { REMOTE } from "#model/plant/plant.ts";
import type { Seconds } from "#model/quantities/units.ts";
import type { Device, DevicePorts, Measured, Written } from "../driver.ts";
import type { Ask } from "./ask.ts";
import { HOME_ASSISTANT } from "./declared.ts";
import { Entity } from "./entity.ts";

/** Entities of Home Assistant as sensors. All are asked for together. */
export class HomeAssistantSensors implements Device {
	readonly identity = HOME_ASSISTANT.identity;
	readonly pace: Seconds = HOME_ASSISTANT.pace;
	readonly verify = "none";
	readonly onCrash = "holds";
	readonly returns = 0;
	readonly #ports: DevicePorts;
	readonly #ask: Ask;
	readonly #entities: ReadonlyMap<string, Entity>;
	#asking: Promise<void> | undefined;
	#failed: Fault | undefined;

	constructor(channels: readonly string[], ports: DevicePorts, ask: Ask) {
		this.#ports = ports;
		this.#ask = ask;
		this.#entities = new Map(
			channels.map((channel) => {
				const sensor = ports.plant?.sensors.find((one) => one.bus === "ha" && one.channel === channel);
				return [channel, new Entity(sensor?.quantity ?? "temperature", sensor?.remote ?? REMOTE)] as const;
			}),
		);
	}

	async read(channel: string): Promise<Measured> {
		const entity = this.#entities.get(channel);
		if (entity === undefined) return { kind: "failed", fault: fault("missing") };
		this.#asking ??= this.#look().finally(() => {
			this.#asking = undefined;
		});
		await this.#asking;
		return entity.read(this.#ports.now(), this.#failed);
	}

	async write(): Promise<Written> {
		return { kind: "failed", fault: fault("no_write") };
	}

	async readBack(): Promise<undefined> {
		return undefined;
	}

	health(): Fault | undefined {
		return this.#failed;
	}

	shift(by: Seconds): void {
		for (const entity of this.#entities.values()) entity.shift(by);
	}

	async close(): Promise<void> {}

	async #look(): Promise<void> {
		const told = await this.#ask([...this.#entities.keys()]);
		if ("code" in told) {
			this.#failed = told;
			return;
		}
		this.#failed = undefined;
		const now = this.#ports.now();
		for (const [id, entity] of this.#entities) entity.hears(told.get(id), now);
	}
}
