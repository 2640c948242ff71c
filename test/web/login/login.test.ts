import { afterEach, describe, expect, it, test } from "@jest/globals";
import { type KeptSessions, type Login, loginWith } from "#web/login/login.ts";
import { CANARY } from "../../cli/desk.ts";
import { ask, basic, listen } from "../ask.ts";
import { onStage, type Setting, type Stage } from "../stage.ts";
import { type Answered, Browser } from "./browser.ts";

const WHO = { username: "solar", password: CANARY };
const RIGHT = basic(WHO.username, WHO.password);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

let stages: Stage[] = [];
afterEach(async () => {
	for (const stage of stages.splice(0)) await stage.close();
	stages = [];
});

/** A page with a login that can change, on a clock that the test moves. */
class Scene {
	readonly login: Login;
	/** How often the password was compared, and how many at once at most. */
	compared = 0;
	atOnce = 0;
	at = 0;
	password = WHO.password;
	#now = 0;

	constructor(kept: KeptSessions = inMemory()) {
		this.login = {
			username: WHO.username,
			mark: () => `mark of ${this.password.length}`,
			isPassword: async (password) => {
				this.compared += 1;
				this.#now += 1;
				this.atOnce = Math.max(this.atOnce, this.#now);
				for (let n = 0; n < 5; n++) await new Promise(setImmediate);
				this.#now -= 1;
				return password === this.password;
			},
			sessions: kept,
		};
	}

	open(more: Setting = {}): Promise<Stage> {
		return opened({ login: this.login, steady: () => this.at, ...more });
	}
}

function inMemory(): KeptSessions & { text: string | undefined } {
	const kept = {
		text: undefined as string | undefined,
		read: () => kept.text,
		write(text: string) {
			kept.text = text;
		},
	};
	return kept;
}

const opened = async (setting: Setting): Promise<Stage> => {
	const stage = await onStage(setting);
	stages.push(stage);
	return stage;
};

/** The names without what another controller has otherwise. */
const named = (browser: Browser) => [...browser.cookies.keys()].map((name) => name.replace(/_[0-9a-f]{8}/, ""));

describe("a browser without a session", () => {
	// #led-to-the-login
	test.each([
		["", "./login"],
		["history?span=year", "./login?next=history%3Fspan%3Dyear"],
		["options", "./login?next=options"],
		["nothing/at/all", "../../login"],
	])("that asks for /%s is led to the login page, and shown nothing", async (path, to) => {
		const { url } = await opened({ login: WHO });
		const { status, headers, text } = await new Browser(url).get(path);
		expect([status, headers.location]).toEqual([303, to]);
		expect(text).not.toContain("collector");
		expect(headers["www-authenticate"]).toBeUndefined();
	});

	it("is never asked by a dialog of its own, also for what a page loads", async () => {
		const { url } = await opened({ login: WHO });
		for (const accept of ["*/*", "application/json", "text/event-stream", "image/avif"]) {
			const { status, headers } = await new Browser(url).get("api/snapshot", { accept });
			expect([accept, status, headers["www-authenticate"]]).toEqual([accept, 401, undefined]);
		}
		const program = await ask(`${url}api/snapshot`, { "user-agent": "curl/8.14.1", accept: "*/*" });
		expect([program.status, program.headers["www-authenticate"]]).toEqual([
			401,
			'Basic realm="Solar Heating", charset="UTF-8"',
		]);
	});

	// #every-route-is-closed
	it("gets into no route, whatever it is for", async () => {
		const { url } = await opened({ login: WHO });
		const { paths } = JSON.parse((await ask(`${url}api/openapi.json`, RIGHT)).text) as { readonly paths: object };
		const open: string[] = [];
		for (const [path, its] of Object.entries(paths))
			for (const method of Object.keys(its)) {
				const answer = await ask(`${url}${path.slice(1)}`, {}, method.toUpperCase());
				if (answer.status !== 401) open.push(`${method} ${path}`);
			}
		expect(open).toEqual(["get /page.css", "get /login", "post /login"]);
	});

	it("is not stopped by the login of a proxy in front, which sends it along", async () => {
		const scene = new Scene();
		const { url } = await scene.open();
		const browser = new Browser(url, "127.0.0.1", basic("proxy", "its own password"));
		for (let n = 0; n < 30; n++) expect((await browser.get("")).status).toBe(303);
		expect(scene.compared).toBe(1);
		expect((await browser.login(CANARY)).status).toBe(303);
		expect((await browser.get("")).status).toBe(200);
		expect((await browser.get("api/snapshot", { accept: "*/*" })).status).toBe(200);
	});
});

describe("logging in", () => {
	it("leads back to the page that was asked for, and then the whole page is open", async () => {
		const { url } = await opened({ login: WHO });
		const browser = new Browser(url);
		const { headers } = await browser.get("history?span=year");
		const answer = await browser.login(CANARY, {}, String(headers.location).replace("./", ""));
		expect([answer.status, answer.headers.location]).toEqual([303, "./history?span=year"]);
		expect((await browser.get("")).text).toContain("collector");
		expect((await browser.get("login")).headers.location).toBe("./");
	});

	// #no-open-redirect
	test.each([
		"//evil.example",
		"https://evil.example/",
		"/\\evil.example",
		"javascript:alert(1)",
		"history?x=//evil.example/..;@",
		"../../evil",
		"logout",
		"login?next=login",
		"options\r\nset-cookie: a=b",
		"%2f%2fevil.example",
		"x".repeat(500),
	])("leads nowhere else: %j", async (next) => {
		const { url } = await opened({ login: WHO });
		const browser = new Browser(url);
		const { form = "" } = await browser.form();
		const { status, headers } = await browser.post("login", { form, next, password: CANARY });
		expect([status, headers.location]).toEqual([303, "./"]);
		expect((await browser.get(`login?next=${encodeURIComponent(next)}`)).headers.location).toBe("./");
	});

	// #cookie-flags
	it("gives a cookie that no script and no other site can use, of 256 random bits", async () => {
		const { url } = await opened({ login: WHO });
		const [visit, stay, behind] = [new Browser(url), new Browser(url), new Browser(url)];
		const cookies = ({ headers }: Answered) =>
			(headers["set-cookie"] ?? []).filter((line) => /^solar_session_[0-9a-f]{8}(_s)?=[^;]/.test(line));
		const [of] = cookies(await visit.login(CANARY));
		expect(of).toMatch(/^solar_session_[0-9a-f]{8}=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
		const [staying] = cookies(await stay.login(CANARY, { stay: "yes" }));
		expect(staying).toMatch(/; HttpOnly; SameSite=Strict$/);
		expect(staying).toContain("Max-Age=15552000");
		const form = await behind.form();
		const https = { "x-forwarded-proto": "https" };
		const [secure] = cookies(await behind.post("login", { ...form, password: CANARY }, https));
		expect(secure).toMatch(/^solar_session_[0-9a-f]{8}_s=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
		const said = { origin: "https://127.0.0.1:8443" };
		const again = new Browser(url);
		expect(cookies(await again.post("login", { ...(await again.form()), password: CANARY }, said))[0]).toContain(
			"Secure",
		);
	});

	// #no-fixation
	it("never takes over an id that the browser had before", async () => {
		const kept = inMemory();
		const { url } = await new Scene(kept).open();
		const browser = new Browser(url);
		await browser.login(CANARY);
		const [name = "", first = ""] = [...browser.cookies].find(([key]) => key.startsWith("solar_session")) ?? [];
		const planted = new Browser(url);
		planted.cookies.set(name, "p".repeat(43));
		expect((await planted.get("")).status).toBe(303);
		await planted.login(CANARY);
		expect(planted.cookies.get(name)).not.toBe("p".repeat(43));
		// Logging in once more ends what was before.
		await browser.post("login", { ...(await fresh(browser, name)), password: CANARY });
		expect(browser.cookies.get(name)).not.toBe(first);
		expect(await asking(url, `${name}=${first}`)).toBe(401);
		expect(kept.text).not.toContain(first);
		expect(JSON.parse(kept.text ?? "").sessions).toHaveLength(2);
	});

	// #login-csrf
	it("is nothing that another site can do for somebody", async () => {
		const { url } = await opened({ login: WHO });
		const browser = new Browser(url);
		const form = await browser.form();
		const refusals = [
			await browser.post("login", { ...form, password: CANARY }, { "sec-fetch-site": "same-site" }),
			await browser.post("login", { ...form, password: CANARY }, { origin: "http://evil.example" }),
			await browser.post("login", { ...form, form: "made up", password: CANARY }),
			await new Browser(url).post("login", { ...form, password: CANARY }),
			await new Browser(url).post("login", { password: CANARY }),
		];
		expect(refusals.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
		expect(
			(await browser.post("login", { ...form, password: CANARY }, { "sec-fetch-site": "cross-site" })).status,
		).toBe(403);
		expect((await browser.get("")).status).toBe(303);
		// Proxies leave the port out of the host, and pages without a referrer send no origin.
		for (const origin of ["http://127.0.0.1:12345", "null"])
			expect((await browser.post("login", { ...form, password: CANARY }, { origin })).status).toBe(303);
	});

	it("says so where a browser keeps no cookies, and does not go round in circles", async () => {
		const { url } = await opened({ login: WHO });
		const first = await new Browser(url).get("login?next=options");
		expect(first.text).toContain('content="0;url=login?again=1&#38;next=options"');
		const second = await new Browser(url).get("login?again=1&next=options");
		expect([second.status, second.text]).toEqual([200, expect.stringContaining("keeps no cookie")]);
	});

	test.each([
		["en", "Stay logged in", "This password is wrong."],
		["sv", "Förbli inloggad", "Lösenordet är fel."],
		["de", "angemeldet bleiben", "Dieses Passwort ist falsch."],
	])("speaks %s", async (language, stay, wrong) => {
		const { url } = await opened({ login: WHO });
		const browser = new Browser(url, "127.0.0.1", { "accept-language": language });
		await browser.form();
		expect((await browser.get("login")).text).toContain(stay);
		const { status, text } = await browser.login("not this one");
		expect([status, text]).toEqual([403, expect.stringContaining(wrong)]);
		expect(text).not.toContain("not this one");
	});

	test.each(["päss wörd – 日本 🙂", "with:colon: and ' \" <b> & %41 +", "$HOME `id` \\n #;"])(
		"takes any characters: %j",
		async (password) => {
			const { url } = await opened({ login: { username: "solar", password } });
			const browser = new Browser(url);
			expect((await browser.login(password.normalize("NFD"))).status).toBe(303);
			expect((await ask(`${url}api/snapshot`, basic("solar", password))).status).toBe(200);
		},
	);
});

const fresh = async (browser: Browser, name: string) => {
	const id = browser.cookies.get(name) ?? "";
	browser.cookies.delete(name);
	const form = await browser.form();
	browser.cookies.set(name, id);
	return form;
};

const asking = async (url: string, cookie: string) => (await ask(`${url}api/snapshot`, { cookie })).status;

describe("a session", () => {
	// #ends-by-logging-out
	it("ends by logging out, with its streams; the cookie is worth nothing then", async () => {
		const { url } = await new Scene().open();
		const [browser, other] = [new Browser(url), new Browser(url)];
		await browser.login(CANARY);
		await other.login(CANARY);
		const { cookie = "" } = browser.headers;
		const streams = ["parts", "api/events"].map((path) => listen(`${url}${path}`, { cookie }));
		for (const stream of streams) expect((await stream.opened).status).toBe(200);
		const theirs = listen(`${url}parts`, other.headers);
		await theirs.opened;
		expect((await browser.post("logout", {}, { origin: "http://evil.example" })).status).toBe(403);
		expect(await asking(url, cookie)).toBe(200);
		const answer = await browser.post("logout", {});
		expect([answer.status, answer.headers.location]).toEqual([303, "./login"]);
		for (const { ended } of streams) await ended;
		expect(await asking(url, cookie)).toBe(401);
		expect(named(browser)).toEqual(["solar_form"]);
		// Nobody else is.
		expect((await other.get("")).status).toBe(200);
		theirs.close();
	});

	// #ends-with-the-password
	it("ends with the password, as do its streams and those of programs", async () => {
		const scene = new Scene();
		const stage = await scene.open();
		const browser = new Browser(stage.url);
		await browser.login(CANARY);
		const streams = [listen(`${stage.url}parts`, browser.headers), listen(`${stage.url}api/events`, RIGHT)];
		for (const stream of streams) expect((await stream.opened).status).toBe(200);
		scene.password = "another password now";
		stage.page.changed();
		for (const { ended } of streams) await ended;
		expect((await browser.get("")).status).toBe(303);
		expect((await ask(`${stage.url}api/snapshot`, RIGHT)).status).toBe(401);
		expect((await ask(`${stage.url}api/snapshot`, basic("solar", scene.password))).status).toBe(200);
	});

	// #survives-a-restart
	it("survives a restart, by the hash of its id alone", async () => {
		const kept = inMemory();
		const first = await new Scene(kept).open();
		const browser = new Browser(first.url);
		await browser.login(CANARY);
		const id = [...browser.cookies].find(([name]) => name.startsWith("solar_session"))?.[1] ?? "none";
		await first.close();
		const second = await new Scene(kept).open();
		expect(kept.text).not.toContain(id);
		const later = new Browser(second.url);
		for (const [name, value] of browser.cookies) later.cookies.set(name, value);
		expect((await later.get("")).status).toBe(200);
		// The file alone lets nobody in.
		const [{ hash }] = JSON.parse(kept.text ?? "").sessions;
		const thief = new Browser(second.url);
		for (const [name] of browser.cookies) thief.cookies.set(name, hash);
		expect((await thief.get("")).status).toBe(303);
	});

	test.each([
		["a visit", {}, 12 * HOUR, 7 * DAY],
		["who stays", { stay: "yes" }, 30 * DAY, 180 * DAY],
	])("ends without use, and in the end: %s", async (_, more: Readonly<Record<string, string>>, idle, all) => {
		const scene = new Scene();
		const { url } = await scene.open();
		const browser = new Browser(url);
		await browser.login(CANARY, more);
		const cookie = browser.headers["cookie"] ?? "";
		for (; scene.at + idle < all; scene.at += idle - MINUTE) expect(await asking(url, cookie)).toBe(200);
		// In use to the last, so that it is the time in all that ends it.
		expect(await asking(url, cookie)).toBe(200);
		scene.at = all + MINUTE;
		expect(await asking(url, cookie)).toBe(401);
		const idler = new Browser(url);
		await idler.login(CANARY, more);
		scene.at += idle + MINUTE;
		expect(await asking(url, idler.headers["cookie"] ?? "")).toBe(401);
	});

	it("of one controller is not that of another at the same address: cookies know no ports", async () => {
		const [one, two] = [await new Scene().open(), await new Scene().open()];
		const browser = new Browser(one.url);
		await browser.login(CANARY);
		const there = new Browser(two.url);
		for (const [name, value] of browser.cookies) there.cookies.set(name, value);
		await there.login(CANARY);
		for (const [name, value] of there.cookies) browser.cookies.set(name, value);
		expect([(await browser.get("")).status, (await there.get("")).status]).toEqual([200, 200]);
	});

	it("is needed anew where the cookie is rubbish, and then it works", async () => {
		const scene = new Scene();
		const { url } = await scene.open();
		const browser = new Browser(url);
		await browser.login(CANARY);
		for (const name of browser.cookies.keys()) browser.cookies.set(name, "%00;rubbish");
		expect((await browser.get("")).status).toBe(303);
		expect((await browser.login(CANARY)).status).toBe(303);
		expect((await browser.get("")).status).toBe(200);
	});
});

describe("guessing", () => {
	// #lets-few-guesses-in
	it("is looked at 8 times, then not even the right one is; the answer says for how long, and it ends", async () => {
		const scene = new Scene();
		const { url } = await scene.open();
		const [guesser, owner] = [new Browser(url, "127.0.0.66"), new Browser(url, "127.0.0.7")];
		for (let n = 0; n < 8; n++) expect((await guesser.login(`guess ${n}`)).status).toBe(403);
		const ninth = await guesser.login("guess 9");
		expect([ninth.status, ninth.headers["retry-after"]]).toEqual([429, "60"]);
		expect(ninth.text).toContain("Please try again in 60\u00a0s.");
		expect((await guesser.login(CANARY)).status).toBe(429);
		expect((await guesser.get("api/snapshot", { ...RIGHT, accept: "*/*" })).status).toBe(429);
		expect(scene.compared).toBe(8);
		expect((await owner.login(CANARY)).status).toBe(303);
		// Asking meanwhile makes it no longer.
		scene.at += MINUTE;
		expect((await guesser.login(CANARY)).status).toBe(303);
	});

	it("waits twice as long each time, a quarter of an hour at most, and an hour of peace forgives it", async () => {
		const scene = new Scene();
		const { url } = await scene.open();
		const guesser = new Browser(url);
		let guess = 0;
		const waits = async () => {
			for (;;) {
				guess += 1;
				const { status, headers } = await guesser.login(`guess ${guess}`);
				if (status === 429) return Number(headers["retry-after"]);
			}
		};
		for (const seconds of [60, 120, 240, 480, 900, 900]) {
			expect(await waits()).toBe(seconds);
			scene.at += seconds * 1000;
		}
		scene.at += 61 * MINUTE;
		expect(await waits()).toBe(60);
	});

	it("from many addresses holds up unknown ones, and no owner who has logged in from there before", async () => {
		const scene = new Scene();
		const { url } = await scene.open();
		const owner = new Browser(url, "127.0.0.7");
		await owner.login(CANARY);
		const tried: number[] = [];
		for (let n = 0; n < 15; n++) {
			const guesser = new Browser(url, `127.0.1.${n + 1}`);
			for (let guess = 0; guess < 7; guess++) tried.push((await guesser.login(`guess ${n} ${guess}`)).status);
		}
		expect(tried.filter((status) => status === 403)).toHaveLength(100);
		expect((await new Browser(url, "127.0.2.1").login(CANARY)).status).toBe(429);
		scene.at += 6 * MINUTE;
		expect((await new Browser(url, "127.0.0.7").login(CANARY)).status).toBe(303);
		scene.at += 15 * MINUTE;
		expect((await new Browser(url, "127.0.2.1").login(CANARY)).status).toBe(303);
	});

	// #one-at-a-time
	it("is compared one at a time, and few wait, however many come at once", async () => {
		const scene = new Scene();
		const { url } = await scene.open();
		const sent = Array.from({ length: 60 }, (_, n) =>
			new Browser(url, `127.0.3.${n + 1}`).get("api/snapshot", { ...basic("solar", `guess ${n}`), accept: "*/*" }),
		);
		const statuses = (await Promise.all(sent)).map(({ status }) => status);
		expect(scene.atOnce).toBe(1);
		expect(statuses.filter((status) => status === 503).length).toBeGreaterThan(20);
		expect(new Set(statuses)).toEqual(new Set([401, 503]));
	});

	it("is not what a program does that asks again and again: the right one is compared once in five minutes, a wrong one too", async () => {
		const scene = new Scene();
		const { url } = await scene.open();
		for (let n = 0; n < 50; n++) expect((await ask(`${url}api/snapshot`, RIGHT)).status).toBe(200);
		expect(scene.compared).toBe(1);
		const old = basic("solar", "the former password");
		for (let n = 0; n < 50; n++) expect((await ask(`${url}api/snapshot`, old)).status).toBe(401);
		expect(scene.compared).toBe(2);
		// So it keeps nobody out at the same address.
		expect((await new Browser(url).login(CANARY)).status).toBe(303);
		scene.at += 6 * MINUTE;
		expect((await ask(`${url}api/snapshot`, RIGHT)).status).toBe(200);
		expect(scene.compared).toBe(3);
	});

	// #tells-wrong-logins-once
	it("is told with its address, once a minute, and never what was given; so is who got in", async () => {
		const scene = new Scene();
		const stage = await scene.open();
		const guesser = new Browser(stage.url, "127.0.0.66");
		for (const password of ["secret guess 1", "secret guess 2"]) await guesser.login(password);
		await ask(`${stage.url}api/snapshot`, basic("solar", "secret guess 3"));
		await guesser.login(CANARY);
		expect(stage.told).toEqual([
			{ level: "warning", code: "page_login_refused", facts: { from: "127.0.0.66" } },
			{ level: "warning", code: "page_login_refused", facts: { from: "127.0.0.1" } },
			{ level: "info", code: "page_login", facts: { from: "127.0.0.66" } },
		]);
		expect(JSON.stringify(stage.told)).not.toMatch(/secret guess/);
	});
});

it("behind an ingress there is no login", async () => {
	const { url } = await opened({ ingress: "127.0.0.1" });
	for (const path of ["login", "logout"]) expect((await ask(`${url}${path}`)).status).toBe(404);
	expect((await ask(url)).text).not.toContain('action="logout"');
});

it("a login that is known to the process tells nothing of its password", () => {
	const login = loginWith(WHO);
	expect(JSON.stringify([login, login.mark()])).not.toContain(CANARY);
	expect(login.mark()).not.toBe(loginWith(WHO).mark());
});
