import { setImmediate as breath } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it, jest, test } from "@jest/globals";
import { FewAtOnce } from "#drivers/bus/few-at-once.ts";
import { OneWireBus } from "#drivers/one-wire/bus.ts";
import { foundUnder } from "#drivers/one-wire/found.ts";
import { instant, seconds } from "#model/quantities/units.ts";
import { SerialW1 } from "../../fakes/serial-w1.ts";
import { FakeW1 } from "../../fakes/w1.ts";

const PACE = 5;
/** Milliseconds. */
const WATCHED = 130_000;

let stop: AbortController;
let ahead: number;
beforeEach(() => {
	jest.useFakeTimers({ doNotFake: ["nextTick", "setImmediate", "queueMicrotask"] });
	stop = new AbortController();
	ahead = 0;
});
afterEach(() => {
	stop.abort();
	jest.useRealTimers();
});

const idsOf = (count: number) => Array.from({ length: count }, (_, n) => `28-00000000${(0x1000 + n).toString(16)}`);
const PORTS = { now: () => instant(ahead + Date.now() / 1000), tell: () => undefined };
const driver = (bus: SerialW1) => new OneWireBus("/w1", seconds(PACE), PORTS, bus.read, 4000, bus.readInTurn);
const occupied = (takes: number, other: boolean) => {
	const bus = new SerialW1(takes);
	if (other) void bus.occupy(stop.signal);
	return bus;
};

interface Value {
	readonly round: number;
	/** Milliseconds. */
	readonly at: number;
	readonly value: unknown;
}
/** All values by sensor, as they come in: all sensors are read, then there is a pause until the next period, as the poller has it. */
function polled(ids: readonly string[], read: (id: string) => Promise<unknown>) {
	const values = new Map<string, Value[]>(ids.map((id) => [id, []]));
	const poll = async () => {
		for (let round = 0; !stop.signal.aborted; round++) {
			const began = Date.now();
			const one = async (id: string) => {
				const value = await read(id);
				if (value !== undefined) values.get(id)?.push({ round, at: Date.now(), value });
			};
			await Promise.all(ids.map(one));
			await new Promise((resolve) => setTimeout(resolve, Math.max(10, PACE * 1000 - (Date.now() - began))));
		}
	};
	void poll();
	return values;
}
const told = (ids: readonly string[], device: OneWireBus) =>
	polled(ids, async (id) => {
		const read = await device.read(id);
		return read.kind === "value" ? read.value : undefined;
	});
const firstRounds = async (values: ReadonlyMap<string, readonly Value[]>) => {
	await jest.advanceTimersByTimeAsync(WATCHED);
	return [...values.values()].map(([first]) => first?.round);
};

/** As many reads at once as the driver has, and each one counts by itself. */
const single = (ids: readonly string[], bus: SerialW1) => {
	const reads = new FewAtOnce<unknown>(2, { usual: 1700, deadline: 4000 });
	return polled(ids, (id) => reads.run(id, (signal) => bus.read(`/w1/${id}/w1_slave`, signal)));
};

describe("on a bus that reads one sensor at a time", () => {
	// #slow-bus-loses-none
	test.each([
		[2, 900, false],
		[4, 750, false],
		[14, 840, false],
		[14, 860, false],
		[14, 900, false],
		[14, 950, false],
		[24, 750, false],
		[24, 860, false],
		[24, 950, false],
		[40, 760, false],
		[8, 560, true],
		[8, 800, true],
		[14, 800, true],
	])(
		"%d sensors that take %d ms, beside another program: %s, are told a round later at most",
		async (n, takes, other) => {
			const alone = await firstRounds(single(idsOf(n), occupied(takes, other)));
			expect(alone).toEqual(idsOf(n).map(() => 0));
			for (const inTurn of [true, false]) {
				const bus = occupied(takes, other);
				const device = inTurn ? driver(bus) : new OneWireBus("/w1", seconds(PACE), PORTS, bus.read);
				const confirmed = await firstRounds(told(idsOf(n), device));
				expect(confirmed.filter((round) => round === undefined || round > 1)).toEqual([]);
			}
		},
	);

	// #slow-bus-after-a-stall
	test.each([
		[2, 900],
		[14, 750],
		[14, 900],
		[14, 950],
		[24, 950],
	])("%d sensors that take %d ms are told again after it stood still", async (n, takes) => {
		const bus = new SerialW1(takes);
		const values = told(idsOf(n), driver(bus));
		await jest.advanceTimersByTimeAsync(WATCHED);
		bus.stall(20_000);
		await jest.advanceTimersByTimeAsync(WATCHED);
		const age = [...values.values()].map((all) => Date.now() - (all.at(-1)?.at ?? 0));
		expect(age.filter((one) => one > 60_000)).toEqual([]);
	});

	// #slow-bus-tells-no-wrong-reading
	test.each([
		[4, 900],
		[14, 900],
		[24, 950],
	])("no wrong reading of %d sensors that take %d ms is told, the first nor a later one", async (n, takes) => {
		const bus = new SerialW1(takes);
		for (const [nth, id] of idsOf(n).entries()) bus.says(id, ...(nth % 2 ? [96, 3] : [40, 40]));
		const values = told(idsOf(n), driver(bus));
		await jest.advanceTimersByTimeAsync(WATCHED);
		for (const id of idsOf(n)) bus.says(id, 40, 3, 40, 96, 20);
		await jest.advanceTimersByTimeAsync(WATCHED);
		expect(idsOf(n).filter((id) => bus.left(id) > 0)).toEqual([]);
		const all = [...values.values()];
		expect(all.map((of) => of.map(({ value }) => value).filter((value) => value !== 40))).toEqual(all.map(() => []));
	});

	it("few sensors are told in the first round, also where each waits for the other", async () => {
		expect(await firstRounds(told(idsOf(2), driver(new SerialW1(900))))).toEqual([0, 0]);
	});

	it("a search finds every sensor", async () => {
		const [bus, w1] = [new SerialW1(950), new FakeW1()];
		for (const id of idsOf(14)) w1.set(id, 0);
		const found = foundUnder(w1.root, /^28-/, driver(bus));
		// The list of the folder takes time that is not the bus's.
		while (jest.getTimerCount() < 3) await breath();
		await jest.advanceTimersByTimeAsync(WATCHED);
		expect(await found).toEqual(idsOf(14).map((id) => ({ source: `one_wire:${id}`, value: 40 })));
		w1.close();
	});

	it("one that lost its place is not read again before those that wait", async () => {
		const reads = new FewAtOnce<string>(1, { usual: 1700, deadline: 4000 });
		const job = (takes: number) => () => new Promise<string>((over) => setTimeout(() => over("done"), takes));
		const slow = reads.run("slow", job(2000), () => true);
		const answered: string[] = [];
		void slow.then(() => answered.push("slow"));
		void reads.run("next", job(1500)).then(() => answered.push("next"));
		await jest.advanceTimersByTimeAsync(2000);
		expect(answered).toEqual(["slow"]);
		await jest.advanceTimersByTimeAsync(1200);
		expect(answered).toEqual(["slow", "next"]);
	});

	it("a jump is told in the round that it comes in, also where the round is long", async () => {
		const bus = new SerialW1(950);
		const ids = idsOf(14);
		const values = told(ids, driver(bus));
		await jest.advanceTimersByTimeAsync(WATCHED);
		for (const id of ids.slice(4, 6)) bus.says(id, 70, 68);
		await jest.advanceTimersByTimeAsync(40_000);
		for (const id of ids.slice(4, 6)) expect(values.get(id)?.map(({ value }) => value)).toContain(68);
	});

	it("what was read before the running time was put ahead still confirms what comes after, as if no time had passed", async () => {
		const bus = new SerialW1(900);
		const [id = ""] = idsOf(1);
		const device = driver(bus);
		const read = async () => {
			const reading = device.read(id);
			await jest.advanceTimersByTimeAsync(4000);
			return reading;
		};
		bus.says(id, 84, 84);
		expect(await read()).toEqual({ kind: "value", value: 84 });
		ahead += 1e6;
		device.shift(seconds(1e6));
		// Also one that is only believed after another one, and one read is enough.
		bus.says(id, 85, 3);
		expect(await read()).toEqual({ kind: "value", value: 85 });
		expect(bus.left(id)).toBe(1);
	});
});
