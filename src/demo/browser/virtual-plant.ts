import { ALL_RULES } from "#app/control/rules.ts";
import { recording } from "#app/control/views.ts";
import { bind } from "#control/bind.ts";
import { remembered } from "#control/memory/memories.ts";
import { inForce } from "#control/settings.ts";
import { firstState } from "#control/step.ts";
import { SimulatedDevice } from "#drivers/simulated/device.ts";
import { SCHEME } from "#drivers/simulated/named.ts";
import type { Intent } from "#model/decision/intent.ts";
import type { Snapshot } from "#model/decision/snapshot.ts";
import type { Finding, Problem } from "#model/findings/finding.ts";
import { AT_REST } from "#model/plant/output.ts";
import type { Plant } from "#model/plant/plant.ts";
import type { Sample } from "#model/plant/reading.ts";
import { after, instant, type Seconds } from "#model/quantities/units.ts";
import { driverOptions, plantOf, settingsOf } from "#options/plant/plant-of.ts";
import type { Options } from "#options/root.ts";
import { Board } from "#runtime/board.ts";
import { wallOf } from "#runtime/clock.ts";
import { Loop } from "#runtime/loop.ts";
import { MemoryHistory } from "./memory-history.ts";

/** The year of the simulated days. */
const YEAR = 2026;
const DAY = 86_400_000;
/** That the history is to be kept. */
const DAYS = 2;

/**
 * A simulated plant with the control of the app, at virtual time: the same loop, rules and checks, the same simulated device
 * and the same writing with read-back. It needs no clock, no disk and no network.
 */
export class VirtualPlant {
	readonly plant: Plant;
	readonly history = new MemoryHistory();
	private readonly turnEvery: Seconds;
	private readonly device: SimulatedDevice;
	private readonly loop: Loop;
	/** ms since 1970-01-01 of the start. The plant's time is solar time, which is shown as if it were UTC. */
	private readonly start: number;
	private now = instant(0);
	private samples: readonly (Sample | undefined)[] = [];

	/** @param turn between two turns */
	constructor(options: Options, turn: Seconds) {
		this.turnEvery = turn;
		this.plant = plantOf(options);
		const chosen = simulationIn(options);
		this.start = Date.UTC(YEAR, 0, 1) + (chosen.day_of_year - 1) * DAY + chosen.start_hour * 3_600_000;
		const { outputs, sensors } = this.plant;
		const channels = [...sensors, ...outputs].map(({ channel }) => channel);
		const now = () => this.now;
		this.device = new SimulatedDevice(channels, chosen, { tell: () => undefined, now, plant: this.plant });
		const board = new Board({ id: SCHEME, device: this.device }, outputs, { now });
		const on_page = settingsOf(options);
		const { settings } = inForce(ALL_RULES, on_page, [], this.plant.own_settings);
		const memories = remembered(bind(this.plant, ALL_RULES), {});
		const rest = outputs.map(() => AT_REST);
		const state = firstState("auto", settings, memories, rest);
		const record = recording(this.history, this, DAYS);
		const world = {
			sample: () => ({ now: this.now, wall: this.wall(), samples: this.samples, findings: FINDINGS }),
			actuate: (wants: Parameters<Board["write"]>[0]) => board.write(wants),
			publish: (snapshot: Snapshot) => void record.turned?.(snapshot),
			keep: () => undefined,
		};
		this.loop = new Loop(world, this.plant, ALL_RULES, state, on_page, turn);
	}

	/** The plant's date, as if its solar time were UTC. */
	date = (): Date => new Date(this.start + this.now * 1000);

	/** The next turn; the first is at the start. */
	async turn(): Promise<Snapshot> {
		if (this.loop.turns > 0) this.now = after(this.now, this.turnEvery);
		this.samples = await Promise.all(this.plant.sensors.map(({ channel }) => this.measured(channel)));
		return this.loop.turn();
	}

	/** Settles in the next turn: undefined when accepted, otherwise the reason. */
	ask = (intent: Intent): Promise<Problem | undefined> => this.loop.ask(intent);

	private async measured(channel: string): Promise<Sample> {
		const pace = this.turnEvery;
		const measured = await this.device.read(channel);
		return measured.kind === "value" ? { value: measured.value, at: this.now, pace } : { pace, fault: measured.fault };
	}

	private wall() {
		const date = this.date();
		const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
		const [hour, minute, second] = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()];
		return wallOf({ year, month, day, hour, minute, second }, true);
	}
}

const FINDINGS: readonly Finding[] = [];

function simulationIn(options: Options) {
	// The options were parsed with the schema of the device.
	return driverOptions(options)[SCHEME] as unknown as ConstructorParameters<typeof SimulatedDevice>[1];
}
