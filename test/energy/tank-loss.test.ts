import { describe, expect, it, test } from "@jest/globals";
import { Chance } from "#simulation/chance.ts";
import { LAYERS, plantFrom, plantWith, Rig, type Turn, wallOn } from "./rig.ts";

const all = (value: number) => Object.fromEntries(LAYERS.map(({ id }) => [id, value]));
const lossOf = (rig: Rig) => rig.turn(1).tanks[0]?.loss;
/** Litres by Wh to warm one. */
const WH_PER_KELVIN = (360 * 4.13) / 3.6;

/** A tank that loses `w_per_k` in a room of 20 °C. Every number is by seconds of its age. */
class Tank {
	readonly rig: Rig;
	temperature: number;
	private readonly w_per_k: number;
	private readonly noise = new Chance(5);

	constructor(temperature: number, w_per_k: number, rig = new Rig(plantWith({ sensors: LAYERS }))) {
		this.temperature = temperature;
		this.w_per_k = w_per_k;
		this.rig = rig;
	}

	/** Hours of rest, with draws of so many K of the whole tank in every so many minutes. */
	rest(
		hours: number,
		{ drawn = 0, every = 60, room = 20 }: { drawn?: number; every?: number; room?: number } = {},
		turn: Turn = {},
	) {
		for (let minute = 0; minute < 60 * hours; minute++) {
			this.temperature -= (this.w_per_k * (this.temperature - room)) / 60 / WH_PER_KELVIN;
			if (drawn > 0 && minute % every === every - 1) this.temperature -= drawn;
			const read = Object.fromEntries(
				LAYERS.map(({ id }) => [id, this.temperature + 0.05 * this.noise.normal()] as const),
			);
			this.rig.step(60, { runs: { pump: 0, heater: 0 }, ...turn, read: { ...read, ...turn.read } });
		}
		return this;
	}

	/** The pump runs for an hour, which brings as much as was lost. */
	charged(to: number) {
		this.temperature = to;
		this.rig.pass(3600, 60, { read: { ...all(to), collector: to + 10, tank: to }, runs: { pump: 100 } });
		return this;
	}
}

const threeNights = (tank: Tank, hours = 8) => {
	for (let night = 0; night < 3; night++) tank.rest(hours).charged(60);
	return tank;
};

describe("what a tank loses", () => {
	it("is not told before three times of rest agree, and is no 0", () => {
		const tank = new Tank(60, 2.5);
		for (let night = 0; night < 2; night++) {
			tank.rest(8).charged(60);
			expect(lossOf(tank.rig)).toBeUndefined();
		}
		expect(lossOf(tank.rest(8).charged(60).rig)).toMatchObject({ w_per_k: expect.closeTo(2.5, 0) });
	});

	it.each([1, 2.5, 5])("is learnt from the nights: %d W/K", (w_per_k) => {
		const { rig } = threeNights(new Tank(60, w_per_k), 10);
		expect((lossOf(rig)?.w_per_k ?? 0) / w_per_k).toBeCloseTo(1, 1);
	});

	it("is counted from then on, also while the sun charges and water is drawn", () => {
		const tank = threeNights(new Tank(60, 2.5));
		const before = lossOf(tank.rig)?.heat.total ?? Number.NaN;
		tank.rest(24, { drawn: 0.5, every: 120 });
		const day = (lossOf(tank.rig)?.heat.total ?? Number.NaN) - before;
		const mean = (60 + tank.temperature) / 2 - 20;
		expect(day / ((24 * 2.5 * mean) / 1000)).toBeCloseTo(1, 1);
		expect(lossOf(tank.rig)?.uncertainty).toBeGreaterThan(0.1);
	});

	it("does not take draws for loss: neither large ones nor three small ones of seven", () => {
		const tank = new Tank(60, 2);
		for (let night = 0; night < 3; night++)
			tank
				.rest(8)
				.charged(60)
				.rest(5, { drawn: 0.3, every: 30 })
				.charged(60)
				.rest(5, { drawn: 0.1, every: 20 })
				.charged(60);
		expect((lossOf(tank.rig)?.w_per_k ?? 0) / 2).toBeCloseTo(1, 1);
	});

	it("stays unknown where nights differ, as where the circulation of hot water runs now and then", () => {
		const tank = new Tank(70, 2);
		for (const drawn of [0, 0.02, 0.05, 0.1, 0.15]) tank.rest(8, { drawn, every: 10 }).charged(70);
		expect(lossOf(tank.rig)).toBeUndefined();
	});

	test.each<[string, Turn]>([
		["the pump runs", { runs: { pump: 100 } }],
		["the heater is on", { runs: { heater: 100 } }],
		["the heater's board does not confirm", { runs: { heater: "unknown" } }],
		["a layer is lost", { read: { tank_60: "lost" } }],
	])("is not learnt while %s", (_, turn) => {
		const tank = new Tank(60, 2.5);
		for (let night = 0; night < 4; night++) tank.rest(8, {}, turn);
		expect(lossOf(tank.rig)).toBeUndefined();
	});

	it("is not learnt from a tank that is hardly warmer than its room", () => {
		const tank = new Tank(28, 2.5);
		for (let night = 0; night < 6; night++) tank.rest(12).charged(28);
		expect(lossOf(tank.rig)).toBeUndefined();
	});

	it("makes nothing up while a layer is lost or the app is off, and says for how long", () => {
		const tank = threeNights(new Tank(60, 2.5));
		tank.rest(1);
		const before = lossOf(tank.rig);
		tank.rest(5, {}, { read: { tank_60: "lost" } });
		const lost = lossOf(tank.rig);
		expect(lost?.power).toBeUndefined();
		expect((lost?.heat.total ?? 0) - (before?.heat.total ?? 0)).toBeLessThan(0.03);
		expect((lost?.unmeasured ?? 0) - (before?.unmeasured ?? 0)).toBeGreaterThan(4.5 * 3600);
	});

	it("never falls over a kill, and goes on from what was learnt", () => {
		const tank = threeNights(new Tank(60, 2.5));
		tank.rest(2);
		const before = lossOf(tank.rig);
		tank.rig.kill();
		expect(lossOf(tank.rig)?.heat.total).toBeGreaterThanOrEqual(before?.heat.total ?? Number.NaN);
		expect(lossOf(tank.rest(1).rig)?.heat.total).toBeGreaterThan(before?.heat.total ?? Number.NaN);
	});

	it("goes by the room's own sensor where there is one, and is unknown while that is lost", () => {
		const sensors = [...LAYERS, { id: "cellar", role: "room", source: "one_wire:28-000000000007", of: "tank" }];
		const tank = new Tank(60, 2.5, new Rig(plantWith({ sensors })));
		for (let night = 0; night < 3; night++) tank.rest(8, { room: 5 }, { read: { cellar: 5 } }).charged(60);
		expect((lossOf(tank.rig)?.w_per_k ?? 0) / 2.5).toBeCloseTo(1, 1);
		tank.rest(1, { room: 5 }, { read: { cellar: "lost" } });
		expect(lossOf(tank.rig)?.power).toBeUndefined();
	});

	it("belongs to the day on which it is lost", () => {
		const tank = threeNights(new Tank(60, 2.5));
		tank.rest(6, {}, { wall: wallOn("2026-07-02") });
		tank.rest(2, {}, { wall: wallOn("2026-07-03") });
		const { today = 0, month = 0 } = lossOf(tank.rig)?.heat ?? {};
		expect(today).toBeGreaterThan(0.05);
		expect(month).toBeGreaterThan(2 * today);
	});
});

test("hot water that a contact sees is no rest", () => {
	const plant = plantFrom({
		sensors: [
			{ id: "collector", role: "collector", source: "simulated:collector" },
			{ id: "tank", role: "tank", source: "simulated:tank" },
			{ id: "tap", role: "tap", source: "megabas:0/1" },
			...LAYERS,
		],
		outputs: [{ id: "pump", role: "pump", target: "simulated:pump" }],
		tank: { volume: 360 },
	});
	const tank = new Tank(60, 2.5, new Rig(plant));
	for (let night = 0; night < 4; night++) tank.rest(8, {}, { read: { tap: 1 } });
	expect(lossOf(tank.rig)).toBeUndefined();
	for (let night = 0; night < 3; night++) tank.rest(8, {}, { read: { tap: 0 } }).charged(60);
	expect(lossOf(tank.rig)).toBeDefined();
});
