import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, test } from "@jest/globals";
import { ALL_RULES } from "#app/control/rules.ts";
import { source } from "#app/login/source.ts";
import { moveOptions } from "#app/own-options/moving.ts";
import { ownSettings } from "#app/own-options/open.ts";
import { OwnSettings } from "#app/own-options/own-settings.ts";
import { placeOf } from "#app/own-options/place.ts";
import { inForce } from "#control/settings.ts";
import type { Notice } from "#model/sentences/notice.ts";
import { ON_PAGE } from "#options/own/on-page.ts";
import { parse } from "#options/parse.ts";
import { settingsOf } from "#options/plant/plant-of.ts";
import { OWN_OPTIONS, readOwnOptions } from "#store/files/own-options.ts";
import { LANGUAGES } from "#texts/say.ts";
import { told as toldIn } from "#texts/told.ts";
import { Desk } from "../../cli/desk.ts";
import { judged, merged, type Options } from "../../fakes/supervisor/options.ts";
import type { Schema } from "../../fakes/supervisor/schema-words.ts";
import { SelfAtSupervisor } from "../../fakes/supervisor/self.ts";

const FIXTURES = join(import.meta.dirname, "../../fixtures");
const json = (path: string) => JSON.parse(readFileSync(join(FIXTURES, path), "utf8"));
const files = readdirSync(join(FIXTURES, "options")).filter((file) => file.endsWith(".json"));
/** The release of before: its options page had everything. */
const before: { readonly options: Options; readonly schema: Readonly<Record<string, Schema>> } =
	json("manifests/0.1.0.json");

let desk: Desk;
let at: SelfAtSupervisor;
let told: Notice[];
beforeEach(async () => {
	desk = new Desk();
	at = await SelfAtSupervisor.start();
	told = [];
	desk.env = { ...desk.env, ...at.env };
});
afterEach(async () => {
	await at.close();
	desk.clear();
});

/** What was in force under the release of before. */
function inForceBefore(saved: Options): unknown {
	const answer = judged(before.schema, merged(before.options, saved), "Solar Heating");
	const parsed = parse(answer.valid ? answer.options : {});
	if (!answer.valid || parsed.kind === "invalid") throw new Error(JSON.stringify([answer, parsed]));
	return parsed.options;
}
/** The Supervisor starts the container: it writes the file, and the app reads it. */
function started() {
	const options = desk.file("data/options.json", at.written());
	return { options, ...readAgain(options) };
}
function readAgain(options: string) {
	const sourced = source(desk.machine(), { options, data: desk.data });
	return { sourced, in_force: sourced.parsed.kind === "valid" ? sourced.parsed.options : sourced.parsed.problems };
}
const move = (sourced: ReturnType<typeof started>["sourced"]) =>
	moveOptions(desk.machine(), sourced, (notice) => told.push(notice));
const codes = () => told.map(({ code }) => code);
const leaving = (options: Options) => Object.keys(options).filter((key) => !ON_PAGE.has(key));
const ownOptions = () => {
	const read = readOwnOptions(desk.data);
	return read.kind === "read" ? read.options : read;
};

describe.each(files)("what an owner saved as %s, after the update", (file) => {
	const saved: Options = json(`options/${file}`);
	// As the page of before saves: with every default.
	const forms: readonly (readonly [string, Options])[] = [
		["as he wrote it", saved],
		["as the page saved it, with all defaults", merged(before.options, saved)],
	];

	// #every-value-in-force
	test.each(forms)("is in force at the first start, after the move, and at every later start: %s", async (_, own) => {
		const was = inForceBefore(own);
		at.own = own;
		const first = started();
		expect(first.in_force).toEqual(was);
		await move(first.sourced);
		// Restarted by itself, before the container starts again.
		expect(readAgain(first.options).in_force).toEqual(was);
		expect(started().in_force).toEqual(was);
		expect(leaving(at.own)).toEqual([]);
		expect(codes()).toEqual(leaving(own).length === 0 ? [] : ["options_moved"]);
	});

	test.each(forms)("stays on the page and in force while the Supervisor does not answer: %s", async (_, own) => {
		const was = inForceBefore(own);
		at.own = own;
		at.moods.set("GET /addons/self/info", { status: 503 });
		const first = started();
		await move(first.sourced);
		expect([at.own, first.in_force, started().in_force]).toEqual([own, was, was]);
		expect(existsSync(join(desk.data, OWN_OPTIONS))).toBe(false);
		expect(codes()).toEqual(leaving(own).length === 0 ? [] : ["options_not_moved"]);
		at.moods.clear();
		await move(started().sourced);
		expect(started().in_force).toEqual(was);
		expect(leaving(at.own)).toEqual([]);
	});
});

describe("the move", () => {
	const own: Options = json("options/0.1.0.most.json");

	it("says what it moved, in every language", async () => {
		at.own = { boil_stop: { stop_at: 130, release_below: 120 }, tanks: [{ id: "buffer", volume: 800 }] };
		await move(started().sourced);
		expect(told).toMatchObject([{ code: "options_moved", facts: { count: 2, paths: "boil_stop, tanks" } }]);
		const [{ code, facts } = { code: "", facts: {} }] = told;
		for (const language of LANGUAGES) expect(toldIn(language, "notice", code, facts)).toContain("boil_stop, tanks");
	});

	// #killed-in-the-move
	it("loses nothing wherever it is killed: at each call of the file system and of the Supervisor", async () => {
		const was = inForceBefore(own);
		const steps = killedAt(own);
		// Before, a new file that is empty, that is written, that has its name, and off the page.
		expect(steps.length).toBeGreaterThanOrEqual(5);
		for (const { step, page, data } of steps) {
			at.own = page;
			rmSync(desk.data, { recursive: true, force: true });
			for (const [name, text] of Object.entries(data)) desk.file(`data/${name}`, text);
			expect([step, started().in_force]).toEqual([step, was]);
			told = [];
			await move(started().sourced);
			expect([step, started().in_force, leaving(at.own)]).toEqual([step, was, []]);
		}
	}, 120_000);

	// #taken-off-when-it-is-there
	it.each(["forgets", "full"] as const)(
		"takes nothing off the page that cannot be read back from a disk: %s",
		(disk) => {
			const states = killedAt(own, disk);
			expect(states.length).toBeGreaterThan(1);
			expect(states.map(({ page }) => leaving(page).length)).toEqual(states.map(() => leaving(own).length));
		},
	);

	// #nothing-else-in-force
	it("moves nothing where something else would be in force then", async () => {
		at.own = own;
		const { options } = started();
		const sourced = source(desk.machine(), { options, data: desk.data });
		let parsed = 0;
		const settings = new OwnSettings({
			...{ folder: desk.data, tell: () => undefined, secrets: [], in_force: sourced.parsed },
			place: placeOf({ url: at.url, token: at.token }, undefined),
			// The second time without a value.
			parse: (merged) => {
				parsed += 1;
				return parse({ ...merged, ...(parsed === 2 && { turn: 59 }) });
			},
		});
		expect(await settings.move((key) => !ON_PAGE.has(key))).toMatchObject({
			problems: [{ remedy: { code: "options_not_the_same", facts: { paths: "turn" } } }],
		});
		expect([at.own, existsSync(join(desk.data, OWN_OPTIONS))]).toEqual([own, false]);
	});

	// #page-saved-in-the-move
	it("does not undo what somebody saves on the page in the moment of the move", async () => {
		at.own = own;
		const { sourced } = started();
		at.after = () => at.save({ ...at.options, heater: { power: 1234 } });
		await move(sourced);
		expect(started().in_force).toMatchObject({ heater: { power: 1234 } });
		await move(started().sourced);
		expect(started().in_force).toEqual({ ...Object(inForceBefore(own)), heater: { power: 1234 } });
	});

	it("moves nothing while the options are wrong, and the value that is right later is in force", async () => {
		at.own = { ...own, turn: 2, boil_stop: { stop_at: 100, release_below: 140 } };
		await move(started().sourced);
		expect([codes(), leaving(at.own).length > 0]).toEqual([["options_not_moved"], true]);
	});

	it("lets the page win over what the app has already, field by field", async () => {
		at.own = { boil_stop: { stop_at: 130 } };
		desk.file(`data/${OWN_OPTIONS}`, {
			version: 1,
			options: { boil_stop: { stop_at: 125, release_below: 110 }, turn: 3 },
		});
		expect(started().in_force).toMatchObject({ turn: 3, boil_stop: { stop_at: 130, release_below: 110 } });
		await move(started().sourced);
		expect(ownOptions()).toEqual({ turn: 3, boil_stop: { stop_at: 130, release_below: 110 } });
		expect(started().in_force).toMatchObject({ turn: 3, boil_stop: { stop_at: 130, release_below: 110 } });
	});

	// #set-at-run-time-and-own
	it("keeps what was set at run time, until that same field changes, also in the app's own options", async () => {
		at.own = { boil_stop: { stop_at: 130, release_below: 120 } };
		const overrides = [{ rule: "boil_stop", field: "stop_at", value: 140, replaced: 130 }];
		const stopsAt = () => {
			const { parsed } = started().sourced;
			if (parsed.kind === "invalid") throw new Error("invalid");
			return inForce(ALL_RULES, settingsOf(parsed.options), overrides, []).settings["boil_stop"]?.["stop_at"];
		};
		expect(stopsAt()).toBe(140);
		await move(started().sourced);
		expect(stopsAt()).toBe(140);
		const settings = ownSettings(desk.machine(), started().sourced, () => undefined);
		await settings.save({ turn: 2, boil_stop: { release_below: 110 } }, { actor: "Anna" });
		expect(stopsAt()).toBe(140);
		await settings.save({ boil_stop: { stop_at: 125 } }, { actor: "Anna" });
		expect(stopsAt()).toBe(125);
	});

	it("takes over what somebody writes on the page later as JSON", async () => {
		at.save({ ...at.options, tank_limit: '{"target": 60, "hysteresis": 3}' });
		expect(started().in_force).toMatchObject({ tank_limit: { target: 60, hysteresis: 3 } });
		await move(started().sourced);
		expect(ownOptions()).toEqual({ tank_limit: { target: 60, hysteresis: 3 } });
	});

	it("tells of a text on the page that is nothing", () => {
		at.own = { tank_limit: "{target 60}" };
		expect(started().in_force).toMatchObject([{ path: "tank_limit" }]);
	});

	it("asks the Supervisor for nothing where nothing is left on the page", async () => {
		at.own = { language: "sv" };
		await move(started().sourced);
		expect(at.asked).toEqual([]);
	});
});

/** States of page and data after a kill at each step of the move, as another process leaves them. */
function killedAt(
	own: Options,
	disk: "keeps" | "forgets" | "full" = "keeps",
): readonly { readonly step: number; readonly page: Options; readonly data: Readonly<Record<string, string>> }[] {
	const script = join(import.meta.dirname, "killed-in-the-move.ts");
	const run = spawnSync(process.execPath, [script, disk], {
		input: JSON.stringify(own),
		encoding: "utf8",
		maxBuffer: 64 * 1024 * 1024,
	});
	if (run.status !== 0) throw new Error(run.stderr);
	return JSON.parse(run.stdout);
}
