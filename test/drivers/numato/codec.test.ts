import { describe, expect, it, test } from "@jest/globals";
import { codec } from "#drivers/numato/codec.ts";
import { numato } from "#drivers/numato/numato.ts";
import { neverThrows } from "../bus/fuzz.ts";

const [[all] = [], ones = []] = codec.ask(["0", "A"]);
const states = (heard: string) => [...(all?.answer(heard).coils ?? [])].map(([, on]) => (on ? 1 : 0)).join("");

test.each([
	["0", true, "relay on 0\r"],
	["0", false, "relay off 0\r"],
	["A", true, "relay on A\r"],
	["V", false, "relay off V\r"],
])("relay %s %s is the line %j", (channel, on, line) => {
	expect(Buffer.from(codec.set(channel, on)).toString()).toBe(line);
});

it("asks for all relays at once, and then for each", () => {
	expect([all, ...ones].map((question) => Buffer.from(question?.frame ?? []).toString())).toEqual([
		"relay readall\r",
		"relay read 0\r",
		"relay read A\r",
	]);
});

describe("the answer about all relays", () => {
	test.each([
		["of eight relays", "relay readall\n\r0f\n\r>", "11110000"],
		["of eight relays in capitals", "relay readall\r\n0F\r\n>", "11110000"],
		["of sixteen relays", "relay readall\n\r8001\n\r>", "1000000000000001"],
		["of 32 relays", "relay readall\n\r80000000\n\r>", `${"0".repeat(31)}1`],
		["after an older prompt", "\n\r>relay readall\n\r01\n\r>", "10000000"],
		["after the rest of another answer", "off\n\r>relay readall\n\r80\n\r>", "00000001"],
	])("%s", (_, heard, expected) => {
		expect(states(heard)).toBe(expected);
	});

	it("names the relays as the module does", () => {
		const names = [...(all?.answer("relay readall\n\r00000000\n\r>").coils.keys() ?? [])].join("");
		expect(names).toBe("0123456789ABCDEFGHIJKLMNOPQRSTUV");
	});

	test.each([
		["without its own echo", "0f\n\r>"],
		["with the echo of another command", "relay read 0\n\r0f\n\r>"],
		["cut off before the prompt", "relay readall\n\r0"],
		["that is the echo alone", "relay readall\n\r>"],
		["that is no number", "relay readall\n\rerror\n\r>"],
		["that is too long", "relay readall\n\r0123456789\n\r>"],
		["of nothing", ""],
	])("%s says nothing", (_, heard) => {
		expect(all?.answer(heard).coils.size).toBe(0);
	});
});

describe("the answer about one relay", () => {
	it("is on or off", () => {
		expect(ones[1]?.answer("relay read A\n\ron\n\r>")).toEqual({ coils: new Map([["A", true]]), whole: true });
		expect(ones[1]?.answer("relay read A\n\roff\n\r>")).toEqual({ coils: new Map([["A", false]]), whole: true });
	});

	test.each([
		["about another relay", "relay read 0\n\ron\n\r>"],
		["cut off", "relay read A\n\ron"],
		["that is neither", "relay read A\n\ro\n\r>"],
	])("%s says nothing", (_, heard) => {
		expect(ones[1]?.answer(heard).coils.size).toBe(0);
	});
});

it("never throws, whatever bytes come", () => {
	neverThrows([...codec.ask(["0", "A"]).flat()], ["relay readall", "relay read A", "\n\r", "0f", ">", "on", "off"]);
});

it("is found by its looks", () => {
	const port = { path: "/dev/serial/by-id/x", device: "/dev/ttyACM0", aliases: [], vendor: "2a19", product: "0c01" };
	expect(numato.atPort?.(port)).toEqual({ what: "Numato", targets: ["numato:/dev/serial/by-id/x/N"] });
	expect(numato.atPort?.({ ...port, vendor: "1a86" })).toBeUndefined();
});

test.each(["/dev/ttyACM0/W", "/dev/ttyACM0/a", "/dev/ttyACM0/10", "/dev/ttyACM0"])("%j is no address", (address) => {
	expect(numato.place(address, "outputs")).toBeUndefined();
});
