import { describe, expect, it } from "@jest/globals";
import { fault } from "#model/plant/fault.ts";
import type { Found } from "#model/plant/found.ts";
import { instant } from "#model/quantities/units.ts";
import { parse } from "#options/parse.ts";
import { hardwareAnswers } from "../../../src/app/hardware/answers.ts";
import type { Looked } from "../../../src/app/hardware/at-broker.ts";

const FOUND: readonly Found[] = [
	{ source: "one_wire:28-0123456789ab", value: 20.5 },
	{ source: "one_wire:28-0123456789ac", fault: fault("short") },
	{
		kind: "board",
		at: "/dev/i2c-1 0x38",
		likely: [{ what: "Sequent 8RELIND", sure: true, targets: ["relind:7/N"] }],
		state: { kind: "free" },
	},
	{ kind: "line", at: "pinctrl-rp1/17", name: "GPIO17", likely: [], state: { kind: "held", by: "w1" } },
	{ kind: "port", at: "/dev/ttyS0", likely: [], state: { kind: "unreachable", fault: fault("no_permission") } },
];

function answers(options: Readonly<Record<string, unknown>> = {}) {
	const parsed = parse(options);
	if (parsed.kind === "invalid") throw new Error("the options are valid");
	const seen = { looks: 0, closed: 0, now: 0 };
	const finder = {
		find: async () => {
			seen.looks++;
			return FOUND;
		},
		close: async () => void seen.closed++,
	};
	const atBroker = Promise.withResolvers<Looked>();
	const looking = { tell: () => undefined, now: () => instant(seen.now) };
	return {
		seen,
		...hardwareAnswers(
			parsed.options,
			looking,
			() => atBroker.promise,
			() => finder,
		),
		atBroker,
	};
}

describe("the answer what is connected", () => {
	const SENSOR = { id: "tank", role: "tank", source: "one_wire:28-0123456789AB" };
	it("has sensors with values or why there is none, and places with their state, in the language asked for", async () => {
		const { hardware } = answers({ sensors: [SENSOR] });
		expect(await hardware("de")).toEqual({
			sensors: [
				{ source: "one_wire:28-0123456789ab", value: 20.5, used_by: ["tank"] },
				{ source: "one_wire:28-0123456789ac", fault: "short", text: expect.stringContaining("Kurzschluss") },
			],
			places: [
				{
					kind: "board",
					at: "/dev/i2c-1 0x38",
					likely: [FOUND[2]].flatMap((one) => (one?.kind ? one.likely : [])),
					state: "free",
				},
				{ kind: "line", at: "pinctrl-rp1/17", name: "GPIO17", likely: [], state: "held", held_by: "w1" },
				{
					kind: "port",
					at: "/dev/ttyS0",
					likely: [],
					state: "unreachable",
					fault: "no_permission",
					text: expect.any(String),
				},
			],
			broker: { state: "never" },
		});
	});

	it("looks once for all who ask within five seconds, and not before it is asked", async () => {
		const { hardware, seen, close } = answers();
		await close();
		expect(seen).toMatchObject({ looks: 0, closed: 0 });
		await Promise.all([hardware("en"), hardware("sv")]);
		seen.now = 4.9;
		await hardware("en");
		expect(seen.looks).toBe(1);
		seen.now = 5;
		await hardware("en");
		expect(seen.looks).toBe(2);
		await close();
		expect(seen.closed).toBe(1);
	});

	it("has the devices at the broker after a person has asked for a look, one at a time", async () => {
		const { hardware, look, atBroker } = answers({ outputs: [] });
		look();
		look();
		expect((await hardware("en")).broker).toEqual({ state: "looking" });
		const plug = { kind: "device", at: "plug", likely: [{ what: "Tasmota", sure: true }] } as const;
		atBroker.resolve({ kind: "looked", found: [plug], refused: ["+/online"], silent: [] });
		await atBroker.promise;
		await new Promise(setImmediate);
		const { places, broker } = await hardware("en");
		expect(broker).toEqual({ state: "looked", refused: ["+/online"], silent: [] });
		expect(places.at(-1)).toEqual({ ...plug, state: "free" });
	});

	it("says why a look failed, also by a bug, and goes on", async () => {
		const { hardware, look, atBroker } = answers();
		look();
		atBroker.reject(new TypeError("mistake"));
		await new Promise(setImmediate);
		const { broker, sensors } = await hardware("en");
		expect(broker).toEqual({ state: "failed", class: "unknown" });
		expect(sensors).toHaveLength(2);
	});
});
