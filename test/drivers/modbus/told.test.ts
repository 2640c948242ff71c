import { describe, expect, it, test } from "@jest/globals";
import { Told } from "#drivers/modbus/board/told.ts";
import type { Driven } from "#drivers/modbus/channels/outputs.ts";
import { percent } from "#model/quantities/units.ts";

const rod: Driven = {
	channel: "rod",
	unit: 1,
	point: { kind: "level", register: 1000, code: 16, full: 3000, feedback: "power" },
};

/** The levels that it was told, each with the second, and what its power counts as in another second. */
function counted(told: readonly (readonly [level: number, at: number])[], flows: number, at: number) {
	let now = 0;
	const all = new Told(() => now * 1000);
	for (const [level, then] of told) {
		now = then;
		all.tell("rod", percent(level));
	}
	now = at;
	const [wanted = 0] = told.at(-1) ?? [];
	return all.counted(rod, percent(flows), percent(wanted));
}

describe("power that is read back", () => {
	test.each([
		["less than was asked for is right: it limits itself", [[100, 0]], 23, 60, { drive: 100, awaited: false }],
		["a little more is its own control", [[50, 0]], 60, 60, { drive: 50, awaited: false }],
		["more is wrong", [[50, 0]], 61, 60, { drive: 61, awaited: false }],
		[
			"still flows just after the stop",
			[
				[100, 0],
				[0, 60],
			],
			100,
			61,
			{ drive: 100, awaited: true },
		],
		[
			"even a little is not off",
			[
				[100, 0],
				[0, 60],
			],
			1,
			61,
			{ drive: 1, awaited: true },
		],
		[
			"flows too long after the stop",
			[
				[100, 0],
				[0, 60],
			],
			100,
			70,
			{ drive: 100, awaited: false },
		],
		[
			"is off when nothing flows",
			[
				[100, 0],
				[0, 60],
			],
			0,
			60,
			{ drive: 0, awaited: false },
		],
		[
			"more than was ever told is never awaited",
			[
				[30, 0],
				[0, 60],
			],
			100,
			61,
			{ drive: 100, awaited: false },
		],
		[
			"falls late after a lower level",
			[
				[100, 0],
				[50, 60],
			],
			100,
			61,
			{ drive: 100, awaited: true },
		],
	] as const)("%s", (_, told, flows, at, expected) => {
		expect(counted(told, flows, at)).toEqual(expected);
	});

	// #levels-do-not-restart-the-wait
	it("is not awaited for longer because the level changes in every turn", () => {
		const told = [[100, 0], ...Array.from({ length: 12 }, (_, nth) => [50 - nth, 5 * (nth + 1)])] as [number, number][];
		expect(counted(told.slice(0, 3), 100, 14)).toEqual({ drive: 100, awaited: true });
		expect(counted(told, 100, 61)).toEqual({ drive: 100, awaited: false });
	});
});
