import { expect } from "@jest/globals";
import type { Frame, Locator, Page } from "playwright-core";
import { type PlantRoom, ROOF, STORE } from "../plant-room.ts";
import type { Person } from "./person.ts";

/** The row of a 1-Wire sensor. */
export const row = (view: Frame | Page, id: string): Locator => view.locator(`#sensor-one_wire_${id}`);

/**
 * From an empty app to a plant that is saved.
 * @param looks at a screen, by its name
 */
export async function setUp(
	view: Frame,
	room: PlantRoom,
	person: Person,
	looks: (screen: string) => Promise<void> = async () => undefined,
): Promise<void> {
	const next = () => person.clicks(view.locator(".guide .foot .btn.go"));
	const shown = async (step: string) => {
		await view.locator(`#step-${step}`).waitFor();
		await looks(step);
	};
	await person.clicks(view.locator(".first .btn.go"));
	await row(view, STORE).waitFor();
	await person.chooses(row(view, ROOF).locator("select"), "collector");
	await person.chooses(row(view, STORE).locator("select"), "tank");
	await shown("sensors");
	await next();
	await shown("outputs");
	await person.clicks(view.locator("#nobody"));
	await person.clicks(view.locator('button[value^="try:usb_relay:"]').first());
	await view.locator(".trying.on, #said.failed").first().waitFor();
	expect(await view.locator("#said.failed").allTextContents()).toEqual([]);
	expect(room.board.coils).toEqual([true, false]);
	await looks("trying");
	await person.clicks(view.locator('button[value="heard:pump_ran"]'));
	await view.locator(".chosen").waitFor();
	expect(room.board.coils).toEqual([false, false]);
	await next();
	await shown("tank");
	await person.types(view.locator("#tank-volume"), "300");
	await next();
	await shown("save");
	await person.clicks(view.locator('button[value="save"]'));
}

/** What the story above has saved. */
export const SAVED = {
	sensors: [
		{ id: "collector", role: "collector", source: `one_wire:${ROOF}` },
		{ id: "tank", role: "tank", source: `one_wire:${STORE}` },
	],
	outputs: [{ id: "pump", role: "pump", wiring: "no", target: expect.stringMatching(/^usb_relay:.*\/1$/) }],
	tank: { volume: 300 },
};
