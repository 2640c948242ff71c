import { describe, expect, it, test } from "@jest/globals";
import { outputId } from "#model/plant/plant.ts";
import { FULL, OFF } from "#model/quantities/units.ts";
import { BridgedHouse } from "../../fakes/bridges/house.ts";

const TEST = { kind: "job", name: "silence_test" } as const;
const hold = (id: string, want = FULL) => ({ kind: "hold", output: outputId(id), want }) as const;
const HOUR = 3600;

/** Evening: the pump rests, and a person has switched the heater on, which has no proof. */
async function evening(changes: object = {}): Promise<BridgedHouse> {
	const house = new BridgedHouse(changes);
	house.collector = 20;
	await house.turns(40);
	await house.asks(hold("heater"));
	return house;
}

/** Seconds for which the load of the heater was on, from the beginning until now. */
function ran(house: BridgedHouse, channel = "0"): number {
	const { history, load } = house.heater.contact(channel);
	let sum = load ? house.time.now() : 0;
	for (const { at, load } of history) sum += load ? -at : at;
	return sum;
}

describe("a heater without a proof runs for the test that a person asked for", () => {
	it("for one bounded time in an hour, where the test is never made to its end, however often somebody asks", async () => {
		const house = await evening();
		house.heater.watts = 0;
		for (let n = 0; n < 120; n++) {
			await house.asks(TEST);
			await house.asks(hold("heater"));
			await house.turns(58);
		}
		// Three times broken off for want of a load, then an hour's pause; each time less than its test takes.
		expect(ran(house)).toBeGreaterThan(0);
		expect(ran(house)).toBeLessThan(2 * 3 * 140);
	});

	it("not longer because the mode is changed in between", async () => {
		const house = await evening();
		for (let n = 0; n < 120; n++) {
			await house.asks(TEST);
			await house.asks(hold("heater"));
			await house.turns(20);
			await house.asks({ kind: "mode", mode: "off" });
			await house.asks({ kind: "mode", mode: "auto" });
		}
		expect(ran(house)).toBeLessThan(3 * 140);
	});

	test.each([
		["the tank is near its limit", (h: BridgedHouse) => Object.assign(h, { tank: 56, collector: 20 })],
		["a sensor is lost", (h: BridgedHouse) => Object.assign(h, { collector: undefined })],
		["another output is held", (h: BridgedHouse) => h.asks(hold("pump", OFF))],
		["another output has a fault", (h: BridgedHouse) => h.pump.offline()],
	])("not at all while the test cannot be made: %s", async (_, happens) => {
		const house = await evening();
		await happens(house);
		await house.turns(60);
		await house.asks(TEST);
		await house.asks(hold("heater"));
		await house.turns(300);
		expect(house.standing("heater")).toBe("waiting");
		expect(house.heater.contact("0").history).toEqual([]);
	});

	it("and no longer, once it cannot be made any more", async () => {
		const house = await evening();
		await house.asks(TEST);
		await house.turns(10);
		expect(house.heater.contact("0").load).toBe(true);
		house.tank = 56;
		await house.turns(4);
		expect(house.heater.contact("0").load).toBe(false);
		house.tank = 30;
		await house.turns(120);
		expect(house.heater.contact("0").load).toBe(false);
	});

	it("alone: another heater waits until the test of the first is over", async () => {
		const heater = (id: string, of: string, n: number) => ({
			...{ id, of, role: "heater", target: `shelly:shellypro-a/${n}`, unverified_ok: true },
		});
		const house = await evening({
			collectors: [{ id: "roof" }],
			tanks: [{ id: "left" }, { id: "right" }],
			circuits: [{ id: "solar", from: "roof", to: "left", pump: "pump", priority: 1 }],
			sensors: [
				{ id: "collector", role: "collector", of: "roof", source: "simulated:collector" },
				{ id: "tank", role: "tank", of: "left", source: "simulated:tank/140" },
				{ id: "other", role: "tank", of: "right", source: "simulated:tank/20" },
			],
			outputs: [
				{ id: "pump", role: "pump", target: "zigbee2mqtt:zigbee2mqtt/pump" },
				heater("heater", "left", 0),
				heater("second", "right", 1),
			],
		});
		await house.asks(TEST);
		for (let n = 0; n < 300; n++) {
			await house.turns(2);
			if (house.standing("heater") !== "passed") expect(house.heater.contact("1").history).toEqual([]);
		}
		expect(house.standing("heater")).toBe("passed");
		// The first is held, which is no normal operation, until it is released.
		await house.asks({ kind: "release", output: outputId("heater") });
		await house.asks(hold("second"));
		expect(await house.tested("second")).toBe("passed");
	});

	it("again at once, where the test broke off for something that he put right", async () => {
		const house = await evening();
		house.heater.watts = 0;
		await house.asks(TEST);
		await house.turns(60);
		expect(house.told.at(-1)).toMatchObject({ code: "silence_test_given_up", facts: { why: "no_load" } });
		house.heater.watts = 2000;
		expect(await house.asks(TEST)).toBeUndefined();
		await house.asks(hold("heater"));
		expect(await house.tested("heater")).toBe("passed");
	});

	it("and is refused for an hour where it did not, with the minutes", async () => {
		const house = await evening();
		await house.asks(TEST);
		await house.turns(10);
		house.tank = 56;
		await house.turns(10);
		house.tank = 30;
		// The pump's test is begun all the same.
		expect(await house.asks(TEST)).toBeUndefined();
		expect(house.told.at(-1)).toMatchObject({ code: "silence_test_refused", facts: { output: "heater" } });
		expect(house.standing("heater")).toBe("untested");
		await house.turns(HOUR);
		await house.asks(TEST);
		await house.asks(hold("heater"));
		expect(await house.tested("heater")).toBe("passed");
	});

	it("and is refused as a whole where nothing else is to be tested", async () => {
		const house = await evening({
			outputs: [{ id: "heater", role: "heater", target: "shelly:shellypro-a/0", unverified_ok: true }],
		});
		await house.asks(TEST);
		await house.turns(10);
		house.tank = 56;
		await house.turns(10);
		house.tank = 30;
		expect(await house.asks(TEST)).toBe("tested_lately");
	});
});

describe("after a restart in the time that a person asked for", () => {
	it("the test goes on", async () => {
		const house = await evening();
		await house.asks(TEST);
		await house.turns(30);
		expect(house.standing("heater")).toBe("running");
		await house.restarts();
		await house.turns(1);
		expect(house.standing("heater")).toBe("waiting");
		expect(await house.tested("heater")).toBe("passed");
	});

	it("the permission ends as early as without it", async () => {
		const house = await evening();
		house.heater.nature.welded = true;
		await house.asks(TEST);
		for (let n = 0; n < 20; n++) {
			await house.turns(15);
			await house.restarts();
		}
		await house.turns(200);
		expect(house.heater.contact("0").level).toBe(0);
		expect(house.why("heater")).toBe("dead_man_untested");
	});
});
