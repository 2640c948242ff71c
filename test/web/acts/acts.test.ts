import { request } from "node:http";
import { afterEach, beforeEach, describe, expect, it, test } from "@jest/globals";
import type { Intent } from "#model/decision/intent.ts";
import { type Problem, problem } from "#model/findings/finding.ts";
import { outputId } from "#model/plant/plant.ts";
import { FULL } from "#model/quantities/units.ts";
import { TOKEN } from "#web/acts/form.ts";
import { type Acts, personIn } from "#web/acts/person.ts";
import { intentIn, wishIn, wishOf } from "#web/acts/wish.ts";
import { seen } from "../../fakes/owners-plant.ts";
import { mend } from "../../fakes/unworded.ts";
import { type Answered, ask, basic } from "../ask.ts";
import { NOON, onStage, type Setting, type Stage, SUNNY } from "../stage.ts";

const ADMIN = { "x-remote-user-id": "0a1b", "x-remote-user-display-name": "Anna" };
const CHILD = { "x-remote-user-id": "2c3d", "x-remote-user-display-name": "Bo" };
const LOGIN = { username: "solar", password: "the-page-password" };
const ON = wishOf.hold("heater", 100, 900);

let stage: Stage | undefined;
let wishes: { readonly intent: Intent; readonly actor: string }[];
let refusal: Problem | undefined;
beforeEach(() => {
	stage = undefined;
	wishes = [];
	refusal = undefined;
});
afterEach(() => stage?.close());

const acts: Acts = {
	isAdmin: async (id) => id === ADMIN["x-remote-user-id"],
	ask: async (intent, actor) => {
		wishes.push({ intent, actor });
		return refusal;
	},
};
const opened = async (setting: Setting = {}): Promise<string> => {
	stage = await onStage({ acts, ...setting });
	return stage.url;
};
const page = async (url: string, headers: Readonly<Record<string, string>>) => (await ask(url, headers)).text;
const tokenIn = (html: string) => /name="token" value="([^"]*)"/.exec(html)?.[1] ?? "";

/** Sends a form, as a browser does. */
const post = (url: string, body: Readonly<Record<string, string>>, headers = {}): Promise<Answered> =>
	sent(`${url}act`, new URLSearchParams(body).toString(), {
		"content-type": "application/x-www-form-urlencoded",
		...headers,
	});
const sent = (url: string, body: string, headers: Readonly<Record<string, string>>): Promise<Answered> =>
	new Promise((done, failed) => {
		const asked = request(url, { method: "POST", headers }, (response) => {
			let text = "";
			response.setEncoding("utf8");
			response.on("data", (chunk: string) => {
				text += chunk;
			});
			response.on("end", () => done({ status: response.statusCode ?? 0, headers: response.headers, text }));
		});
		asked.on("error", failed);
		asked.end(body);
	});

describe("a button", () => {
	// #told-with-name-and-id
	it("is there for an administrator, does what it says, and the user's name and id are told", async () => {
		const url = await opened();
		const html = await page(url, ADMIN);
		expect(html).toContain(`value="${ON}"`);
		const { status, headers } = await post(url, { token: tokenIn(html), do: ON }, ADMIN);
		expect([status, headers.location]).toEqual([303, "./#view-today"]);
		expect(wishes).toEqual([{ intent: { kind: "hold", output: "heater", want: 100, for: 900 }, actor: "Anna (0a1b)" }]);
	});

	it("is there for the login of a page on its own", async () => {
		const url = await opened({ login: LOGIN });
		const login = basic(LOGIN.username, LOGIN.password);
		const answer = await post(url, { token: tokenIn(await page(url, login)), do: wishOf.mode("off") }, login);
		expect(answer.status).toBe(303);
		expect(wishes).toEqual([{ intent: { kind: "mode", mode: "off" }, actor: "solar" }]);
	});

	it("works whatever things are called", async () => {
		const named = problem(TOKEN, 0, mend("too_small", { min: 30, unit: "%" }));
		const html = await page(await opened({ about: { problems: [named] } }), ADMIN);
		expect((await post(stage?.url ?? "", { token: tokenIn(html), do: ON }, ADMIN)).status).toBe(303);
		expect(html.split(tokenIn(html)).length).toBe(2);
	});

	// #not-for-others
	test.each([
		["a plain user", CHILD],
		["a user of whom nothing is known", { "x-remote-user-id": "ffff" }],
		["nobody", {}],
		["an id that is none", { "x-remote-user-id": "0a1b, 0a1b" }],
	])("is not there for %s, and what is sent all the same is refused", async (_, who) => {
		const url = await opened();
		const html = await page(url, who);
		expect(html).not.toMatch(/<form|<button|token/);
		const token = tokenIn(await page(url, ADMIN));
		expect((await post(url, { token, do: ON }, who)).status).toBe(403);
		expect((await ask(`${url}api/token`, who)).status).toBe(403);
		expect(wishes).toEqual([]);
	});

	it("is not there on a page that only shows", async () => {
		stage = await onStage({});
		const html = await page(stage.url, ADMIN);
		expect(html).not.toContain("<button");
		expect((await post(stage.url, { token: "", do: ON }, ADMIN)).status).toBe(403);
	});

	it("tells a script what control has against it, and a browser without one on a page of its own", async () => {
		const url = await opened();
		const token = tokenIn(await page(url, ADMIN));
		refusal = problem("heater", 100, mend("too_small", { min: 30, unit: "%" }));
		const plain = await post(url, { token, do: ON }, ADMIN);
		expect(plain.status).toBe(409);
		expect(plain.text).toMatch(/<p>Give 30\u00a0% or more\.<\/p>.*href="\.\/#view-today"/s);
		const scripted = await post(url, { token, do: ON }, { ...ADMIN, accept: "application/json" });
		expect([scripted.status, JSON.parse(scripted.text)]).toEqual([409, { error: "Give 30 % or more." }]);
	});
});

describe("a refusal", () => {
	const TOO_SMALL = problem("heater", 100, mend("too_small", { min: 30, unit: "%" }));
	const again = async (times: number, url: string, token: string, who: Readonly<Record<string, string>>) => {
		for (let n = 0; n < times; n++) await post(url, { token, do: ON }, who);
	};
	const said = () => stage?.told.map(({ level, code, facts }) => [level, code, facts["actor"]]);

	// #refusal-told-with-name
	it("of control is told with what was asked and who asked", async () => {
		const url = await opened();
		refusal = TOO_SMALL;
		await post(url, { token: tokenIn(await page(url, ADMIN)), do: ON }, ADMIN);
		expect(stage?.told).toEqual([
			{
				level: "warning",
				code: "page_refused",
				facts: { actor: "Anna (0a1b)", path: "heater", value: "100", problem: "too_small", min: 30, unit: "%" },
			},
		]);
	});

	it("of a user without the right is told with the name, of anybody else with the address", async () => {
		const url = await opened();
		await post(url, { token: "", do: ON }, CHILD);
		await sent(`${url}api/intents`, "{}", { "content-type": "application/json" });
		expect(said()).toEqual([
			["warning", "page_not_allowed", "Bo (2c3d)"],
			["warning", "page_not_allowed", "127.0.0.1"],
		]);
	});

	it("is none where somebody only looks, or what is asked is done", async () => {
		const url = await opened();
		for (const who of [CHILD, ADMIN, {}])
			for (const path of ["", "api/token", "api/snapshot", "page.js"]) await ask(`${url}${path}`, who);
		await post(url, { token: tokenIn(await page(url, ADMIN)), do: ON }, ADMIN);
		expect(wishes).toHaveLength(1);
		expect(stage?.told).toEqual([]);
	});

	// #refusals-bounded
	it("is told five times in five minutes for each person, then again with how many were left out", async () => {
		let now = NOON.getTime();
		const url = await opened({ now: () => new Date(now) });
		refusal = TOO_SMALL;
		const token = tokenIn(await page(url, ADMIN));
		await again(20, url, token, CHILD);
		expect(stage?.told).toHaveLength(5);
		await again(1, url, token, ADMIN);
		expect(said()?.at(-1)).toEqual(["warning", "page_refused", "Anna (0a1b)"]);
		now += 5 * 60_000;
		await again(1, url, token, CHILD);
		expect(stage?.told).toHaveLength(7);
		expect(stage?.told.at(-1)?.facts).toEqual({ actor: "Bo (2c3d)", left_out: 15 });
		now -= 3600_000;
		await again(1, url, token, CHILD);
		expect(stage?.told).toHaveLength(8);
	});
});

describe("a person", () => {
	const named = (display: string, user = "anna") =>
		personIn(
			{
				"x-remote-user-id": "0a1b",
				"x-remote-user-display-name": Buffer.from(display).toString("latin1"),
				"x-remote-user-name": user,
			},
			undefined,
		)?.name;

	test.each([
		["of a long name is told without half a character", `a${"😀".repeat(40)}`, `a${"😀".repeat(31)}`],
		["keeps a last letter that has a blank's byte", "Zoà", "Zoà"],
		["of an unprintable name is told by another", "\u200b", "anna"],
	])("%s", (_, sent, name) => {
		expect(named(sent)).toBe(name);
	});
});

describe("a forged request", () => {
	// #forged-refused
	test.each([
		["without a token", () => ({ do: ON }), {}],
		["with another person's token", (_: string, other: string) => ({ token: other, do: ON }), {}],
		["with a part of the token", (token: string) => ({ token: token.slice(0, -1), do: ON }), {}],
		["from another site", (token: string) => ({ token, do: ON }), { "sec-fetch-site": "cross-site" }],
		["from another port of this machine", (token: string) => ({ token, do: ON }), { "sec-fetch-site": "same-site" }],
	] as const)("%s is refused", async (_, body, headers) => {
		const url = await opened({ acts: { ...acts, isAdmin: async () => true } });
		const [token, other] = [tokenIn(await page(url, ADMIN)), tokenIn(await page(url, CHILD))];
		expect(token).not.toBe(other);
		expect((await post(url, body(token, other), { ...ADMIN, ...headers })).status).toBe(403);
		expect(wishes).toEqual([]);
	});

	it("with a token of an earlier start is refused, and the text says to load the page again", async () => {
		const old = tokenIn(await page(await opened(), ADMIN));
		await stage?.close();
		const url = await opened();
		const { status, text } = await post(url, { token: old, do: ON }, ADMIN);
		expect(status).toBe(403);
		expect(text).toContain("Load it again");
	});

	it("that is large, or no form, is refused before anything is done", async () => {
		const url = await opened();
		const token = tokenIn(await page(url, ADMIN));
		expect((await post(url, { token, do: ON, more: "x".repeat(5000) }, ADMIN)).status).toBe(413);
		expect((await sent(`${url}act`, ON, { ...ADMIN, "content-type": "text/plain" })).status).toBe(403);
		expect((await sent(`${url}act`, ON, { ...ADMIN, "content-type": "application/xml" })).status).toBe(415);
		expect((await sent(`${url}act`, "{", { ...ADMIN, "content-type": "application/json" })).status).toBe(400);
		expect(wishes).toEqual([]);
	});
});

describe("POST /api/intents", () => {
	it("takes a wish as JSON, with the token of GET /api/token", async () => {
		const url = await opened({ login: LOGIN });
		const login = { ...basic(LOGIN.username, LOGIN.password), "content-type": "application/json" };
		const { token } = JSON.parse((await ask(`${url}api/token`, login)).text);
		const wish = JSON.stringify({ kind: "hold", output: "pump", want: 100, for: 3600 });
		expect((await sent(`${url}api/intents`, wish, login)).status).toBe(403);
		const { status, text } = await sent(`${url}api/intents`, wish, { ...login, "x-solar-token": token });
		expect([status, JSON.parse(text)]).toEqual([200, { done: true }]);
		expect(wishes[0]?.intent).toEqual({ kind: "hold", output: "pump", want: 100, for: 3600 });
		expect((await sent(`${url}api/intents`, "{}", { ...login, "x-solar-token": token })).status).toBe(400);
	});
});

describe("a wish", () => {
	test.each([
		[wishOf.hold("pump", 0, 3600), { kind: "hold", output: "pump", want: 0, for: 3600 }],
		[wishOf.release("pump"), { kind: "release", output: "pump" }],
		[wishOf.mode("auto"), { kind: "mode", mode: "auto" }],
		[wishOf.set("tank_limit", "target", 71.5), { kind: "setting", rule: "tank_limit", field: "target", value: 71.5 }],
		[
			wishOf.say("heater_control", "ready_by", "mo-fr 06:30, sa su 08:00"),
			{ kind: "setting", rule: "heater_control", field: "ready_by", value: "mo-fr 06:30, sa su 08:00" },
		],
	] as const)("%s is read as it was written", (text, intent) => {
		expect(wishIn(text)).toEqual(intent);
	});

	it("takes a time from its field, and as JSON", () => {
		const setting = { kind: "setting", rule: "heater_control", field: "ready_by" } as const;
		expect(wishIn(wishOf.say("heater_control", "ready_by"), " 06:30 ")).toEqual({ ...setting, value: "06:30" });
		expect(wishIn(wishOf.say("heater_control", "ready_by", "never"), "06:30")).toEqual({ ...setting, value: "never" });
		expect(intentIn({ ...setting, value: "06:30" })).toEqual({ ...setting, value: "06:30" });
		for (const typed of [undefined, 5, "x".repeat(300)])
			expect(wishIn(wishOf.say("heater_control", "ready_by"), typed)).toBeUndefined();
	});

	test.each([
		...["", "hold", "hold:pump", "hold:pump:100:", "hold:pump::60", "hold:pump:101:60", "hold:pump:-1:60"],
		...["hold:pump:100:59", "hold:pump:100:86401", "hold:pump:NaN:60", "hold:pu mp:100:60", "hold:a/b:100:60"],
		...[
			"mode:test",
			"mode:",
			"release:",
			"release:a:b",
			"set:a:b:",
			"set:a:b:Infinity",
			"set:a:__proto__ :1",
			"job:audit",
		],
		...[undefined, 5, null, {}, "x".repeat(400)],
	])("%p is none", (text) => {
		expect(wishIn(text)).toBeUndefined();
	});

	test.each([null, [], "hold", { kind: "hold" }, { kind: "job", name: "audit" }, { kind: "silence", output: "a" }])(
		"%p is none as JSON",
		(body) => {
			expect(intentIn(body)).toBeUndefined();
		},
	);
});

describe("an output", () => {
	const held = { kind: "hold", output: outputId("pump"), want: FULL } as const;

	it("that is held has a button back to automatic", async () => {
		const url = await opened({ snapshot: seen(SUNNY, { ...SUNNY, intents: [held] }) });
		expect(await page(url, ADMIN)).toContain('value="release:pump"');
	});

	// #safety-is-stronger
	it("whose wish is overruled by safety says so with the reason, for everybody", async () => {
		const lost = { read: ({ id }: { readonly id: string }) => (id === "tank" ? undefined : 150) };
		const url = await opened({ snapshot: seen(SUNNY, { ...lost, intents: [held] }) });
		const html = await page(url, CHILD);
		expect(html).toMatch(/class="note">Something stronger is in force[^<]*Switched on by hand/);
	});

	it("that is a heater is offered an hour at most", async () => {
		const html = await page(await opened(), ADMIN);
		const offered = [...html.matchAll(/value="hold:heater:100:(\d+)"/g)].map(([, s]) => Number(s));
		expect(Math.max(...offered)).toBe(3600);
	});
});
