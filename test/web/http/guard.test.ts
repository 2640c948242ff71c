import { afterEach, beforeEach, describe, expect, it, test } from "@jest/globals";
import { ownHost } from "#web/http/host.ts";
import { CANARY } from "../../cli/desk.ts";
import { ask, basic, listen } from "../ask.ts";
import { onStage, type Setting, type Stage } from "../stage.ts";

const LOGIN = { username: "solar", password: CANARY };
const RIGHT = basic(LOGIN.username, LOGIN.password);
let stages: Stage[];
beforeEach(() => {
	stages = [];
});
afterEach(async () => {
	for (const stage of stages) await stage.close();
});
const staged = async (setting: Setting): Promise<Stage> => {
	const stage = await onStage(setting);
	stages.push(stage);
	return stage;
};

describe("without an ingress the page", () => {
	// #asks-login-again-shows
	test.each([
		["no login", {}],
		["a wrong password", basic("solar", "wrong")],
		["the right one and more", basic("solar", `${CANARY}x`)],
		["a part of it", basic("solar", CANARY.slice(0, -1))],
		["another user", basic("admin", CANARY)],
		["another way to log in", { authorization: `Bearer ${CANARY}` }],
		["rubbish", { authorization: "Basic %%%" }],
		["headers that only an ingress may send", { "x-remote-user-id": "1", "x-remote-user-name": "admin" }],
	])("asks for the login again after %s, and shows nothing", async (_, headers) => {
		const { url } = await staged({ login: LOGIN });
		for (const path of ["", "page.js", "api/snapshot", "api/events", "parts", "nothing"]) {
			const answer = await ask(`${url}${path}`, headers);
			expect([path, answer.status]).toEqual([path, 401]);
			expect(answer.headers["www-authenticate"]).toMatch(/^Basic realm="Solar Heating"/);
			expect(answer.text).not.toContain("collector");
		}
	});

	it("opens to the right one, on every path", async () => {
		const { url } = await staged({ login: LOGIN });
		for (const path of ["", "page.js", "api/snapshot"]) expect((await ask(`${url}${path}`, RIGHT)).status).toBe(200);
		const stream = listen(`${url}api/events`, RIGHT);
		expect((await stream.opened).status).toBe(200);
		stream.close();
	});

	it("takes a password of any characters", async () => {
		const login = { username: "sol", password: "påss:wörd €" };
		const { url } = await staged({ login });
		expect((await ask(url, basic(login.username, login.password))).status).toBe(200);
	});

	// #answers-nothing-browser-sent
	test.each(["evil.example", "evil.example:8099", "127.0.0.1.evil.example", "localhost.evil.example"])(
		"answers nothing to a browser that was sent here by the name %j",
		async (host) => {
			const { url } = await staged({ login: LOGIN });
			expect((await ask(url, { ...RIGHT, host })).status).toBe(421);
		},
	);

	it("is not loaded into other sites: only its front door may be linked to", async () => {
		const { url } = await staged({ login: LOGIN });
		const from = { ...RIGHT, "sec-fetch-site": "cross-site" };
		expect((await ask(`${url}api/events`, from)).status).toBe(403);
		expect((await ask(url, from)).status).toBe(200);
	});

	it("tells of wrong logins, once in a while, and never with what was given", async () => {
		const stage = await staged({ login: LOGIN });
		for (const password of ["wrong", "wronger"]) await ask(stage.url, basic("solar", password));
		expect(stage.told).toEqual([{ level: "warning", code: "page_login_refused", facts: { from: "127.0.0.1" } }]);
	});
});

describe("behind an ingress the page", () => {
	it("needs no login, whatever name the browser used", async () => {
		const { url } = await staged({ ingress: "127.0.0.1" });
		expect((await ask(url, { host: "homeassistant.local:8123" })).status).toBe(200);
	});

	// #shown-nobody-else-whatever
	it("is shown to nobody else, whatever headers they send; only their health check is", async () => {
		const { url } = await staged({ ingress: "172.30.32.2" });
		const forged = { "x-remote-user-id": "1", "x-forwarded-for": "172.30.32.2", forwarded: "for=172.30.32.2" };
		for (const path of ["", "page.js", "api/snapshot", "api/events", "parts", "healthz/", "nothing"]) {
			const { status, text } = await ask(`${url}${path}`, forged);
			expect([path, status, text]).toEqual([path, 403, expect.not.stringContaining("collector")]);
		}
		expect((await ask(`${url}healthz`)).status).toBe(200);
	});
});

describe("a Host", () => {
	test.each([
		["127.0.0.1:8099", true],
		["192.168.1.7", true],
		["[::1]:8099", true],
		["[fe80::1]", true],
		["localhost:8099", true],
		["LOCALHOST", true],
		["boiler.lan:8099", true],
		["boiler.lan.evil", false],
		["evil", false],
		["127.0.0.1@evil", false],
		["127.0.0.1:80:80", false],
		["::1", false],
		["0x7f.1", false],
		[undefined, false],
	])("%j is ours: %s", (host, ours) => expect(ownHost(host, ["boiler.lan"])).toBe(ours));
});
