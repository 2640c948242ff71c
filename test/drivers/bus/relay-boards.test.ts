import { expect, test } from "@jest/globals";
import type { RelayCodec } from "#drivers/bus/relay/codec.ts";
import type { Device, Drive } from "#drivers/driver.ts";
import { codec as kmtronicCodec } from "#drivers/kmtronic/codec.ts";
import { kmtronic } from "#drivers/kmtronic/kmtronic.ts";
import { codec as numatoCodec } from "#drivers/numato/codec.ts";
import { numato } from "#drivers/numato/numato.ts";
import { codec as sainsmartCodec } from "#drivers/sainsmart/codec.ts";
import { sainsmart } from "#drivers/sainsmart/sainsmart.ts";
import { percent } from "#model/quantities/units.ts";
import { KmtronicBoard } from "../../fakes/kmtronic-board.ts";
import { NumatoModule } from "../../fakes/numato-module.ts";
import type { BoardOf, PtyBoard } from "../../fakes/pty-board.ts";
import { SainsmartModule } from "../../fakes/sainsmart-module.ts";
import { inOwnTime } from "../../fakes/stopped-timers.ts";
import { filesOpen, image, lent, onPort, opening, openingMemory, patient, until } from "./relay-bench.ts";

type RelayDriver = typeof kmtronic | typeof numato | typeof sainsmart;
interface Kind {
	readonly name: string;
	readonly driver: RelayDriver;
	readonly codec: RelayCodec;
	readonly board: (faults?: Omit<Partial<BoardOf>, "relays">) => PtyBoard;
	/** Names of the first two relays. */
	readonly two: readonly [string, string];
	/** What a question sounds like. */
	readonly asks: RegExp;
}
const KINDS: readonly Kind[] = [
	kind(
		"KMTronic",
		kmtronic,
		kmtronicCodec,
		(faults) => new KmtronicBoard({ relays: 4, ...faults }),
		["1", "2"],
		/^FF 09 00/,
	),
	kind(
		"KMTronic 8",
		kmtronic,
		kmtronicCodec,
		(faults) => new KmtronicBoard({ relays: 8, ...faults }),
		["1", "2"],
		/^FF 09 00/,
	),
	kind(
		"KMTronic 2",
		kmtronic,
		kmtronicCodec,
		(faults) => new KmtronicBoard({ relays: 2, ...faults }),
		["1", "2"],
		/03$|^FF 09/,
	),
	kind("Numato", numato, numatoCodec, (faults) => new NumatoModule({ relays: 8, ...faults }), ["0", "1"], /read|^$/),
	kind(
		"Numato 2",
		numato,
		numatoCodec,
		(faults) => new NumatoModule({ relays: 2, all: false, ...faults }),
		["0", "1"],
		/read|^$/,
	),
	kind(
		"SainSmart",
		sainsmart,
		sainsmartCodec,
		(faults) => new SainsmartModule({ relays: 16, ...faults }),
		["1", "2"],
		/^FE01/,
	),
];

function kind(
	name: string,
	driver: RelayDriver,
	codec: RelayCodec,
	make: Kind["board"],
	two: Kind["two"],
	asks: RegExp,
): Kind {
	return { name, driver, codec, board: (faults) => lent(make(faults)), two, asks };
}

/** Tells the same of every kind of board: in memory, with time of its own, as most of it is waiting for silent boards. */
function everyBoard(tells: string, proof: (bench: Bench) => Promise<void>): void {
	test(`each kind of board ${tells}`, async () => {
		const results = await inOwnTime(() => Promise.allSettled(KINDS.map((one) => proof(benchOf(one)))));
		const failed = results.flatMap((result, at) =>
			result.status === "rejected" ? [`${KINDS[at]?.name}: ${result.reason}`] : [],
		);
		expect(failed).toEqual([]);
	});
}

type Bench = ReturnType<typeof benchOf>;

const benchOf = ({ driver, codec, board, two: [one, other], asks }: Kind) => ({
	...{ driver, one, other, asks },
	aBoard: (faults = {}) => board({ memory: true, ...faults }),
	open: (board: PtyBoard, options = {}) => openingMemory(codec, board, [one, other], driver.options.parse(options)),
	both: (first: boolean, second: boolean) => image({ [one]: first, [other]: second }),
	/** What it reports of its first two relays. */
	told: async (device: Device) => {
		const found = await device.readBack();
		return found && [found.get(one), found.get(other)];
	},
});

everyBoard(
	"is asked when it is opened, never switched, and says what its relays are",
	async ({ aBoard, asks, open, told }) => {
		const board = aBoard();
		board.coils[1] = true;
		const { device } = open(board);
		expect(await told(device)).toEqual([false, true]);
		expect(device.verify).toBe("readback");
		expect(device.onCrash).toBe("holds");
		expect(board.take().filter((heard) => !asks.test(heard))).toEqual([]);
		expect(board.coils.slice(0, 2)).toEqual([false, true]);
	},
);

everyBoard(
	"switches what is wanted, is read back, and leaves the other relays as they are",
	async ({ aBoard, open, both }) => {
		const board = aBoard();
		board.coils.fill(true, 2);
		const { device } = open(board);
		await device.readBack();
		const others = board.coils.slice(2);
		expect(await device.write(both(true, false))).toEqual({ kind: "done", confirmed: both(true, false) });
		expect(await device.write(both(false, true))).toEqual({ kind: "done", confirmed: both(false, true) });
		expect(board.coils).toEqual([false, true, ...others]);
	},
);

everyBoard("gets a frame that it missed once more", async ({ aBoard, open, both }) => {
	const board = aBoard();
	const { device } = open(board);
	await device.readBack();
	board.faults.misses = 1;
	expect(await device.write(both(true, true))).toEqual({ kind: "done", confirmed: both(true, true) });
});

everyBoard("with a stuck relay says so, and what it found", async ({ aBoard, other, open, both }) => {
	const board = aBoard({ stuck: [2] });
	const { device } = open(board);
	await device.readBack();
	const facts = { device: board.path, channel: other, wanted: true, found: false };
	expect(await device.write(both(true, true))).toEqual({
		kind: "done",
		confirmed: both(true, false),
		faults: new Map([[other, { code: "not_verified", facts }]]),
	});
});

everyBoard("that answers in pieces is understood", async ({ aBoard, open, both }) => {
	const board = aBoard({ pieces: 3 });
	const { device } = open(board);
	await device.readBack();
	expect(await device.write(both(true, false))).toEqual({ kind: "done", confirmed: both(true, false) });
});

everyBoard(
	"that says nothing at all is written without proof, after a few questions",
	async ({ aBoard, asks, open, both }) => {
		const board = aBoard({ answers: false, takes: false });
		const { device } = open(board);
		expect(await device.readBack()).toBeUndefined();
		await until(() => device.verify === "none");
		expect(await device.write(both(true, false))).toEqual({ kind: "done", confirmed: new Map() });
		expect(await device.write(both(true, false))).toEqual({ kind: "done", confirmed: new Map() });
		board.take();
		expect(await device.write(both(true, true))).toEqual({ kind: "done", confirmed: new Map() });
		await until(() => board.coils[1]);
		expect(board.take().filter((heard) => asks.test(heard) && heard !== "")).toEqual([]);
	},
);

everyBoard("is never asked where the owner said so", async ({ aBoard, asks, open, both }) => {
	const board = aBoard({ takes: false });
	const { device } = open(board, { read_back: "never" });
	await device.write(both(true, false));
	expect(await device.readBack()).toBeUndefined();
	await until(() => board.coils[0]);
	expect(board.take().filter((heard) => asks.test(heard) && heard !== "")).toEqual([]);
});

everyBoard("that falls silent later fails, and is not believed", async ({ aBoard, open, both }) => {
	const board = aBoard();
	const { device } = open(board);
	await device.readBack();
	Object.assign(board.faults, { answers: false, takes: false });
	expect(await device.write(both(true, false))).toMatchObject({ kind: "failed", fault: { code: "no_answer" } });
});

for (const [what, faults] of [
	["noise before its answer", { before: "\x07\xfe?" }],
	["an answer that is cut off", { cut: 2 }],
	["answers that come too late", { late: 300 }],
] as const)
	everyBoard(`with ${what} reports no relay wrongly`, async ({ aBoard, open, both, told }) => {
		const board = aBoard();
		const { device } = open(board);
		await device.readBack();
		Object.assign(board.faults, faults);
		for (const on of [true, false]) {
			const written = await device.write(both(on, !on));
			if (written.kind === "done") expect(written.confirmed).toEqual(both(on, !on));
			expect([undefined, board.coils.slice(0, 2)]).toContainEqual(await told(device));
		}
		Object.assign(board.faults, { before: "", cut: Number.POSITIVE_INFINITY, late: 0 });
		await told(device);
		expect(await told(device)).toEqual([false, true]);
	});

everyBoard("refuses a level, which no relay can have", async ({ aBoard, one, open }) => {
	const { device } = open(aBoard());
	const level = new Map<string, Drive>([[one, percent(45)]]);
	expect(await device.write(level)).toMatchObject({ kind: "failed", fault: { code: "no_write" } });
	expect(await device.read(one)).toMatchObject({ kind: "failed" });
});

everyBoard("writes only the newest of the images that wait", async ({ aBoard, open, both }) => {
	const board = aBoard();
	const { device } = open(board);
	await device.readBack();
	const first = device.write(both(true, false));
	const second = device.write(both(true, true));
	const third = device.write(both(false, true));
	expect((await Promise.all([first, second, third])).map(({ kind }) => kind)).toEqual(["done", "done", "done"]);
	expect(await second).toEqual(await third);
	expect(board.coils.slice(0, 2)).toEqual([false, true]);
});

everyBoard(
	"that is unplugged fails at once, is told of once, and is back by itself with its power-on state",
	async ({ aBoard, open, both, told }) => {
		const board = aBoard();
		const { device, notices } = open(board);
		expect(await device.write(both(true, true))).toMatchObject({ kind: "done" });
		const life = device.returns;
		board.unplug();
		await until(() => device.health());
		expect(await device.write(both(true, true))).toMatchObject({ kind: "failed", fault: { code: "missing" } });
		expect(await device.readBack()).toBeUndefined();
		board.plug();
		await until(() => device.health() === undefined);
		expect(device.returns).toBe(life + 1);
		expect(await told(device)).toEqual([false, false]);
		expect(notices.map(({ code }) => code)).toEqual(["device_lost", "device_back"]);
	},
);

test.each(KINDS)(
	"a $name that is not there opens all the same, and fails every call",
	async ({ driver, two: [one] }) => {
		const { device } = opening(driver, "/dev/serial/by-id/nothing-here", [one]);
		const why = { code: "missing", facts: { device: "/dev/serial/by-id/nothing-here" } };
		expect(await device.write(image({ [one]: true }))).toEqual({ kind: "failed", fault: why });
		expect(device.health()).toEqual(why);
		expect(device.verify).toBe("none");
	},
);

test.each(KINDS)("a $name is spoken to in its own language by its driver", async ({ driver, board, two, asks }) => {
	const real = board();
	opening(driver, real.path, two);
	await until(() => real.heard.some((heard) => heard !== "" && asks.test(heard)));
});

// #hundred-replugs
test("a hundred unplugs and replugs at any moment lose no board and leak no file", async () => {
	const boards = [1, 2, 3, 4].map(() => lent(new KmtronicBoard({ relays: 8 })));
	const devices = boards.map((board) => onPort(patient(kmtronicCodec), board.path, ["1", "2"]));
	await Promise.all(devices.map((device) => device.readBack()));
	const before = filesOpen();
	const torn = async (board: PtyBoard, device: Device, cycle: number) => {
		const busy = [device.write(image({ 1: cycle % 2 === 0, 2: true })), device.readBack()];
		if (cycle % 3 > 0) await until(() => board.take().length > 0);
		board.unplug();
		await Promise.all(busy);
		board.plug();
		await until(() => device.retry?.() ?? device.health() === undefined);
	};
	await Promise.all(
		boards.map(async (board, at) => {
			const device = devices[at];
			for (let cycle = 0; device && cycle < 25; cycle++) await torn(board, device, cycle);
			expect(await device?.write(image({ 1: true, 2: false }))).toMatchObject({ kind: "done" });
			expect(board.coils.slice(0, 2)).toEqual([true, false]);
		}),
	);
	expect(filesOpen()).toBeLessThanOrEqual(before);
});
