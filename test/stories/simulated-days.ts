import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Bound, bind } from "#control/bind.ts";
import { settle } from "#control/machinery/settle.ts";
import { remembered } from "#control/memory/memories.ts";
import { type Decision, firstState, type State, step } from "#control/step.ts";
import { simulated } from "#drivers/simulated/simulated.ts";
import type { Intent } from "#model/decision/intent.ts";
import type { Device, Drive, Image } from "#model/plant/device.ts";
import { fault } from "#model/plant/fault.ts";
import { flowOf } from "#model/plant/flows.ts";
import { AT_REST } from "#model/plant/output.ts";
import type { Plant } from "#model/plant/plant.ts";
import type { Sample } from "#model/plant/reading.ts";
import { type Instant, instant } from "#model/quantities/units.ts";
import { UNTRUSTED } from "#model/quantities/wall.ts";
import { parse } from "#options/parse.ts";
import { driverOptions, plantOf, settingsOf } from "#options/plant/plant-of.ts";
import * as registry from "#rules/index.ts";
import { Board } from "#runtime/board.ts";

/** Seconds between two turns. */
const TURN = 20;
const START = 1000;

/** What was seen of one turn. */
export interface Seen {
	/** Solar time since midnight of the first day, in hours. */
	readonly hour: number;
	readonly decision: Decision;
	readonly state: State;
	/** The value that each sensor told; absent while it is lost. */
	readonly values: Readonly<Record<string, number>>;
	/** What each output was confirmed to be at, in %. */
	readonly actual: Readonly<Record<string, number | undefined>>;
	/** The circuits in which heat flows, by what the boards confirmed. */
	readonly runs: readonly string[];
}

/** The plant of an example, lived through turn by turn: the control core, its boards, and the simulated house. */
export class SimulatedDays {
	readonly plant: Plant;
	/** Sensors that do not answer, by id. */
	readonly lost = new Set<string>();
	/** A valve that stays where its motor is, whatever its relay does and the board confirms. */
	stuck: string | undefined;
	private readonly device: Device;
	private readonly board: Board;
	private readonly bound: Bound;
	private readonly starts: number;
	private state: State;
	private now: Instant = instant(START);

	constructor(example: string, changes: Readonly<Record<string, unknown>> = {}) {
		const file = join(import.meta.dirname, "../../examples", example);
		const parsed = parse({ ...JSON.parse(readFileSync(file, "utf8")), ...changes });
		if (parsed.kind === "invalid") throw new TypeError(JSON.stringify(parsed.problems));
		const rules = Object.values(registry);
		const chosen = simulated.options.parse(driverOptions(parsed.options)["simulated"]);
		this.plant = plantOf(parsed.options);
		this.starts = chosen.start_hour;
		const channels = [...this.plant.sensors, ...this.plant.outputs].map(({ channel }) => channel);
		this.device = simulated.open("", channels, chosen, { tell: () => {}, now: () => this.now, plant: this.plant });
		const bus = { id: "simulated", device: this.jammed() };
		this.board = new Board(bus, this.plant.outputs, { now: () => this.now });
		this.bound = bind(this.plant, rules);
		const atRest = this.plant.outputs.map(() => AT_REST);
		this.state = firstState("auto", settingsOf(parsed.options), remembered(this.bound, {}), atRest);
	}

	/** Lives on until this hour since midnight of the first day. */
	async until(hour: number, intents: readonly Intent[] = []): Promise<readonly Seen[]> {
		const seen: Seen[] = [];
		while (this.hour < hour) seen.push(await this.turn(seen.length === 0 ? intents : []));
		return seen;
	}

	private get hour() {
		return this.starts + (this.now - START) / 3600;
	}

	private async turn(intents: readonly Intent[]): Promise<Seen> {
		this.now = instant(this.now + TURN);
		const samples = await Promise.all(this.plant.sensors.map(({ id, channel }) => this.sample(id, channel)));
		const decision = step(this.bound, this.state, { now: this.now, wall: UNTRUSTED, samples, intents });
		const effects = await this.board.write(decision.verdicts.map(({ want }) => want));
		const outputs = settle(this.now, this.plant, decision.state.outputs, decision.verdicts, effects);
		this.state = { ...decision.state, outputs };
		const told = this.plant.sensors.flatMap(({ id, index }) => {
			const reading = decision.state.readings[index];
			return reading?.kind === "ok" ? [[id, reading.value] as const] : [];
		});
		return {
			hour: this.hour,
			decision,
			state: this.state,
			values: Object.fromEntries(told),
			actual: Object.fromEntries(this.plant.outputs.map(({ id, index }) => [id, outputs[index]?.actual])),
			runs: this.plant.circuits.filter((circuit) => flowOf(this.now, circuit, outputs).runs).map(({ id }) => id),
		};
	}

	private async sample(id: string, channel: string): Promise<Sample> {
		const { pace } = this.device;
		if (this.lost.has(id)) return { pace, fault: fault("open") };
		const measured = await this.device.read(channel);
		return measured.kind === "value" ? { value: measured.value, at: this.now, pace } : { pace, fault: measured.fault };
	}

	/** The board with a valve that may be stuck: it drives the house as it stands, and confirms what its relay does. */
	private jammed(): Device {
		const { device } = this;
		let stood: Drive = false;
		let told: Image = new Map();
		return {
			identity: device.identity,
			pace: device.pace,
			verify: device.verify,
			onCrash: device.onCrash,
			returns: 0,
			read: (channel) => device.read(channel),
			write: async (image) => {
				const { stuck } = this;
				if (stuck === undefined) stood = image.get("diverter") ?? stood;
				told = image;
				const written = await device.write(stuck === undefined ? image : new Map([...image, [stuck, stood]]));
				return written.kind === "done" ? { kind: "done", confirmed: image } : written;
			},
			readBack: async () => told,
			health: () => undefined,
			close: () => device.close(),
		};
	}
}
