import { beforeEach, describe, expect, it, test } from "@jest/globals";
import { outputId } from "#model/plant/plant.ts";
import { FULL, OFF } from "#model/quantities/units.ts";
import { BridgedHouse } from "../../fakes/bridges/house.ts";

const TEST = { kind: "job", name: "silence_test" } as const;
const heat = { kind: "hold", output: outputId("heater"), want: FULL } as const;
const FIRST = "core-mosquitto:1883";
const OTHER = "192.0.2.7:1883";

/** The test of the heater has passed, and it goes on heating. */
async function proven(): Promise<BridgedHouse> {
	const house = new BridgedHouse();
	house.collector = 20;
	await house.turns(40);
	await house.asks(TEST);
	await house.asks(heat);
	expect(await house.tested("heater")).toBe("passed");
	await house.turns(60);
	expect(load(house)).toBe(true);
	return house;
}
const load = (house: BridgedHouse) => house.heater.contact("0").load;
const says = (house: BridgedHouse) => [house.standing("heater"), house.why("heater"), load(house)];
const DROPPED = ["untested", "dead_man_elsewhere", false];
const dropped = (house: BridgedHouse) => house.told.filter(({ code }) => code === "silence_test_elsewhere");

// #a-proof-is-of-a-broker
describe("a proof of a device behind the broker", () => {
	let house: BridgedHouse;
	beforeEach(async () => {
		house = await proven();
	});

	test.each([
		["another one", OTHER],
		["another port, as that of TLS: nobody knows that it is the same broker", "core-mosquitto:8883"],
		["its address instead of its name", "172.30.33.0:1883"],
	])("is dropped when the app joins %s, while it runs", async (_, joined) => {
		house.joined = joined;
		await house.turns(2);
		expect(says(house)).toEqual(DROPPED);
		expect(house.attention("heater")).toEqual(["silence_test_elsewhere"]);
		expect(dropped(house).map(({ facts }) => facts)).toEqual([{ output: "heater", date: "2026-05-01", broker: FIRST }]);
	});

	it("is dropped when it does so after a restart, once it knows the broker", async () => {
		house.joined = undefined;
		await house.restarts();
		await house.turns(30);
		expect(house.standing("heater")).toBe("passed");
		house.joined = OTHER;
		await house.turns(2);
		expect(says(house)).toEqual(DROPPED);
		expect(dropped(house)).toHaveLength(1);
		await house.restarts();
		await house.turns(30);
		expect(says(house)).toEqual(DROPPED);
		expect(dropped(house)).toHaveLength(1);
	});

	it("does not come back with its broker", async () => {
		house.joined = OTHER;
		await house.turns(2);
		house.joined = FIRST;
		await house.turns(30);
		expect(says(house)).toEqual(DROPPED);
	});

	it("counts while the app has no connection, and at the same broker after a restart, whatever the options name", async () => {
		await house.restarts({ mqtt: { host: "192.0.2.7" } });
		await house.turns(30);
		expect(house.standing("heater")).toBe("passed");
		expect(dropped(house)).toEqual([]);
	});

	it("counts no more where nobody noted its broker, as in an earlier release", async () => {
		const { memories } = house.kept ?? {};
		const memory = memories?.["dead_man@heater"] as { proof: { broker?: string } };
		const { broker, ...proof } = memory.proof;
		expect(broker).toBe(FIRST);
		if (house.kept !== undefined)
			house.kept = { ...house.kept, memories: { ...memories, "dead_man@heater": { ...memory, proof } } };
		await house.restarts();
		await house.asks(heat);
		await house.turns(30);
		expect(says(house)).toEqual(["untested", "dead_man_untested", false]);
	});

	it("is made again at the other one, and counts there", async () => {
		house.joined = OTHER;
		await house.turns(3600);
		expect(says(house)).toEqual(DROPPED);
		await house.asks({ kind: "hold", output: outputId("heater"), want: OFF });
		await house.turns(5);
		await house.asks(TEST);
		await house.asks(heat);
		expect(await house.tested("heater")).toBe("passed");
		await house.restarts();
		await house.turns(30);
		expect([house.standing("heater"), house.attention("heater")]).toEqual(["passed", []]);
	});
});

it("a silence test in which the app joins another broker is broken off and proves nothing", async () => {
	const house = new BridgedHouse();
	house.collector = 20;
	await house.turns(40);
	await house.asks(TEST);
	await house.asks(heat);
	while (house.standing("heater") !== "running") await house.turns(2);
	house.joined = OTHER;
	await house.turns(5);
	expect(house.told.find(({ code }) => code === "silence_test_given_up")?.facts["why"]).toBe("elsewhere");
	expect(house.kept?.memories).not.toHaveProperty(["dead_man@heater", "proof"]);
	expect(load(house)).toBe(false);
});

it("a pump goes on at another broker, with a warning", async () => {
	const house = new BridgedHouse();
	await house.turns(120);
	await house.asks(TEST);
	expect(await house.tested("pump")).toBe("passed");
	house.joined = OTHER;
	const { outputs } = await house.turns(60);
	expect([house.standing("pump"), house.attention("pump")]).toEqual(["untested", ["silence_test_elsewhere"]]);
	expect(outputs[0]?.actual).toBe(FULL);
});
