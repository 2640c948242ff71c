import { type Browser as Chromium, chromium, type Page } from "playwright-core";
import { found } from "../../scripts/debian.ts";

/** What Home Assistant gave for a login. */
export interface Tokens {
	readonly access_token: string;
	readonly refresh_token: string;
	readonly expires_in: number;
	readonly token_type: string;
}

/** User, place and appearance of the browser. */
export interface Look {
	/** Of Home Assistant, without a slash at its end. */
	readonly url: string;
	readonly tokens: Tokens;
	readonly language?: "en" | "sv" | "de";
	readonly dark?: boolean;
	readonly width?: number;
	readonly height?: number;
	/** Its clock can be advanced. */
	readonly clock?: boolean;
}

const QUIET = [
	"--no-sandbox",
	"--disable-gpu",
	"--disable-quic",
	"--no-first-run",
	"--disable-background-networking",
	"--disable-component-update",
	"--disable-sync",
];

/** Debian's Chromium, as a person who is logged in to Home Assistant and looks at it. */
export class Browser {
	readonly #chromium: Chromium;
	private constructor(chromium: Chromium) {
		this.#chromium = chromium;
	}

	/** Needs the package `chromium`, or one that CHROMIUM names. */
	static async start(): Promise<Browser> {
		const executablePath = process.env["CHROMIUM"] || (found("chromium") ?? "/usr/bin/chromium");
		return new Browser(await chromium.launch({ executablePath, args: QUIET }));
	}

	/** An empty window; nothing of an earlier one is known in it. */
	async window({
		url,
		tokens,
		language = "en",
		dark = false,
		width = 1280,
		height = 1700,
		clock,
	}: Look): Promise<Page> {
		const context = await this.#chromium.newContext({
			viewport: { width, height },
			colorScheme: dark ? "dark" : "light",
			locale: { en: "en-GB", sv: "sv-SE", de: "de-DE" }[language],
			timezoneId: "Europe/Stockholm",
			baseURL: url,
		});
		const login = { ...tokens, hassUrl: url, clientId: `${url}/`, expires: Date.now() + tokens.expires_in * 1000 };
		const kept = { hassTokens: JSON.stringify(login), selectedLanguage: JSON.stringify(language) };
		await context.addInitScript((stored) => {
			for (const [key, value] of Object.entries(stored)) localStorage.setItem(key, value);
		}, kept);
		if (clock) await context.clock.install();
		return context.newPage();
	}

	async close(): Promise<void> {
		await this.#chromium.close();
	}
}
