import { afterEach, beforeEach, describe, expect, it, test } from "@jest/globals";
import { main } from "#cli/program.ts";
import { FakeW1 } from "../../fakes/w1.ts";
import { Desk } from "../desk.ts";

let desk: Desk;
let w1: FakeW1;
beforeEach(() => {
	desk = new Desk();
	w1 = new FakeW1();
	w1.set("28-0123456789ab", 58.375);
	w1.set("28-0123456789ac", 41.25);
});
afterEach(() => {
	desk.clear();
	w1.close();
});

const discover = (options: Readonly<Record<string, unknown>> = {}, ...more: readonly string[]) => {
	const file = desk.file("options.json", { one_wire: { root: w1.root }, ...options });
	return main({ ...desk.machine(), argv: ["read", "--discover", "--options", file, "--data", desk.data, ...more] });
};
const TANK = { id: "tank", role: "tank", source: "one_wire:28-0123456789AC" };

describe("read --discover", () => {
	it("lists every sensor that is there, with its temperature, the id that uses it, and how to write one", async () => {
		expect(await discover({ sensors: [TANK] })).toBe(0);
		expect(desk.out).toBe(`one_wire:28-0123456789ab  58.4 °C
one_wire:28-0123456789ac  41.3 °C  (tank)

Warm one in your hand and run this again: its temperature rises.
Write it in the options like this:
  sensors:
    - id: collector
      role: collector
      source: one_wire:28-0123456789ab
`);
	});

	it("says why one has no temperature, shows no number for it, and ends with 1", async () => {
		w1.set("28-0123456789ab", 85);
		expect(await discover({ language: "de" })).toBe(1);
		expect(desk.out).toMatch(/^one_wire:28-0123456789ab {2}keine Temperatur: er meldet nur seinen Einschaltwert\./);
		expect(desk.out).not.toContain("85");
		expect(desk.out).toContain("      source: one_wire:28-0123456789ac\n");
	});

	it("shows no number that read calls impossible, as of a part that says -256 °C", async () => {
		w1.set("28-0123456789ab", -256);
		w1.set("28-0123456789ac", -30);
		expect(await discover({ sensors: [TANK] })).toBe(1);
		const why = "no temperature: it reports an impossible value.";
		expect(desk.out).toContain(`one_wire:28-0123456789ab  ${why}\none_wire:28-0123456789ac  ${why}  (tank)\n`);
		desk.out = "";
		const file = desk.file("options.json", { one_wire: { root: w1.root }, sensors: [TANK] });
		const argv = ["read", "--options", file, "--data", desk.data];
		expect(await main({ ...desk.machine(), argv })).toBe(1);
		expect(desk.out).toContain("it reports an impossible value");
	});

	test.each([
		["en", "No 1-Wire sensor was found."],
		["sv", "Ingen 1-Wire-givare hittades."],
		["de", "Es wurde kein 1-Wire-Fühler gefunden."],
	])("says in %s that there is none, and ends with 1", async (language, words) => {
		w1.remove("28-0123456789ab");
		w1.remove("28-0123456789ac");
		expect(await discover({ language })).toBe(1);
		expect(desk.out).toContain(words);
	});

	it("is for scripts too", async () => {
		expect(await discover({ sensors: [TANK] }, "--json")).toBe(0);
		expect(JSON.parse(desk.out)).toEqual({
			found: [
				{ source: "one_wire:28-0123456789ab", value: 58.375 },
				{ source: "one_wire:28-0123456789ac", value: 41.25, sensor: "tank" },
			],
		});
	});
});
