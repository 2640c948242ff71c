import { existsSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, test } from "@jest/globals";
import { source } from "#app/login/source.ts";
import { unmasked } from "#app/own-options/masked.ts";
import { ownSettings } from "#app/own-options/open.ts";
import type { Answer, OwnSettings } from "#app/own-options/own-settings.ts";
import type { Notice } from "#model/sentences/notice.ts";
import { OWN_OPTIONS, OWN_OPTIONS_BEFORE } from "#store/files/own-options.ts";
import { toldProblem } from "#texts/say.ts";
import { CANARY, Desk } from "../../cli/desk.ts";
import { SelfAtSupervisor } from "../../fakes/supervisor/self.ts";

let desk: Desk;
let supervisor: SelfAtSupervisor | undefined;
let told: Notice[] = [];
beforeEach(() => {
	desk = new Desk();
	told = [];
	supervisor = undefined;
});
afterEach(async () => {
	await supervisor?.close();
	desk.clear();
});

const SENSORS = [{ id: "collector", role: "collector", source: "simulated:collector" }];
const BY = { actor: "Anna (0a1b)" };

/** Under the Supervisor: its options file is that of the last start. */
async function inHomeAssistant(own: Readonly<Record<string, unknown>> = {}): Promise<[OwnSettings, SelfAtSupervisor]> {
	supervisor = await SelfAtSupervisor.start();
	supervisor.own = own;
	desk.env = { ...desk.env, ...supervisor.env };
	return [open(desk.file("data/options.json", supervisor.written())), supervisor];
}
const open = (options?: string): OwnSettings => {
	const flags = { data: desk.data, ...(options !== undefined && { options }) };
	return ownSettings(desk.machine(), source(desk.machine(), flags), (notice) => told.push(notice));
};
const done = <T>(answer: Answer<T>): T => {
	if (answer.kind === "refused") throw new Error(JSON.stringify(answer.problems));
	return answer.value;
};
const refusalsOf = (answer: Answer<unknown>) =>
	answer.kind === "done" ? [] : answer.problems.map((one) => toldProblem("en", one));
const kept = () => JSON.parse(readFileSync(join(desk.data, OWN_OPTIONS), "utf8"));

describe("in Home Assistant", () => {
	it("reads the user's own options from the Supervisor, not those of the last start nor the defaults", async () => {
		const [settings, at] = await inHomeAssistant({ tank: { volume: 500 } });
		at.save({ ...at.options, tank: { volume: 750 }, mqtt: { ...Object(at.options["mqtt"]), username: "solar" } });
		expect(done(await settings.read())).toMatchObject({
			own: {},
			page: { tank: { volume: 750 }, mqtt: { username: "solar" } },
			merged: { tank: { volume: 750 }, mqtt: { username: "solar" } },
		});
		expect(done(await settings.read()).page).toEqual({ tank: { volume: 750 }, mqtt: { username: "solar" } });
	});

	it("saves each option where it lives, and tells the log and the audit trail which", async () => {
		const [settings, at] = await inHomeAssistant({ language: "sv" });
		await settings.save({ sensors: SENSORS, tank_limit: { target: 60 } }, BY);
		expect(done(await settings.read()).page).toEqual({ language: "sv", sensors: SENSORS });
		expect(at.own).toMatchObject({ language: "sv", sensors: SENSORS });
		expect(kept()).toMatchObject({ version: 1, options: { tank_limit: { target: 60 } } });
		expect(statSync(join(desk.data, OWN_OPTIONS)).mode & 0o777).toBe(0o600);
		const { restart } = done(await settings.shown());
		expect(restart).toBe(true);
		expect(told).toEqual([
			{ level: "info", code: "options_saved", facts: { actor: BY.actor, paths: "sensors, tank_limit" } },
		]);
	});

	it("takes no new layer of a tank without a height, and leaves those that an earlier release saved", async () => {
		const old = { id: "low", role: "tank_layer", source: "simulated:tank" };
		const [settings] = await inHomeAssistant({ sensors: [...SENSORS, old] });
		const next = { id: "mid", role: "tank_layer", source: "simulated:return_line" };
		const refused = await settings.save({ sensors: [...SENSORS, old, next] }, BY);
		expect(refusalsOf(refused)).toMatchObject([{ path: "sensors[2].height", code: "layer_height" }]);
		expect(done(await settings.read()).merged).toEqual({ sensors: [...SENSORS, old] });
		done(await settings.save({ sensors: [...SENSORS, old, { ...next, height: 0 }], turn: 2 }, BY));
	});

	it("changes an option on the page where the page has it, as the page wins", async () => {
		const [settings] = await inHomeAssistant({ boil_stop: { stop_at: 130, release_below: 120 } });
		done(await settings.save({ boil_stop: { stop_at: 135 } }, BY));
		expect(done(await settings.read()).page).toMatchObject({ boil_stop: { stop_at: 135, release_below: 120 } });
		expect(existsSync(join(desk.data, OWN_OPTIONS))).toBe(false);
	});

	it("saves nothing where the parser of a start would refuse it, and says so in the reader's language", async () => {
		const [settings, at] = await inHomeAssistant();
		const sensors = [{ ...SENSORS[0], source: "nowhere:1" }];
		const problems = await settings.check({ tank_limit: { hysteresis: 200 }, sensors });
		expect(problems.map((one) => toldProblem("sv", one))).toMatchObject([
			{ path: "sensors[0].source" },
			{ path: "tank_limit.hysteresis", value: "200", remedy: "Ange 20 K eller mindre." },
		]);
		const refused = await settings.save({ tank: { volume: 900 }, tank_limit: { hysteresis: 200 } }, BY);
		expect(refusalsOf(refused)).toHaveLength(1);
		expect(at.own).toEqual({});
		expect(existsSync(join(desk.data, OWN_OPTIONS))).toBe(false);
		expect(told).toEqual([]);
	});

	// #saved-meanwhile
	it("refuses where somebody saved on the options page in the meantime, and says what", async () => {
		const [settings, at] = await inHomeAssistant();
		const { revision } = done(await settings.shown());
		at.save({ ...at.options, tank: { volume: 900 } });
		const refused = await settings.save({ tank: { volume: 400 }, boil_stop: { stop_at: 130 } }, { ...BY, revision });
		expect(refusalsOf(refused)).toMatchObject([{ code: "options_changed_meanwhile", facts: { paths: "tank" } }]);
		expect(at.own).toMatchObject({ tank: { volume: 900 } });
		expect(existsSync(join(desk.data, OWN_OPTIONS))).toBe(false);
	});

	it("refuses a state that nobody has seen, as after a restart", async () => {
		const [settings] = await inHomeAssistant();
		const refused = await settings.save({ tank: { volume: 400 } }, { ...BY, revision: "of-another-life" });
		expect(refusalsOf(refused)).toMatchObject([{ code: "options_seen_long_ago" }]);
	});

	// #own-options-come-back
	it("takes its own options back where the page is not saved, so that all is saved or nothing", async () => {
		const [settings, at] = await inHomeAssistant();
		await settings.save({ boil_stop: { stop_at: 145 } }, BY);
		at.moods.set("POST /addons/self/options", { status: 500 });
		const refused = await settings.save({ tank: { volume: 400 }, boil_stop: { stop_at: 120, release_below: 110 } }, BY);
		expect(refusalsOf(refused)).toMatchObject([{ code: "page_not_reached", facts: { cause: "HTTP 500" } }]);
		expect(kept().options).toEqual({ boil_stop: { stop_at: 145 } });
	});

	// #what-was-saved-is-read-back
	it("does not believe that it is saved before it has read it back", async () => {
		const [settings, at] = await inHomeAssistant();
		Object.defineProperty(at, "own", { get: () => ({}), set: () => undefined });
		const refused = await settings.save({ tank: { volume: 400 }, boil_stop: { stop_at: 120, release_below: 110 } }, BY);
		expect(refusalsOf(refused)).toMatchObject([{ code: "page_forgot" }]);
		expect(kept().options).toEqual({});
	});

	it("posts what the user has set, without the defaults that the Supervisor merged", async () => {
		const [settings, at] = await inHomeAssistant({ language: "sv" });
		await settings.save({ sensors: SENSORS }, BY);
		expect(at.own).toEqual({ language: "sv", sensors: SENSORS, outputs: [], mqtt: {}, tank: {}, heater: {} });
	});

	it("says what the Supervisor does not like, without the options that it quotes", async () => {
		const [settings, at] = await inHomeAssistant({ mqtt: { password: CANARY, username: "solar" } });
		at.schema = { ...at.schema, heater: { power: "int(0,1000)" } };
		const refused = refusalsOf(await settings.save({ heater: { power: 2000 } }, BY));
		expect(refused).toMatchObject([{ code: "page_refused" }]);
		expect(JSON.stringify(refused)).not.toContain(CANARY);
		expect(JSON.stringify(refused)).not.toContain("Got");
	});

	test.each(["hangs", "breaks"] as const)("saves nothing where the Supervisor %s", async (mood) => {
		const [settings, at] = await inHomeAssistant();
		at.moods.set("GET /addons/self/info", mood === "hangs" ? { status: 502 } : mood);
		expect(refusalsOf(await settings.save({ boil_stop: { stop_at: 130 } }, BY))).toMatchObject([
			{ code: "page_not_reached" },
		]);
		expect(existsSync(join(desk.data, OWN_OPTIONS))).toBe(false);
	});

	it("goes back to the default where an option is taken away", async () => {
		const [settings, at] = await inHomeAssistant({ tank: { volume: 500 }, language: "sv" });
		await settings.save({ boil_stop: { stop_at: 145 }, tank_limit: { target: 60 } }, BY);
		done(await settings.save({ tank: null, boil_stop: { stop_at: null } }, BY));
		expect(done(await settings.read()).page).toEqual({ language: "sv" });
		expect(at.own).toMatchObject({ language: "sv" });
		expect(kept().options).toEqual({ tank_limit: { target: 60 } });
	});
});

describe("a secret", () => {
	it("is masked where it is read, and kept where the mask comes back", async () => {
		const [settings, at] = await inHomeAssistant({ mqtt: { username: "solar", password: CANARY } });
		const shown = done(await settings.shown());
		expect(JSON.stringify(shown)).not.toContain(CANARY);
		const mqtt = { ...Object(shown.merged["mqtt"]), host: "broker.lan" };
		done(await settings.save({ mqtt }, { ...BY, revision: shown.revision }));
		expect(at.own).toMatchObject({ mqtt: { username: "solar", password: CANARY, host: "broker.lan" } });
	});

	it("that is a part of an entry's text comes back to its own entry, whichever others are removed, added or changed", async () => {
		const [settings] = await inHomeAssistant({ mqtt: { username: "solar", password: CANARY } });
		const of = (id: string, role: string) => ({ name: id, source: `mqtt:${CANARY}/${id}`, role });
		const sensors = [of("roof", "collector"), of("buffer", "tank"), of("cellar", "other")];
		done(await settings.save({ sensors }, BY));
		const seen = async () => Object(done(await settings.shown()).merged["sensors"]);
		const kept = async () => done(await settings.read()).merged["sensors"];
		const [, second, third] = await seen();
		done(await settings.save({ sensors: [third, { ...second, offset: 1 }] }, BY));
		expect(await kept()).toEqual([sensors[2], { ...sensors[1], offset: 1 }]);
		done(await settings.save({ sensors: [...(await seen()), of("attic", "other")] }, BY));
		expect(await kept()).toEqual([sensors[2], { ...sensors[1], offset: 1 }, of("attic", "other")]);
	});

	it("is never put into another entry: where nothing tells them apart, it is asked for", () => {
		const old = { sensors: ["a", "b"].map((end) => ({ source: `mqtt:${CANARY}${end}` })) };
		const masked = { source: "mqtt:[redacted]" };
		expect(unmasked({ sensors: [masked] }, old)).toBeUndefined();
		expect(unmasked({ sensors: [masked, masked, {}] }, old)).toBeUndefined();
		expect(unmasked({ sensors: [masked, masked] }, old)).toEqual(old);
	});

	it("is asked for where there is none to keep", async () => {
		const [settings] = await inHomeAssistant();
		const refused = await settings.save({ mqtt: { password: "[redacted]" } }, BY);
		expect(refusalsOf(refused)).toMatchObject([{ code: "masked_without_old" }]);
	});

	it("is in no notice and in no answer, also while it is new", async () => {
		const [settings] = await inHomeAssistant();
		const answers = [
			await settings.check({ mqtt: { username: "solar", password: CANARY, host: CANARY, port: CANARY } }),
			await settings.save({ mqtt: { username: "solar", password: CANARY } }, BY),
		];
		expect(JSON.stringify([answers[0], told, await settings.shown()])).not.toContain(CANARY);
	});
});

describe("with an options file", () => {
	const FILE = '{\n  "language": "sv",\n  "heater": {"power": 2000},\n  "sensors": []\n}\n';

	it("saves in the file, keeps what it does not touch, and the file's mode and links", async () => {
		const file = desk.file("etc/solar.json", FILE, 0o640);
		const link = join(desk.folder, "link.json");
		symlinkSync(file, link);
		done(await open(link).save({ sensors: SENSORS, boil_stop: { stop_at: 145 } }, BY));
		expect(JSON.parse(readFileSync(file, "utf8"))).toEqual({
			language: "sv",
			heater: { power: 2000 },
			...{ sensors: SENSORS, boil_stop: { stop_at: 145 } },
		});
		expect(statSync(file).mode & 0o777).toBe(0o640);
		expect(statSync(link, { throwIfNoEntry: true }).ino).toBe(statSync(file).ino);
		expect(readFileSync(file, "utf8")).toContain('\n  "language": "sv"');
		expect(existsSync(join(desk.data, OWN_OPTIONS))).toBe(false);
	});

	it("refuses where an option is written twice in it", async () => {
		const file = desk.file("solar.json", '{"language":"sv","tank":{"volume":300},"tank":{"volume":400}}');
		expect(refusalsOf(await open(file).save({ language: "de" }, BY))).toHaveLength(1);
		expect(readFileSync(file, "utf8")).toContain('"volume":300');
	});

	it("does not put an option back that a person has changed in it meanwhile", async () => {
		const file = desk.file("solar.json", FILE);
		const settings = open(file);
		const { revision } = done(await settings.shown());
		writeFileSync(file, FILE.replace("2000", "1500"));
		expect(refusalsOf(await settings.save({ language: "de" }, { ...BY, revision }))).toMatchObject([
			{ code: "options_changed_meanwhile", facts: { paths: "heater.power" } },
		]);
	});
});

describe("without an options file", () => {
	it("everything is the app's own, and in force at the next start", async () => {
		done(await open().save({ language: "sv", sensors: SENSORS }, BY));
		const { parsed } = source(desk.machine(), { data: desk.data });
		expect(parsed).toMatchObject({ kind: "valid", options: { language: "sv", sensors: SENSORS } });
	});

	it("keeps the options before the last change beside them", async () => {
		const settings = open();
		await settings.save({ language: "sv" }, BY);
		await settings.save({ language: "de" }, BY);
		expect(JSON.parse(readFileSync(join(desk.data, OWN_OPTIONS_BEFORE), "utf8")).options).toEqual({ language: "sv" });
	});

	test.each([
		["no JSON", "{", "own_options_damaged"],
		["half of it", '{"version":1,"options":{"language"', "own_options_damaged"],
		["another form", '{"version":1,"options":[]}', "own_options_damaged"],
		["a newer version's", '{"version":2,"things":{}}', "own_options_newer"],
	])("a file that is damaged rests the outputs and is left as it is: %s", async (_, text, code) => {
		const file = desk.file(`data/${OWN_OPTIONS}`, text);
		const { parsed } = source(desk.machine(), { data: desk.data });
		expect(parsed.kind === "invalid" && parsed.problems.map(({ remedy }) => remedy.code)).toEqual([code]);
		expect(parsed).toHaveProperty("beside.mqtt");
		expect(refusalsOf(await open().save({ language: "de" }, BY))).toMatchObject([{ code }]);
		expect(readFileSync(file, "utf8")).toBe(text);
	});

	it("says that the disk does not take it, and the old ones stay", async () => {
		const settings = open();
		await settings.save({ language: "sv" }, BY);
		// A folder in the way of the copy that is kept of the old ones.
		mkdirSync(join(desk.data, OWN_OPTIONS_BEFORE, "in-the-way"), { recursive: true });
		const refused = await settings.save({ language: "de" }, BY);
		expect(refusalsOf(refused)).toMatchObject([{ code: "own_options_not_kept" }]);
		expect(kept().options).toEqual({ language: "sv" });
	});
});
