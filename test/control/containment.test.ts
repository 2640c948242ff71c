import { describe, expect, it } from "@jest/globals";
import * as z from "zod";
import { rule } from "#control/rule.ts";
import * as registry from "#rules/index.ts";
import { Play } from "../fakes/plant.ts";

const broken = (counts?: true) =>
	rule({
		id: "broken",
		per: "plant",
		needs: {},
		options: z.object({}),
		memory: z.object({ count: z.number().default(7) }),
		...(counts && { counts }),
		propose() {
			throw new RangeError("a bug");
		},
	});

describe("law 12: containment", () => {
	it("a bug in a counter is reported once, affects only that counter, and control goes on", () => {
		const plays = new Play({ rules: [broken(true), ...Object.values(registry)] });
		const turns = plays.turns([{ collector: 70, tank: 50 }, {}, {}]);
		expect(turns.map((t) => t.on.pump)).toEqual([true, true, true]);
		expect(turns.map((t) => t.decision.notices)).toEqual([
			[{ level: "error", code: "counter_bug", facts: { rule: "broken", error: "RangeError: a bug" } }],
			[],
			[],
		]);
		expect(plays.state.memories["broken"]).toEqual({ count: 7 });
	});

	it("a bug in a rule that controls is not hidden: it ends the turn", () => {
		const plays = new Play({ rules: [broken(), ...Object.values(registry)] });
		expect(() => plays.turn({ collector: 70, tank: 50 })).toThrow("a bug");
	});
});
