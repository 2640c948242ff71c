import { describe, expect, it, test } from "@jest/globals";
import { codec } from "#drivers/sainsmart/codec.ts";
import { sainsmart } from "#drivers/sainsmart/sainsmart.ts";
import { neverThrows } from "../bus/fuzz.ts";

const [[status] = []] = codec.ask(["1", "16"]);
const frame = (channel: string, on: boolean) => Buffer.from(codec.set(channel, on)).toString();
const states = (heard: string) => [...(status?.answer(heard).coils ?? [])].map(([, on]) => (on ? 1 : 0)).join("");

// The maker's list of commands, but for relays 15 and 16, whose printed check bytes break the rule of the others.
test.each([
	["1", true, ":FE050000FF00FE\r\n"],
	["1", false, ":FE0500000000FD\r\n"],
	["8", true, ":FE050007FF00F7\r\n"],
	["14", false, ":FE05000D0000F0\r\n"],
	["15", true, ":FE05000EFF00F0\r\n"],
	["15", false, ":FE05000E0000EF\r\n"],
	["16", true, ":FE05000FFF00EF\r\n"],
	["16", false, ":FE05000F0000EE\r\n"],
])("relay %s %s is %j", (channel, on, expected) => {
	expect(frame(channel, on)).toBe(expected);
});

it("asks as the maker says", () => {
	expect(Buffer.from(status?.frame ?? []).toString()).toBe(":FE0100000010F1\r\n");
});

describe("an answer", () => {
	test.each([
		["with all off", ":FE01020000FF\r\n", "0000000000000000"],
		["with the first and the ninth on", ":FE01020101FD\r\n", "1000000010000000"],
		["with the last on", ":FE010200807F\r\n", "0000000000000001"],
		["after the echo of the question", ":FE0100000010F1\r\n:FE01020100FE\r\n", "1000000000000000"],
		["after a damaged one", ":FE0102FFFF00\r\n:FE01020100FE\r\n", "1000000000000000"],
		["with a line feed alone", ":FE01020100FE\n", "1000000000000000"],
	])("%s", (_, heard, expected) => {
		expect(states(heard)).toBe(expected);
	});

	test.each([
		["that is the echo of the question", ":FE0100000010F1\r\n"],
		["with a wrong check byte", ":FE01020100FF\r\n"],
		["of another unit", ":0101020100FB\r\n"],
		["to another question", ":FE02020100FD\r\n"],
		["that is an exception", ":FE81027F\r\n"],
		["cut off", ":FE01020100F"],
		["of nothing", ""],
	])("%s says nothing", (_, heard) => {
		expect(states(heard)).toBe("");
	});
});

it("takes the echo of a command for an acknowledgement, and no other", () => {
	expect(codec.took?.(codec.set("1", true), ":FE050000FF00FE\r\n")).toBe(true);
	expect(codec.took?.(codec.set("1", true), ":FE0500000000FD\r\n")).toBe(false);
	expect(codec.took?.(codec.set("1", true), ":FE050000FF00F")).toBe(false);
});

it("never throws, whatever bytes come", () => {
	neverThrows([...codec.ask(["1"]).flat()], [":FE01020101FD\r\n", ":FE0100000010F1\r\n", ":", "\r\n", "FE0102"]);
});

it("may be on a port with a CH340, as many things are", () => {
	const port = { path: "/dev/serial/by-path/x", device: "/dev/ttyUSB0", aliases: [], vendor: "1a86", product: "7523" };
	const likely = { what: "SainSmart (CH340)", targets: ["sainsmart:/dev/serial/by-path/x/N"] };
	expect(sainsmart.atPort?.(port)).toEqual(likely);
	expect(sainsmart.atPort?.({ ...port, product: "55d4" })).toBeUndefined();
});

test.each(["/dev/ttyUSB0/0", "/dev/ttyUSB0/17", "/dev/ttyUSB0/01", "/dev/ttyUSB0"])("%j is no address", (address) => {
	expect(sainsmart.place(address, "outputs")).toBeUndefined();
});
