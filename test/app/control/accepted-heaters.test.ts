import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, test } from "@jest/globals";
import { acceptedHeaters } from "#app/control/accepted-heaters.ts";
import { lastValid, remember } from "#app/control/last-valid.ts";
import { parse } from "#options/parse.ts";
import type { Options } from "#options/root.ts";

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "heaters-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const ONE = "usb_relay:/dev/ttyUSB0/1";
const OTHER = "usb_relay:/dev/ttyUSB0/2";
const heater = (target: string, changes: object = {}) => ({
	id: `heater${target.at(-1)}`,
	role: "heater",
	target,
	...changes,
});
const options = (...outputs: readonly object[]): Options => {
	const parsed = parse({ usb_relay: { read_back: "never" }, outputs }, [], acceptedHeaters(folder));
	if (parsed.kind === "invalid") throw new Error(parsed.problems.map(({ path }) => path).join(" "));
	return parsed.options;
};
/** What the release before this one left in the folder. */
const left = (...outputs: readonly object[]) =>
	writeFileSync(
		join(folder, "last-valid-options.json"),
		JSON.stringify({ usb_relay: { read_back: "never" }, outputs }),
	);
const starts = (...outputs: readonly object[]) => remember(folder, options(...outputs), () => undefined);

describe("a heater that an earlier release drove on a board without proof", () => {
	// #accepted-before-goes-on
	it("goes on at every start", () => {
		left(heater(ONE));
		starts(heater(ONE));
		starts(heater(ONE));
		expect(acceptedHeaters(folder)(ONE)).toBe(true);
	});

	it("does not speak for another one", () => {
		left(heater(ONE), { id: "pump", role: "pump", target: OTHER });
		expect(acceptedHeaters(folder)(OTHER)).toBe(false);
		expect(() => starts(heater(OTHER))).toThrow("outputs[0].unverified_ok");
	});

	it("was confirmed in the meantime: taking the word back is not forgotten", () => {
		left(heater(ONE));
		starts(heater(ONE, { unverified_ok: true }));
		expect(() => starts(heater(ONE))).toThrow("outputs[0].unverified_ok");
	});

	it("was removed in the meantime: a new one on its target is a new one", () => {
		left(heater(ONE));
		starts();
		expect(() => starts(heater(ONE))).toThrow("outputs[0].unverified_ok");
	});
});

test("a new heater whose board may answer does not become an old one at its second start", () => {
	const asked = (): Options => {
		const parsed = parse({ outputs: [heater(ONE)] }, [], acceptedHeaters(folder));
		if (parsed.kind === "invalid") throw new Error("refused");
		return parsed.options;
	};
	remember(folder, asked(), () => undefined);
	remember(folder, asked(), () => undefined);
	expect(acceptedHeaters(folder)(ONE)).toBe(false);
});

test("options that became invalid in this release are still known as the last valid ones, and their outputs are rested", () => {
	left(heater(ONE));
	expect(lastValid(folder)?.outputs.map(({ target }) => target)).toEqual([ONE]);
});

test("a damaged list accepts nothing, and is written again", () => {
	left(heater(ONE));
	starts(heater(ONE));
	const [list = ""] = readdirSync(folder).filter((file) => file.startsWith("heaters"));
	writeFileSync(join(folder, list), "[");
	expect(acceptedHeaters(folder)(ONE)).toBe(false);
	starts();
	expect(readFileSync(join(folder, list), "utf8")).toBe("[]");
});
