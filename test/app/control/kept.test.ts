import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, test } from "@jest/globals";
import { MARKS, marksIn } from "#control/memory/places.ts";
import type { Intent } from "#model/decision/intent.ts";
import { openStore } from "#store/store.ts";
import type { App } from "../../../src/app/beside/running.ts";
import { board, cleared, closed, folder, type Opened, opened, PLANT } from "../house.ts";

let where: string;
beforeEach(() => {
	where = folder();
	board();
});
afterEach(cleared);

const charging = (fields: Readonly<Record<string, number>>) => ({ ...PLANT, solar_charging: fields });
const startAt = (value: number): Intent => ({ kind: "setting", rule: "solar_charging", field: "start_at", value });
const OFF: Intent = { kind: "mode", mode: "off" };
const INVALID = { ...PLANT, turn: 0 };

/** One life of the controller on this folder, with these options, in which these intents were taken. */
const life = async (raw: unknown, ...intents: readonly Intent[]): Promise<Opened & { readonly code: number }> => {
	const one = opened(raw, where);
	await one.app.started;
	for (const intent of intents) expect(await one.app.ask(intent)).toBeUndefined();
	return { ...one, code: await closed(one.app) };
};
const inForce = (app: App) => app.snapshot()?.settings["solar_charging"]?.["start_at"];
const said = ({ told }: Opened) =>
	told.filter(({ code }) => code.startsWith("setting_")).map(({ code, facts }) => ({ code, ...facts }));

describe("a setting that was set at run time", () => {
	it("wins over the options page after a restart, and the log says so", async () => {
		await life(PLANT, startAt(11));
		const next = await life(PLANT);
		expect(inForce(next.app)).toBe(11);
		expect(next.app.snapshot()?.on_page["solar_charging"]?.["start_at"]).toBe(8);
		expect(said(next)).toEqual([{ code: "setting_kept", path: "solar_charging.start_at", value: 11, replaced: 8 }]);
	});

	it("still wins when another field was changed on the options page", async () => {
		await life(PLANT, startAt(11));
		expect(inForce((await life(charging({ stop_at: 5 }))).app)).toBe(11);
	});

	it("gives way to the same field changed on the options page, for good, and the log says so", async () => {
		await life(PLANT, startAt(11));
		const changed = await life(charging({ start_at: 9 }));
		expect(inForce(changed.app)).toBe(9);
		expect(said(changed)).toEqual([{ code: "setting_dropped", path: "solar_charging.start_at" }]);
		const back = await life(PLANT);
		expect(inForce(back.app)).toBe(8);
		expect(said(back)).toEqual([]);
	});

	it("of a circuit wins also when the circuit was given another id, and the log does not speak of the options page", async () => {
		const called = (id: string) => ({
			...PLANT,
			circuits: [{ id, from: "collector", to: "tank", pump: "pump", solar_charging_start_at: 10 }],
		});
		await life(called("roof"), { kind: "setting", rule: "solar_charging@roof", field: "start_at", value: 12 });
		const next = await life(called("garage"));
		expect(next.app.snapshot()?.settings["solar_charging@garage"]?.["start_at"]).toBe(12);
		expect(said(next)).toEqual([
			{ code: "setting_kept", path: "garage.solar_charging_start_at", value: 12, replaced: 10 },
		]);
	});

	it("outlives a start with invalid options, which know of no setting", async () => {
		await life(PLANT, startAt(11));
		expect(said(await life(INVALID))).toEqual([]);
		expect(inForce((await life(PLANT)).app)).toBe(11);
	});
});

describe("a function that an update brings, and that is on as delivered", () => {
	const news = ({ told }: Opened) =>
		told.filter(({ code }) => code === "function_new").map(({ facts }) => facts["path"]);
	/** As a release without it has saved it. */
	const savedWithout = (rule: string) => {
		const store = openStore(where, () => undefined);
		const { [MARKS]: saved } = store.load().memories;
		const marks = marksIn(saved);
		const keys = Object.fromEntries(Object.entries(marks.keys).filter(([key]) => key !== rule));
		store.save({ memories: { [MARKS]: { ...marks, keys } } });
		store.close();
	};

	it("is told at the first start after it, and not again", async () => {
		expect(news(await life(PLANT))).toEqual([]);
		savedWithout("overheat_cooling");
		expect(news(await life(PLANT))).toEqual(["overheat_cooling.enabled"]);
		expect(news(await life(PLANT))).toEqual([]);
	});

	it("is not told where it is switched off, nor one that is off as delivered", async () => {
		await life(PLANT);
		savedWithout("overheat_cooling");
		expect(news(await life({ ...PLANT, overheat_cooling: { enabled: false } }))).toEqual([]);
		savedWithout("night_cooling");
		expect(news(await life(PLANT))).toEqual([]);
	});
});

describe("a mode that was chosen at run time", () => {
	it("wins over the options page after a restart, and the log says so", async () => {
		await life(PLANT, OFF);
		const next = await life(PLANT);
		expect(next.app.snapshot()?.mode).toBe("off");
		expect(said(next)).toEqual([{ code: "setting_kept", path: "system_mode", value: "off", replaced: "auto" }]);
	});

	it("gives way to the mode changed on the options page, and the log says so", async () => {
		await life({ ...PLANT, system_mode: "off" }, { kind: "mode", mode: "auto" });
		expect((await life({ ...PLANT, system_mode: "off" })).app.snapshot()?.mode).toBe("auto");
		const changed = await life({ ...PLANT, system_mode: "auto" });
		expect(changed.app.snapshot()?.mode).toBe("auto");
		expect(said(changed)).toEqual([{ code: "setting_dropped", path: "system_mode" }]);
		expect((await life({ ...PLANT, system_mode: "off" })).app.snapshot()?.mode).toBe("off");
	});

	test.each(["auto", "off"] as const)(
		"outlives invalid options, and can be chosen while they are (page: %s)",
		async (page) => {
			const raw = { ...PLANT, system_mode: page };
			const other = page === "off" ? "auto" : "off";
			await life(raw, startAt(11));
			await life(INVALID, { kind: "mode", mode: other });
			const next = await life(raw);
			expect(next.app.snapshot()?.mode).toBe(other);
			expect(inForce(next.app)).toBe(11);
		},
	);

	it("of a test does not outlive the process", async () => {
		await life(PLANT, { kind: "mode", mode: "test" });
		expect((await life(PLANT)).app.snapshot()?.mode).toBe("auto");
	});
});

describe("what a person holds and what a rule latched", () => {
	it("goes on after a restart, also after one with invalid options, with the time that was left", async () => {
		await life(PLANT, { kind: "hold", output: "heater" as never, want: 100 as never, for: 1000 as never });
		await life(INVALID);
		const { app } = await life(PLANT);
		const heater = app.snapshot()?.verdicts[1];
		expect(heater?.because.code).toBe("held_on");
		expect(heater?.because.facts["left"]).toBeGreaterThan(990);
	});
});

describe("invalid options", () => {
	it("bring the outputs of the last valid ones to rest, then an empty plant turns", async () => {
		const device = board();
		await life(PLANT);
		device.relays.set("pump", true);
		device.take();
		const one = opened(INVALID, where);
		await one.app.started;
		expect(device.take().map((t) => t.image)).toEqual(["pump=off heater=on"]);
		expect(one.app.plant).toMatchObject({ sensors: [], outputs: [] });
		expect(one.app.alive()).toBe(true);
		expect(one.app.options).toBeUndefined();
		expect(one.app.snapshot()?.findings.map(({ code }) => code)).toContain("options_invalid");
	});

	it("claim no rest of theirs that was not reached", async () => {
		const device = board();
		await life(PLANT);
		device.relays.set("pump", true);
		device.stuck = ["pump"];
		const { app, codes } = opened(INVALID, where);
		await app.started;
		app.stop();
		expect(await app.ended).toEqual({ code: 0, rested: false });
		expect(codes()).toContain("not_at_rest");
	});

	test.each([
		["damaged", () => writeFileSync(join(where, "last-valid-options.json"), "{{{")],
		["gone", () => rmSync(join(where, "last-valid-options.json"))],
	])("claim no rest where the last valid ones are %s, and say so", async (_, happens) => {
		board();
		await life(PLANT);
		happens();
		const { app, codes } = opened(INVALID, where);
		await app.started;
		expect(app.snapshot()?.findings.map(({ code }) => code)).toContain("rest_unknown");
		app.stop();
		expect(await app.ended).toEqual({ code: 0, rested: false });
		expect(codes()).toContain("rest_unknown");
	});

	it("try again at the stop where a board did not do as it was told", async () => {
		const device = board();
		await life(PLANT);
		device.relays.set("pump", true);
		device.stuck = ["pump"];
		const { app } = opened(INVALID, where);
		await app.started;
		device.stuck = [];
		app.stop();
		expect(await app.ended).toEqual({ code: 0, rested: true });
		expect(device.relays.get("pump")).toBe(false);
	});

	it("touch nothing where there never were valid ones", async () => {
		const device = board();
		const { code } = await life(INVALID);
		expect(code).toBe(0);
		expect(device.told).toEqual([]);
	});
});
