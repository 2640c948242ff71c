import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Page } from "playwright-core";
import type { DayView } from "#web/day-view.ts";
import { eventually } from "../ha/eventually.ts";
import { onStage, type Stage } from "../web/stage.ts";
import { type Look, seriousIn, Visitor } from "./visitor.ts";

/** A day until a minute, a point for every five of them. */
const until = (now: number): DayView => {
	const minutes = Array.from({ length: Math.floor(now / 5) }, (_, n) => n * 5 + 2.5);
	return {
		now,
		length: 1440,
		clock: (minute) => new Date(minute * 60_000).toISOString().slice(11, 16),
		lines: [
			{ name: "Collector", kind: "collector", points: minutes.map((at) => [at, at / 20]) },
			{ name: "Tank <top>", kind: "top", points: minutes.map((at) => [at, at === 602.5 ? null : 55]) },
		],
		bands: [{ name: "Pump", kind: "pump", runs: [[520, 700]] }],
	};
};

describe("today's curves", () => {
	let visitor: Visitor;
	let stage: Stage;
	let day: DayView;
	beforeAll(async () => {
		visitor = await Visitor.start();
		stage = await onStage({ day: () => day });
	});
	afterAll(async () => {
		await visitor?.close();
		await stage?.close();
	});
	const at = async (now: number, look: Look = {}) => {
		day = until(now);
		stage.page.changed();
		const { page, wrong } = await visitor.looks(`${stage.url}#view-today`, look);
		const slider = page.getByRole("slider");
		const read = () => slider.getAttribute("aria-valuetext");
		const seen = () => page.locator(".reading:visible").textContent();
		const cursor = async () =>
			Number(/^M([-\d.]+)/.exec((await page.locator(".reads svg:visible .cursor").getAttribute("d")) ?? "")?.[1]);
		/** To minutes of the day. */
		const cursorAt = async (width: number) => Math.round((((await cursor()) - 38) / (width - 50)) * 1440);
		return { page, slider, read, seen, cursorAt, wrong };
	};
	const pointAt = async (page: Page, width: number, minute: number) => {
		const box = await page.locator(".reads svg:visible").boundingBox();
		const share = (38 + (minute / 1440) * (width - 50)) / width;
		return { x: (box?.x ?? 0) + share * (box?.width ?? 0), y: (box?.y ?? 0) + 60 };
	};

	it("are read by arrow keys, point by point, as a slider", async () => {
		const { page, slider, read, seen, wrong } = await at(900);
		expect(await read()).toBe("14:57: Collector 44.9\u00a0°C, Tank <top> 55.0\u00a0°C");
		await slider.focus();
		await page.keyboard.press("ArrowLeft");
		expect(await read()).toMatch(/^14:52: /);
		await page.keyboard.press("PageUp");
		expect(await read()).toMatch(/^14:57: /);
		await page.keyboard.press("Home");
		expect(await read()).toBe("00:02: Collector 0.1\u00a0°C, Tank <top> 55.0\u00a0°C");
		expect(await seen()).toBe(await read());
		expect(await seriousIn(page)).toEqual([]);
		expect(wrong).toEqual([]);
		await page.context().close();
	});

	it.each([
		["a desk", 1160, { width: 1280 }],
		["a phone", 360, { width: 390, height: 844 }],
	])("are read by pointing and by touching: %s", async (_, width, look) => {
		const { page, read, seen, cursorAt } = await at(900, look);
		const { x, y } = await pointAt(page, width, 602.5);
		await page.mouse.move(x, y);
		expect(await read()).toBe("10:02: Collector 30.1\u00a0°C, Tank <top> no value");
		expect(await seen()).toBe(await read());
		expect(Math.abs((await cursorAt(width)) - 602.5)).toBeLessThanOrEqual(1);
		const there = await pointAt(page, width, 300);
		await page.locator(".reads").dispatchEvent("pointerdown", {
			...{ clientX: there.x, clientY: there.y, pointerType: "touch" },
		});
		expect(await read()).toMatch(/^0[45]:[05][27]: /);
		await page.context().close();
	});

	it("keep what is read while the page goes on, and show the newest again a minute later", async () => {
		const { page, slider, read, cursorAt } = await at(900);
		await page.clock.install();
		await page.reload();
		const { x, y } = await pointAt(page, 1160, 602.5);
		await page.mouse.move(x, y);
		expect(await read()).toMatch(/^10:02: /);
		day = until(930);
		stage.page.changed();
		await eventually(async () => expect(await slider.getAttribute("aria-valuemax")).toBe("185"));
		expect(await read()).toMatch(/^10:02: /);
		expect(Math.abs((await cursorAt(1160)) - 602.5)).toBeLessThanOrEqual(1);
		await page.clock.fastForward(61_000);
		await eventually(async () => expect(await read()).toMatch(/^15:27: /));
		expect(await cursorAt(1160)).toBeLessThan(0);
		await page.context().close();
	});
});
