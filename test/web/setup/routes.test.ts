import { afterEach, describe, expect, it } from "@jest/globals";
import { problem } from "#model/findings/finding.ts";
import { mend } from "#model/sentences/sentence.ts";
import type { SetupPort, SetupView } from "#web/setup/setup-view.ts";
import { ask } from "../ask.ts";
import { stubOf } from "../engineer/stub.ts";
import { keptBy } from "../history/kept.ts";
import { onStage, type Stage } from "../stage.ts";

const ANNA = { "x-remote-user-id": "0a1b", "x-remote-user-name": "anna" };
const BERT = { "x-remote-user-id": "2c3d", "x-remote-user-name": "bert" };
const FORM = { "content-type": "application/x-www-form-urlencoded" };
const VIEW: SetupView = {
	...{ step: "sensors", looking: true, boards: [], announced: "never", outputs: [], plan: [], wired: [], record: [] },
	...{ simulated: false, saves: true, restarting: false },
	sensors: [
		{ source: "one_wire:28-<b>", value: 20, rise: 0, held: false, line: [], guessed: false, name: 'a"><script>' },
	],
};

let stage: Stage;
afterEach(() => stage.close());
const opened = async (refuses = false) => {
	const heard: unknown[] = [];
	const setup: SetupPort = {
		view: () => VIEW,
		async act(fields, actor) {
			heard.push([fields["do"], actor]);
			return refuses ? problem("target", "x", mend("try_busy")) : undefined;
		},
	};
	const acts = { isAdmin: async (id: string) => id === "0a1b", ask: async () => undefined };
	stage = await onStage({ setup, acts });
	const page = await ask(stage.url, ANNA);
	const token = /name="token" value="([^"]+)"/.exec(page.text)?.[1] ?? "";
	const post = (body: string, headers: Readonly<Record<string, string>> = ANNA) =>
		ask(`${stage.url}setup`, { ...headers, ...FORM }, "POST", body);
	return { page, token, post, heard };
};

describe("the guided path on the page", () => {
	it("is there for an administrator, and for nobody else", async () => {
		const { page } = await opened();
		expect(page.text).toContain("Which sensor is which?");
		const other = await ask(stage.url, BERT);
		for (const part of ["Which sensor is which?", "#view-setup", "setup-form"]) expect(other.text).not.toContain(part);
	});

	it("is found from every page of its own, for who may set up", async () => {
		const setup = { view: () => VIEW, act: async () => undefined };
		const acts = { isAdmin: async (id: string) => id === "0a1b", ask: async () => undefined };
		stage = await onStage({ setup, acts, engineer: stubOf(), histories: keptBy("2026-11-30T12:00:00Z") });
		for (const path of ["history", "export"]) {
			expect((await ask(`${stage.url}${path}`, ANNA)).text).toContain('href="./#view-setup"');
			expect((await ask(`${stage.url}${path}`, BERT)).text).not.toContain("#view-setup");
		}
	});

	it.each([
		["stuck", ["stop", "forget"]],
		["on", ["stop"]],
		["off", ["forget"]],
	] as const)("an output that is %s in a trial is ended by %j", async (state, ends) => {
		const trying = { target: "modbus:house/1/relay", state, left: 0, seconds: 10, confirmed: false };
		const setup = { view: (): SetupView => ({ ...VIEW, step: "outputs", trying }), act: async () => undefined };
		stage = await onStage({ setup, acts: { isAdmin: async () => true, ask: async () => undefined } });
		const { text } = await ask(stage.url, ANNA);
		const buttons = ["stop", "forget"].filter((act) => text.includes(`value="${act}"`));
		expect(buttons).toEqual(ends);
		expect(text.includes("It has no power any more")).toBe(state === "stuck");
	});

	it("escapes what sensors and people are called", async () => {
		const { page } = await opened();
		expect(page.text).not.toMatch(/28-<b>|"><script>/);
	});

	it("does what a button asks for, with the person's name", async () => {
		const { token, post, heard } = await opened();
		const answer = await post(`token=${token}&do=step:tank`);
		expect([answer.status, answer.headers.location]).toEqual([303, "./#view-setup"]);
		const script = await post(`token=${token}&do=step:tank`, { ...ANNA, accept: "application/json" });
		expect([script.status, JSON.parse(script.text)]).toEqual([200, { done: true }]);
		expect(heard).toEqual([
			["step:tank", "anna (0a1b)"],
			["step:tank", "anna (0a1b)"],
		]);
	});

	it("does nothing without the token, for another site, or for who is no administrator", async () => {
		const { token, post, heard } = await opened();
		expect((await post("do=save")).status).toBe(403);
		expect((await post(`token=${token}&do=save`, BERT)).status).toBe(403);
		expect((await post(`token=${token}&do=save`, { ...ANNA, "sec-fetch-site": "cross-site" })).status).toBe(403);
		expect((await post(`token=${token}&do=save`, {})).status).toBe(403);
		expect(heard).toEqual([]);
		const told = stage.told.map(({ code, facts }) => [code, facts["actor"]]);
		expect(told).toEqual([
			["page_not_allowed", "bert (2c3d)"],
			["page_not_allowed", "127.0.0.1"],
		]);
	});

	it("says why something was refused, and tells it to the log", async () => {
		const { token, post } = await opened(true);
		const answer = await post(`token=${token}&do=try:x`);
		expect([answer.status, answer.text]).toEqual([409, expect.stringContaining("wait until it is off")]);
		expect(stage.told.map(({ code }) => code)).toContain("page_refused");
	});

	it("takes no more than a screen", async () => {
		const { token, post } = await opened();
		expect((await post(`token=${token}&do=keep&x=${"y".repeat(70_000)}`)).status).toBe(413);
	});
});
