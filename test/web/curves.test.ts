import { afterEach, describe, expect, it } from "@jest/globals";
import type { DayView } from "#web/day-view.ts";
import { ask } from "./ask.ts";
import { onStage, type Stage } from "./stage.ts";

const DAY: DayView = {
	now: 1000,
	lines: [
		{
			name: "Collector",
			kind: "collector",
			points: [
				[0, -12],
				[300, null],
				[600, 138.2],
				[990, 46.4],
			],
		},
		{
			name: "Tank <top>",
			kind: "top",
			points: [
				[0, 50],
				[990, null],
			],
		},
	],
	bands: [
		{
			name: "Pump",
			kind: "pump",
			runs: [
				[522, 680],
				[692, 1000],
			],
		},
		{ name: "Heater", kind: "heater", runs: [] },
	],
};

let stage: Stage | undefined;
afterEach(async () => {
	await stage?.close();
	stage = undefined;
});
const shown = async (day: DayView | undefined) => {
	stage = await onStage({ day: () => day });
	return /<section id="curves".*?<\/section>/s.exec((await ask(stage.url)).text)?.[0] ?? "";
};

describe("today's curves", () => {
	it("have a gap where nothing was measured, and a scale that holds every value", async () => {
		const html = await shown(DAY);
		const [, collector = ""] = /class="curve collector" d="(M[^"]*)"/.exec(html) ?? [];
		expect(collector.match(/M/g)).toHaveLength(2);
		for (const [, y] of collector.matchAll(/ ([\d.]+)/g)) {
			expect(Number(y)).toBeGreaterThanOrEqual(12);
			expect(Number(y)).toBeLessThanOrEqual(280);
		}
		expect(html).toMatch(/>-20<.*>0<.*>140</s);
	});

	it("have a band for each time that a pump ran, and the names of all", async () => {
		const html = await shown(DAY);
		expect(html.match(/class="band pump"/g)).toHaveLength(4);
		expect(html).not.toContain('class="band heater"');
		expect(html).toContain(">Heater</text>");
		expect(html).toContain("Tank &#60;top&#62;");
	});

	it("say their ranges to those who do not see them, and to all the value of the last minutes, if there is one", async () => {
		const html = await shown(DAY);
		expect(html).toContain("Collector: −12.0 – 138.2\u00a0°C.");
		expect(html).toMatch(/Collector <strong>46.4\u00a0°C<\/strong>/);
		expect(html).toMatch(/Tank &#60;top&#62; <strong>no value<\/strong>/);
	});

	it("are not there before there is a history", async () => {
		expect(await shown(undefined)).toBe('<section id="curves" class="part"></section>');
		await stage?.close();
		expect(await shown({ ...DAY, lines: [{ name: "Collector", kind: "collector", points: [] }] })).not.toContain(
			"<svg",
		);
	});
});
