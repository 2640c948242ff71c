import { afterEach, describe, expect, it } from "@jest/globals";
import type { DayView } from "#web/day-view.ts";
import { ask } from "./ask.ts";
import { onStage, type Stage } from "./stage.ts";

const DAY: DayView = {
	now: 1000,
	length: 1440,
	clock: (minute) => new Date(minute * 60_000).toISOString().slice(11, 16),
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

	it("can be read point by point, with a value of each line, and say the newest without a script", async () => {
		const html = await shown(DAY);
		const text = (name: string) =>
			(new RegExp(`${name}="([^"]*)"`).exec(html)?.[1] ?? "").replaceAll("&#34;", '"').replaceAll("&#60;", "<");
		expect(html.match(/role="slider"/g)).toHaveLength(1);
		expect(JSON.parse(text("data-read"))).toEqual([
			[0, "00:00", "−12.0", "50.0"],
			[0.2083, "05:00", null, null],
			[0.4167, "10:00", "138.2", null],
			[0.6875, "16:30", "46.4", null],
		]);
		expect(text("aria-valuetext")).toMatch(/^16:30: Collector 46.4\u00a0°C, Tank <top&#62; no value$/);
	});

	it("name the hours that there are when the clocks change", async () => {
		const named = async (hours: (minute: number) => number, length: number) => {
			const clock = (minute: number) =>
				`${String(hours(minute)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
			const html = await shown({ ...DAY, clock, length });
			const wide = html.slice(0, html.indexOf("day small"));
			const names = [...wide.matchAll(/class="mid" x="([\d.]+)"[^>]*>(\d\d)</g)];
			await stage?.close();
			return names.map(([, x, name]) => [Math.round(((Number(x) - 38) / 1110) * (length / 60) * 10) / 10, name]);
		};
		const autumn = await named((minute) => Math.floor((minute < 180 ? minute : minute - 60) / 60), 1500);
		expect(autumn.slice(0, 3)).toEqual([
			[0, "00"],
			[4, "03"],
			[7, "06"],
		]);
		expect(autumn.at(-1)).toEqual([25, "24"]);
		const spring = await named((minute) => Math.floor((minute < 120 ? minute : minute + 60) / 60), 1380);
		expect(spring.slice(0, 3)).toEqual([
			[0, "00"],
			[2, "03"],
			[5, "06"],
		]);
	});

	it("are not there before there is a history", async () => {
		expect(await shown(undefined)).toBe('<section id="curves" class="part"></section>');
		await stage?.close();
		expect(await shown({ ...DAY, lines: [{ name: "Collector", kind: "collector", points: [] }] })).not.toContain(
			"<svg",
		);
	});
});
