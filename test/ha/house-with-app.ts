import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "@jest/globals";
import type { Frame, Locator, Page } from "playwright-core";
import { readOwnOptions, writeOwnOptions } from "#store/files/own-options.ts";
import { type HomeAssistantRelease, NEWEST, OLDEST } from "../../scripts/home-assistant/place.ts";
import { Browser, type Look } from "../fakes/browser.ts";
import { AppPage } from "../fakes/home-assistant/app-page.ts";
import { HomeAssistant } from "../fakes/home-assistant/process.ts";
import { type Person, Resident, type Tokens } from "../fakes/home-assistant/resident.ts";
import type { Launch } from "../fakes/supervisor/app-process.ts";
import { Supervisor } from "../fakes/supervisor/supervisor.ts";
import type { Opened } from "../page/stories/person.ts";
import { eventually } from "./eventually.ts";

const OWNER: Person = { name: "Owner", username: "owner", password: "owner-pass-1", language: "en" };

/** What is unlike the usual house. */
interface Unlike {
	/** Of Home Assistant. */
	readonly release?: HomeAssistantRelease;
	/** The first user. */
	readonly owner?: Person;
	/** How the app is started. */
	readonly launch?: Launch;
	/** Options that are already in the app's own file. */
	readonly own?: Readonly<Record<string, unknown>>;
}

/** A real Home Assistant with this app installed, and a user with a browser. */
export class HouseWithApp {
	readonly supervisor: Supervisor;
	readonly home: HomeAssistant;
	readonly resident: Resident;
	readonly #browser: Browser;
	readonly #folder: string;
	readonly #release: HomeAssistantRelease;

	private constructor(
		supervisor: Supervisor,
		home: HomeAssistant,
		resident: Resident,
		browser: Browser,
		folder: string,
		release: HomeAssistantRelease,
	) {
		this.supervisor = supervisor;
		this.home = home;
		this.resident = resident;
		this.#browser = browser;
		this.#folder = folder;
		this.#release = release;
	}

	/** The app is installed and runs with `options`, the rest of them as installed. */
	static async open(
		options: Readonly<Record<string, unknown>>,
		{ release = NEWEST, owner = OWNER, launch, own }: Unlike = {},
	): Promise<HouseWithApp> {
		const folder = mkdtempSync(join(tmpdir(), "solar-house-"));
		const data = join(folder, "data");
		const supervisor = await Supervisor.start({ data, ...(launch && { launch }) });
		supervisor.app.own = options;
		if (own !== undefined) writeOwnOptions(data, own);
		const { address, token } = supervisor;
		const [home, browser] = await Promise.all([
			HomeAssistant.start({ folder: join(folder, "home"), release, supervisor: { address, token } }),
			Browser.start(),
			supervisor.app.start(),
		]);
		const resident = await Resident.movesIn(home, owner);
		await supervisor.joins({ port: home.port, socket: home.socket, log: () => home.log() });
		return new HouseWithApp(supervisor, home, resident, browser, folder, release);
	}

	/** The app's id in topics. */
	get installation(): string {
		return readFileSync(join(this.#folder, "data", "installation-id"), "utf8").trim();
	}

	/** All options as they are saved: those of the options page, and the app's own. */
	get saved(): Readonly<Record<string, unknown>> {
		const own = readOwnOptions(join(this.#folder, "data"));
		return { ...(own.kind === "read" && own.options), ...this.app.own };
	}

	get app() {
		return this.supervisor.app;
	}

	/** A window of the front end, logged in, at one of the app's own pages or anywhere else. */
	async window(path: string, look: Omit<Look, "url" | "tokens"> & { readonly tokens?: Tokens } = {}): Promise<Page> {
		const page = await this.#browser.window({ url: this.home.url, tokens: this.resident.tokens, ...look });
		page.setDefaultTimeout(30_000);
		await page.goto(path);
		return page;
	}
	/**
	 * The app's own page in its frame, opened by the entry of the side bar. Before 2026.2 the Supervisor brought that panel, so there
	 * the page stands alone, with a session that Home Assistant gave.
	 */
	async opens(look: Omit<Look, "url" | "tokens"> & { readonly tokens?: Tokens } = {}): Promise<OpenedPanel> {
		const page = this.#release === OLDEST ? await this.#alone(look) : await this.window(this.panel, look);
		const wrong: string[] = [];
		page.on("pageerror", ({ message }) => wrong.push(message));
		page.on("console", (said) => {
			if (said.type() === "error") wrong.push(said.text());
		});
		const view = await viewIn(page);
		return { page, view, wrong };
	}
	async #alone(look: Omit<Look, "url" | "tokens"> & { readonly tokens?: Tokens }): Promise<Page> {
		const place = { url: this.home.url, ingressToken: this.app.ingressToken };
		const { base, session } = await AppPage.open(place, (look.tokens ?? this.resident.tokens).access_token);
		const page = await this.window("about:blank", look);
		await page.context().addCookies([{ name: "ingress_session", value: session, url: this.home.url }]);
		await page.goto(base);
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

interface OpenedPanel extends Opened {
	/** What went wrong in it: uncaught errors, and what was refused. */
	readonly wrong: string[];
}

/** The frame of the app's page within a window of Home Assistant, once it is there. */
export async function viewIn(page: Page): Promise<Frame> {
	const found = () => page.frames().find((one) => one.url().includes("/api/hassio_ingress/"));
	await eventually(() => expect(found()).toBeDefined());
	const view = found();
	if (view === undefined) throw new Error(`No page of the app in ${page.url()}`);
	await view.locator("h1").first().waitFor({ state: "attached" });
	return view;
}

/** Folder for the documentation's pictures, which are only made on request. */
export const PICTURES = process.env["SCREENSHOTS"];

/** Keeps what is seen of a page, or of a part of it, as a picture, if pictures are wanted. */
export async function picture(seen: Page | Locator, name: string): Promise<void> {
	if (!PICTURES) return;
	mkdirSync(PICTURES, { recursive: true });
	await seen.screenshot({ path: join(PICTURES, `${name}.png`) });
}
