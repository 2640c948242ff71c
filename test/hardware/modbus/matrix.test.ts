import { afterAll, describe, expect, it } from "@jest/globals";
import { LastingPort } from "#drivers/bus/serial/lasting-port.ts";
import { readRequest } from "#drivers/modbus/line/frame.ts";
import { RtuLine } from "#drivers/modbus/line/rtu-line.ts";
import { SerialLine } from "../../fakes/modbus/serial-line.ts";
import { ModbusUnit } from "../../fakes/modbus/unit.ts";
import { inOwnTime } from "../../fakes/stopped-timers.ts";
import { DEADLINE, diceOf, FAULTS } from "./faults.ts";
import { MASTERS } from "./masters.ts";

/** For each fault, on so many serial lines at once. */
const REQUESTS = 10_000;
const LINES = 20;
/** Enough to see what masters of others do, and ours in memory. */
const OF_OTHERS = 60;

/** Register n holds 1000 + n, so an answer to another request is seen. */
function unit(): ModbusUnit {
	const made = new ModbusUnit();
	for (let register = 0; register < 256; register++) made.holding.set(register, 1000 + register);
	return made;
}

interface Tally {
	right: number;
	wrong: number;
	failed: number;
}

/** Requests one after another, each for another register; what came of them. */
async function asked(
	count: number,
	read: (register: number) => Promise<number | undefined>,
	tally: Tally,
): Promise<void> {
	for (let nth = 0; nth < count; nth++) {
		const register = (nth * 37) % 256;
		const value = await read(register);
		if (value === undefined) tally.failed += 1;
		else if (value === 1000 + register) tally.right += 1;
		else tally.wrong += 1;
	}
}

async function oursOn(line: SerialLine, count: number, tally: Tally): Promise<void> {
	const port = { path: line.path, baudRate: 115_200 };
	const timing = { timeout: DEADLINE, gap: 1 };
	const master = new RtuLine(
		line.path,
		timing,
		() => undefined,
		(owner) => (line.connect ? new LastingPort(port, owner, line.connect) : new LastingPort(port, owner)),
	);
	await asked(
		count,
		async (register) => {
			const reply = await master.ask(readRequest(1, 3, register, 1));
			return reply.kind === "data" ? (reply.data[0] ?? 0) * 256 + (reply.data[1] ?? 0) : undefined;
		},
		tally,
	);
	await master.close();
}

function lineWith(fault: string, seed: number, { memory = false } = {}): SerialLine {
	const line = new SerialLine({ 1: unit() }, { memory });
	const make = FAULTS[fault];
	if (make !== undefined) line.mischief = make(diceOf(seed), line);
	return line;
}

describe("10,000 requests on a line with a fault", () => {
	/** All at once: they mostly wait. */
	const results = new Map<string, Promise<Tally>>(
		Object.keys(FAULTS).map((fault) => {
			const tally: Tally = { right: 0, wrong: 0, failed: 0 };
			const lines = Array.from({ length: LINES }, (_, n) => lineWith(fault, n + 1));
			const all = lines.map((line) => oursOn(line, REQUESTS / LINES, tally).finally(() => line.close()));
			return [fault, Promise.all(all).then(() => tally)];
		}),
	);
	afterAll(() => Promise.all(results.values()));

	// #never-another-register
	it.each(Object.keys(FAULTS))(
		"give no wrong value: %s",
		async (fault) => {
			const tally = await results.get(fault);
			expect(tally).toMatchObject({ wrong: 0 });
			expect((tally?.right ?? 0) + (tally?.failed ?? 0)).toBe(REQUESTS);
		},
		400_000,
	);

	// Among real lines on a busy machine all answers may be late. In memory, with time of its own, none is that the fault spares. After
	// each failure the unit is asked twice for a while, so a fault takes more answers than it spoils.
	it.each(Object.keys(FAULTS))("leave what is not spoilt: %s", async (fault) => {
		const tally: Tally = { right: 0, wrong: 0, failed: 0 };
		const line = lineWith(fault, 1, { memory: true });
		await inOwnTime(() => oursOn(line, OF_OTHERS, tally).finally(() => line.close()));
		expect(tally.wrong).toBe(0);
		if (!/always|constantly/.test(fault)) expect(tally.right).toBeGreaterThan(OF_OTHERS / 5);
	});
});

describe("masters of others", () => {
	// What this suite would find in ours.
	it.each(Object.keys(MASTERS))("give wrong values without an error: %s", async (name) => {
		const tally: Tally = { right: 0, wrong: 0, failed: 0 };
		for (const fault of ["constantly late", "an echo of the request", "an answer twice"]) {
			const line = lineWith(fault, 1);
			const master = await MASTERS[name]?.(line.path, DEADLINE);
			if (master === undefined) throw new Error(`no ${name}`);
			await asked(OF_OTHERS, master.read, tally);
			await master.close();
			line.close();
		}
		expect(tally.wrong).toBeGreaterThan(0);
	});
});
