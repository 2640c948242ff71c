import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, test } from "@jest/globals";
import { PLANTS } from "#demo/browser/plants.ts";
import { decisions } from "#demo/browser/running.ts";
import { browserDemo } from "../../scripts/bundle/browser-demo.ts";
import { eventually } from "../ha/eventually.ts";
import { type Look, picture, seriousIn, Visitor, type Window } from "./visitor.ts";

const TYPES: Readonly<Record<string, string>> = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css" };
const HOURS = 24;

let site: string;
let server: Server;
let url: string;
let files: readonly string[];
let asked: string[];
let visitor: Visitor;
let opened: Window[];
beforeAll(async () => {
	site = mkdtempSync(join(tmpdir(), "demo-site-"));
	files = await browserDemo(site);
	server = createServer(({ url: path = "/" }, response) => {
		asked.push(path);
		const name = new URL(path, "http://site").pathname.slice(1) || "index.html";
		if (!files.includes(name)) response.writeHead(404).end();
		else response.writeHead(200, { "content-type": TYPES[extname(name)] }).end(readFileSync(join(site, name)));
	});
	await new Promise<void>((listening) => void server.listen(0, "127.0.0.1", listening));
	url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
	visitor = await Visitor.start();
});
afterAll(async () => {
	await visitor?.close();
	server?.close();
	rmSync(site, { recursive: true, force: true });
});
beforeEach(() => {
	asked = [];
	opened = [];
});
afterEach(async () => {
	for (const { page, wrong } of opened) {
		await page.context().close();
		expect(wrong).toEqual([]);
	}
});
const looks = async (path: string, look: Look = {}) => {
	const window = await visitor.looks(`${url}${path}`, look);
	opened.push(window);
	return window.page;
};

it.each(PLANTS)("decides in the browser exactly as in Node: %s", async (plant) => {
	const page = await looks(`?plant=${plant}&season=spring`);
	const there = await page.evaluate(
		(hours) =>
			(
				globalThis as unknown as { solarHeating: { decisions(hours: number): Promise<string[]> } }
			).solarHeating.decisions(hours),
		HOURS,
	);
	expect(there.length).toBeGreaterThan(HOURS);
	expect(there).toEqual(await decisions({ plant, season: "spring" }, HOURS));
});

test("it runs, can be held by hand and asks nothing of any server", async () => {
	const page = await looks("#view-today");
	await page.check("#demo input[value='600']");
	const time = page.locator("#demo-time");
	await eventually(async () => expect(await time.textContent()).toMatch(/09:\d\d/));
	await page.check("#demo input[value='0']");
	const pump = page.locator("#outputs").getByText("By hand …").first();
	await pump.click();
	await page.locator("#outputs details[open] button[value^='hold:pump:0']").first().click();
	await eventually(async () => expect(await page.locator("#outputs").textContent()).toContain("by hand"));
	expect(asked.toSorted()).toEqual(["/", "/demo-en.js", "/page.css", "/page.js", "/read.js"]);
});

test.each([
	["index.html", "en-GB", "Another plant or season"],
	["sv.html", "sv-SE", "Annan anläggning eller årstid"],
	["de.html", "de-DE", "Andere Anlage oder Jahreszeit"],
])("%s is in one language, without serious findings, as wide as a phone", async (file, language, text) => {
	const page = await looks(file, { language, width: 390, height: 844 });
	await eventually(async () => expect(await page.locator("#demo-time").textContent()).not.toBe(""));
	expect(await page.locator("#demo").textContent()).toContain(text);
	expect(await seriousIn(page)).toEqual([]);
	expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(390);
	await picture(page, `browser-demo-${language}`);
});

test("what is seen first needs no script", async () => {
	const page = await looks("", { script: false });
	expect(await page.locator(".plant svg").count()).toBe(1);
});

test.each(["#view-wall", "#view-today", "#view-details"])("every link on %s leads somewhere", async (view) => {
	const page = await looks(view);
	await page.check("#demo input[value='600']");
	await eventually(async () => expect(await page.locator("#demo-time").textContent()).toMatch(/08:4\d/));
	const links = await page.locator("a[href]").evaluateAll((all) => all.map((a) => a.getAttribute("href") ?? ""));
	expect(links.length).toBeGreaterThan(3);
	expect(links.filter((link) => !link.startsWith("#") && !files.includes(link))).toEqual([]);
});

test("another plant is chosen with the form", async () => {
	const page = await looks("");
	await page.locator("#demo summary").click();
	await page.selectOption("#demo select[name=plant]", "two");
	await page.locator("#demo button").click();
	await page.waitForURL(/plant=two/);
	await eventually(async () => expect(await page.locator("#now").textContent()).toContain("Buffer"));
	expect(await page.locator("#demo select[name=plant]").inputValue()).toBe("two");
});
