import { describe, expect, it, test } from "@jest/globals";
import * as z from "zod";
import { bind } from "#control/bind.ts";
import { remembered } from "#control/memory/memories.ts";
import { MARKS, marksOf } from "#control/memory/places.ts";
import { rule, silent } from "#control/rule.ts";
import { count } from "#energy/counting/count.ts";
import { outputRuns } from "#energy/output-runs.ts";
import { outputId } from "#model/plant/plant.ts";
import { percent } from "#model/quantities/units.ts";
import * as registry from "#rules/index.ts";
import { fakePlant, Play } from "../fakes/plant.ts";

const rules = [...Object.values(registry), outputRuns];
const saved = (memories: unknown) => JSON.parse(JSON.stringify(memories));

/** A counter and a plain rule that remember the same, and need what may be missing. */
const counting = (wired: boolean) =>
	[true, false].map((counts) =>
		rule({
			id: counts ? "sun" : "plain",
			per: "plant",
			needs: { part: (): true | undefined => (wired ? true : undefined) },
			options: z.object({}),
			...(counts && { counts }),
			memory: z.object({ heat: count.prefault({}) }),
			propose: (_, __, before) => silent(before),
		}),
	);

describe("memories", () => {
	it("survive being saved and read again, with every latch and hold in them", () => {
		const plays = new Play({ rules });
		const hold = { kind: "hold", output: outputId("heater"), want: percent(100) } as const;
		plays.turn({ collector: 120, tank: 80, tank_140: 96, intents: [hold] });
		const { state } = plays.turn({ collector: 160 });
		expect(state.memories).toMatchObject({
			boil_stop: { boiling: true },
			tank_limit: { full: true, too_hot: true },
			manual: { holds: [{ output: "heater" }] },
		});
		expect(remembered(bind(fakePlant(), rules), saved(state.memories))).toEqual(state.memories);
	});

	it("make a restarted controller act like one that never stopped", () => {
		const rows = [{ collector: 160, tank: 60 }, { collector: 145 }];
		const before = new Play({ rules });
		before.turn(rows[0]);
		const after = new Play({
			rules,
			state: { ...before.state, memories: remembered(bind(fakePlant(), rules), saved(before.state.memories)) },
		});
		expect(after.turn({ ...rows[1], tank: 60 })).toMatchObject({ on: { pump: false }, activity: "boil_stop" });
	});

	it("that are partly garbage keep their valid fields: no latch is lost to a broken field beside it", () => {
		const read = remembered(bind(fakePlant(), rules), {
			tank_limit: { full: "x", too_hot: true, reached: ["tank", 5] },
		});
		expect(read["tank_limit"]).toEqual({ full: false, too_hot: true });
	});

	it.each(rules.map((r) => [r.id, r] as const))("of %s begin with their own defaults", (id, rule) => {
		expect(remembered(bind(fakePlant(), [rule]), {})).toEqual({ [id]: rule.memory.parse({}) });
	});

	test.each([null, 5, "text", [], { boiling: "yes" }, { boiling: 1 }, { boiling: null }])(
		"that are garbage (%j) begin anew, and spoil no other",
		(garbage) => {
			const read = remembered(bind(fakePlant(), rules), { boil_stop: garbage, solar_charging: { running: true } });
			expect(read["boil_stop"]).toEqual({ boiling: false });
			expect(read["solar_charging"]).toEqual({ running: true });
		},
	);

	it("of a removed rule are dropped", () => {
		const read = remembered(bind(fakePlant(), rules), { old_rule: {} });
		expect(Object.keys(read).sort()).toEqual(rules.map((r) => r.id).sort());
	});

	it("of a counter stay while its part is not there, so that it goes on with them; those of another rule begin anew", () => {
		const memory = { heat: { total: 500, told: 500 } };
		const first = { sun: memory, plain: memory };
		const [there, gone] = [true, false].map((wired) => bind(fakePlant(), counting(wired)));
		if (there === undefined || gone === undefined) throw new TypeError("no plant");
		const without = saved({ ...remembered(gone, first), [MARKS]: marksOf(gone) });
		expect(without).toMatchObject({ sun: memory, plain: { heat: { total: 0 } } });
		expect(remembered(there, without)).toMatchObject({ sun: memory, plain: { heat: { total: 0 } } });
	});

	it("stay the same object while nothing changes, so that nothing is saved", () => {
		const plays = new Play({ rules: Object.values(registry) });
		plays.turn({ collector: 40, tank: 50, tank_140: 50 });
		const { memories } = plays.state;
		expect(plays.turn({ collector: 41 }).state.memories).toBe(memories);
	});
});
