import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { Browser, type Look } from "../fakes/browser.ts";
import { HomeAssistant } from "../fakes/home-assistant/process.ts";
import { Resident } from "../fakes/home-assistant/resident.ts";
import { Supervisor } from "../fakes/supervisor/supervisor.ts";

const OWNER = { name: "Owner", username: "owner", password: "owner-pass-1", language: "en" } as const;

/** A real Home Assistant with this app installed, and a user with a browser. */
export class HouseWithApp {
	readonly supervisor: Supervisor;
	readonly home: HomeAssistant;
	readonly resident: Resident;
	readonly #browser: Browser;
	readonly #folder: string;

	private constructor(
		supervisor: Supervisor,
		home: HomeAssistant,
		resident: Resident,
		browser: Browser,
		folder: string,
	) {
		this.supervisor = supervisor;
		this.home = home;
		this.resident = resident;
		this.#browser = browser;
		this.#folder = folder;
	}

	/** The app is installed and runs with `options`, the rest of them as installed. */
	static async open(options: Readonly<Record<string, unknown>>): Promise<HouseWithApp> {
		const folder = mkdtempSync(join(tmpdir(), "solar-house-"));
		const supervisor = await Supervisor.start({ data: join(folder, "data") });
		supervisor.app.own = options;
		const { address, token } = supervisor;
		const [home, browser] = await Promise.all([
			HomeAssistant.start({ folder: join(folder, "home"), supervisor: { address, token } }),
			Browser.start(),
			supervisor.app.start(),
		]);
		const resident = await Resident.movesIn(home, OWNER);
		await supervisor.joins({ port: home.port, socket: home.socket, log: () => home.log() });
		return new HouseWithApp(supervisor, home, resident, browser, folder);
	}

	/** The app's id in topics. */
	get installation(): string {
		return readFileSync(join(this.#folder, "data", "installation-id"), "utf8").trim();
	}

	get app() {
		return this.supervisor.app;
	}

	/** A window of the front end, logged in, at one of the app's own pages or anywhere else. */
	async window(path: string, look: Omit<Look, "url" | "tokens"> = {}): Promise<Page> {
		const page = await this.#browser.window({ url: this.home.url, tokens: this.resident.tokens, ...look });
		page.setDefaultTimeout(30_000);
		await page.goto(path);
		return page;
	}
	/** The address of one of the app's pages in the settings. */
	settings(page: "info" | "config" | "documentation" | "logs"): string {
		return `/config/app/${this.app.slug}/${page}`;
	}
	/** The address of the page behind the side bar's entry. */
	get panel(): string {
		return `/app/${this.app.slug}`;
	}

	async close(): Promise<void> {
		this.resident.leaves();
		await this.#browser.close();
		await this.supervisor.close();
		await this.home.stop();
		rmSync(this.#folder, { recursive: true, force: true });
	}
}

/** Folder for the documentation's pictures, which are only made on request. */
export const PICTURES = process.env["SCREENSHOTS"];

/** Keeps what is seen of a page, or of a part of it, as a picture, if pictures are wanted. */
export async function picture(seen: Page | Locator, name: string): Promise<void> {
	if (!PICTURES) return;
	mkdirSync(PICTURES, { recursive: true });
	await seen.screenshot({ path: join(PICTURES, `${name}.png`) });
}
