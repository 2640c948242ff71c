import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, test } from "@jest/globals";
import { until } from "../../e2e/installation.ts";
import type { Launch } from "./app-process.ts";
import { type Manifest, repository } from "./manifest.ts";
import { rating } from "./rating.ts";
import { Supervisor } from "./supervisor.ts";

/** An app that says how it was started, what it is asked, and streams. */
const ECHO = `
	const { createServer } = require("node:http");
	console.log("turn", JSON.parse(require("node:fs").readFileSync("options.json")).turn, !!process.env.SUPERVISOR_TOKEN);
	createServer((asked, answer) => {
		if (asked.url === "/events") {
			answer.writeHead(200, { "content-type": "text/event-stream" });
			answer.write("data: one\\n\\n");
			return void setTimeout(() => answer.end("data: two\\n\\n"), 300);
		}
		if (asked.url === "/end") process.exit(3);
		answer.end(JSON.stringify({ url: asked.url, ...asked.headers }));
	}).listen(process.argv[1], "127.0.0.1");
	process.on("SIGTERM", () => process.exit(0));`;
const echo: Launch = (_data, port) => [process.execPath, "-e", ECHO, String(port)];

let folder: string;
let supervisor: Supervisor;
beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), "solar-fake-supervisor-"));
	supervisor = await Supervisor.start({ data: folder, launch: echo });
});
afterAll(async () => {
	await supervisor.close();
	rmSync(folder, { recursive: true });
});

const ask = async (method: string, path: string, body?: unknown, token = supervisor.token) => {
	const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
	const asked = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) };
	const answer = await fetch(supervisor.url + path, asked);
	return { status: answer.status, text: await answer.text() };
};
const page = (path: string, session: string) =>
	fetch(`${supervisor.url}/ingress/${supervisor.app.ingressToken}${path}`, {
		headers: { cookie: `ingress_session=${session}`, "x-ingress-path": "/api/x", "x-remote-user-name": "forged" },
	});
const optionsFile = () => join(folder, "options.json");

describe("an app under the fake Supervisor", () => {
	it("gets its options with all defaults, for its owner's eyes only, and a token", async () => {
		expect((await ask("POST", "/addons/self/options", { options: { ...defaults(), turn: 2 } })).status).toBe(200);
		expect((await ask("POST", "/addons/self/start")).status).toBe(200);
		expect(supervisor.app.state).toBe("started");
		expect(JSON.parse(readFileSync(optionsFile(), "utf8"))).toEqual({ ...defaults(), turn: 2 });
		expect(statSync(optionsFile()).mode & 0o777).toBe(0o600);
		expect(supervisor.app.log).toContain("turn 2 true");
	});

	it("goes on as it was when bad options are refused", async () => {
		const bad = { ...defaults(), turn: 99 };
		const judged = await ask("POST", "/addons/self/options/validate", bad);
		expect(judged.status).toBe(200);
		expect(judged.text).toMatch(/"valid":false/);
		expect(judged.text).toContain("value must be at most 60.0");
		expect((await ask("POST", "/addons/self/options", { options: bad })).status).toBe(400);
		expect(supervisor.app.options["turn"]).toBe(2);
		expect(supervisor.app.state).toBe("started");
	});

	it("may ask with its own token, and for the broker; nobody may without one", async () => {
		const { token } = supervisor.app.process;
		expect(await ask("GET", "/services/mqtt", undefined, token)).toMatchObject({ status: 400 });
		supervisor.mqtt.offers({ host: "core-mosquitto" });
		expect((await ask("GET", "/services/mqtt", undefined, token)).text).toContain("core-mosquitto");
		expect((await ask("GET", "/addons/self/info", undefined, token)).text).toContain('"slug":"local_solar_heating"');
		expect((await ask("GET", "/addons/self/info", undefined, "wrong")).status).toBe(403);
		expect((await fetch(`${supervisor.url}/addons`)).status).toBe(401);
	});

	it("shows its page to sessions only, and says who looks", async () => {
		expect((await page("/", "none")).status).toBe(401);
		const { session } = JSON.parse((await ask("POST", "/ingress/session", { user_id: "u1" })).text).data;
		const seen: unknown = await (await page("/a?b=c", session)).json();
		expect(seen).toMatchObject({ url: "/a?b=c", "x-ingress-path": "/api/x", "x-remote-user-id": "u1" });
		expect(seen).not.toHaveProperty("x-remote-user-name");
		const events = (await page("/events", session)).body?.pipeThrough(new TextDecoderStream()).getReader();
		expect((await events?.read())?.value).toBe("data: one\n\n");
		expect((await events?.read())?.value).toBe("data: two\n\n");
	});

	it("is in error when it ends by itself, and stopped when it is stopped", async () => {
		await fetch(`http://127.0.0.1:${supervisor.app.process.port}/end`).catch(() => undefined);
		await until("it is seen to have ended", () => supervisor.app.state === "error");
		await ask("POST", "/addons/self/restart");
		expect(supervisor.app.state).toBe("started");
		await ask("POST", "/addons/self/stop");
		expect(supervisor.app.state).toBe("stopped");
		expect(supervisor.app.process.exitCode).toBe(0);
		expect((await ask("GET", "/addons/self/logs")).text).toBe("turn 2 true\nturn 2 true\n");
	});
});

const defaults = () => repository().manifest.options;

const PLAIN = { ...repository().manifest, ingress: false, auth_api: false };
test.each<readonly [string, Partial<Manifest>, boolean, number]>([
	["nothing", {}, false, 5],
	["a profile and ingress", { ingress: true }, true, 8],
	["ingress", { ingress: true }, false, 7],
	["ingress without a profile", { ingress: true, apparmor: false }, false, 6],
	["raw memory twice", { ingress: true, privileged: ["SYS_RAWIO", "SYS_ADMIN"] }, true, 7],
	["the host's network", { ingress: true, host_network: true }, true, 7],
	["an administrator's rights", { hassio_role: "admin" }, false, 3],
	["everything", { ingress: true, full_access: true }, true, 1],
])("an app with %s is rated as the Supervisor rates it", (_what, manifest, profile, stars) =>
	expect(rating({ ...PLAIN, ...manifest }, profile)).toBe(stars),
);

test("a translation that is not as it should be is left out, and the other texts of a file are dropped", () => {
	const { translations } = repository();
	expect(Object.keys(translations).sort()).toEqual(["de", "en", "sv"]);
	expect(Object.values(translations).map((one) => Object.keys(one))).toEqual(Array(3).fill(["configuration"]));
});

test("this app is rated 8 of 8", () => {
	const { manifest, file } = repository();
	expect(rating(manifest, file("apparmor.txt") !== undefined)).toBe(8);
});
