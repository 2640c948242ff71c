import { request } from "node:http";
import { afterEach, beforeEach, describe, expect, it, test } from "@jest/globals";
import { problem } from "#model/findings/finding.ts";
import type { OptionActs } from "#web/acts/option-routes.ts";
import type { Acts } from "#web/acts/person.ts";
import { mend } from "../../fakes/unworded.ts";
import { type Answered, ask } from "../ask.ts";
import { onStage, type Stage } from "../stage.ts";

const ADMIN = { "x-remote-user-id": "0a1b", "x-remote-user-display-name": "Anna" };
const CHILD = { "x-remote-user-id": "2c3d", "x-remote-user-display-name": "Bo" };
const acts: Acts = { isAdmin: async (id) => id === ADMIN["x-remote-user-id"], ask: async () => undefined };

let stage: Stage | undefined;
let calls: unknown[];
let refusal: boolean;
beforeEach(() => {
	calls = [];
	refusal = false;
});
afterEach(() => stage?.close());

const PROBLEM = problem("tank_limit.target", 200, mend("too_big", { max: 90, unit: "°C" }));
const SHOWN = { own: {}, page: { solar_charging: { start_at: 7 } }, merged: {}, revision: "r1" };
const options: OptionActs = {
	shown: async () => ({ kind: "done", value: SHOWN }),
	check: async (wanted) => {
		calls.push(["check", wanted]);
		return [PROBLEM];
	},
	save: async (wanted, who) => {
		calls.push(["save", wanted, who]);
		return refusal ? { kind: "refused", problems: [PROBLEM] } : { kind: "done", value: undefined };
	},
	restart: async (actor) => {
		calls.push(["restart", actor]);
		return refusal ? { kind: "refused", problem: PROBLEM } : { kind: "begun", go: () => calls.push("gone") };
	},
};

async function opened(): Promise<string> {
	stage = await onStage({ acts, options });
	return stage.url;
}
const tokenOf = async (url: string): Promise<string> => JSON.parse((await ask(`${url}api/token`, ADMIN)).text).token;
const post = (url: string, body: unknown, headers: Readonly<Record<string, string>>): Promise<Answered> =>
	new Promise((done, failed) => {
		const text = JSON.stringify(body);
		const asked = request(
			url,
			{ method: "POST", headers: { "content-type": "application/json", ...headers } },
			(response) => {
				let heard = "";
				response.on("data", (chunk: Buffer) => {
					heard += String(chunk);
				});
				response.on("end", () => done({ status: response.statusCode ?? 0, headers: response.headers, text: heard }));
			},
		);
		asked.on("error", failed);
		asked.end(text);
	});

describe("the options over HTTP", () => {
	it("are for an administrator to read", async () => {
		const url = await opened();
		expect(JSON.parse((await ask(`${url}api/options`, ADMIN)).text)).toEqual(SHOWN);
		expect((await ask(`${url}api/options`, CHILD)).status).toBe(403);
		expect((await ask(`${url}api/options`)).status).toBe(403);
	});

	it("are checked and saved for the person with the token, who is told in his language", async () => {
		const url = await opened();
		const token = { ...ADMIN, "x-solar-token": await tokenOf(url), "accept-language": "de" };
		const checked = await post(`${url}api/options/check`, { options: { turn: 2 } }, token);
		expect(JSON.parse(checked.text).problems).toMatchObject([
			{ path: "tank_limit.target", remedy: "90 °C oder weniger angeben." },
		]);
		const saved = await post(`${url}api/options`, { options: { turn: 2 }, revision: "r1" }, token);
		expect([saved.status, JSON.parse(saved.text)]).toEqual([200, SHOWN]);
		expect(calls).toEqual([
			["check", { turn: 2 }],
			["save", { turn: 2 }, { actor: "Anna (0a1b)", revision: "r1" }],
		]);
	});

	it("are not saved where there is a problem", async () => {
		const url = await opened();
		refusal = true;
		const saved = await post(`${url}api/options`, { options: {} }, { ...ADMIN, "x-solar-token": await tokenOf(url) });
		expect([saved.status, JSON.parse(saved.text).problems[0].code]).toEqual([409, "too_big"]);
	});

	test.each(["api/options/check", "api/options", "api/restart"])("%s is not for others", async (path) => {
		const url = await opened();
		const token = await tokenOf(url);
		for (const headers of [
			{},
			{ ...CHILD, "x-solar-token": token },
			ADMIN,
			{ ...ADMIN, "x-solar-token": "guessed" },
			{ ...ADMIN, "x-solar-token": token, "sec-fetch-site": "cross-site" },
			{ ...ADMIN, "x-solar-token": token, "sec-fetch-site": "same-site" },
		])
			expect((await post(`${url}${path}`, { options: {} }, headers)).status).toBe(403);
		expect(calls).toEqual([]);
	});

	it("are asked for by others in vain, and the log names them", async () => {
		const url = await opened();
		const token = await tokenOf(url);
		await post(`${url}api/options`, { options: {} }, { ...CHILD, "x-solar-token": token });
		await post(`${url}api/restart`, {}, { ...CHILD, "x-solar-token": token });
		const told = stage?.told.map(({ code, facts }) => [code, facts["actor"]]);
		expect(told).toEqual(Array(2).fill(["page_not_allowed", "Bo (2c3d)"]));
	});

	it("take the options of the largest plant, and no more", async () => {
		const url = await opened();
		const token = { ...ADMIN, "x-solar-token": await tokenOf(url) };
		expect((await post(`${url}api/options`, { options: { a: "x".repeat(60_000) } }, token)).status).toBe(200);
		expect((await post(`${url}api/options`, { options: { a: "x".repeat(200_000) } }, token)).status).toBe(413);
	});

	it("begin a restart once the answer is out", async () => {
		const url = await opened();
		const answered = await post(`${url}api/restart`, {}, { ...ADMIN, "x-solar-token": await tokenOf(url) });
		expect(answered.status).toBe(202);
		await stage?.close();
		expect(calls).toEqual([["restart", "Anna (0a1b)"], "gone"]);
	});
});
