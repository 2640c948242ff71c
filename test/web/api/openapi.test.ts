import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it, test } from "@jest/globals";
import { problem } from "#model/findings/finding.ts";
import { fault } from "#model/plant/fault.ts";
import { mend } from "#model/sentences/sentence.ts";
import { OPERATIONS } from "#web/api/operations.ts";
import { CANARY } from "../../cli/desk.ts";
import { type Scene, seen, turns } from "../../fakes/owners-plant.ts";
import { widePlant } from "../../fakes/wide-plant.ts";
import { ask, basic, listen } from "../ask.ts";
import { keptBy } from "../history/kept.ts";
import { connected, NOON, onStage, type Setting, type Stage, SUNNY, withFindings } from "../stage.ts";
import { type Document, faultsOfDocument, Judge, membersOf } from "./described.ts";

const LOGIN = { username: "solar", password: CANARY };
const RIGHT = basic(LOGIN.username, LOGIN.password);
const refused = problem("pump", "100", mend("send_number"));
const ALL: Setting = {
	snapshot: withFindings(seen(SUNNY), connected),
	login: LOGIN,
	acts: {
		isAdmin: async () => true,
		ask: async (intent) => (intent.kind === "release" ? refused : undefined),
	},
	hardware: async () => ({
		sensors: [
			{ source: "one_wire:28-0123456789ab", value: 20.5, used_by: ["tank"] },
			{ source: "x", fault: "open", text: "t" },
		],
		places: [{ kind: "board", at: "/dev/x", likely: ["usb_relay"], state: "free" }],
		broker: { state: "never" },
	}),
	lookAtBroker: () => undefined,
	histories: keptBy(NOON.toISOString(), {
		history: async ({ step }) => ({
			step,
			times: [NOON.getTime()],
			sensors: { tank: [48.2], collector: [null] },
			lows: { tank: [48], collector: [null] },
			highs: { tank: [49], collector: [null] },
			quantities: { tank: "temperature", collector: "temperature" },
			outputs: { pump: [{ at: 1, percent: 100 }] },
		}),
		energy: () => [{ period: "2026-06", days: 21, energies: [{ source: "sun", boundary: "into_tank", kwh: 103.5 }] }],
	}),
	files: Object.fromEntries(
		["dashboard.yaml", "dashboard-drawn.yaml", "solar-heating-card.js"].map((name) => [
			name,
			{
				type: name.endsWith("js") ? "text/javascript; charset=utf-8" : "text/plain; charset=utf-8",
				read: async () => "x",
			},
		]),
	),
	options: {
		shown: async () => ({ kind: "done", value: { own: {}, revision: "1" } }),
		check: async () => [refused],
		save: async () => ({ kind: "refused", problems: [refused] }),
		restart: async () => ({ kind: "refused", problem: refused }),
	},
};

let stage: Stage;
let document: Document;
let judge: Judge;
beforeAll(async () => {
	stage = await onStage(ALL);
	document = JSON.parse((await ask(`${stage.url}api/openapi.json`, RIGHT)).text) as Document;
	judge = new Judge(document);
});
afterAll(() => stage?.close());

/** The answer, after the document has judged it. */
async function judged(path: string, headers: Record<string, string> = {}, method = "GET", body?: string) {
	const answer = await ask(`${stage.url}${path}`, { ...RIGHT, ...headers }, method, body);
	const route = `/${path.split("?", 1)[0]}`;
	expect(judge.faults(method, route, answer.status, answer.headers["content-type"], answer.text)).toEqual([]);
	return answer;
}

describe("the OpenAPI document", () => {
	it("is one, by the schema of the OpenAPI Initiative", () => {
		expect(faultsOfDocument(document)).toEqual([]);
		expect(faultsOfDocument({ ...document, info: {} })).not.toEqual([]);
	});

	it("describes every route that the page has", () => {
		const all = Object.entries(document.paths).flatMap(([path, its]) =>
			Object.entries(its).map(([method, { summary }]) => [`${method} ${path}`, summary !== ""]),
		);
		expect(all.filter(([, described]) => described !== true)).toEqual([]);
		expect(all.length).toBeGreaterThan(20);
	});

	it("has a row for every route in the sources, also those that not every page has", () => {
		const web = join(import.meta.dirname, "../../../src/web");
		const sources = globSync("**/*.ts", { cwd: web }).map((file) => readFileSync(join(web, file), "utf8"));
		const routes = sources.flatMap((text) =>
			[...text.matchAll(/\bapp\.(get|post|put|delete)\(\s*"([^"]+)"/g)].map(
				([, method = "", path]) => `${method.toUpperCase()} ${path}`,
			),
		);
		expect(routes.length).toBeGreaterThan(15);
		expect(routes.filter((route) => OPERATIONS[route] === undefined)).toEqual([]);
	});

	it("names every member of the snapshot", async () => {
		const { text } = await judged("api/snapshot");
		expect(Object.keys(JSON.parse(text)).filter((key) => !membersOf(document, "Snapshot").includes(key))).toEqual([]);
	});
});

describe("every answer is as the document says:", () => {
	const waiting: (() => void)[] = [];
	afterEach(() => {
		for (const close of waiting.splice(0)) close();
	});

	it("all that can be read at once", async () => {
		for (const [path, its] of Object.entries(document.paths)) {
			const streams = its["get"]?.responses["200"]?.content?.["text/event-stream"] !== undefined;
			if (its["get"] === undefined || streams) continue;
			const { status } = await judged(path.slice(1));
			expect([path, status]).toEqual([path, 200]);
		}
	});

	test.each(["api/events", "parts"])("the stream %s", async (path) => {
		const stream = listen(`${stage.url}${path}`, RIGHT);
		waiting.push(stream.close);
		const { status, headers } = await stream.opened;
		expect(judge.faults("GET", `/${path}`, status, headers["content-type"], "data: {}")).toEqual([]);
	});

	test.each([
		[
			"a lost sensor and a board that says nothing",
			seen({ read: () => fault("open"), effect: () => ({ fault: fault("no_answer") }) }),
		],
		[
			"several fields and tanks",
			turns([{ read: () => 50 } as Scene, { read: () => 50 } as Scene], widePlant(2, 2)).at(-1),
		],
		["nothing known", seen({})],
	])("a snapshot with %s", async (_, snapshot) => {
		if (snapshot !== undefined) stage.page.see(snapshot);
		for (const language of ["en", "sv", "de"]) await judged("api/snapshot", { "accept-language": language });
	});

	it("without the login, with a wrong one, and from elsewhere", async () => {
		const strange: readonly (readonly [number, Record<string, string>])[] = [
			[401, { authorization: "" }],
			[401, basic("solar", "wrong")],
			[403, { "sec-fetch-site": "cross-site" }],
			[421, { host: "evil.example" }],
		];
		for (const [status, headers] of strange) {
			expect((await judged("api/snapshot", headers)).status).toBe(status);
			expect((await judged("api/intents", headers, "POST")).status).toBe(status);
		}
	});

	test.each([
		["from=yesterday", "from"],
		["to=2026-13-01", "to"],
		["from=2026-06-21&to=2026-06-21", "from"],
		["from=1990-01-01", "from"],
		["step=0", "step"],
		["step=1e9", "step"],
		["step=5&step=6", "step"],
		["from[]=1", undefined],
	])("a question that is none: %s", async (query, parameter) => {
		const { status, text } = await judged(`api/history?${query}`);
		expect([status, JSON.parse(text).parameter]).toEqual([parameter === undefined ? 200 : 400, parameter]);
	});

	test.each([
		["from=2026", "from"],
		["to=1960-01-01", "to"],
		["step=week", "step"],
	])("a question for energy that is none: %s", async (query, parameter) => {
		const { status, text } = await judged(`api/energy?${query}`);
		expect([status, JSON.parse(text).parameter]).toEqual([400, parameter]);
	});

	it("a wish: taken, refused, not understood, without the token, and from a button", async () => {
		const { token } = JSON.parse((await judged("api/token")).text) as { readonly token: string };
		const jsonType = { "content-type": "application/json" };
		const wish = (body: unknown, given = token) =>
			judged("api/intents", { ...jsonType, "x-solar-token": given }, "POST", JSON.stringify(body));
		expect((await wish({ kind: "mode", mode: "off" })).status).toBe(200);
		expect((await wish({ kind: "release", output: "pump" })).status).toBe(409);
		expect((await wish({ kind: "mode", mode: "test" })).status).toBe(400);
		expect((await wish({ kind: "mode", mode: "off" }, "forged")).status).toBe(403);
		const form = { "content-type": "application/x-www-form-urlencoded" };
		const body = new URLSearchParams({ token, do: "mode:off" }).toString();
		expect((await judged("act", form, "POST", body)).status).toBe(303);
		expect((await judged("act", { ...form, accept: "application/json" }, "POST", body)).status).toBe(200);
		expect((await judged("api/hardware/broker", { "x-solar-token": token }, "POST")).status).toBe(202);
	});

	it("options that are refused", async () => {
		const { token } = JSON.parse((await ask(`${stage.url}api/token`, RIGHT)).text) as { readonly token: string };
		const headers = { "x-solar-token": token, "content-type": "application/json" };
		const post = async (path: string) => (await judged(path, headers, "POST", JSON.stringify({ options: {} }))).status;
		expect([await post("api/options"), await post("api/options/check"), await post("api/restart")]).toEqual([
			409, 200, 409,
		]);
	});
});
