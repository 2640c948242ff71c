import { expect } from "@jest/globals";
import { eventually } from "../../ha/eventually.ts";
import { type PlantRoom, ROOF } from "../plant-room.ts";
import { type Opened, tooWide } from "./person.ts";

/** ms. Shorter than the silence after which a page that hears nothing asks anew. */
const LIVE = 30_000;

const folderOf = ({ view }: Opened): string => new URL("./", view.url()).href;

/** Values change while somebody looks, and no word of a lost connection is shown. */
export async function seesItLive(opened: Opened, room: PlantRoom): Promise<void> {
	const { view } = opened;
	await view.goto(`${folderOf(opened)}#view-details`);
	for (const celsius of [47.5, 46.4]) {
		room.w1.set(ROOF, celsius);
		await eventually(async () => expect(await view.locator("#sensors").textContent()).toContain(`${celsius}`), LIVE);
	}
	expect(await view.locator("body.old").count()).toBe(0);
}

/** The pump runs by itself, is switched off by hand for an hour, and given back. */
export async function switchesThePump(opened: Opened, room: PlantRoom): Promise<void> {
	const { view } = opened;
	await view.goto(`${folderOf(opened)}#view-today`);
	await eventually(async () => expect(room.board.coils[0]).toBe(true));
	await view.locator("#hold-pump summary").click();
	await view.getByRole("button", { name: "Pump: Off for 1 h" }).click();
	await view.locator(".output", { hasText: "Switched off by hand" }).waitFor();
	await eventually(async () => expect(room.board.coils[0]).toBe(false));
	await view.getByRole("button", { name: "Pump: Back to automatic" }).click();
	// It rests for its least time before it starts again.
	await view.locator(".output", { hasText: "Switched off by hand" }).waitFor({ state: "detached" });
}

/** Each page for the engineer, with what proves it. */
const PAGES = {
	decisions: "#view-engineer h1",
	replay: "#view-engineer h1",
	"what-if?solar_charging.start_at=6&days=7": "#result",
	records: "#trail tbody tr",
	export: "form.chooser",
} as const;

/** Curves of the week and bars of the year. The first curve is there after a minute. */
export async function seesTheHistory(opened: Opened): Promise<void> {
	const { view } = opened;
	await eventually(async () => {
		await view.goto(`${folderOf(opened)}history?span=week`);
		expect(await view.locator(".reads path.curve").count()).toBeGreaterThan(0);
	}, 120_000);
	await view.locator('.spans a[href*="span=year"]').click();
	await view.waitForURL(/history\?span=year/);
	expect(await tooWide(view)).toBe(0);
}

/**
 * Looks at decisions, replay, what-if, records and export, and takes the history along as a file.
 * @param who as the audit trail names the person
 * @param looks at a page, by its name
 */
export async function looksThroughThePages(
	opened: Opened,
	who: string,
	looks: (name: string) => Promise<void> = async () => undefined,
): Promise<void> {
	const { page, view } = opened;
	for (const [path, proof] of Object.entries(PAGES)) {
		await view.goto(folderOf(opened) + path);
		await view.locator(proof).first().waitFor();
		expect([path, await tooWide(view)]).toEqual([path, 0]);
		if (path === "records") expect(await view.locator("#trail").textContent()).toContain(who);
		await looks(path.replace(/\W.*/, ""));
	}
	const downloading = page.waitForEvent("download");
	await view.locator("form.chooser button").click();
	expect((await downloading).suggestedFilename()).toMatch(/\.csv$/);
}

/** Sets an option of the app's own, clears another one, and starts the app again, all by forms. */
export async function setsAnOption(opened: Opened, saved: () => Readonly<Record<string, unknown>>): Promise<void> {
	const { view } = opened;
	const life = () => view.locator("body").getAttribute("data-life");
	await view.goto(folderOf(opened));
	const before = await life();
	const sets = async (start: string) => {
		await view.goto(`${folderOf(opened)}options`);
		await view.locator("#option-solar_charging summary").click();
		await view.locator("#option-solar_charging-start_at").fill(start);
		await view.locator("#option-solar_charging-form button.btn").click();
		await view.waitForURL(/options\?.*#option-solar_charging$/);
	};
	await sets("9");
	expect(saved()).toMatchObject({ solar_charging: { start_at: 9 } });
	await view.locator("[role=status] .btn").waitFor();
	await sets("");
	expect(JSON.stringify(saved()["solar_charging"] ?? {})).not.toContain("start_at");
	await sets("9");
	await view.locator("[role=status] .btn").click();
	await view.waitForURL(/\/#view-wall$/);
	await eventually(async () => expect(await life()).not.toBe(before));
	await view.locator("body:not(.old) #now .plant").waitFor();
}

/** The record of what was wired and tried, alone on paper. */
export async function printsTheRecord(opened: Opened, who: string): Promise<void> {
	const { page, view } = opened;
	await view.goto(`${folderOf(opened)}#view-setup`);
	await view.locator('button[value="step:wiring"]').first().click();
	await view.locator("#step-wiring [data-print]").waitFor();
	const printed = view.evaluate(() => new Promise<void>((done) => Object.assign(globalThis, { print: () => done() })));
	await view.locator("[data-print]").click();
	await printed;
	await page.emulateMedia({ media: "print" });
	// biome-ignore lint/performance/useDomNodeTextContent: what is not printed is hidden, not missing.
	const seen = await view.locator("body").innerText();
	await page.emulateMedia({ media: null });
	for (const one of ["Collector", ROOF, who, "The pump ran"]) expect(seen).toContain(one);
	for (const none of ["Still missing", "Print this page"]) expect(seen).not.toContain(none);
}
