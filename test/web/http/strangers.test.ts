import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, it, test } from "@jest/globals";
import type { Intent } from "#model/decision/intent.ts";
import { CANARY } from "../../cli/desk.ts";
import { ask, basic, listen } from "../ask.ts";
import { keptBy } from "../history/kept.ts";
import { NOON, onStage, type Stage } from "../stage.ts";

const LOGIN = { username: "solar", password: CANARY };
const RIGHT = basic(LOGIN.username, LOGIN.password);
const JSON_TYPE = { "content-type": "application/json" };
const FORM_TYPE = { "content-type": "application/x-www-form-urlencoded" };

let stage: Stage;
let wishes: { readonly intent: Intent; readonly actor: string }[];
beforeEach(async () => {
	wishes = [];
	const ask = async (intent: Intent, actor: string) => {
		wishes.push({ intent, actor });
		return undefined;
	};
	const acts = { isAdmin: async () => true, ask };
	stage = await onStage({ login: LOGIN, acts, histories: keptBy(NOON.toISOString()) });
});
afterEach(async () => {
	// Whatever they sent: the owner is served, and nobody was obeyed.
	expect((await ask(stage.url, RIGHT)).status).toBe(200);
	expect(wishes).toEqual([]);
	await stage.close();
});
const tokenOf = async (): Promise<string> => JSON.parse((await ask(`${stage.url}api/token`, RIGHT)).text).token;

/** What is answered to these very bytes, without a program that would tidy them up. */
async function raw(bytes: string): Promise<string> {
	const socket = connect(Number(new URL(stage.url).port), "127.0.0.1");
	socket.end(bytes);
	return text(socket).catch(() => "");
}
const statusIn = (answer: string) => Number(/^HTTP\/1\.1 (\d{3}) /.exec(answer)?.[1] ?? 0);

describe("a stranger", () => {
	// #forged-headers-name-nobody
	test.each([
		{ "x-remote-user-id": "0a1b", "x-remote-user-name": "anna" },
		{ "x-ingress-path": "/api/hassio_ingress/abc" },
		{ "x-forwarded-for": "127.0.0.1", "x-real-ip": "172.30.32.2" },
		{ "x-original-url": "/api/snapshot", "x-rewrite-url": "/api/snapshot" },
		{ cookie: "session=owner; token=1" },
	])("gets nothing with %j", async (headers) => {
		for (const path of ["", "api/token", "api/history", "history", "metrics", "api/openapi.json"])
			expect([path, (await ask(`${stage.url}${path}`, headers)).status]).toEqual([path, 401]);
	});

	it("gets no further with two slashes in an address, which an owner may have", async () => {
		for (const path of ["/", "/page.css", "/api//snapshot"]) {
			expect([path, (await ask(`${stage.url}${path}`, RIGHT)).status]).toEqual([path, 200]);
			if (path.includes("api")) expect((await ask(`${stage.url}${path}`)).status).toBe(401);
		}
	});

	it("with the login is that login, whatever headers name somebody else, and no header gets into the page", async () => {
		const forged = {
			...RIGHT,
			"x-remote-user-id": "admin",
			"x-remote-user-name": "evil<b>",
			"x-ingress-path": "/evil",
		};
		const { status, text: html } = await ask(stage.url, forged);
		expect([status, html.includes("evil")]).toEqual([200, false]);
		const headers = { ...forged, ...JSON_TYPE, "x-solar-token": await tokenOf() };
		await ask(`${stage.url}api/intents`, headers, "POST", JSON.stringify({ kind: "mode", mode: "auto" }));
		expect(wishes.splice(0).map(({ actor }) => actor)).toEqual(["solar"]);
	});

	// #cross-site-post-refused
	test.each([
		["another site", { "sec-fetch-site": "cross-site" }],
		["another program on this machine", { "sec-fetch-site": "same-site" }],
		["an older browser, without the token", {}],
	])("makes the owner's browser post from %s in vain", async (_, from) => {
		const body = new URLSearchParams({ do: "mode:off", token: "guessed" }).toString();
		expect((await ask(`${stage.url}act`, { ...RIGHT, ...FORM_TYPE, ...from }, "POST", body)).status).toBe(403);
		const plain = { ...RIGHT, "content-type": "text/plain", ...from };
		const wish = JSON.stringify({ kind: "mode", mode: "off" });
		expect((await ask(`${stage.url}api/intents`, plain, "POST", wish)).status).toBeGreaterThanOrEqual(400);
	});

	// #path-out-of-the-page
	test.each([
		"../../etc/passwd",
		"..%2f..%2fetc%2fpasswd",
		"%2e%2e/%2e%2e/etc/passwd",
		"page.js/../../../etc/passwd",
		"..\\..\\etc\\passwd",
		"....//....//etc/passwd",
		"/etc/passwd",
		"page-password",
		"options.json",
		"%00",
		"%c0%ae%c0%ae/etc/passwd",
		"%",
	])("finds no file behind %j", async (path) => {
		const auth = `authorization: ${RIGHT.authorization}`;
		const answer = await raw(`GET /${path} HTTP/1.1\r\nhost: 127.0.0.1\r\n${auth}\r\nconnection: close\r\n\r\n`);
		expect([400, 404]).toContain(statusIn(answer));
		expect(answer).not.toMatch(/root:|solar_charging/);
	});

	test.each([
		["a body that is too large", JSON_TYPE, JSON.stringify({ kind: "mode", mode: "auto", x: "x".repeat(5000) }), 413],
		["JSON that is none", JSON_TYPE, "{", 400],
		["nothing", JSON_TYPE, "", 400],
		["a list", JSON_TYPE, "[]", 400],
		["nested lists", JSON_TYPE, "[".repeat(500), 400],
		["a prototype", JSON_TYPE, '{"__proto__":{"kind":"mode"},"constructor":{"prototype":{"mode":"off"}}}', 400],
		["another type", { "content-type": "application/xml" }, "<x/>", 415],
		["a type that is none", { "content-type": ";;;" }, "x", 415],
	])("sends %s", async (_, type, body, status) => {
		const headers = { ...RIGHT, ...type, "x-solar-token": await tokenOf() };
		const answer = await ask(`${stage.url}api/intents`, headers, "POST", body);
		expect([answer.status, JSON.parse(answer.text)]).toEqual([status, { error: expect.any(String) }]);
		expect(answer.text).not.toMatch(/at \w+ \(|node_modules/);
	});

	test.each([
		["two lengths", "POST /act HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ncontent-length: 6\r\n\r\nhello"],
		[
			"a length and chunks",
			"POST /act HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n",
		],
		["a header of 100 kB", `GET / HTTP/1.1\r\nhost: x\r\nx: ${"y".repeat(100_000)}\r\n\r\n`],
		["no HTTP", "\u0016\u0003\u0001\u0000\u0005hello\r\n\r\n"],
		["no host", "GET / HTTP/1.1\r\n\r\n"],
		["a line of 1 MB", `GET /${"a".repeat(1_000_000)} HTTP/1.1\r\nhost: x\r\n\r\n`],
	])("is cut off or refused for %s", async (_, bytes) => {
		const status = statusIn(await raw(bytes));
		expect(status === 0 || status >= 400).toBe(true);
	});

	test.each(["TRACE", "PUT", "DELETE", "OPTIONS", "PATCH", "PROPFIND"])(
		"is told that there is nothing for %s",
		async (method) => {
			const { status, headers } = await ask(stage.url, RIGHT, method);
			expect(status).toBeGreaterThanOrEqual(400);
			// No other site is let in.
			expect(headers["access-control-allow-origin"]).toBeUndefined();
		},
	);

	it("opens 300 streams: 32 are there, and a question still finds a place", async () => {
		const streams = Array.from({ length: 300 }, () => listen(`${stage.url}api/events`, RIGHT));
		const opened = await Promise.all(
			streams.map(({ opened }) =>
				opened.then(
					({ status }) => status,
					() => 0,
				),
			),
		);
		expect(opened.filter((status) => status === 200).length).toBeLessThanOrEqual(32);
		expect((await ask(`${stage.url}api/snapshot`, RIGHT)).status).toBe(200);
		for (const { close } of streams) close();
		await Promise.all(streams.map(({ ended }) => ended));
	}, 60_000);
});
