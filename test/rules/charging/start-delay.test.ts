import { describe, expect, it, test } from "@jest/globals";
import { firstState } from "#control/step.ts";
import { fault } from "#model/plant/fault.ts";
import { FULL, instant } from "#model/quantities/units.ts";
import { startDelay } from "#rules/charging/start-delay.ts";
import * as registry from "#rules/index.ts";
import { ask, Play, situation } from "../../fakes/plant.ts";

const settings = startDelay.options.parse({ enabled: true });
const rules = Object.values(registry);
const on = { start_delay: { enabled: true } };

describe("the first start of the pump", () => {
	test.each([
		[0, 80, ["protection", "start_waits"]],
		[59, 119.9, ["protection", "start_waits"]],
		[60, 119.9, undefined],
		[60, 120, ["safety", "start_too_hot"]],
		[5, 150, ["safety", "start_too_hot"]],
		[9000, 121, ["safety", "start_too_hot"]],
	])("%d s after the start, with a collector of %d °C", (t, collector, claimed) => {
		const at = situation(settings, { collector }, { begun: instant(100), now: instant(100 + t) });
		const { claims, memory } = ask(startDelay, at, { over: -1 });
		expect(claims.map(({ rank, at_most, because }) => [rank, at_most, because.code])).toEqual(
			claimed === undefined ? [] : [[claimed[0], 0, claimed[1]]],
		);
		expect(memory).toEqual({ over: claimed === undefined ? 100 : -1 });
	});

	it("is free for good once it was: a collector that becomes hot later is another matter", () => {
		const at = situation(settings, { collector: 130 }, { begun: instant(100), now: instant(900) });
		const memory = { over: 100 };
		expect(ask(startDelay, at, memory)).toEqual({ claims: [], idle: [], memory });
	});

	it("waits again after the next start of the app", () => {
		const at = situation(settings, { collector: 130 }, { begun: instant(901), now: instant(902) });
		expect(ask(startDelay, at, { over: 100 }).claims).toHaveLength(1);
	});
});

describe("power that comes back while the collector stands at 150 °C", () => {
	it("starts no pump until the collector is below 120 °C, by hand neither", () => {
		const house = new Play({ rules, settings: on });
		const intents = [{ kind: "hold", output: "pump", want: FULL }] as const;
		const rows = [{ t: 10, collector: 149, tank: 50 }, { t: 30 }, { t: 90, intents }, { t: 600, collector: 120 }];
		const turns = house.turns([...rows, { t: 700, collector: 119 }]);
		expect(turns.map((t) => [t.on.pump, t.because.pump.code])).toEqual([
			...[1, 2, 3, 4].map(() => [false, "start_too_hot"]),
			[true, "held_on"],
		]);
	});

	it("without this function starts it at once: the pump would send cold fluid", () => {
		expect(new Play({ rules }).turn({ collector: 149, tank: 50 }).on.pump).toBe(true);
	});

	it("waits through a lost sensor", () => {
		const house = new Play({ rules, settings: on });
		house.turn({ t: 10, collector: 130, tank: 50 });
		house.turn({ t: 100, collector: fault("open") });
		expect(house.turn({ t: 110, collector: 130 }).because.pump.code).toBe("start_too_hot");
	});

	it("does not stop a pump that runs on through a restart of the app", () => {
		const before = new Play({ rules, settings: on });
		before.turns([{ t: 10, collector: 70, tank: 50 }, { t: 80 }]);
		const { state } = before;
		expect(before.turn({ t: 100 }).on.pump).toBe(true);
		const again = new Play({
			rules,
			state: firstState("auto", state.settings, state.memories, state.outputs),
		});
		expect(again.turns([{ t: 120, collector: 130, tank: 50 }, { t: 121 }]).map((t) => t.on.pump)).toEqual([true, true]);
	});
});
