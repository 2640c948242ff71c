import { request } from "node:http";
import { afterEach, beforeEach, describe, expect, it, test } from "@jest/globals";
import { source } from "#app/login/source.ts";
import { changeIn } from "#app/own-options/change.ts";
import { typedIn } from "#app/own-options/fields.ts";
import { optionForms, optionGroups } from "#app/own-options/form.ts";
import { ownSettings } from "#app/own-options/open.ts";
import { root } from "#options/root.ts";
import { readOwnOptions, writeOwnOptions } from "#store/files/own-options.ts";
import { LANGUAGES } from "#texts/say.ts";
import type { OptionField } from "#web/options/option-form.ts";
import { CANARY, Desk } from "../../cli/desk.ts";
import { SelfAtSupervisor } from "../../fakes/supervisor/self.ts";
import { eventually } from "../../ha/eventually.ts";
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
	it("has every option but the login and how it is told, under a name of its own, with its text in the reader's language", async () => {
		for (const language of LANGUAGES) {
			const groups = optionGroups({ merged: {}, place: "page" }, language);
			const there = Object.keys(root.shape).filter((key) => !["language", "mqtt", "log_level"].includes(key));
			expect(groups.map(({ key }) => key).toSorted()).toEqual(there.toSorted());
			expect(new Set(groups.map(({ name }) => name)).size).toBe(groups.length);
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
		const keys = optionGroups({ merged: {}, place: "file" }, "en").map(({ key }) => key);
		expect(keys.toSorted()).toEqual(Object.keys(root.shape).toSorted());
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
		await send("tanks", { row: "new", do: "save", id: "buffer", volume: "800" });
		expect(own()).toEqual({
			night_cooling: { enabled: true },
			preset: "sorel",
			turn: 2,
			tanks: [{ id: "buffer", volume: 800 }],
		});
		await send("tanks", { row: "buffer", do: "remove" });
		expect(own()).not.toHaveProperty("tanks");
	});

	test.each([
		["tank_limit", { hysteresis: "warm" }, "tank_limit.hysteresis"],
		["tank_limit", { hysteresis: "200" }, "Give 20"],
		["tanks", { volume: "much", row: "new", do: "save", name: "Buffer" }, "tanks[0].volume"],
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
		expect(restarted).toEqual([]);
		await eventually(async () => expect(restarted).toEqual(["Anna (0a1b)"]));
	});

	it("has fields that are never taken for what the form itself sends, and saves each group as a browser sends it", async () => {
		const { text } = await page();
		const forms = text.match(/<form [^>]*method="post" action="options">[\s\S]*?<\/form>/g) ?? [];
		expect(forms.length).toBeGreaterThan(20);
		for (const form of forms) {
			const names = [...form.matchAll(/<(?:input|select|textarea) [^>]*name="([^"]+)"/g)].map(([, name]) => name);
			expect(names).toEqual([...new Set(names)]);
		}
		const form = forms.find((one) => one.includes("option-home_assistant-form")) ?? "";
		const name = /id="option-home_assistant-token" name="([^"]+)"/.exec(form)?.[1] ?? "";
		const all = [...form.matchAll(/<input [^>]*name="([^"]+)"[^>]*value="([^"]*)"/g)];
		const sent = Object.fromEntries(all.map(([, key = "", value = ""]) => [key, value]));
		expect((await post("options", { ...sent, [name]: CANARY, do: "save" })).status).toBe(303);
		expect(own()).toMatchObject({ home_assistant: { token: CANARY } });
	});

	it("sends back what it shows as no change at all", () => {
		const set = { tank_limit: { target: 60 }, turn: 2, tanks: [{ id: "buffer", volume: 800 }], preset: "sorel" };
		const groups = optionGroups({ merged: set, place: "page" }, "en");
		const asShown = (fields: readonly OptionField[]) => ({
			...Object.fromEntries(fields.map(({ key, value }) => [key, value])),
			...Object.fromEntries(fields.map(({ key, value }) => [`was.${key}`, value])),
		});
		for (const group of groups) {
			if (group.list === undefined) expect(changeIn(group, asShown(group.fields ?? []))).toEqual({});
			for (const { key, fields } of group.list?.rows ?? [])
				expect(changeIn(group, { ...asShown(fields), row: key, do: "save" })).toEqual({ tanks: set.tanks });
		}
	});
});

describe("a list of the app's own options", () => {
	const two = [
		{ id: "cellar", volume: 300, from_the_future: { kept: [1] } },
		{ id: "attic", name: "Vind", height: 160 },
	];
	const opened = (): Promise<Answered> => {
		writeOwnOptions(desk.data, { tanks: two });
		return page();
	};

	it("is a form for each entry, which the reader's language and the entry's name say", async () => {
		const { text } = await opened();
		for (const part of ['id="option-tanks-1"', 'id="option-tanks-2"', 'id="option-tanks-new"', "<strong>Vind</strong>"])
			expect(text).toContain(part);
		expect(text).not.toContain("<textarea");
	});

	it("changes one field of one entry, adds one and removes one; everything else stays", async () => {
		await opened();
		const all = () => Reflect.get(own(), "tanks");
		// Unknown keys are refused by this version, so they are put there without it.
		const known = [{ id: "cellar", volume: 300 }, two[1]];
		writeOwnOptions(desk.data, { tanks: known });
		await send("tanks", {
			row: "attic",
			do: "save",
			height: "155,5",
			"was.height": "160",
			name: "Vind",
			"was.name": "Vind",
		});
		expect(all()).toEqual([known[0], { ...known[1], height: 155.5 }]);
		await send("tanks", { row: "new", do: "save", name: "Pool house", volume: "1 000" });
		expect(all()).toEqual([known[0], { ...known[1], height: 155.5 }, { name: "Pool house", volume: 1000 }]);
		await send("tanks", { row: "cellar", do: "remove" });
		expect(all()).toEqual([
			{ ...known[1], height: 155.5 },
			{ name: "Pool house", volume: 1000 },
		]);
		await send("tanks", { row: "attic", do: "save", height: "" });
		expect(all()).toEqual([
			{ id: "attic", name: "Vind" },
			{ name: "Pool house", volume: 1000 },
		]);
	});

	it("keeps keys that no field asks for, and a value that no field can show", () => {
		const [group] = optionGroups({ merged: { tanks: two }, place: "page" }, "en").filter(({ key }) => key === "tanks");
		if (group === undefined) throw new Error("no tanks");
		expect(changeIn(group, { row: "cellar", do: "save", volume: "400" })).toEqual({
			tanks: [{ id: "cellar", volume: 400, from_the_future: { kept: [1] } }, two[1]],
		});
	});

	it("writes no value that is the default already", async () => {
		const sensors = [{ id: "collector", role: "collector", source: "simulated:collector" }];
		const [group] = optionGroups({ merged: { sensors }, place: "page" }, "en").filter(({ key }) => key === "sensors");
		if (group === undefined) throw new Error("no sensors");
		expect(changeIn(group, { row: "collector", do: "save", offset: "0" })).toEqual({ sensors });
		expect(changeIn(group, { row: "collector", do: "save", offset: "-0,5" })).toEqual({
			sensors: [{ ...sensors[0], offset: -0.5 }],
		});
		await send("tank_limit", { target: "75", "was.target": "" });
		expect(own()).toEqual({});
	});

	it("says at the field what is wrong, keeps what was typed, and links to it", async () => {
		await opened();
		writeOwnOptions(desk.data, { tanks: [{ id: "cellar", volume: 300 }] });
		const { status, text } = await send("tanks", { row: "cellar", do: "save", volume: "5", "was.volume": "300" });
		expect(status).toBe(409);
		expect(text).toContain('href="#option-tanks-1-volume"');
		expect(text).toMatch(/id="option-tanks-1-volume" name="is\.volume"[^>]*aria-invalid="true"[^>]*value="5"/);
		expect(text).toMatch(/id="option-tanks-1-volume-wrong"><code>tanks\[0\]\.volume<\/code>/);
		expect(text).toContain('<details class="entry" id="option-tanks-1" open>');
	});

	it("is shown as text where it is no list of entries, and is not lost", async () => {
		writeOwnOptions(desk.data, { tanks: "buffer" });
		expect((await page()).text).toContain('<textarea name="list" rows="12" spellcheck="false">buffer</textarea>');
		await send("tanks", { list: '[{"id": "buffer"}]' });
		expect(own()).toEqual({ tanks: [{ id: "buffer" }] });
	});
});

describe("two people who change settings at a time", () => {
	it("do not overwrite each other: the second sees what the first saved, with his own change in its field", async () => {
		const { text } = await page();
		const seen = { token: hidden(text, "token"), revision: hidden(text, "revision"), group: "tank_limit" };
		const fields = {
			target: "",
			"was.target": "",
			hysteresis: "",
			"was.hysteresis": "",
			maximum: "",
			"was.maximum": "",
		};
		expect((await post("options", { ...seen, ...fields, target: "65" })).status).toBe(303);
		const second = await post("options", { ...seen, ...fields, hysteresis: "3" });
		expect(second.status).toBe(409);
		expect(second.text).toMatch(/id="option-tank_limit-target"[^>]*value="65"/);
		expect(second.text).toMatch(/id="option-tank_limit-hysteresis"[^>]*value="3"/);
		const again = { ...seen, revision: hidden(second.text, "revision") };
		const sent = { ...fields, target: "65", "was.target": "65", hysteresis: "3" };
		expect((await post("options", { ...again, ...sent })).status).toBe(303);
		expect(own()).toEqual({ tank_limit: { target: 65, hysteresis: 3 } });
	});

	it("whose entry was removed meanwhile, is asked whether it is to be added again", async () => {
		writeOwnOptions(desk.data, { tanks: [{ id: "cellar" }, { id: "attic" }] });
		const { text } = await page();
		const seen = { token: hidden(text, "token"), revision: hidden(text, "revision"), group: "tanks" };
		await post("options", { ...seen, row: "attic", do: "remove" });
		const second = await post("options", { ...seen, row: "attic", do: "save", height: "150", "was.height": "" });
		expect(second.status).toBe(409);
		expect(second.text).toContain('<details class="entry add" id="option-tanks-new" open>');
		expect(second.text).toMatch(/id="option-tanks-new-height"[^>]*value="150"/);
		expect(own()).toEqual({ tanks: [{ id: "cellar" }] });
	});
});

describe("a number that a person types", () => {
	test.each([
		["60,5", 60.5],
		["60.5", 60.5],
		[" 60 ", 60],
		["\u221260", -60],
		["1 000", 1000],
		["1\u202f000", 1000],
		["59.329", 59.329],
		["", null],
	])("is read as it is meant: %j", (text, value) => {
		expect(typedIn(number({ max: text === "59.329" ? 90 : 2000 }), text)).toBe(value);
	});

	test.each(["1.000", "1,000", "0x10", "1e3", "Infinity", "12 34", "60 grader", "1,000.5"])(
		"is not guessed: %j is refused",
		(text) => {
			expect(typedIn(number({ max: 2000 }), text)).toBe(text);
		},
	);
});

const number = ({ max }: { readonly max: number }): OptionField => ({
	...{ key: "volume", name: "Volume", description: "", kind: "number", choices: [], value: "5", initial: "" },
	...{ min: -100, max },
});

describe("a setting that is looked for", () => {
	const look = async (find: string, language = "en") =>
		(await ask(`${stage.url}options?find=${encodeURIComponent(find)}`, { ...ADMIN, "accept-language": language })).text;
	const shown = (text: string) => [...text.matchAll(/<details class="part" id="option-(\w+)"/g)].map(([, key]) => key);

	it("is found by a word of its name, its key or its description, without accents, and is open", async () => {
		expect(shown(await look("legionella"))).toContain("legionella");
		expect(shown(await look("night_cooling"))).toContain("night_cooling");
		expect(shown(await look("fuhler", "de"))).toContain("sensors");
		expect(await look("vbus")).toContain('id="option-vbus" open');
		expect(shown(await look("xyzzy"))).toEqual([]);
		expect(await look('<b>"')).not.toContain("<b>");
	});

	it("has a heading for each subject, to which a link leads", async () => {
		const { text } = await page();
		const links = [...text.matchAll(/href="#(heading-\w+)"/g)].map(([, id]) => id);
		expect(links.length).toBeGreaterThan(4);
		for (const id of links) expect(text).toContain(`id="${id}"`);
	});
});

describe("a preset", () => {
	it("gives the defaults, and a value that it would undo is not taken in silence", async () => {
		await send("preset", { preset: "resol_bs4" });
		const { text } = await page();
		expect(text).toMatch(/id="option-solar_charging-start_at"[^>]*placeholder="Default: 6"/);
		const refused = await send("solar_charging", { start_at: "8", "was.start_at": "" });
		expect(refused.status).toBe(409);
		expect(refused.text).toContain("solar_charging.start_at");
		await send("solar_charging", { start_at: "8,1", "was.start_at": "" });
		expect(own()).toEqual({ preset: "resol_bs4", solar_charging: { start_at: 8.1 } });
	});
});

describe("what owners of similar products have lost by saving settings", () => {
	it("is no secret, when another field of its group is changed", async () => {
		const { status } = await send("vbus", {
			channel: "2",
			"was.channel": "",
			password: "[redacted]",
			"was.password": "[redacted]",
		});
		const saved = JSON.stringify([own(), at.own]);
		expect([status, saved.includes(CANARY), saved.includes("[redacted]"), /channel\W+2/.test(saved)]).toEqual([
			303,
			true,
			false,
			true,
		]);
	});

	it("is no value that was emptied and comes back, nor an empty text that is refused at the next start", async () => {
		await send("site", { latitude: "59,33", longitude: "", time_zone: "Europe/Stockholm" });
		expect(own()).toEqual({ site: { latitude: 59.33, time_zone: "Europe/Stockholm" } });
		await send("site", {
			latitude: "59.33",
			"was.latitude": "59.33",
			time_zone: "  ",
			"was.time_zone": "Europe/Stockholm",
		});
		expect(own()).toEqual({ site: { latitude: 59.33 } });
	});

	it("is nothing that another program wrote while the page was open", async () => {
		const { text } = await page();
		writeOwnOptions(desk.data, { turn: 3 });
		const seen = { token: hidden(text, "token"), revision: hidden(text, "revision") };
		const answer = await post("options", { ...seen, group: "tank_limit", target: "60", "was.target": "" });
		expect(answer.status).toBe(409);
		expect(answer.text).toMatch(/id="option-turn-turn"[^>]*value="3"/);
		expect(own()).toEqual({ turn: 3 });
	});

	it("is no entry of a list beside the one that is removed, though two have the same name or none has an id", () => {
		const tanks = [{ name: "Tank" }, { name: "Tank", volume: 200 }, { volume: 300 }, { id: "new", volume: 400 }];
		const [group] = optionGroups({ merged: { tanks }, place: "page" }, "en").filter(({ key }) => key === "tanks");
		const rows = group?.list?.rows ?? [];
		expect(new Set(rows.map(({ key }) => key)).size).toBe(4);
		for (const [nth, { key }] of rows.entries())
			expect(group && changeIn(group, { row: key, do: "remove" })).toEqual({
				tanks: tanks.filter((_, n) => n !== nth),
			});
	});
});
