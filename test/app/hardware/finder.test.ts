import { afterEach, beforeEach, describe, expect, it, test } from "@jest/globals";
import { instant } from "#model/quantities/units.ts";
import type { Notice } from "#model/sentences/notice.ts";
import { parse } from "#options/parse.ts";
import { hardwareFinder, isSensor } from "../../../src/app/hardware/finder.ts";
import { FakeW1 } from "../../fakes/w1.ts";

let w1: FakeW1;
beforeEach(() => {
	w1 = new FakeW1();
});
afterEach(() => w1.close());

/** A machine on which nothing else is connected. */
const quiet = { tell: () => undefined, now: () => instant(0), roots: { dev: "/none", sys: "/none", proc: "/none" } };
const finderUnder = (root: string, options: Readonly<Record<string, unknown>> = {}) => {
	const parsed = parse({ one_wire: { root }, ...options });
	if (parsed.kind === "invalid") throw new Error("the options are valid");
	return hardwareFinder(parsed.options, quiet);
};

describe("the sensors that are there", () => {
	it("are listed by their sources, each with its value or why there is none; nothing else of the folder is", async () => {
		w1.set("28-0123456789ac", 41.25);
		w1.set("10-0123456789ab", 58);
		w1.setRaw("28-0123456789ad", "");
		w1.set("w1_bus_master1", 1);
		w1.set("29-0123456789ab", 1);
		const finder = finderUnder(w1.root);
		expect(await finder.find()).toEqual([
			{ source: "one_wire:10-0123456789ab", value: 58 },
			{ source: "one_wire:28-0123456789ac", value: 41.25 },
			{ source: "one_wire:28-0123456789ad", fault: { code: "no_answer", facts: { sensor: "28-0123456789ad" } } },
		]);
		w1.set("28-0123456789ac", 43);
		w1.remove("10-0123456789ab");
		expect((await finder.find()).filter(isSensor).map(({ source, value }) => [source, value])).toEqual([
			["one_wire:28-0123456789ac", 43],
			["one_wire:28-0123456789ad", undefined],
		]);
		await finder.close();
	});

	const impossible = (value: number, low: number, high: number) => ({
		fault: { code: "implausible", facts: { value, low, high } },
	});
	test.each([
		[
			"of no role, below all that there is",
			{},
			-256,
			{ fault: { code: "implausible", facts: expect.objectContaining({ value: -256 }) } },
		],
		["of no role, at its lower end", {}, -55, { value: -55 }],
		["of no role, at its upper end", {}, 125, { value: 125 }],
		["of the tank, too cold for one", { role: "tank" }, -21, impossible(-21, -20, 130)],
		["of the tank, as cold as one may be", { role: "tank" }, -20, { value: -20 }],
		["of the tank, as it is corrected", { role: "tank", offset: -2 }, -19, impossible(-21, -20, 130)],
		["of the tank, as it is corrected into its range", { role: "tank", offset: 2 }, -21, { value: -21 }],
		["of the outdoor air", { role: "outdoor_air" }, 71, impossible(71, -60, 70)],
	])("are judged as a turn judges them: %s", async (_, sensor, celsius, judged) => {
		w1.set("28-0123456789ac", celsius);
		const named = { id: "one", source: "one_wire:28-0123456789AC", ...sensor };
		const sensors = "role" in sensor ? [named] : [];
		expect(await finderUnder(w1.root, { sensors }).find()).toEqual([{ source: "one_wire:28-0123456789ac", ...judged }]);
	});

	it("are none where the system shows no bus", async () => {
		expect(await finderUnder(`${w1.root}/nothing`).find()).toEqual([]);
	});

	it("are found at the usual place without any options", async () => {
		expect(await hardwareFinder(undefined, quiet).find()).toEqual(expect.any(Array));
	});

	it("are listed also where another finder has a bug, which is told once", async () => {
		w1.set("28-0123456789ac", 41.25);
		const told: Notice[] = [];
		const parsed = parse({ one_wire: { root: w1.root } });
		const roots = { ...quiet.roots };
		Object.defineProperty(roots, "sys", {
			get: () => {
				throw new TypeError("mistake");
			},
		});
		const looking = { ...quiet, roots, tell: (said: Notice) => void told.push(said) };
		const finder = hardwareFinder(parsed.kind === "valid" ? parsed.options : undefined, looking);
		for (const _ of [1, 2]) expect(await finder.find()).toEqual([{ source: "one_wire:28-0123456789ac", value: 41.25 }]);
		const failures = told.filter(({ code }) => code === "view_failed");
		expect(failures.map(({ facts }) => facts["error"])).toEqual(["TypeError: mistake"]);
		await finder.close();
	});
});
