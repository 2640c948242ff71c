import { expect, it } from "@jest/globals";
import { LastingPort, type PortOwner } from "#drivers/bus/serial/lasting-port.ts";
import { type Request, readRequest } from "#drivers/modbus/line/frame.ts";
import type { Reply } from "#drivers/modbus/line/line.ts";
import { RtuLine } from "#drivers/modbus/line/rtu-line.ts";
import { framed, SerialLine } from "../../fakes/modbus/serial-line.ts";
import { ModbusUnit } from "../../fakes/modbus/unit.ts";
import { inOwnTime, ownTimePasses } from "../../fakes/stopped-timers.ts";
import { holding } from "./bench.ts";

const TIMEOUT = 20;
/** Register n holds 1000 + n. */
const registers = () => holding(Array.from({ length: 32 }, (_, n) => 1000 + n));
const OTHERS = 20;
/** A request of the other master, and the answer to it. */
const ITS_REQUEST = framed(1, Uint8Array.of(3, 0, OTHERS, 0, 1));
const ITS_ANSWER = framed(1, Uint8Array.of(3, 2, (1000 + OTHERS) >> 8, (1000 + OTHERS) & 0xff));

/**
 * Reads register 5 again and again on a line that was opened long ago. Each time the other master asks just before, so that the
 * unit answers it, and is deaf for ours.
 */
async function readBeside(ask: (line: SerialLine) => void, times: number) {
	const told: string[] = [];
	const line = new SerialLine({ 1: registers(), 2: new ModbusUnit() }, { memory: true });
	const read: (number | undefined)[] = [];
	await inOwnTime(async () => {
		const port = { path: line.path, baudRate: 115_200 };
		const { connect } = line;
		if (connect === undefined) throw new Error("not in memory");
		const lasting = (owner: PortOwner) => new LastingPort(port, owner, connect);
		const master = new RtuLine(line.path, { timeout: TIMEOUT, gap: 2 }, ({ code }) => void told.push(code), lasting);
		const value = async () => {
			const reply = await master.ask(readRequest(1, 3, 5, 1));
			return reply.kind === "data" ? (reply.data[0] ?? 0) * 256 + (reply.data[1] ?? 0) : undefined;
		};
		/** Reads on for so many ms. */
		const lasts = async (ms: number) => {
			const end = performance.now() + ms;
			line.mischief = (answer, { say }) => say(answer);
			while (performance.now() < end) await value();
		};
		// What was asked before the port was opened is long over.
		await lasts(150 * TIMEOUT);
		for (let nth = 0; nth < times; nth++) {
			let busy = true;
			line.mischief = (answer, { say }) => {
				say(busy ? ITS_ANSWER : answer);
				busy = false;
			};
			ask(line);
			read.push(await value());
			await lasts(50 * TIMEOUT);
		}
		await master.close();
	});
	line.close();
	return { read, told };
}

// cmcgerty/Sofar2mqtt#53: two masters on one line, and now and then wrong values. pyhys/minimalmodbus#64: what is heard are requests.
// #another-master
it.each([
	["asks the same unit", (line: SerialLine) => line.say(ITS_REQUEST)],
	[
		"asks one byte by byte",
		(line: SerialLine) => {
			for (const byte of ITS_REQUEST) line.say(Uint8Array.of(byte));
		},
	],
	[
		"asks all the time",
		(line: SerialLine) => {
			for (let nth = 0; nth < 100; nth++) line.say(Uint8Array.of(...ITS_REQUEST, ...ITS_ANSWER));
			line.say(ITS_REQUEST);
		},
	],
	[
		"asks behind what is left of an answer",
		(line: SerialLine) => line.say(Uint8Array.of(...framed(2, Uint8Array.of(3, 2, 0, 7)), ...ITS_REQUEST)),
	],
])("another master on the line %s: the answer to it is never taken for the one to ours", async (_, ask) => {
	const { read, told } = await readBeside(ask, 12);
	expect(read).not.toContain(1000 + OTHERS);
	expect(told).toEqual(["second_master"]);
});

it("after another master was heard the line is read as before", async () => {
	let heard = false;
	const { read } = await readBeside((line) => {
		if (!heard) line.say(ITS_REQUEST);
		else line.mischief = (answer, { say }) => say(answer);
		heard = true;
	}, 4);
	expect(read.slice(1)).toEqual([1005, 1005, 1005]);
});

it("what an adapter hears of ours is no other master", async () => {
	const { read, told } = await readBeside((line) => {
		line.mischief = (answer, { say, request }) => say(Uint8Array.of(...request, ...answer, ...request));
	}, 3);
	expect(read).not.toContain(1000 + OTHERS);
	expect(told).toEqual([]);
});

/** Reads registers of a unit beside another master, which says what it likes before each. */
async function valuesBeside(
	registersOf: ModbusUnit,
	steps: readonly (readonly [Request, (line: SerialLine) => unknown])[],
) {
	const line = new SerialLine({ 1: registersOf }, { memory: true });
	const replies: Reply[] = [];
	await inOwnTime(async () => {
		const { connect } = line;
		if (connect === undefined) throw new Error("not in memory");
		const lasting = (owner: PortOwner) => new LastingPort({ path: line.path }, owner, connect);
		const master = new RtuLine(line.path, { timeout: TIMEOUT, gap: 2 }, () => undefined, lasting);
		await ownTimePasses(150 * TIMEOUT);
		for (const [request, before] of steps) {
			await before(line);
			replies.push(await master.ask(request));
		}
		await master.close();
	});
	line.close();
	return replies;
}
/** From now on the unit answers this to whatever we ask, once. */
const answers = (line: SerialLine, bytes: Uint8Array) => {
	const good = line.mischief;
	line.mischief = (_, { say }) => {
		line.mischief = good;
		say(bytes);
	};
};
const dataOf = (reply: Reply | undefined) => (reply?.kind === "data" ? [...reply.data] : undefined);

// Our own request, as an adapter may hear it; but it comes when ours was answered.
it("another master that asks what was asked last is no echo: its answer is never taken for the one to the next request", async () => {
	const drifted = framed(1, Uint8Array.of(3, 2, 4, 0));
	const [, second] = await valuesBeside(registers(), [
		[readRequest(1, 3, 5, 1), () => undefined],
		[
			readRequest(1, 3, 6, 1),
			(line) => {
				line.say(framed(1, Uint8Array.of(3, 0, 5, 0, 1)));
				answers(line, drifted);
			},
		],
	]);
	expect(dataOf(second) ?? [1006 >> 8, 1006 & 0xff]).toEqual([1006 >> 8, 1006 & 0xff]);
});

it("a request that was not heard, of a master that was heard before, gives no wrong value", async () => {
	const [, second] = await valuesBeside(registers(), [
		[readRequest(1, 3, 5, 1), (line) => line.say(Uint8Array.of(...ITS_REQUEST, ...ITS_ANSWER))],
		[
			readRequest(1, 3, 6, 1),
			async (line) => {
				await ownTimePasses(200 * TIMEOUT);
				answers(line, framed(1, Uint8Array.of(3, 2, 4, 0)));
			},
		],
	]);
	expect(dataOf(second) ?? [1006 >> 8, 1006 & 0xff]).toEqual([1006 >> 8, 1006 & 0xff]);
});

it("a request for bits that looks like an answer is one all the same", async () => {
	const bits = new ModbusUnit();
	for (let contact = 0; contact < 1000; contact++) bits.contacts.set(contact, contact === 800);
	const [first] = await valuesBeside(bits, [
		[
			readRequest(1, 2, 0, 20),
			(line) => {
				line.say(framed(1, Uint8Array.of(2, 3, 0x20, 0, 20)));
				answers(line, framed(1, Uint8Array.of(2, 3, 1, 0, 0)));
			},
		],
	]);
	expect(dataOf(first) ?? [0, 0, 0]).toEqual([0, 0, 0]);
});
