import { request } from "node:http";
import { afterEach, beforeEach, describe, expect, it, test } from "@jest/globals";
import { source } from "#app/login/source.ts";
import { changeIn, optionForms, optionGroups } from "#app/own-options/form.ts";
import { ownSettings } from "#app/own-options/open.ts";
import { ON_PAGE } from "#options/own/on-page.ts";
import { parse } from "#options/parse.ts";
import { root } from "#options/root.ts";
import { readOwnOptions } from "#store/files/own-options.ts";
import { LANGUAGES } from "#texts/say.ts";
import { CANARY, Desk } from "../../cli/desk.ts";
import { SelfAtSupervisor } from "../../fakes/supervisor/self.ts";
import { type Answered, ask } from "../../web/ask.ts";
import { onStage, type Stage } from "../../web/stage.ts";

const ADMIN = { "x-remote-user-id": "0a1b", "x-remote-user-display-name": "Anna", "accept-language": "en" };
const CHILD = { ...ADMIN, "x-remote-user-id": "2c3d" };

let desk: Desk;
let at: SelfAtSupervisor;
let stage: Stage;
let restarted: string[];
beforeEach(async () => {
	desk = new Desk();
	at = await SelfAtSupervisor.start();
	at.own = { vbus: { password: CANARY } };
	restarted = [];
	desk.env = { ...desk.env, ...at.env };
	const options = desk.file("data/options.json", at.written());
	const settings = ownSettings(desk.machine(), source(desk.machine(), { options, data: desk.data }), () => undefined);
	stage = await onStage({
		acts: { isAdmin: async (id) => id === "0a1b", ask: async () => undefined },
		forms: optionForms({
			settings,
			restart: async (actor) => ({ kind: "begun", go: () => void restarted.push(actor) }),
		}),
	});
});
afterEach(async () => {
	await stage.close();
	await at.close();
	desk.clear();
});

const page = async (headers: Readonly<Record<string, string>> = ADMIN) => ask(`${stage.url}options`, headers);
const hidden = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? "";
const post = (
	path: string,
	fields: Readonly<Record<string, string>>,
	headers: Readonly<Record<string, string>> = ADMIN,
): Promise<Answered> =>
	new Promise((done, failed) => {
		const form = { "content-type": "application/x-www-form-urlencoded", ...headers };
		const asked = request(`${stage.url}${path}`, { method: "POST", headers: form }, (response) => {
			let text = "";
			response.on("data", (chunk: Buffer) => {
				text += String(chunk);
			});
			response.on("end", () => done({ status: response.statusCode ?? 0, headers: response.headers, text }));
		});
		asked.on("error", failed);
		asked.end(new URLSearchParams(fields).toString());
	});
/** Sends the form of a group as a browser does. */
async function send(group: string, fields: Readonly<Record<string, string>>): Promise<Answered> {
	const { text } = await page();
	return post("options", { token: hidden(text, "token"), revision: hidden(text, "revision"), group, ...fields });
}
const own = () => {
	const read = readOwnOptions(desk.data);
	return read.kind === "read" ? read.options : read;
};

describe("the page of the app's own options", () => {
	it("has every option that is not on the options page, with its text in the reader's language", async () => {
		for (const language of LANGUAGES) {
			const groups = optionGroups({ merged: {}, place: "page" }, language);
			expect(groups.map(({ key }) => key)).toEqual(Object.keys(root.shape).filter((key) => !ON_PAGE.has(key)));
			const nameless = groups.flatMap(({ name, fields = [] }) => [name, ...fields.map((one) => one.name)]);
			expect(nameless.filter((name) => /^[a-z]|_/.test(name))).toEqual([]);
		}
		expect((await page({ ...ADMIN, "accept-language": "sv" })).text).toContain("Laddning startar vid");
	});

	it("is found from the page by administrators alone", async () => {
		expect((await ask(stage.url, ADMIN)).text).toContain('href="options"');
		expect((await ask(stage.url, CHILD)).text).not.toContain('href="options"');
	});

	it("has all options where there is no options page", () => {
		expect(optionGroups({ merged: {}, place: "file" }, "en").map(({ key }) => key)).toEqual(Object.keys(root.shape));
	});

	it("is for administrators, and its forms for those with the token", async () => {
		expect((await page(CHILD)).status).toBe(403);
		const { text } = await page();
		const fields = {
			token: hidden(text, "token"),
			revision: hidden(text, "revision"),
			group: "tank_limit",
			target: "60",
		};
		for (const headers of [
			CHILD,
			{ ...ADMIN, "sec-fetch-site": "cross-site" },
			{ ...ADMIN, "sec-fetch-site": "same-site" },
		])
			expect((await post("options", fields, headers)).status).toBe(403);
		expect((await post("options", { ...fields, token: "guessed" })).status).toBe(403);
		expect((await post("options/restart", {})).status).toBe(403);
		expect([own(), restarted]).toEqual([{}, []]);
	});

	it("saves a group, and an empty field goes back to its default", async () => {
		expect((await send("tank_limit", { target: "60,5", hysteresis: "3", maximum: "" })).status).toBe(303);
		expect(own()).toEqual({ tank_limit: { target: 60.5, hysteresis: 3 } });
		await send("tank_limit", { target: "", hysteresis: "3", maximum: "" });
		expect(own()).toEqual({ tank_limit: { hysteresis: 3 } });
		expect((await page()).text).toContain("takes effect when the app is restarted");
	});

	it("saves switches, choices, single options and lists", async () => {
		await send("night_cooling", { enabled: "true", tank_above: "" });
		await send("preset", { preset: "sorel" });
		await send("turn", { turn: "2" });
		await send("tanks", { list: '[{"id": "buffer", "volume": 800}]' });
		expect(own()).toEqual({
			night_cooling: { enabled: true },
			preset: "sorel",
			turn: 2,
			tanks: [{ id: "buffer", volume: 800 }],
		});
		await send("tanks", { list: "" });
		expect(own()).not.toHaveProperty("tanks");
	});

	test.each([
		["tank_limit", { hysteresis: "warm" }, "tank_limit.hysteresis"],
		["tank_limit", { hysteresis: "200" }, "Give 20"],
		["tanks", { list: '[{"id": "buffer"' }, "tanks"],
	])("says what is wrong and keeps what was typed: %s %j", async (group, fields, said) => {
		const { status, text } = await send(group, fields);
		expect(status).toBe(409);
		expect(text).toContain(said);
		expect(text).toContain(`id="option-${group}" open`);
		expect(text).toContain(Object.values(fields)[0]?.slice(0, 4).replaceAll('"', "&#34;"));
		expect(own()).toEqual({});
	});

	it("shows no secret, and keeps it where its field is sent back", async () => {
		const { text } = await page();
		expect(text).not.toContain(CANARY);
		await send("vbus", { password: "[redacted]", channel: "1" });
		expect(JSON.stringify(at.own)).toContain(CANARY);
	});

	it("restarts the app once the answer is out", async () => {
		const { text } = await page();
		expect((await post("options/restart", { token: hidden(text, "token") })).headers.location).toBe("../#view-wall");
		await stage.page.close();
		expect(restarted).toEqual(["Anna (0a1b)"]);
	});

	it("sends back what it shows as no change at all", () => {
		const set = { tank_limit: { target: 60 }, turn: 2, tanks: [{ id: "buffer", volume: 800 }], preset: "sorel" };
		const sent = optionGroups({ merged: set, place: "page" }, "en").map((group) =>
			changeIn(group, {
				...Object.fromEntries((group.fields ?? []).map(({ key, value }) => [key, value])),
				...(group.list !== undefined && { list: group.list }),
			}),
		);
		const merged = Object.assign({}, ...sent);
		const clean = JSON.parse(JSON.stringify(merged, (_, value) => value ?? undefined));
		expect(parse(clean)).toEqual(parse(set));
	});
});
