import { describe, expect, it, test } from "@jest/globals";
import { outputId } from "#model/plant/plant.ts";
import { FULL, percent } from "#model/quantities/units.ts";
import * as registry from "#rules/index.ts";
import { fakePlant, Play, type Row, type Turn } from "../../fakes/plant.ts";

const rules = Object.values(registry);
const settings = { drain_back: { enabled: true }, collector_cooling: { enabled: false } };
const level = { min: percent(30), max: percent(100), step: percent(1) };
const plant = fakePlant({ pump: { level } });
const house = (more = {}) => new Play({ rules, plant, settings: { ...settings, ...more } });
/** A turn every ten seconds. */
const rows = (from: number, to: number, row: Row): readonly Row[] =>
	Array.from({ length: (to - from) / 10 }, (_, n) => ({ t: from + n * 10, ...row }));
const sun = { collector: 60, tank: 40, tank_20: 40, tank_140: 40 };
const cold = { ...sun, collector: 42 };
const speeds = (turns: readonly Turn[]) => turns.map(({ decision }) => decision.verdicts[0]?.want ?? Number.NaN);
/** What each stretch of turns said, with its first moment. */
const course = (turns: readonly Turn[]) =>
	turns.map(({ t, because }) => [t, because.pump.code] as const).filter(([, code], i, all) => code !== all[i - 1]?.[1]);

describe("a collector that drains", () => {
	it("is filled after a gain of 10 K for 60 s: 5 min at full speed, 2 min in peace, then charging decides", () => {
		const one = house();
		const waiting = one.turns(rows(0, 30, { ...sun, collector: 49.9 }));
		expect(course(waiting)).toEqual([[0, "drain_back_waits"]]);
		const turns = [...one.turns(rows(30, 100, sun)), ...one.turns(rows(100, 700, { ...sun, collector: 55 }))];
		expect(course(turns)).toEqual([
			[30, "drain_back_holds"],
			[90, "drain_back_fills"],
			[400, "gain"],
		]);
		// Full while it fills, although speed control would go slower; then as that says.
		expect(new Set(speeds(turns.filter(({ t }) => t >= 90 && t < 400)))).toEqual(new Set([100]));
		expect(speeds(turns.filter(({ t }) => t > 400)).every((speed) => speed > 0 && speed < 100)).toBe(true);
	});

	it("keeps running through the fill although cold water makes it cold, and stops when that lasts", () => {
		const one = house();
		one.turns(rows(0, 80, sun));
		const turns = one.turns(rows(80, 700, cold));
		expect(turns.filter((t) => !t.on.pump).map((t) => t.t)[0]).toBe(490);
	});

	it("a gain that is gone within the minute fills nothing", () => {
		const one = house();
		one.turns(rows(0, 50, sun));
		one.turns(rows(50, 60, cold));
		expect(one.turns(rows(60, 120, sun)).filter((t) => t.on.pump)).toEqual([]);
	});

	it("pauses for half an hour after three fills that gained nothing", () => {
		const one = house();
		let t = 0;
		const starts: number[] = [];
		for (let round = 0; round < 3; round++) {
			const before = one.turns(rows(t, t + 100, sun));
			starts.push(before.find((turn) => turn.on.pump)?.t ?? -1);
			one.turns(rows(t + 100, t + 600, cold));
			t += 600;
		}
		expect(starts).toEqual([60, 660, 1260]);
		const paused = one.turns(rows(t, t + 1900, sun));
		expect(course(paused)[0]).toEqual([1800, "drain_back_pauses"]);
		const next = paused.find((turn) => turn.on.pump)?.t ?? 0;
		expect(next).toBeGreaterThan(1680 + 1800);
		expect(next).toBeLessThan(1680 + 1800 + 120);
	});

	/** A turn every ten seconds while the collector rises by 3 K a minute, from 60 °C up to 94 °C. */
	const rising = (from: number): readonly Row[] =>
		Array.from({ length: 69 }, (_, n) => ({ ...sun, t: from + n * 10, collector: 60 + n / 2 }));

	test.each([true, false])(
		"the sun that comes in the pause is not locked out (hot collectors are cooled: %s)",
		(cooled) => {
			const one = house({ collector_cooling: { enabled: cooled } });
			for (let t = 0; t < 1800; t += 600) {
				one.turns(rows(t, t + 100, sun));
				one.turns(rows(t + 100, t + 600, cold));
			}
			const turns = one.turns(rising(1800));
			expect(turns[0]?.because.pump.code).toBe("drain_back_pauses");
			expect(turns.at(-1)?.on.pump).toBe(true);
		},
	);

	it("a fill that gained something makes the count begin again", () => {
		const one = house({ drain_back: { enabled: true, attempts: 1 } });
		one.turns(rows(0, 900, sun));
		one.turns(rows(900, 1000, cold));
		expect(one.turns(rows(1000, 1070, sun)).map((t) => t.on.pump)).toContain(true);
	});
});

describe("what forbids charging forbids a fill", () => {
	const full = { collector: 88, tank: 76, tank_20: 76, tank_140: 76 };

	it("a full tank, however long the sun shines; it is filled when there is room again", () => {
		const one = house();
		const turns = one.turns(rows(0, 3000, full));
		expect(turns.filter((t) => t.on.pump)).toEqual([]);
		expect(turns.at(-1)?.because.pump.code).toBe("drain_back_full");
		// That there is room again is known a turn later.
		one.turn({ t: 3000, ...full, tank: 72.9 });
		const later = one.turns(rows(3010, 3050, { ...full, tank: 72.9 }));
		expect(course(later).map(([, code]) => code)).toEqual(["drain_back_fills"]);
		expect(later.map((t) => t.on.pump)).toEqual([true, true, true, true]);
	});

	it("a full tank, also where a hot collector would be cooled", () => {
		const one = house({ collector_cooling: { enabled: true } });
		const turns = one.turns([
			...rows(0, 1200, { ...full, collector: 91 }),
			...rows(1200, 2400, { ...full, collector: 94 }),
		]);
		expect(turns.some((t) => t.on.pump)).toBe(false);
		// With room in the tank the same collector is filled.
		const later = one.turns(rows(2400, 2600, { ...full, collector: 91, tank: 72.9 }));
		expect(later.at(-1)?.on.pump).toBe(true);
	});

	it("a full tank, also while it is not known yet after a start", () => {
		const one = house({ collector_cooling: { enabled: true } });
		expect(one.turns(rows(0, 60, { ...full, collector: 91 })).some((t) => t.on.pump)).toBe(false);
		// Nor after mode off, in which a full tank forbids nothing.
		one.turns([{ t: 60, intents: [{ kind: "mode", mode: "off" }] }, { t: 70 }]);
		const again = one.turns([{ t: 80, intents: [{ kind: "mode", mode: "auto" }] }, ...rows(90, 200, {})]);
		expect(again.some((t) => t.on.pump)).toBe(false);
		expect(again.at(-1)?.because.pump.code).toBe("drain_back_full");
	});

	it("a collector that is hot and gains nothing is not filled to cool it", () => {
		const one = house({ collector_cooling: { enabled: true } });
		const turns = one.turns(rows(0, 600, { ...full, collector: 91, tank: 85, tank_20: 85, tank_140: 85 }));
		expect(turns.some((t) => t.on.pump)).toBe(false);
	});

	it("a gain that is lost meanwhile has to last again", () => {
		const one = house();
		one.turns(rows(0, 100, full));
		one.turns(rows(100, 120, { ...full, collector: 80 }));
		expect(one.turn({ t: 120, ...full, tank: 70 }).because.pump.code).toBe("drain_back_holds");
	});

	it("a fill that began in another running time is over", () => {
		const one = house();
		const { memories } = one.state;
		const old = { ...(memories["drain_back"] as object), phase: "filling", from: 1e8, seen: true };
		one.state = { ...one.state, memories: { ...memories, drain_back: old } };
		expect(one.turns(rows(0, 400, cold)).filter((t) => t.on.pump)).toEqual([]);
	});
});

describe("water in a collector that drains", () => {
	test.each<[string, Row, string, boolean]>([
		["does not boil: no pump at 95 °C", { ...sun, collector: 95 }, "drain_back_hot", false],
		[
			"does not boil for a person either",
			{ ...sun, collector: 95, intents: [{ kind: "hold", output: "pump", want: FULL }] },
			"drain_back_hot",
			false,
		],
		["does not freeze: no pump below 4 °C", { ...sun, tank: -20, collector: 3.9 }, "drain_back_frozen", false],
	])("%s", (_, row, why, runs) => {
		const [turn] = house().turns(rows(0, 10, row));
		expect([turn?.because.pump.code, turn?.on.pump]).toEqual([why, runs]);
	});

	it("may be pumped again below 85 °C", () => {
		const one = house();
		const turns = one.turns([95, 85, 84.9].map((collector, n) => ({ ...sun, t: n * 10, collector })));
		expect(turns.map((t) => t.because.pump.code)).toEqual(["drain_back_hot", "drain_back_hot", "drain_back_holds"]);
	});

	it("is stopped in the middle of a fill, at once, and the collector is empty then", () => {
		const one = house();
		one.turns(rows(0, 100, sun));
		expect(one.turns(rows(100, 120, { ...sun, collector: 96 })).map((t) => t.on.pump)).toEqual([false, false]);
		expect(one.turn({ t: 130, ...sun }).because.pump.code).toBe("drain_back_holds");
	});

	it("is not filled on because a person had a frozen one filled", () => {
		const one = house();
		const frozen = { ...sun, collector: -10 };
		const hold = { kind: "hold", output: plant.outputs[0]?.id ?? outputId("pump"), want: FULL } as const;
		const held = one.turns([{ t: 0, ...frozen, intents: [hold] }, ...rows(10, 60, frozen)]);
		expect(held.at(-1)?.because.pump.code).toBe("held_on");
		const after = one.turns([{ t: 60, ...frozen, intents: [{ kind: "release", output: hold.output }] }]);
		expect(after.map((t) => [t.on.pump, t.because.pump.code])).toEqual([[false, "drain_back_frozen"]]);
	});

	it("does not heat a tank above its maximum, fill or not", () => {
		const one = house();
		one.turns(rows(0, 100, sun));
		expect(one.turn({ t: 100, tank_140: 95 }).on.pump).toBe(false);
	});
});
