import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Page } from "playwright-core";
import type { Plant } from "#model/plant/plant.ts";
import { percent } from "#model/quantities/units.ts";
import type { Language } from "#texts/say.ts";
import { type Scene, turns } from "../fakes/owners-plant.ts";
import { widePlant } from "../fakes/wide-plant.ts";
import { onStage, type Stage } from "../web/stage.ts";
import { picture, seriousIn, Visitor } from "./visitor.ts";

/** Width and height, and the least that a text may have there, in pixels. */
const SIZES = {
	phone: [390, 844, 11.5],
	upright: [768, 1024, 11.5],
	tablet: [1024, 600, 12],
	desk: [1280, 800, 12],
	wall: [1920, 1080, 12],
} as const;
const RUNNING: Readonly<Record<string, number>> = { east_pump: 60, west_pump: 100, buffer_heater: 100 };
const CHARGING: Scene = {
	read: ({ id }) => (id.endsWith("collector") ? 104.5 : id.endsWith("_20") ? 31 : id.endsWith("_60") ? 45 : 62),
	effect: ({ id }) => ({ actual: percent(RUNNING[id] ?? 0) }),
};
/** As long as people write them. */
const NAMES: Readonly<Record<string, string>> = {
	east: "Solarthermie Ostdach (Carport)",
	west: "WWWWWWWWWWWWWWWWWWWWWWWW",
	buffer: "Pufferspeicher Heizungskeller",
	hot_water: "WWWWWWWWWWWWWWWWWWWWWWWW",
	east_pump: "Umwälzpumpe Ostdach",
	buffer_heater: "Elektroheizstab",
};
const named = (plant: Plant): Plant => ({
	...plant,
	outputs: plant.outputs.map((one) => ({ ...one, ...(NAMES[one.id] && { name: NAMES[one.id] }) })),
	parts: plant.parts.map((one) => ({ ...one, ...(NAMES[one.id] && { name: NAMES[one.id] }) })),
});

/** What a drawing in a browser tells of its scale; this project knows no types of a browser. */
type Scaled = { getScreenCTM(): { readonly a: number } | null } | null;

/** Texts of the drawing that lie over one another, leave it, or are too small, each with what is wrong. */
const wrongIn = (page: Page, least: number) =>
	page.locator("#now .plant").evaluate((plant, least) => {
		const seen = [...plant.querySelectorAll("text, dt, dd")]
			.map((one) => ({ one, box: one.getBoundingClientRect(), text: one.textContent ?? "" }))
			.filter(({ box }) => box.width > 0);
		const wrong = seen.length === 0 ? ["nothing is drawn"] : [];
		for (const { one, box, text } of seen) {
			const svg = "ownerSVGElement" in one ? (one.ownerSVGElement as Scaled) : null;
			const scale = svg?.getScreenCTM()?.a ?? 1;
			const size = Number.parseFloat(one.ownerDocument.defaultView?.getComputedStyle(one).fontSize ?? "0") * scale;
			if (size < least) wrong.push(`${text} has ${size.toFixed(1)} px`);
			const frame = plant.getBoundingClientRect();
			if (box.left < frame.left - 2 || box.right > frame.right + 2 || box.top < frame.top - 2)
				wrong.push(`${text} is cut off`);
			if (box.bottom > frame.bottom + 2) wrong.push(`${text} is cut off below`);
		}
		for (const [n, a] of seen.entries())
			for (const b of seen.slice(n + 1)) {
				const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
				const high = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
				// A line of text is higher than its letters.
				if (wide > 1 && high > Math.min(a.box.height, b.box.height) / 4) wrong.push(`${a.text} / ${b.text}`);
			}
		return wrong;
	}, least);

describe("the drawn plant", () => {
	let visitor: Visitor;
	let stage: Stage | undefined;
	beforeAll(async () => {
		visitor = await Visitor.start();
	});
	afterAll(() => visitor?.close());

	const plants = [1, 2, 3, 4].flatMap((fields) => [1, 2, 3, 4].map((tanks) => [fields, tanks] as const));
	const measured = async (plant: Plant, language: Language, name: string) => {
		const snapshot = turns([CHARGING, CHARGING, CHARGING], plant).at(-1);
		if (snapshot === undefined) throw new Error("there is a last turn");
		stage = await onStage({ snapshot, language });
		const { page, wrong } = await visitor.looks(stage.url, { calm: true });
		const all: string[] = [];
		for (const [size, [width, height, least]] of Object.entries(SIZES)) {
			await page.setViewportSize({ width, height });
			all.push(...(await wrongIn(page, least)).map((one) => `${size}: ${one}`));
			const wider = await page.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth);
			if (wider > 0) all.push(`${size}: ${wider} px too wide`);
			await picture(page, `drawn-${name}-${size}`);
		}
		all.push(...(await seriousIn(page)), ...wrong);
		await page.context().close();
		await stage.close();
		return all;
	};

	it.each(plants)(
		"of %d fields and %d tanks can be read on every screen: nothing overlaps or is small",
		async (...of) => {
			expect(await measured(widePlant(...of), "en", of.join("-"))).toEqual([]);
		},
	);

	it.each([
		[1, 1],
		[2, 2],
		[4, 4],
	])("of %d fields and %d tanks can be read with long names", async (...of) => {
		expect(await measured(named(widePlant(...of)), "de", `${of.join("-")}-long`)).toEqual([]);
	});
});
