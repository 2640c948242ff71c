import { describe, expect, it, test } from "@jest/globals";
import { isProblem } from "#home-assistant/entities/command.ts";
import type { Entity } from "#home-assistant/entities/entity.ts";
import { entitiesOf } from "#home-assistant/installation.ts";
import type { Snapshot } from "#model/decision/snapshot.ts";
import { asked, ownersPlant, seen } from "../fakes/owners-plant.ts";
import { componentOf } from "./payloads.ts";

describe("commands", () => {
	const entities = entitiesOf(ownersPlant, "en").filter((e) => e.command !== undefined);
	const calm = seen({});
	const GARBAGE = [
		..."nan|NaN|inf|Infinity|1e3| 8|8 |8\n|+8|0x8|8,5|8.|.5|--8|1_000|٨|on|Off|On|True|true|{}|[]|null|None|1e999|-1e999|[8]|\u00a08".split(
			"|",
		),
		...["", " ", "ON ", " ON", "ON\0", "OFF\n", "press", "PRESS ", "AUTO", "auto ", "test", "8".repeat(300)],
	];

	// #refuses-garbage-path-value
	test.each(entities.map((e) => [e.key, e] as const))("%s refuses garbage with path, value and remedy", (_, entity) => {
		const component = componentOf(entity);
		// A choice has words of its own, and a sensor may be called `nan`.
		const taken: readonly string[] = component.platform === "select" ? component.options : [];
		for (const payload of GARBAGE.filter((one) => !taken.includes(one) && !namesSensor(entity, one))) {
			const answer = entity.command?.(payload, calm);
			expect([payload, answer]).toEqual([
				payload,
				{
					path: expect.stringMatching(/^[a-z_.]+$/),
					value: expect.stringMatching(/^.{1,80}$/),
					remedy: { code: expect.stringMatching(/^send_/), facts: expect.any(Object) },
				},
			]);
		}
	});

	test.each(entities.map((e) => [e.key, e] as const))(
		"%s takes what Home Assistant sends, and so does the core",
		(_, entity) => {
			for (const payload of sentTo(entity, calm)) {
				const intent = entity.command?.(payload, calm);
				if (intent === undefined || isProblem(intent)) throw new Error(`${payload}: ${JSON.stringify(intent)}`);
				// Functions that exclude each other are told apart by the core.
				const all = [intent].flat().flatMap((one) => asked(one).answers);
				const answers = all.filter((answer) => answer?.remedy.code !== "excluded_by");
				expect([payload, answers.filter((answer) => answer !== undefined)]).toEqual([payload, []]);
			}
		},
	);

	it("outside a number's range are plain numbers, and refused by the core", () => {
		const numbers = entities.map((e) => [e, componentOf(e)] as const);
		for (const [entity, component] of numbers) {
			if (component.platform !== "number") continue;
			const { min, max } = component;
			for (const value of [min - 0.5, max + 0.5, -1, 999999999].filter((n) => n < min || n > max)) {
				const intent = entity.command?.(String(value), calm);
				if (intent === undefined || !("kind" in intent)) throw new Error(`${value}: ${JSON.stringify(intent)}`);
				expect([entity.key, asked(intent).answers]).toEqual([
					entity.key,
					[expect.objectContaining({ remedy: expect.any(Object) })],
				]);
			}
		}
	});
});

const namesSensor = ({ key }: Entity, text: string): boolean => key.endsWith("_sensor") && /^[a-z]+$/.test(text);

function sentTo(entity: Entity, snapshot: Snapshot): readonly string[] {
	// Without a set clock no date is taken.
	if (entity.platform === "date") return [];
	if (entity.platform === "time") return ["06:30:00", "06:30"];
	const component = componentOf(entity);
	switch (component.platform) {
		case "button":
			return ["PRESS"];
		case "switch":
			return ["ON", "OFF"];
		case "select":
			return component.options;
		case "water_heater":
			return component.modes;
		case "valve":
			return ["OPEN", "CLOSE"];
		case "text":
			return [String(entity.state?.(snapshot))];
		default:
			return [String(entity.state?.(snapshot)), `${entity.state?.(snapshot)}.0`];
	}
}
