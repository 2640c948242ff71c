import { afterEach, beforeEach, describe, expect, it, jest } from "@jest/globals";
import { bind } from "#control/bind.ts";
import type { Effect } from "#control/machinery/settle.ts";
import { remembered } from "#control/memory/memories.ts";
import { firstState } from "#control/step.ts";
import type { Intent } from "#model/decision/intent.ts";
import type { Snapshot } from "#model/decision/snapshot.ts";
import { AT_REST } from "#model/plant/output.ts";
import { outputId } from "#model/plant/plant.ts";
import { celsius, FULL, OFF, type Percent, percent, seconds } from "#model/quantities/units.ts";
import { UNTRUSTED } from "#model/quantities/wall.ts";
import type { Kept, World } from "#runtime/world.ts";
import { ownersPlant, RULES, SETTINGS } from "../fakes/owners-plant.ts";
import { HandTime, settled } from "./hand-time.ts";

let time = new HandTime();
jest.unstable_mockModule("node:timers/promises", () => ({
	setTimeout: (ms: number, _: unknown, { signal }: { readonly signal: AbortSignal }) => time.pause(ms / 1000, signal),
}));
const { Loop } = await import("#runtime/loop.ts");

const PUMP = outputId("pump");
const hold = (want: Percent, output = PUMP): Intent => ({ kind: "hold", output, want });
const setting = (value: number): Intent => ({ kind: "setting", rule: "solar_charging", field: "start_at", value });

/** A world of memory, and what came through its seam in what order. */
class Stage implements World {
	readonly turns: Snapshot[] = [];
	readonly at: number[] = [];
	readonly kept: Kept[] = [];
	readonly seam: string[] = [];
	/** Seconds that a write takes, by the number of the turn. */
	slow: (turn: number) => number = () => 0;
	effects: readonly (Effect | undefined)[] = [];

	sample() {
		this.seam.push("sample");
		this.at.push(time.now());
		const now = time.now();
		const samples = ownersPlant.sensors.map(() => ({ value: celsius(40), at: now, pace: seconds(5) }));
		return { now, wall: UNTRUSTED, samples, findings: [] };
	}
	async actuate() {
		this.seam.push("actuate");
		await time.pause(this.slow(this.turns.length));
		return this.effects;
	}
	keep(kept: Kept) {
		this.seam.push("keep");
		this.kept.push(kept);
	}
	publish(snapshot: Snapshot) {
		this.seam.push("publish");
		this.turns.push(snapshot);
	}
}

let stage: Stage;
let stop: AbortController;
const opened = (period = 1) => {
	const state = firstState("auto", SETTINGS, remembered(bind(ownersPlant, RULES), {}), [AT_REST, AT_REST]);
	return new Loop(stage, ownersPlant, RULES, state, SETTINGS, seconds(period));
};
/** The moments of the turns, to the millisecond. */
const moments = () => stage.at.map((t) => Math.round(t * 1000) / 1000);

beforeEach(() => {
	time = new HandTime();
	stage = new Stage();
	stop = new AbortController();
	jest.spyOn(performance, "now").mockImplementation(() => time.now() * 1000);
});
afterEach(async () => {
	stop.abort();
	await time.pass(100);
	jest.restoreAllMocks();
});

describe("the grid of turns", () => {
	it("is kept: a turn a second, the first at once", async () => {
		void opened().run(stop.signal);
		await time.pass(5.5);
		expect(moments()).toEqual([0, 1, 2, 3, 4, 5]);
	});

	it("does not shift by what a turn takes", async () => {
		stage.slow = () => 0.4;
		void opened().run(stop.signal);
		await time.pass(4.5);
		expect(moments()).toEqual([0, 1, 2, 3, 4]);
	});

	it("loses the turns that one late turn ran over, and goes on where it was", async () => {
		stage.slow = (turn) => (turn === 1 ? 2.3 : 0);
		void opened().run(stop.signal);
		await time.pass(6.5);
		expect(moments()).toEqual([0, 1, 4, 5, 6]);
	});

	it("does not shift by a turn that an intent called", async () => {
		const loop = opened();
		void loop.run(stop.signal);
		await time.pass(1.3);
		void loop.ask(setting(9));
		await time.pass(2);
		expect(moments()).toEqual([0, 1, 1.3, 2, 3]);
	});

	it("is told to whoever reads the sensors", async () => {
		const loop = opened(2);
		void loop.run(stop.signal);
		await time.pass(0.5);
		expect(loop.schedule).toEqual({ until: 1500, period: 2000 });
	});
});

describe("a turn", () => {
	it("samples, actuates, keeps and publishes, and only then answers", async () => {
		const loop = opened();
		const answer = loop.ask(setting(9)).then(() => stage.seam.push("answer"));
		await loop.turn();
		await answer;
		expect(stage.seam).toEqual(["sample", "actuate", "keep", "publish", "answer"]);
	});

	it("is one snapshot of what was decided and of what the boards said", async () => {
		stage.effects = [{ actual: OFF }, { actual: percent(100) }];
		const loop = opened();
		const snapshot = await loop.turn();
		expect(snapshot).toBe(loop.snapshot);
		expect(snapshot.outputs.map((o) => o.actual)).toEqual([0, 100]);
		expect(stage.kept[0]).toMatchObject({ mode: "auto", settings: SETTINGS, outputs: snapshot.outputs });
	});
});

describe("an intent", () => {
	it("wakes the loop at once, however long its period is", async () => {
		const loop = opened(60);
		void loop.run(stop.signal);
		await time.pass(10);
		void loop.ask(hold(FULL));
		await settled();
		expect(moments()).toEqual([0, 10]);
		expect(stage.turns.at(-1)?.verdicts[0]?.because.code).toBe("held_on");
	});

	it("waits for nothing but the turn that is under way", async () => {
		stage.slow = (turn) => (turn === 1 ? 0.5 : 0);
		const loop = opened(60);
		void loop.run(stop.signal);
		await time.pass(60.2);
		void loop.ask(setting(9));
		await time.pass(0.4);
		expect(moments()).toEqual([0, 60, 60.5]);
	});

	it("is taken together with all that wait, in one turn, and each gets its own answer in order", async () => {
		const loop = opened();
		void loop.run(stop.signal);
		await time.pass(0.5);
		const answers = Promise.all(
			[setting(9), setting(99), hold(FULL), hold(FULL, outputId("door"))].map((i) => loop.ask(i)),
		);
		await settled();
		expect(stage.turns).toHaveLength(2);
		expect((await answers).map((refused) => refused?.path)).toEqual([
			undefined,
			"solar_charging.start_at",
			undefined,
			"door",
		]);
		expect(stage.turns.at(-1)?.settings["solar_charging"]?.["start_at"]).toBe(9);
	});

	it("is taken in the first turn when it came before it", async () => {
		const loop = opened();
		const answer = loop.ask(hold(FULL));
		void loop.run(stop.signal);
		await settled();
		expect(await answer).toBeUndefined();
		expect(stage.turns[0]?.verdicts[0]?.want).toBe(100);
	});

	it("does not break a least time: the pump that just stopped rests first, and starts when it has", async () => {
		const loop = opened();
		void loop.run(stop.signal);
		await loop.ask(hold(FULL));
		await time.pass(40);
		await loop.ask(hold(OFF));
		await time.pass(1);
		const answer = loop.ask(hold(FULL));
		await settled();
		expect(await answer).toBeUndefined();
		expect(stage.turns.at(-1)?.verdicts[0]).toMatchObject({ want: 0, because: { code: "least_rest" } });
		await time.pass(30);
		expect(stage.turns.at(-1)?.verdicts[0]).toMatchObject({ want: 100, because: { code: "held_on" } });
	});
});

describe("the end", () => {
	it("comes at once, in the middle of a period", async () => {
		const run = opened(60).run(stop.signal);
		await time.pass(10);
		stop.abort();
		await run;
		expect(time.now()).toBe(10);
	});

	it("comes right after the turn that is under way, without another period", async () => {
		stage.slow = () => 0.5;
		const ended = jest.fn();
		void opened(60).run(stop.signal).then(ended);
		await time.pass(0.2);
		stop.abort();
		await time.pass(0.4);
		expect(ended).toHaveBeenCalled();
		expect(stage.turns).toHaveLength(1);
	});

	it("comes before any turn when it was called for before", async () => {
		stop.abort();
		await opened().run(stop.signal);
		expect(stage.turns).toEqual([]);
	});

	it("is what a bug in judging or control brings, and one in actuating", async () => {
		const broken = {
			...RULES[0],
			id: "broken",
			propose: () => {
				throw new TypeError("rule");
			},
		} as (typeof RULES)[number];
		const state = firstState("auto", SETTINGS, remembered(bind(ownersPlant, RULES), {}), [AT_REST, AT_REST]);
		const loop = new Loop(stage, ownersPlant, [...RULES, broken], state, SETTINGS, seconds(1));
		await expect(loop.run(stop.signal)).rejects.toThrow("rule");
		expect(stage.seam).toEqual(["sample"]);
		stage.actuate = () => Promise.reject(new TypeError("board"));
		await expect(opened().run(stop.signal)).rejects.toThrow("board");
		expect(stage.turns).toEqual([]);
	});
});
