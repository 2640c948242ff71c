import { setImmediate as breath } from "node:timers/promises";
import { bind } from "#control/bind.ts";
import { settle } from "#control/machinery/settle.ts";
import { remembered } from "#control/memory/memories.ts";
import { type Decision, firstState, type State, step } from "#control/step.ts";
import type { Device } from "#drivers/driver.ts";
import { oneWire } from "#drivers/one-wire/one-wire.ts";
import type { Intent } from "#model/decision/intent.ts";
import { AT_REST } from "#model/plant/output.ts";
import type { Plant } from "#model/plant/plant.ts";
import { instant } from "#model/quantities/units.ts";
import { UNTRUSTED } from "#model/quantities/wall.ts";
import type { Notice } from "#model/sentences/notice.ts";
import * as registry from "#rules/index.ts";
import { type Devices, openDevices } from "#runtime/devices.ts";
import { fakePlant, type OutputName, PACE, type SensorName, settingsFor } from "../fakes/plant.ts";
import { FakeW1 } from "../fakes/w1.ts";

const rules = Object.values(registry);
const IDS: Readonly<Record<SensorName, string>> = {
	collector: "3b-00000000c011",
	tank: "28-0000000007a0",
	tank_20: "28-000000000720",
	tank_140: "28-000000000140",
};

/** The fake plant on real 1-Wire files, read by the real driver: a round of all sensors, then a turn of the core. */
export class WiredHouse {
	readonly w1 = new FakeW1();
	readonly plant: Plant;
	readonly told: Notice[] = [];
	state: State;
	#now = 1000;
	#devices: Devices | undefined;
	/** Begins the next round; there while the poller pauses. */
	#next: (() => void) | undefined;

	constructor(temperatures: Readonly<Record<SensorName, number>>, state?: State) {
		const plant = fakePlant();
		const sensors = plant.sensors.map((s) => ({ ...s, bus: "one_wire", channel: IDS[s.id as string as SensorName] }));
		this.plant = { ...plant, sensors };
		const atRest = plant.outputs.map(() => AT_REST);
		this.state = state ?? firstState("auto", settingsFor(rules), remembered(bind(this.plant, rules), {}), atRest);
		for (const [name, celsius] of Object.entries(temperatures)) this.w1.set(IDS[name as SensorName], celsius);
	}

	/** What a sensor says at the next reads, one after another; the last one it goes on saying. */
	async says(name: SensorName, ...readings: readonly (number | string)[]) {
		await this.w1.says(IDS[name], ...readings);
	}

	/** A round and a turn; which outputs are wanted on, and whatever the decision was. */
	async turn(intents: readonly Intent[] = []): Promise<{ on: Record<OutputName, boolean>; decision: Decision }> {
		this.#now += PACE;
		await this.#round();
		const now = instant(this.#now);
		const samples = this.#devices?.samples() ?? [];
		const decision = step(bind(this.plant, rules), this.state, { now, wall: UNTRUSTED, samples, intents });
		const outputs = settle(now, this.plant, decision.state.outputs, decision.verdicts, []);
		this.state = { ...decision.state, outputs };
		const on = this.plant.outputs.map(({ id, index }) => [id, (decision.verdicts[index]?.want ?? Number.NaN) > 0]);
		return { on: Object.fromEntries(on) as Record<OutputName, boolean>, decision };
	}

	async close() {
		const closed = this.#devices?.close();
		this.#next?.();
		await closed;
		this.w1.close();
	}

	async #round() {
		this.#devices ??= this.#opened();
		const begin = this.#next;
		this.#next = undefined;
		begin?.();
		while (this.#next === undefined) await breath();
	}

	#opened(): Devices {
		const now = () => instant(this.#now);
		const tell = (notice: Notice) => void this.told.push(notice);
		const channels = this.plant.sensors.map(({ channel }) => channel);
		const options = oneWire.options.parse({ root: this.w1.root, pace: PACE });
		const opened = oneWire.open("", channels, options, { tell, now });
		let reading = 0;
		const device: Device = {
			identity: opened.identity,
			pace: opened.pace,
			verify: opened.verify,
			onCrash: opened.onCrash,
			returns: opened.returns,
			read(channel) {
				reading += 1;
				return opened.read(channel).finally(() => {
					reading -= 1;
				});
			},
			write: (image, changed) => opened.write(image, changed),
			readBack: () => opened.readBack(),
			health: () => opened.health(),
			close: () => opened.close(),
		};
		// Time stands still while sensors are read, so a limit on that never comes. The other pause ends a round.
		const pause = (_: number, signal: AbortSignal) =>
			new Promise<void>((resolve) => {
				signal.addEventListener("abort", () => resolve(), { once: true });
				if (reading === 0) this.#next = resolve;
			});
		return openDevices(this.plant, [{ id: "one_wire", device }], { now, tell, pause });
	}
}
