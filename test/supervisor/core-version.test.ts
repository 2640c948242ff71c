import { createServer, type Server } from "node:http";
import { afterEach, beforeEach, expect, it, test } from "@jest/globals";
import { coreVersion } from "#supervisor/core-version.ts";
import { machine } from "../fakes/supervisor/machine.ts";
import { listening } from "../fakes/supervisor.ts";

let server: Server;
let answer: { status: number; body: string };
let asked: string[] = [];
let supervisor = { url: "", token: "a-token" };
beforeEach(async () => {
	asked = [];
	server = createServer((request, response) => {
		asked.push(`${request.method} ${request.url} ${request.headers.authorization}`);
		response.writeHead(answer.status, { "content-type": "application/json" }).end(answer.body);
	});
	supervisor = { ...supervisor, url: `http://127.0.0.1:${await listening(server, 0)}` };
});
afterEach(() => {
	server.closeAllConnections();
	server.close();
});

it("is asked for where every app may ask, and read from all that the Supervisor says there", async () => {
	answer = { status: 200, body: JSON.stringify({ result: "ok", data: machine(8123)["GET /info"] }) };
	expect(await coreVersion(supervisor)).toBe("2026.11.0");
	expect(asked).toEqual(["GET /info Bearer a-token"]);
});

test.each([
	["it is not allowed", 403, { result: "ok", data: { homeassistant: "2026.11.0" } }],
	["the core is not installed", 200, { result: "ok", data: { homeassistant: null } }],
	["it is no version", 200, { result: "ok", data: { homeassistant: "landingpage" } }],
	["it failed", 200, { result: "error", message: "x" }],
])("is not known where %s", async (_, status, body) => {
	answer = { status, body: JSON.stringify(body) };
	expect(await coreVersion(supervisor)).toBeUndefined();
});

it("is not known where nobody answers", async () => {
	expect(await coreVersion({ url: "http://127.0.0.1:1", token: "t" })).toBeUndefined();
});
