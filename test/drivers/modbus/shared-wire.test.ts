import { expect, it } from "@jest/globals";
import { LastingPort } from "#drivers/bus/serial/lasting-port.ts";
import { readRequest } from "#drivers/modbus/line/frame.ts";
import { RtuLine } from "#drivers/modbus/line/rtu-line.ts";
import { type Other, SharedWire } from "../../fakes/modbus/shared-wire.ts";
import { inOwnTime, ownTimePasses } from "../../fakes/stopped-timers.ts";

const TIMEOUT = 20;
const GAP = 2;
/** ms. What was asked before the port was opened is long over. */
const LONG_AGO = 150 * TIMEOUT;
const READS = 4;

/** Ways in which requests of another master and their answers can lie in time beside those of ours. */
const WAYS: readonly Other[] = product({
	from: [-6, -3, -2, -1, 0, 1, 4],
	cut: [0, 1, 3, 7],
	between: [0, 3],
	takes: [0, 3, TIMEOUT - 1, TIMEOUT + 1, 2 * TIMEOUT],
	repeated: [
		{ times: 1, pause: 0 },
		{ times: 9, pause: 0 },
		{ times: 9, pause: GAP + 1 },
	],
	damaged: [0, 1],
	lag: [0, 3],
})
	.filter(({ cut, between }) => cut > 0 || between === 0)
	.map(({ repeated, ...way }) => ({ ...way, ...repeated }));

/** The values of registers 5, 6, …, read one after another beside the other master. */
async function readBeside(other: Other): Promise<readonly (number | undefined)[]> {
	const wire = new SharedWire(other.lag);
	const port = { path: "the wire" };
	const timing = { timeout: TIMEOUT, gap: GAP };
	const master = new RtuLine(
		port.path,
		timing,
		() => undefined,
		(owner) => new LastingPort(port, owner, wire.connect),
	);
	await ownTimePasses(LONG_AGO);
	const read: (number | undefined)[] = [];
	setTimeout(() => wire.other(other), 10 + other.from);
	await ownTimePasses(10);
	for (let nth = 0; nth < READS; nth++) {
		const reply = await master.ask(readRequest(1, 3, 5 + nth, 1));
		read.push(reply.kind === "data" ? (reply.data[0] ?? 0) * 256 + (reply.data[1] ?? 0) : undefined);
	}
	await master.close();
	return read;
}

// #another-master
it("another master's request and its answer, wherever they lie beside ours, give no wrong value", async () => {
	const all = await inOwnTime(() => Promise.all(WAYS.map(async (way) => ({ way, read: await readBeside(way) }))));
	const wrong = all.filter(({ read }) => read.some((value, nth) => value !== undefined && value !== 1005 + nth));
	expect(wrong).toEqual([]);
	// One conversation of others costs the reading that it meets, where that did not wait, and seldom the next one.
	const once = all.filter(({ way }) => way.times === 1);
	const lost = (nth: number) => once.filter(({ read }) => read[nth] === undefined).length / once.length;
	expect(lost(0)).toBeLessThan(0.67);
	expect(lost(1)).toBeLessThan(0.1);
});

/** One of each, in all ways. */
function product<T extends object>(choices: { readonly [K in keyof T]: readonly T[K][] }): T[] {
	return Object.entries<readonly unknown[]>(choices).reduce<T[]>(
		(all, [key, values]) => all.flatMap((one) => values.map((value) => ({ ...one, [key]: value }))),
		[{} as T],
	);
}
