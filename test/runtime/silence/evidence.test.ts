import { describe, expect, it, test } from "@jest/globals";
import { outputId } from "#model/plant/plant.ts";
import { FULL } from "#model/quantities/units.ts";
import { BridgedHouse } from "../../fakes/bridges/house.ts";

const TEST = { kind: "job", name: "silence_test" } as const;
const heat = { kind: "hold", output: outputId("heater"), want: FULL } as const;

/** The heater's test has just begun. */
async function heating(): Promise<BridgedHouse> {
	const house = new BridgedHouse();
	house.collector = 20;
	await house.turns(40);
	await house.asks(TEST);
	await house.asks(heat);
	while (house.standing("heater") !== "running") await house.turns(2);
	return house;
}

/** That of the pump has, which runs behind Zigbee2MQTT. */
async function pumping(): Promise<BridgedHouse> {
	const house = new BridgedHouse();
	// Its command was renewed just now.
	await house.turns(125);
	await house.asks(TEST);
	await house.turns(3);
	expect(house.standing("pump")).toBe("running");
	return house;
}

const brokenOff = (house: BridgedHouse) =>
	house.told.filter(({ code }) => /broken_off|given_up/.test(code)).map(({ facts }) => facts["why"]);

describe("what a silence test needs to see", () => {
	it("is a load: a meter that says 0 W from the beginning proves nothing", async () => {
		const house = new BridgedHouse();
		house.collector = 20;
		house.heater.watts = 0;
		await house.turns(40);
		await house.asks(TEST);
		await house.asks(heat);
		await house.turns(150);
		expect(brokenOff(house)).toEqual(["no_load"]);
		expect(house.standing("heater")).toBe("untested");
	});

	// iobroker-community-adapters/ioBroker.shelly 1147: -626.6 W.
	test.each([
		[false, "passed"],
		[true, "failed"],
	])("may be one whose meter counts backwards (welded: %s)", async (welded, result) => {
		const house = await heating();
		house.heater.watts = -2000;
		house.heater.nature.welded = welded;
		expect(await house.tested("heater")).toBe(result);
	});

	it("is a load until its end: a thermostat that opens in between proves nothing", async () => {
		const house = await heating();
		await house.turns(15);
		house.heater.watts = 0;
		await house.turns(60);
		expect(brokenOff(house)).toEqual(["no_load"]);
	});

	it("may be a small one", async () => {
		const house = new BridgedHouse();
		Object.assign(house.pump, { watts: 2.5 });
		house.pump.nature.welded = true;
		await house.turns(120);
		await house.asks(TEST);
		expect(await house.tested("pump")).toBe("failed");
	});
});

describe("what switched the load off in a silence test", () => {
	test.each([4, 2])("was another hand, by what a Shelly says of it, %d s before its timer", async (before) => {
		const house = await heating();
		while (house.heater.contact("0").left > before) await house.turns(2);
		house.heater.press("0", 0);
		await house.turns(5);
		expect(brokenOff(house)).toEqual(["other_hand"]);
		expect(house.kept?.memories).not.toHaveProperty(["dead_man@heater", "proof"]);
	});

	it("was not the timer, if that had to run for longer: no device but the app knows when", async () => {
		const house = await pumping();
		while (house.pump.contact("state").left > 12) await house.turns(2);
		house.pump.press("state", 0);
		await house.turns(5);
		expect(brokenOff(house)).toEqual(["early"]);
	});
});

describe("a meter whose value may be old, as Zigbee2MQTT repeats it", () => {
	test.each(["reports", "asked"] as const)("does not fail a good plug that %s", async (meter) => {
		const house = await pumping();
		house.pump.meter = meter;
		expect(await house.tested("pump")).toBe("passed");
	});

	it("that says nothing new after the load went off says nothing of a welded contact", async () => {
		const house = await pumping();
		house.pump.meter = "never";
		await house.turns(240);
		expect(brokenOff(house)).toEqual(["meter_old"]);
	});

	it("leaves a collector that gets hot its pump while it is waited for", async () => {
		const house = await pumping();
		house.pump.meter = "never";
		while (house.pump.contact("state").load) await house.turns(2);
		house.collector = 75;
		await house.turns(80);
		expect(brokenOff(house)).toEqual(["near_limit"]);
		expect(house.pump.contact("state").load).toBe(true);
	});
});
