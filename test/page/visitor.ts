import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium, type Frame, type Page } from "playwright-core";
import { found } from "../../scripts/debian.ts";
import { basic } from "../web/ask.ts";

const ROOT = join(import.meta.dirname, "../..");
/** Runs in the browser. Read as text, since it is no part of the app. */
const AXE = readFileSync(join(ROOT, "node_modules/axe-core/axe.min.js"), "utf8");
const QUIET = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"];

export interface Look {
	readonly width?: number;
	readonly height?: number;
	readonly dark?: boolean;
	readonly language?: string;
	readonly script?: boolean;
	readonly calm?: boolean;
	readonly login?: { readonly username: string; readonly password: string };
	readonly headers?: Readonly<Record<string, string>>;
}

/** A window with what went wrong in it: uncaught errors, and what the Content-Security-Policy refused. */
export interface Window {
	readonly page: Page;
	readonly wrong: string[];
}

/** Chromium, as somebody who looks at the page. */
export class Visitor {
	readonly #chromium: Browser;
	private constructor(started: Browser) {
		this.#chromium = started;
	}

	static async start(): Promise<Visitor> {
		const executablePath = process.env["CHROMIUM"] || (found("chromium") ?? "/usr/bin/chromium");
		return new Visitor(await chromium.launch({ executablePath, args: QUIET }));
	}

	async looks(url: string, { width = 1280, height = 800, ...look }: Look = {}): Promise<Window> {
		const context = await this.#chromium.newContext({
			viewport: { width, height },
			colorScheme: look.dark ? "dark" : "light",
			locale: look.language ?? "en-GB",
			javaScriptEnabled: look.script ?? true,
			reducedMotion: look.calm ? "reduce" : "no-preference",
			// As a program logs in: a browser is never asked for it, and would get the login page.
			extraHTTPHeaders: { ...(look.login && basic(look.login.username, look.login.password)), ...look.headers },
		});
		const page = await context.newPage();
		const wrong: string[] = [];
		page.on("pageerror", ({ message }) => wrong.push(message));
		page.on("console", (said) => {
			if (said.type() === "error") wrong.push(said.text());
		});
		await page.goto(url);
		return { page, wrong };
	}

	close = (): Promise<void> => this.#chromium.close();
}

/** What axe finds that is serious or critical, by rule, with the elements. */
export async function seriousIn(page: Page | Frame): Promise<readonly string[]> {
	await page.evaluate(AXE);
	const found = await page.evaluate(() =>
		(globalThis as unknown as { axe: { run(): Promise<Axe> } }).axe.run().then(({ violations }) => violations),
	);
	return found
		.filter(({ impact }) => impact === "serious" || impact === "critical")
		.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`);
}
interface Axe {
	readonly violations: readonly {
		readonly id: string;
		readonly impact: string;
		readonly nodes: readonly { readonly html: string }[];
	}[];
}

/** Saves a picture, if pictures are wanted. */
export async function picture(page: Page, name: string, whole = false): Promise<void> {
	if (!process.env["PICTURES"]) return;
	const folder = join(ROOT, ".cache/page");
	mkdirSync(folder, { recursive: true });
	await page.screenshot({ path: join(folder, `${name}.png`), fullPage: whole });
}
