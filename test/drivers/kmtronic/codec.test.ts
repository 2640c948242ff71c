import { describe, expect, it, test } from "@jest/globals";
import { codec } from "#drivers/kmtronic/codec.ts";
import { kmtronic } from "#drivers/kmtronic/kmtronic.ts";
import { neverThrows } from "../bus/fuzz.ts";

const [[all] = [], ones = []] = codec.ask(["1", "2"]);
const text = (...bytes: number[]) => Buffer.from(bytes).toString("latin1");

// The maker's command lists for boards with one, two, four and eight relays.
test.each([
	["1", true, "ff0101"],
	["1", false, "ff0100"],
	["2", true, "ff0201"],
	["8", true, "ff0801"],
	["8", false, "ff0800"],
])("relay %s %s is the frame %s", (channel, on, frame) => {
	expect(Buffer.from(codec.set(channel, on)).toString("hex")).toBe(frame);
});

it("asks large boards for all relays at once, and small ones for each", () => {
	expect([all, ...ones].map((question) => Buffer.from(question?.frame ?? []).toString("hex"))).toEqual([
		"ff0900",
		"ff0103",
		"ff0203",
	]);
	// No small board has a third relay, and FF 03 03 means nothing that is known to a large one.
	expect(codec.ask(["1", "3"])[1]).toEqual([]);
});

describe("the answer about all relays", () => {
	test.each([
		["of four relays, after which four more may come", text(1, 0, 0, 1), "1001", false],
		["of eight relays", text(0, 1, 0, 0, 0, 0, 0, 1), "01000001", true],
	])("%s", (_, heard, states, whole) => {
		const coils = [...states].map((state, index) => [String(index + 1), state === "1"] as const);
		expect(all?.answer(heard)).toEqual({ coils: new Map(coils), whole });
	});

	test.each([
		["cut off", text(1, 0, 0)],
		["with one byte too many", text(1, 0, 0, 1, 0)],
		["with a byte that is no state", text(1, 0, 2, 1)],
		["of a small board", text(0xff, 1, 1)],
		["of two boards at once", text(1, 0, 0, 1, 1, 0, 0, 1, 1)],
		["of nothing", ""],
	])("%s says nothing", (_, heard) => {
		expect(all?.answer(heard)).toEqual({ coils: new Map(), whole: false });
	});
});

describe("the answer about one relay", () => {
	it("names it", () => {
		expect(ones[1]?.answer(text(0xff, 2, 1))).toEqual({ coils: new Map([["2", true]]), whole: true });
		expect(ones[1]?.answer(text(0xff, 2, 0))).toEqual({ coils: new Map([["2", false]]), whole: true });
	});

	test.each([
		["of another relay", text(0xff, 1, 1)],
		["that repeats the question", text(0xff, 2, 3)],
		["cut off", text(0xff, 2)],
		["behind noise", text(7, 0xff, 2, 1)],
	])("%s says nothing", (_, heard) => {
		expect(ones[1]?.answer(heard).coils.size).toBe(0);
	});
});

it("never throws, whatever bytes come", () => {
	neverThrows([...codec.ask(["1", "2"]).flat()], [text(0xff, 1, 1), text(0, 1, 0, 1), "\xff\x02"]);
});

it("is found by its looks on a port with an FTDI chip", () => {
	const port = { path: "/dev/serial/by-id/x", device: "/dev/ttyUSB0", aliases: [], vendor: "0403", product: "6001" };
	expect(kmtronic.atPort?.(port)).toEqual({ what: "KMTronic (FTDI)", targets: ["kmtronic:/dev/serial/by-id/x/N"] });
	expect(kmtronic.atPort?.({ ...port, product: "6015" })).toBeUndefined();
});

test.each(["/dev/ttyUSB0/0", "/dev/ttyUSB0/9", "/dev/ttyUSB0", "ttyUSB0/1", "/dev/../ttyUSB0/1"])(
	"%j is no address",
	(address) => {
		expect(kmtronic.place(address, "outputs")).toBeUndefined();
	},
);
