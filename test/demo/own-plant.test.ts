import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { demoOptions, ownPlant } from "#demo/plant/own-plant.ts";
import { optionsFor, startOf } from "#demo/plant/plant.ts";
import { beganAt, clockOf, dateOf, plantTime } from "#demo/plant/plant-time.ts";
import { instant } from "#model/quantities/units.ts";
import { parse } from "#options/parse.ts";
import { Desk } from "../cli/desk.ts";

const example = (name: string) => JSON.parse(readFileSync(join(import.meta.dirname, "../../examples", name), "utf8"));

let desk: Desk;
beforeEach(() => {
	desk = new Desk();
});
afterEach(() => desk.clear());
const own = (options: unknown) => ownPlant(desk.machine(), desk.file("options.json", options));

describe("a plant of one's own in the demo", () => {
	it("is that of the example with two roofs and two tanks, where nothing needs to be said", () => {
		const plant = own(example("options.two-tanks.json"));
		expect(plant?.options.collectors.map(({ id }) => id)).toEqual(["east", "west"]);
		expect(desk.err).toBe("");
	});

	it("is that of the example with a stove and circulation, where nothing needs to be said", () => {
		expect(own(example("options.stove.json"))?.options.sources.map(({ id }) => id)).toEqual(["stove"]);
		expect(desk.err).toBe("");
	});

	it("has the demo's broker, and reaches no other machine", () => {
		const parsed = parse(optionsFor("127.0.0.1", 1883, { username: "a", password: "b" }, 2));
		const mine = own({
			...example("options.simulated.json"),
			mqtt: { host: "mine" },
			syslog: { host: "mine" },
			turn: 5,
		});
		if (parsed.kind === "invalid" || mine === undefined) throw new Error(desk.err);
		expect(demoOptions(mine.options, parsed.options)).toMatchObject({
			sensors: mine.options.sensors,
			mqtt: { host: "127.0.0.1", username: "a" },
			syslog: parsed.options.syslog,
			turn: 2,
		});
	});

	it("is not run while a part is real: each is told with what to write instead", () => {
		const plant = own({
			sensors: [
				{ id: "roof", role: "collector", source: "one_wire:28-0123456789ab" },
				{ id: "tank", role: "tank", source: "simulated:tank" },
				{ id: "top", role: "tank_layer", source: "one_wire:28-0123456789ac", height: 140 },
				{ id: "attic", role: "other", source: "one_wire:28-0123456789ad" },
			],
			outputs: [{ id: "pump", role: "pump", target: "usb_relay:/dev/ttyUSB0/1" }],
		});
		expect(plant).toBeUndefined();
		expect(desk.err.trimEnd().split("\n")).toEqual([
			"sensors[0].source is one_wire:28-0123456789ab. The demo touches no hardware: write simulated:collector/outlet to have it simulated.",
			"sensors[2].source is one_wire:28-0123456789ac. The demo touches no hardware: write simulated:tank/140 to have it simulated.",
			"sensors[3].source is one_wire:28-0123456789ad. The demo touches no hardware: write simulated:PART/outlet or another address of DOCS.md to have it simulated.",
			"outputs[0].target is usb_relay:/dev/ttyUSB0/1. The demo touches no hardware: write simulated:pump to have it simulated.",
		]);
	});

	it("is not run with a sensor of a part that it does not have, nor with wrong options", () => {
		const sensor = { id: "roof", role: "collector", source: "simulated:roof/outlet" };
		expect(own({ sensors: [sensor] })).toBeUndefined();
		expect(desk.err).toContain("sensors[0].source");
		expect(desk.err).toContain("Parts are collector tank.");
		desk.err = "";
		expect(own({ sensors: [{ ...sensor, role: "cellar" }] })).toBeUndefined();
		expect(desk.err).toContain("sensors[0].role");
	});

	it("is not run without sensors and outputs: the page would then look for real ones", () => {
		expect(own({ collectors: [{ id: "roof" }] })).toBeUndefined();
		expect(desk.err).toBe(
			"sensors and outputs are empty. The demo touches no hardware: name simulated ones, as in examples/options.simulated.json.\n",
		);
	});

	it("starts when its options say", () => {
		const parsed = parse({ simulated: { day_of_year: 32, start_hour: 6.25 } });
		const time = plantTime(beganAt(instant(5000), startOf(parsed)), instant(5000 + 3600));
		expect([dateOf(time), clockOf(time)]).toEqual(["1 February", "07:15"]);
		const usual = plantTime(beganAt(instant(5000), startOf(parse({}))), instant(5000));
		expect([dateOf(usual), clockOf(usual)]).toEqual(["21 June", "09:00"]);
	});
});
