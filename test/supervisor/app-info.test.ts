import { createServer, type Server } from "node:http";
import { afterEach, beforeEach, describe, expect, it, test } from "@jest/globals";
import type { Snapshot } from "#model/decision/snapshot.ts";
import { appInfo } from "#supervisor/app-info.ts";
import { outdated } from "../../src/app/beside/outdated.ts";
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
const says = (data: unknown, status = 200, result = "ok") => {
	answer = { status, body: JSON.stringify({ result, data }) };
};
const NEWER = { version: "0.1.0", version_latest: "0.2.0", update_available: true };

describe("what the Supervisor says of this app", () => {
	it("is asked for where every app may ask", async () => {
		says(NEWER);
		expect(await appInfo(supervisor)).toEqual({ version: "0.1.0", latest: "0.2.0", outdated: true });
		expect(asked).toEqual(["GET /addons/self/info Bearer a-token"]);
	});

	test.each([
		["it is not allowed", NEWER, 403, "ok"],
		["it says that it failed", NEWER, 200, "error"],
		["it says no latest version", { ...NEWER, version_latest: null }, 200, "ok"],
		["its version is no version", { ...NEWER, version_latest: "<script>" }, 200, "ok"],
		["it does not say whether there is an update", { ...NEWER, update_available: "yes" }, 200, "ok"],
		["it says nothing", null, 200, "ok"],
	])("is not known where %s", async (_, data, status, result) => {
		says(data, status, result);
		expect(await appInfo(supervisor)).toBeUndefined();
	});

	it("is not known where nobody answers, or no JSON", async () => {
		answer = { status: 200, body: "<html>" };
		expect(await appInfo(supervisor)).toBeUndefined();
		expect(await appInfo({ ...supervisor, url: "http://127.0.0.1:1" })).toBeUndefined();
	});
});

describe("a newer version of the app", () => {
	// #asked-two-minutes-start
	it("is asked for two minutes after the start and once a day, and told of until it is there", async () => {
		const answers = [
			{ version: "1", latest: "2", outdated: true },
			undefined,
			{ version: "2", latest: "2", outdated: false },
		];
		let questions = 0;
		const { turned, findings } = outdated(supervisor, async () => answers[questions++]);
		const at = async (now: number) => {
			turned({ now } as unknown as Snapshot);
			await Promise.resolve();
			await Promise.resolve();
			return [questions, findings().map(({ code, facts }) => [code, facts["latest"]])];
		};
		expect(await at(1000)).toEqual([0, []]);
		expect(await at(1119)).toEqual([0, []]);
		expect(await at(1120)).toEqual([1, [["app_outdated", "2"]]]);
		expect(await at(80_000)).toEqual([1, [["app_outdated", "2"]]]);
		expect(await at(87_520)).toEqual([2, [["app_outdated", "2"]]]);
		expect(await at(174_000)).toEqual([3, []]);
	});
});
