import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, jest, test } from "@jest/globals";
import { startsIn } from "#control/machinery/interlock.ts";
import { outputRuns } from "#energy/output-runs.ts";
import type { Intent } from "#model/decision/intent.ts";
import { outputId } from "#model/plant/plant.ts";
import { FULL, seconds } from "#model/quantities/units.ts";
import { STARTS } from "#runtime/keeper.ts";
import { STORE_FILE } from "#store/files/files.ts";
import type { App } from "../../../src/app/beside/running.ts";
import { locked } from "../../fakes/locker.ts";
import type { FakeDevice } from "../../runtime/fake-device.ts";
import { board, cleared, closed, folder, type Opened, opened, PLANT, until } from "../house.ts";

const OFF: Intent = { kind: "mode", mode: "off" };
const AUTO: Intent = { kind: "mode", mode: "auto" };
const startAt = (value: number): Intent => ({ kind: "setting", rule: "solar_charging", field: "start_at", value });
const held = (output: string, time: number): Intent => ({
	kind: "hold",
	output: outputId(output),
	want: FULL,
	for: seconds(time),
});

let where: string;
let device: FakeDevice;
let lock: { free(): Promise<void> };
let ahead = 0;
beforeEach(() => {
	where = folder();
	device = board();
	ahead = 0;
	const clock = performance.now.bind(performance);
	jest.spyOn(performance, "now").mockImplementation(() => clock() + ahead * 1000);
});
afterEach(async () => {
	await lock?.free();
	await cleared();
});

const LAYER = { id: "tank_140", role: "tank_layer", source: "simulated:tank/140", height: 140 };
const REACHED = { full: false, too_hot: true, reached: ["tank_140"] };
const reasonOf = (app: App) => app.snapshot()?.verdicts[0]?.because.code;

const lifeOf = async (plant: object, ...intents: readonly Intent[]): Promise<Opened> => {
	const one = opened(plant, where);
	await one.app.started;
	for (const intent of intents) expect(await one.app.ask(intent)).toBeUndefined();
	await closed(one.app);
	return one;
};
const life = (...intents: readonly Intent[]) => lifeOf(PLANT, ...intents);
/** A start while another program has the database. */
const lockedOut = async (plant: object = PLANT): Promise<Opened> => {
	lock = await locked(join(where, STORE_FILE));
	device.relays.set("pump", true);
	const one = opened(plant, where);
	await one.app.started;
	return one;
};
const findings = (app: App) => (app.snapshot()?.findings ?? []).map(({ code, severity }) => `${severity} ${code}`);
const inForce = (app: App) => app.snapshot()?.settings["solar_charging"]?.["start_at"];
const pump = (app: App) => app.snapshot()?.outputs[0]?.actual;
const turns = async (app: App, count: number) => {
	let seen = 0;
	app.observe("test", {
		turned: () => {
			seen += 1;
		},
	});
	await until(`${count} turns`, () => seen >= count);
};
const adopted = ({ codes }: Opened) => until("it is read", () => codes().includes("store_read"));

describe("a store that another program has locked", () => {
	it("keeps every output at rest, with a finding that says why, and the mode that was kept counts when it goes", async () => {
		await life(OFF, startAt(11));
		const one = await lockedOut();
		await turns(one.app, 5);
		expect(device.relays.get("pump")).toBe(false);
		expect(findings(one.app)).toEqual(expect.arrayContaining(["warning store_awaited", "alarm store_unavailable"]));
		await lock.free();
		await adopted(one);
		await until("no finding is left", () => findings(one.app).length === 0);
		expect(one.app.snapshot()?.mode).toBe("off");
		expect(inForce(one.app)).toBe(11);
		await closed(one.app);
		const next = await life();
		expect(next.app.snapshot()?.mode).toBe("off");
		expect(inForce(next.app)).toBe(11);
	});

	it("lets control go on when it goes, where the kept mode is auto", async () => {
		await life(startAt(11));
		const one = await lockedOut();
		expect(pump(one.app)).toBe(0);
		await lock.free();
		await until("the pump runs", () => pump(one.app) === 100);
		expect(inForce(one.app)).toBe(11);
	});

	it("is waited for ten minutes and no longer: then the options page's mode counts, with an alarm, and what is kept still wins", async () => {
		await life(OFF, startAt(11));
		const one = await lockedOut();
		ahead = 590;
		await turns(one.app, 3);
		expect(pump(one.app)).toBe(0);
		ahead = 601;
		await until("the pump runs", () => pump(one.app) === 100);
		expect(findings(one.app)).toEqual(expect.arrayContaining(["alarm store_unread"]));
		expect(one.codes()).toContain("store_unread");
		ahead = 7200;
		await turns(one.app, 3);
		await lock.free();
		await adopted(one);
		await until("the pump rests", () => pump(one.app) === 0);
		expect(one.app.snapshot()?.mode).toBe("off");
		await until("no finding is left", () => findings(one.app).length === 0);
		await closed(one.app);
		expect((await life()).app.snapshot()?.mode).toBe("off");
	});

	test.each([0, 700])(
		"is not overwritten by a stop while it is locked (after %d s)",
		async (after) => {
			await life(OFF, startAt(11));
			const one = await lockedOut();
			ahead = after;
			await turns(one.app, 3);
			await closed(one.app);
			await lock.free();
			const next = await life();
			expect(next.app.snapshot()?.mode).toBe("off");
			expect(inForce(next.app)).toBe(11);
		},
		30_000,
	);

	it("loses no hold, no latch and no running time, and no sensor is lost over it", async () => {
		const first = await life(held("heater", 1000));
		const ran = first.app.clock.now();
		const one = await lockedOut();
		await lock.free();
		await adopted(one);
		const kinds = new Set<string>();
		one.app.observe("test", {
			turned: ({ readings }) => {
				for (const { kind } of readings) kinds.add(kind);
			},
		});
		await turns(one.app, 5);
		const heater = one.app.snapshot()?.verdicts[1];
		expect(heater?.because.code).toBe("held_on");
		expect(heater?.because.facts["left"]).toBeGreaterThan(900);
		expect(one.app.clock.now()).toBeGreaterThan(ran);
		expect([...kinds]).toEqual(["ok"]);
	});

	it("keeps a maximum whose sensor was lost meanwhile, and the pump stays off", async () => {
		const plant = { ...PLANT, sensors: [...PLANT.sensors, LAYER] };
		Object.assign(device.temperatures, { collector: 70, tank: 50, "tank/140": 60 });
		await lifeOf(plant);
		const one = await lockedOut(plant);
		const limit = () => one.app.snapshot()?.memories["tank_limit"];
		device.temperatures["tank/140"] = 96;
		await until("the maximum is reached", () => reasonOf(one.app) === "tank_maximum");
		delete device.temperatures["tank/140"];
		ahead = 100;
		await until("its sensor is lost", () => reasonOf(one.app) === "tank_maximum_lost");
		await lock.free();
		await adopted(one);
		const reasons = new Set<string | undefined>();
		one.app.observe("test", { turned: ({ verdicts }) => void reasons.add(verdicts[0]?.because.code) });
		await turns(one.app, 5);
		expect([...reasons]).toEqual(["tank_maximum_lost"]);
		expect([one.app.snapshot()?.mode, limit()]).toEqual(["auto", REACHED]);
	});

	it("keeps the starts of the hour, of before and of meanwhile", async () => {
		const [pumpOutput, heater] = PLANT.outputs;
		const plant = { ...PLANT, outputs: [{ ...pumpOutput, starts_per_hour: 6 }, heater] };
		const starts = ({ app }: Opened) => startsIn(app.store.load().memories[STARTS])["pump"]?.length;
		const first = opened(plant, where);
		await until("the first start is saved", () => starts(first) === 1);
		await closed(first.app);
		const one = await lockedOut(plant);
		expect(await one.app.ask(AUTO)).toBeUndefined();
		await until("the pump runs again", () => pump(one.app) === 100);
		await lock.free();
		await adopted(one);
		await turns(one.app, 3);
		expect(starts(one)).toBe(2);
	});

	it("counts on with what was counted meanwhile, and keeps that", async () => {
		const counted = (app: App) =>
			outputRuns.memory.parse(app.snapshot()?.memories["output_runs"] ?? {}).runs["pump"] ?? { seconds: 0, starts: 0 };
		const first = opened(PLANT, where);
		await until("the pump runs", () => counted(first.app).starts === 1);
		ahead += 500;
		await until("its time is counted", () => counted(first.app).seconds >= 500);
		await closed(first.app);
		const before = counted(first.app);
		const one = await lockedOut();
		expect(await one.app.ask(AUTO)).toBeUndefined();
		await until("the pump runs again", () => pump(one.app) === 100);
		ahead += 1000;
		await until("that is counted too", () => counted(one.app).seconds >= 1000);
		const meanwhile = counted(one.app);
		await lock.free();
		await adopted(one);
		await turns(one.app, 3);
		const both = counted(one.app);
		expect(both.starts).toBe(before.starts + meanwhile.starts);
		expect(both.seconds).toBeGreaterThanOrEqual(before.seconds + meanwhile.seconds);
		expect(both.seconds).toBeLessThan(1500 + 60);
		await closed(one.app);
		device.relays.set("pump", false);
		const next = await life(OFF);
		expect(counted(next.app).seconds).toBeGreaterThanOrEqual(both.seconds);
	});

	it("gives way to what a person says meanwhile", async () => {
		await life(OFF, startAt(11));
		const one = await lockedOut();
		expect(await one.app.ask(AUTO)).toBeUndefined();
		expect(await one.app.ask(startAt(9))).toBeUndefined();
		expect(await one.app.ask(held("heater", 500))).toBeUndefined();
		await until("the pump runs", () => pump(one.app) === 100);
		ahead = 100;
		await lock.free();
		await adopted(one);
		await turns(one.app, 3);
		expect([one.app.snapshot()?.mode, inForce(one.app)]).toEqual(["auto", 9]);
		const left = one.app.snapshot()?.verdicts[1]?.because.facts["left"];
		expect(left).toBeGreaterThan(300);
		expect(left).toBeLessThanOrEqual(400);
		await closed(one.app);
		const next = await life();
		expect([next.app.snapshot()?.mode, inForce(next.app)]).toEqual(["auto", 9]);
	});
});

it("there being none, nothing is waited for", async () => {
	const one = opened(PLANT, where);
	await one.app.started;
	expect(one.app.snapshot()?.mode).toBe("auto");
	expect(findings(one.app)).toEqual([]);
});
