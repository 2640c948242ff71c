import { describe, expect, it, test } from "@jest/globals";
import type { AnyRule } from "#control/rule.ts";
import { remedyOf } from "#model/sentences/refusal.ts";
import * as registry from "#rules/index.ts";

type Fields = Readonly<Record<string, number>>;

/** Fields that limit each other: just accepted, just refused, where that is told, and with which facts. */
const PAIRS: readonly (readonly [AnyRule, Fields, Fields, string, object])[] = [
	...[registry.solarCharging, registry.boilerCharging, registry.returnPreheating, registry.storeExchange].map(
		(rule) =>
			[
				rule,
				{ start_at: 6, stop_at: 5 },
				{ start_at: 6, stop_at: 5.5 },
				"stop_at",
				{ other: "start_at", by: 1 },
			] as const,
	),
	[
		registry.flowControl,
		{ slow_at: 9, full_at: 10 },
		{ slow_at: 9.5, full_at: 10 },
		"slow_at",
		{ other: "full_at", by: 1 },
	],
	[
		registry.systemCooling,
		{ start_at: 6, stop_at: 5.5 },
		{ start_at: 6, stop_at: 6 },
		"stop_at",
		{ other: "start_at", by: 0.5 },
	],
	[
		registry.boilerCharging,
		{ minimum: 60, cool_at: 60.5 },
		{ minimum: 60, cool_at: 60 },
		"cool_at",
		{ other: "minimum" },
	],
	[
		registry.circulation,
		{ warm_below: 44.5, warm_until: 45 },
		{ warm_below: 45, warm_until: 45 },
		"warm_below",
		{ other: "warm_until" },
	],
	...[registry.collectorCooling, registry.heatDump].map(
		(rule) =>
			[
				rule,
				{ release_below: 99.5, start_at: 100 },
				{ release_below: 100, start_at: 100 },
				"release_below",
				{ other: "start_at" },
			] as const,
	),
	[
		registry.nightCoolingForecast,
		{ cool_to: 69.5, tank_above: 70 },
		{ cool_to: 70, tank_above: 70 },
		"cool_to",
		{ other: "tank_above" },
	],
	[
		registry.boilStop,
		{ release_below: 149.5, stop_at: 150 },
		{ release_below: 150, stop_at: 150 },
		"release_below",
		{ other: "stop_at" },
	],
	[
		registry.frostGuard,
		{ start_at: 4, stop_above: 4.5 },
		{ start_at: 4, stop_above: 4 },
		"stop_above",
		{ other: "start_at" },
	],
	[registry.tankLimit, { target: 75, maximum: 75.5 }, { target: 75, maximum: 75 }, "maximum", { other: "target" }],
	[
		registry.heaterControl,
		{ comfort: 50, surplus_target: 50.5 },
		{ comfort: 50, surplus_target: 50 },
		"surplus_target",
		{ other: "comfort" },
	],
	[
		registry.heaterControl,
		{ surplus_target: 70, cut_out: 70.5 },
		{ surplus_target: 70, cut_out: 70 },
		"cut_out",
		{ other: "surplus_target" },
	],
];

describe("fields that limit each other", () => {
	test.each(PAIRS.map((pair) => [pair[0].id, pair[3], pair] as const))(
		"%s: %s",
		(_, __, [rule, fine, refused, path, facts]) => {
			expect(rule.options.safeParse(fine).success).toBe(true);
			const { error } = rule.options.safeParse(refused);
			expect(error?.issues.map((issue) => [issue.path, remedyOf(issue, undefined)])).toEqual([
				[[path], expect.objectContaining({ facts })],
			]);
		},
	);

	it("are all of those that a rule refuses together", () => {
		const refining = Object.values<AnyRule>(registry).filter(({ options }) => (options.def.checks ?? []).length > 0);
		expect([...new Set(PAIRS.map(([{ id }]) => id))].sort()).toEqual(refining.map(({ id }) => id).sort());
	});
});
