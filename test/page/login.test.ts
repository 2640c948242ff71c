import { afterAll, afterEach, beforeAll, describe, expect, it, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { loginWith } from "#web/login/login.ts";
import { CANARY } from "../cli/desk.ts";
import { onStage, type Stage } from "../web/stage.ts";
import { type Look, picture, seriousIn, Visitor, type Window } from "./visitor.ts";

const acts = { isAdmin: async () => false, ask: async () => undefined };
let visitor: Visitor;
let stage: Stage;
const windows: Window[] = [];
beforeAll(async () => {
	visitor = await Visitor.start();
	stage = await onStage({ login: loginWith({ username: "solar", password: CANARY }), acts, now: () => new Date() });
});
afterEach(async () => {
	for (const { page } of windows.splice(0)) await page.context().close();
});
afterAll(async () => {
	await visitor.close();
	await stage.close();
});
const looks = async (path = "", look: Look = {}): Promise<Window> => {
	const window = await visitor.looks(`${stage.url}${path}`, look);
	windows.push(window);
	return window;
};
/** The keyboard is enough. */
const enters = async (page: Page, password: string) => {
	// The browser gives the focus with a frame after the load.
	await page.locator("#password:focus").waitFor();
	await page.keyboard.type(password);
	await page.keyboard.press("Enter");
};
const at = (page: Page, path: string) => page.waitForURL((url) => `${url.pathname}${url.search}` === `/${path}`);

describe("the login page", () => {
	test.each([
		["phone", { width: 360, height: 740 }],
		["phone-dark", { width: 360, height: 740, dark: true }],
		["desk", {}],
		["desk-dark-sv", { dark: true, language: "sv-SE" }],
		["de-without-script", { language: "de-DE", script: false }],
	] as const)("fits and is fine for axe, also when it says what was wrong: %s", async (name, look: Look) => {
		const { page, wrong } = await looks("", look);
		await at(page, "login?again=1");
		await picture(page, `login-${name}`);
		await page.locator("#password").fill("not this one");
		await page.locator("button").click();
		await page.locator('[role="alert"]').waitFor();
		await picture(page, `login-${name}-wrong`);
		expect(await page.locator('[role="alert"]').textContent()).not.toContain("not this one");
		if (look.script === false) return;
		expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
		expect(await seriousIn(page)).toEqual([]);
		// Chromium calls an answer of 403 an error of the console.
		expect(wrong.filter((said) => !said.includes("403"))).toEqual([]);
	});

	it("needs no mouse: the password has the focus, and Enter leads to the page that was asked for", async () => {
		const { page } = await looks("?from=a-link#view-details");
		await at(page, "login?again=1");
		await enters(page, CANARY);
		await at(page, "");
		expect(await page.locator("#view-wall").count()).toBe(1);
	});
});

describe("a person who is logged in", () => {
	it.each([true, false])("is live, logs out, and sees the login page in every window (script: %s)", async (script) => {
		const { page, wrong } = await looks("", { script });
		await at(page, "login?again=1");
		await page.locator("#password").fill(CANARY);
		await page.locator("#stay").check();
		await page.locator("button").click();
		await at(page, "");
		const cookies = await page.context().cookies();
		const session = cookies.find(({ name }) => name.startsWith("solar_session"));
		expect(session).toMatchObject({ httpOnly: true, sameSite: "Strict", secure: false });
		const other = await page.context().newPage();
		await other.goto(`${stage.url}#view-today`);
		if (script) {
			expect(await page.evaluate("document.cookie")).toBe("");
			await other.locator("#lost[hidden]").waitFor({ state: "attached" });
		}
		await other.locator("#logout button").scrollIntoViewIfNeeded();
		await picture(other, `logout-${script}`);
		await other.locator("#logout button").click();
		await at(other, "login");
		// The other window notices by itself.
		if (script) await page.waitForURL((url) => url.pathname === "/login");
		else await page.reload();
		expect(new URL(page.url()).pathname).toBe("/login");
		await other.goBack();
		await other.locator("#password").waitFor();
		expect(wrong.filter((said) => !/401|ERR_/.test(said))).toEqual([]);
	});

	it("comes from a page of another site, and is not asked again", async () => {
		const { page } = await looks();
		await at(page, "login?again=1");
		await enters(page, CANARY);
		await at(page, "");
		await page.goto("about:blank");
		await page.setContent(`<a href="${stage.url}">to the plant</a>`);
		await page.locator("a").click();
		await page.locator("#view-wall").waitFor({ state: "attached" });
		expect(new URL(page.url()).pathname).toBe("/");
	});
});

it("who guessed too often is told for how long, in words", async () => {
	const { page } = await looks("", { language: "sv-SE" });
	await at(page, "login?again=1");
	for (let guess = 0; guess < 12; guess++) {
		await page.locator("#password").fill(`guess number ${guess}`);
		await page.locator("button").click();
		const said = await page.locator('[role="alert"]').textContent();
		if (said?.startsWith("För många")) break;
	}
	expect(await page.locator('[role="alert"]').textContent()).toBe(
		"För många felaktiga lösenord. Försök igen om 60\u00a0s.",
	);
	await picture(page, "login-wait");
});
