import { describe, expect, it } from "@jest/globals";
import type { Heat } from "#web/parts/wall/heats.ts";
import { hours } from "#web/parts/wall/hours.ts";
import { now } from "#web/parts/wall/now.ts";
import { renderContext } from "#web/render-context.ts";
import { viewOf } from "#web/view.ts";
import { meteredPlant, withHeatToday } from "../fakes/heat-today.ts";
import { ownersPlant, turns } from "../fakes/owners-plant.ts";
import { SUNNY } from "./stage.ts";

const context = (language: "en" | "sv" | "de" = "en") =>
	renderContext(
		language,
		(text) => text,
		() => new Date(0),
	);
const sun = (kwh: number | undefined, its?: readonly number[]): Heat => ({
	...{ id: "sun", kind: "sun", name: "Sun" },
	...(kwh !== undefined && { kwh }),
	...(its && { hours: its }),
});
const NINE = [0, 0, 0, 0, 0, 0, 0, 0, 0.3, 1.2];
const plain = (html: string | undefined) => html?.replaceAll("\u00a0", " ") ?? "";
const text = (...all: readonly Heat[]) => plain(hours(context(), all)?.text);
const bars = (svg: string) => svg.match(/<rect/g)?.length ?? 0;

describe("today by the hour", () => {
	it("has a bar for each hour with heat, and the same as text", () => {
		const svg = text(sun(1.5, NINE));
		expect(bars(svg)).toBe(2);
		expect(svg).toContain('aria-label="Today by the hour: 08 to 09: 0.3 kWh; 09 to 10: 1.2 kWh."');
	});

	it("says so in each language", () => {
		expect(plain(hours(context("sv"), [sun(1.5, NINE)])?.text)).toContain("08 till 09: 0,3 kWh");
		expect(plain(hours(context("de"), [sun(1.5, NINE)])?.text)).toContain("08 bis 09 Uhr: 0,3 kWh");
	});

	it("says what came at a time that is not known, as after an update at noon", () => {
		expect(text(sun(2.2, NINE))).toContain("0.7 kWh at a time that is not known");
	});

	it("is an empty day before the first heat, and nothing where nothing is told", () => {
		expect(text(sun(0))).toContain("No heat has been counted today yet.");
		expect(bars(text(sun(0)))).toBe(0);
		expect(hours(context(), [sun(undefined)])).toBeUndefined();
		expect(hours(context(), [])).toBeUndefined();
	});

	it("stands sources on one another, within the picture, and leaves out one that is not known", () => {
		const heater: Heat = { id: "heater", kind: "heater", name: "Heater", kwh: 3, hours: [0, 0, 0, 0, 0, 0, 0, 0, 3] };
		const svg = text(sun(1.5, NINE), heater, { ...sun(undefined, [5]), id: "stove", kind: "fire" });
		const tops = [...svg.matchAll(/y="([\d.]+)" width="8" height="([\d.]+)"/g)].map(([, y, high]) => [
			Number(y),
			Number(y) + Number(high),
		]);
		expect(tops).toHaveLength(3);
		expect(Math.min(...tops.map(([top = 0]) => top))).toBeGreaterThanOrEqual(0);
		expect(Math.max(...tops.map(([, bottom = 99]) => bottom))).toBeLessThanOrEqual(48);
	});

	it("draws a trace of heat as a trace", () => {
		const [, height] = /height="([\d.]+)" rx/.exec(text(sun(0.02, [0.02]))) ?? [];
		expect(Number(height)).toBeLessThan(4);
	});

	it("is on the first view, of the sun and the heater", () => {
		const snapshot = turns([SUNNY, SUNNY], meteredPlant(ownersPlant)).at(-1);
		if (snapshot === undefined) throw new Error("no turn");
		const about = { version: "1", problems: [], invalid: false, alive: true };
		const shown = plain(now(context(), viewOf(withHeatToday(snapshot), about, "en")).text);
		expect(shown).toContain("05 to 06: 0.5 kWh");
		expect(shown).toContain("12 to 13: 1.3 kWh");
	});
});
