import { describe, expect, it, test } from "@jest/globals";
import type { Intent } from "#model/decision/intent.ts";
import { energised } from "#model/plant/output.ts";
import { outputId } from "#model/plant/plant.ts";
import { FULL, OFF } from "#model/quantities/units.ts";
import { type Row, type Told, ToldHouse } from "../fakes/told-house.ts";
import type { Act, Course, Span } from "./course.ts";
import { COURSES } from "./index.ts";

/** The options of the house with those that the course is about. */
function optionsOf({ house, with: chosen = {} }: Course): Readonly<Record<string, unknown>> {
	const options: Record<string, unknown> = { ...house };
	for (const [path, value] of Object.entries(chosen)) {
		const [rule = "", field] = path.split(".");
		options[rule] = field === undefined ? value : { ...(options[rule] as object | undefined), [field]: value };
	}
	return options;
}

function intentsOf(act: Act | undefined): readonly Intent[] {
	if (act === undefined || "restart" in act || "clock" in act) return [];
	if ("mode" in act) return [{ kind: "mode", mode: act.mode }];
	if ("hold" in act) return [{ kind: "hold", output: outputId(act.hold[0]), want: act.hold[1] === "on" ? FULL : OFF }];
	const [rule = "", field = ""] = act.set[0].split(".");
	return [{ kind: "setting", rule, field, value: act.set[1] }];
}

const wallAt = (clock: string) => {
	const [hour = 0, minute = 0] = clock.split(":").map(Number);
	return { date: "2026-06-15", minute_of_day: hour * 60 + minute, weekday: 1, trusted: true };
};

const stateOf = (row: Row, id: string) => ((row.runs[id] ?? (row.want[id] ?? Number.NaN) > 0) ? "on" : "off");
const reasonOf = (row: Row, id: string) => row.why[id] ?? row.because[id];
const seen = (row: Row, is: Span["is"]) => Object.fromEntries(Object.keys(is).map((id) => [id, stateOf(row, id)]));

function playSpan(house: ToldHouse, told: Told, { minutes, act, is, throughout, why, coil, found }: Span): void {
	if (act !== undefined && "restart" in act) house.restart();
	if (act !== undefined && "clock" in act) house.jump(act.clock);
	const first = house.turn(told, intentsOf(act));
	if (act !== undefined && "set" in act)
		expect(first.decision.answers.map((answer) => answer !== undefined)).toEqual([act.refused === true]);
	const rows = [first, ...house.during(minutes - house.step, told)];
	const last = rows.at(-1) ?? first;
	const [id = ""] = Object.keys(is);
	expect([seen(last, is), reasonOf(last, id)]).toEqual([is, why]);
	if (throughout) for (const row of rows) expect(seen(row, is)).toEqual(is);
	if (found !== undefined) expect([...last.found, ...house.lost]).toContain(found);
	if (coil === undefined) return;
	const output = house.plant.outputs.find((one) => one.id === coil[0]);
	expect(output && energised(output, last.want[coil[0]] === 0 ? OFF : FULL)).toBe(coil[1] === "energised");
}

describe.each(COURSES.map((chapter) => [chapter.title, chapter] as const))("%s", (_, { courses }) => {
	test.each(courses.map((one) => [one.says, one] as const))("%s", (_says, course) => {
		const { clock, every = 10, running } = course;
		const wall = clock === undefined ? {} : { wall: wallAt(clock) };
		const house = new ToldHouse(optionsOf(course), { every, ...wall });
		if (running !== undefined) house.running(running);
		let told: Told = {};
		for (const one of course.spans) {
			// A sensor that is silent says nothing until it is named again.
			told = { ...told, ...one.told };
			playSpan(house, told, one);
		}
	});
});

it("each course has a name of its own, and an end that is not its beginning or lasts", () => {
	const all = COURSES.flatMap(({ title, courses }) => courses.map(({ says }) => `${title}: ${says}`));
	expect(new Set(all).size).toBe(all.length);
	expect(all.length).toBeGreaterThanOrEqual(60);
});
