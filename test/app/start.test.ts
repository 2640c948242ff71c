import { afterEach, describe, expect, it, jest } from "@jest/globals";
import { FULL, OFF } from "#model/quantities/units.ts";
import { settled } from "../runtime/hand-time.ts";
import { board, cleared, closed, opened, PLANT, PUMPING, REST, until } from "./house.ts";

afterEach(cleared);

const gate = () => Promise.withResolvers<void>();

describe("a start", () => {
	it("leaves a board that can be read back as it is until the first readings are there, then writes the whole image", async () => {
		const device = board({ coils: { pump: true, heater: true } });
		const read = gate();
		let reads = 0;
		device.beforeRead = () => {
			reads += 1;
			return read.promise;
		};
		const { app } = opened();
		await until("it reads", () => reads > 0);
		// Whatever else the start does before the readings are there: the board and all else here answer at once.
		await settled();
		expect(device.told).toEqual([]);
		read.resolve();
		await app.started;
		expect(device.told[0]).toEqual({ image: PUMPING, changed: "all" });
		expect(app.snapshot()?.outputs[0]).toMatchObject({ wanted: FULL, actual: FULL });
	});

	it("brings a board that cannot be read back to rest first", async () => {
		const device = board({ reads: false, coils: { pump: true, heater: false } });
		const read = gate();
		device.beforeRead = () => read.promise;
		const { app } = opened();
		await until("something was written", () => device.told.length > 0);
		expect(device.take()).toEqual([{ image: REST, changed: "all" }]);
		read.resolve();
		await app.started;
		expect(device.told[0]?.image).toBe(PUMPING);
	});

	it("waits 10 s for the first readings and no longer: then every output goes to rest", async () => {
		const device = board({ coils: { pump: true, heater: false } });
		const read = gate();
		device.beforeRead = () => read.promise;
		const clock = performance.now.bind(performance);
		let ahead = 0;
		let looks = 0;
		jest.spyOn(performance, "now").mockImplementation(() => {
			looks += 1;
			return clock() + ahead;
		});
		const { app } = opened();
		ahead = 9000;
		looks = 0;
		await until("it has looked at the clock again and again", () => looks > 5);
		expect(device.told).toEqual([]);
		ahead = 10_001;
		await app.started;
		expect(device.told[0]).toEqual({ image: REST, changed: "all" });
		expect(app.snapshot()?.verdicts[0]?.because.code).toBe("sensor_awaited");
		read.resolve();
	});

	it("can be broken off at once: the outputs go to rest and no turn is made", async () => {
		const device = board({ coils: { pump: true, heater: false } });
		const read = gate();
		device.beforeRead = () => read.promise;
		const { app } = opened();
		app.stop();
		read.resolve();
		expect(await closed(app)).toBe(0);
		expect(device.told.map((t) => t.image)).toEqual([REST]);
		expect(app.snapshot()).toBeUndefined();
		expect(device.closed).toBe(true);
	});

	it("takes an intent that came before the first turn", async () => {
		board();
		const { app } = opened();
		expect(await app.ask({ kind: "mode", mode: "off" })).toBeUndefined();
		expect(app.snapshot()?.mode).toBe("off");
	});
});

describe("a stop", () => {
	it("brings every output to rest, and the last snapshot says so", async () => {
		const device = board();
		const { app } = opened();
		await app.started;
		device.take();
		expect(await closed(app)).toBe(0);
		expect(device.told.at(-1)).toEqual({ image: REST, changed: "all" });
		expect(app.snapshot()?.outputs.map(({ wanted, actual }) => [wanted, actual])).toEqual([
			[OFF, OFF],
			[OFF, OFF],
		]);
	});

	it("leaves an output that holds its state as it is", async () => {
		const device = board();
		const [pump, heater] = PLANT.outputs;
		const { app } = opened({ ...PLANT, outputs: [{ ...pump, rest: "hold" }, heater] });
		await app.started;
		await closed(app);
		expect(device.relays.get("pump")).toBe(true);
	});
});

describe("a bug", () => {
	it("in a board ends control: every output goes to rest, and the exit code is 1", async () => {
		const device = board();
		let writes = 0;
		device.beforeWrite = async () => {
			writes += 1;
			if (writes === 1) throw new TypeError("mistake");
		};
		const { app, told } = opened();
		expect(await app.ended).toEqual({ code: 1, rested: true });
		expect(device.told.map((t) => t.image)).toEqual([PUMPING, REST]);
		expect(told.find((n) => n.code === "control_failed")?.facts["error"]).toContain("mistake");
		expect(device.closed).toBe(true);
	});

	it("in a board that it keeps from rest as well is told of, and the exit code is 1 all the same", async () => {
		const device = board();
		device.beforeWrite = () => Promise.reject(new TypeError("mistake"));
		const { app, codes } = opened();
		expect(await app.ended).toEqual({ code: 1, rested: false });
		expect(codes()).toEqual(expect.arrayContaining(["control_failed", "device_bug"]));
		expect(device.closed).toBe(true);
	});

	it("in what a board says at the start ends the same way", async () => {
		const device = board();
		device.readBack = () => Promise.reject(new TypeError("mistake"));
		const { app, codes } = opened();
		expect(await app.ended).toEqual({ code: 1, rested: true });
		expect(codes()).toContain("control_failed");
		expect(device.told.map((t) => t.image)).toEqual([REST]);
	});

	it("in a view is told once, and control goes on", async () => {
		board();
		const { app, told } = opened();
		const seen = jest.fn();
		app.observe("broken", {
			turned() {
				throw new TypeError("view");
			},
		});
		app.observe("seen", { turned: seen });
		await until("some turns were made", () => seen.mock.calls.length > 3);
		expect(told.filter((n) => n.code === "view_failed")).toHaveLength(1);
		expect(app.alive()).toBe(true);
	});

	it("in what the app finds of itself is told once, and control goes on", async () => {
		board();
		const { app, told } = opened();
		const seen = jest.fn();
		app.observe("broken", {
			findings() {
				throw new TypeError("finding");
			},
		});
		app.observe("seen", { turned: seen });
		await until("some turns were made", () => seen.mock.calls.length > 3);
		expect(told.filter((n) => n.code === "view_failed")).toHaveLength(1);
	});
});

describe("being alive", () => {
	it("is turning: a board that never answers a write ends it after 10 s", async () => {
		const device = board();
		const write = gate();
		const clock = performance.now.bind(performance);
		let ahead = 0;
		jest.spyOn(performance, "now").mockImplementation(() => clock() + ahead);
		const { app } = opened();
		await app.started;
		device.beforeWrite = () => write.promise;
		device.take();
		void app.ask({ kind: "mode", mode: "off" });
		await until("it hangs", () => device.told.length > 0);
		ahead = 9000;
		expect(app.alive()).toBe(true);
		ahead = 11_000;
		expect(app.alive()).toBe(false);
		write.resolve();
		await until("it turns again", () => app.alive());
	});
});
