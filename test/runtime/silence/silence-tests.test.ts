import { describe, expect, it, test } from "@jest/globals";
import { outputId } from "#model/plant/plant.ts";
import { FULL, seconds } from "#model/quantities/units.ts";
import { BridgedHouse } from "../../fakes/bridges/house.ts";

const TEST = { kind: "job", name: "silence_test" } as const;
const heat = { kind: "hold", output: outputId("heater"), want: FULL } as const;

/** The sun shines, and the pump has run for a while. */
async function sunny(changes: object = {}): Promise<BridgedHouse> {
	const house = new BridgedHouse(changes);
	await house.turns(120);
	return house;
}
const load = (house: BridgedHouse) => house.pump.contact("state").load;

describe("the silence test of a pump", () => {
	it("is never made before a person asked for it, and is asked for as a Finding meanwhile", async () => {
		const house = await sunny();
		await house.turns(600);
		expect(house.standing("pump")).toBe("untested");
		expect(house.attention("pump")).toEqual(["silence_test_needed"]);
		expect(house.pump.contact("state").history).toHaveLength(1);
	});

	it("sees the load go off within the device's time, tells date and seconds, and control goes on", async () => {
		const house = await sunny();
		await house.asks(TEST);
		expect(await house.tested("pump")).toBe("passed");
		expect(house.kept?.memories).toMatchObject({
			"dead_man@pump": { proof: { result: "passed", date: "2026-05-01", off_after: 120 } },
		});
		const took = house.told.find(({ code }) => code === "silence_test_passed")?.facts["took"];
		expect(took).toBeGreaterThan(75);
		expect(took).toBeLessThanOrEqual(131);
		await house.turns(60);
		expect(load(house)).toBe(true);
		expect(house.attention("pump")).toEqual([]);
	});

	test.each([
		["ignores its timer", (h: BridgedHouse) => Object.assign(h.pump.nature, { ignores_timer: true })],
		["counts its time ten times too long", (h: BridgedHouse) => Object.assign(h.pump, { counts_tenths: true })],
		["is welded, which its meter shows", (h: BridgedHouse) => Object.assign(h.pump.nature, { welded: true })],
	])("finds a device that %s", async (_, breaks) => {
		const house = new BridgedHouse();
		breaks(house);
		await house.turns(120);
		await house.asks(TEST);
		expect(await house.tested("pump")).toBe("failed");
		expect(house.attention("pump")).toEqual(["silence_test_failed"]);
		expect(house.told.map(({ code }) => code)).toContain("silence_test_failed");
		// A warning for a pump: it goes on running, because the collector needs it.
		expect((await house.turns(60)).outputs[0]?.actual).toBe(FULL);
	});

	it("never switches a load on: it waits until control runs it", async () => {
		const house = new BridgedHouse();
		house.collector = 20;
		await house.turns(60);
		await house.asks(TEST);
		await house.turns(300);
		expect(house.pump.contact("state").history).toEqual([]);
		expect([house.standing("pump"), house.waitsFor("pump")]).toEqual(["waiting", "off"]);
		house.collector = 40;
		expect(await house.tested("pump")).toBe("passed");
	});

	it("is given up when nothing came of it in a quarter of an hour", async () => {
		const house = new BridgedHouse();
		house.collector = 20;
		await house.asks(TEST);
		await house.turns(910);
		expect(house.standing("pump")).toBe("untested");
		house.collector = 40;
		await house.turns(600);
		expect(house.pump.contact("state").history).toHaveLength(1);
	});

	test.each([
		["a tank near a limit", "near_limit", (h: BridgedHouse) => Object.assign(h, { tank: 55.1, collector: 68 })],
		["a collector near a limit", "near_limit", (h: BridgedHouse) => Object.assign(h, { tank: 40, collector: 70.1 })],
		["a lost sensor", "off", (h: BridgedHouse) => Object.assign(h, { tank: undefined })],
		["another output's fault", "fault", (h: BridgedHouse) => h.heater.offline()],
	])("is not begun with %s", async (_, why, happens) => {
		const house = await sunny();
		happens(house);
		await house.turns(100);
		await house.asks(TEST);
		await house.turns(60);
		expect([house.standing("pump"), house.waitsFor("pump")]).toEqual(["waiting", why]);
		expect(house.told.map(({ code }) => code)).not.toContain("silence_test_begun");
	});

	it("is not begun while something is held by hand, or in another mode", async () => {
		const house = await sunny();
		await house.asks({ kind: "hold", output: outputId("heater"), want: 0 as typeof FULL, for: seconds(300) });
		await house.asks(TEST);
		await house.turns(60);
		expect(house.waitsFor("pump")).toBe("held");
		await house.asks({ kind: "mode", mode: "off" });
		await house.turns(5);
		expect(house.waitsFor("pump")).toBe("mode");
	});

	test.each([
		["the collector gets too hot", "near_limit", (h: BridgedHouse) => Object.assign(h, { collector: 75 })],
		["the sun is gone", "unwanted", (h: BridgedHouse) => Object.assign(h, { collector: 20 })],
		[
			"a person holds an output",
			"held",
			(h: BridgedHouse) => h.asks({ kind: "hold", output: outputId("heater"), want: 0 as typeof FULL }),
		],
		["the device says nothing more", "lost", (h: BridgedHouse) => h.pump.offline()],
		["the device restarts", "restarted", (h: BridgedHouse) => h.pump.reboot()],
		["the device connects anew", "restarted", (h: BridgedHouse) => h.pump.online()],
		["the load goes off by other means", "early", (h: BridgedHouse) => h.pump.press("state", 0)],
	])("ends by itself when %s, and proves nothing", async (_, why, happens) => {
		const house = await sunny();
		await house.asks(TEST);
		await house.turns(20);
		expect(house.standing("pump")).toBe("running");
		await happens(house);
		await house.turns(15);
		expect(house.told.at(-1)).toMatchObject({ code: "silence_test_broken_off", facts: { output: "pump", why } });
		expect(house.kept?.memories).not.toHaveProperty(["dead_man@pump", "proof"]);
	});

	it("renews the command at once where it ends early, so that a collector that gets hot keeps its pump", async () => {
		const house = await sunny();
		await house.asks(TEST);
		await house.turns(60);
		house.collector = 75;
		await house.turns(60);
		expect(house.pump.contact("state").history).toHaveLength(1);
	});

	it("is stored: a restart asks for no other one", async () => {
		const house = await sunny();
		await house.asks(TEST);
		await house.tested("pump");
		await house.restarts();
		await house.turns(60);
		expect(house.standing("pump")).toBe("passed");
	});

	it("is made again after 30 days, by itself, when the plant allows it", async () => {
		const house = await sunny();
		await house.asks(TEST);
		await house.tested("pump");
		house.days = 29;
		await house.turns(120);
		expect(house.told.filter(({ code }) => code === "silence_test_begun")).toHaveLength(1);
		house.days = 31;
		await house.turns(300);
		expect(house.told.filter(({ code }) => code === "silence_test_passed")).toHaveLength(2);
	});

	it("is a Finding when it is overdue", async () => {
		const house = await sunny();
		await house.asks(TEST);
		await house.tested("pump");
		house.tank = 60;
		house.collector = 69;
		house.days = 36;
		await house.turns(300);
		expect(house.standing("pump")).toBe("overdue");
		expect(house.attention("pump")).toEqual(["silence_test_overdue"]);
	});

	it("proves nothing by a restart late in it, when the timer could have ended", async () => {
		const house = await sunny();
		await house.asks(TEST);
		await house.turns(78);
		expect(house.standing("pump")).toBe("running");
		house.pump.reboot();
		await house.turns(15);
		expect(house.told.at(-1)).toMatchObject({ code: "silence_test_broken_off", facts: { why: "restarted" } });
		expect(house.kept?.memories).not.toHaveProperty(["dead_man@pump", "proof"]);
	});

	it("of the future says nothing: the clock was wrong", async () => {
		const house = await sunny();
		house.days = 3650;
		await house.asks(TEST);
		await house.tested("pump");
		house.days = 0;
		await house.turns(5);
		expect(house.attention("pump")).toEqual(["silence_test_overdue"]);
	});

	it("counts for this device and this time only", async () => {
		const house = await sunny();
		await house.asks(TEST);
		await house.tested("pump");
		await house.restarts({ zigbee2mqtt: { off_after: 60 } });
		await house.turns(60);
		expect(house.standing("pump")).toBe("untested");
	});
});

describe("a heater beyond a network", () => {
	it("stays off until its test has passed, also when a person holds it on", async () => {
		const house = await sunny();
		await house.asks(heat);
		await house.turns(60);
		expect(house.heater.contact("0").history).toEqual([]);
		expect(house.why("heater")).toBe("dead_man_untested");
	});

	it("may run a quarter of an hour for its test, however often somebody asks", async () => {
		const house = await sunny();
		house.tank = 56;
		house.collector = 68;
		await house.asks(heat);
		for (let minutes = 0; minutes < 25; minutes += 5) {
			await house.asks(TEST);
			await house.turns(300);
		}
		expect(house.heater.contact("0").load).toBe(false);
		expect(house.why("heater")).toBe("dead_man_untested");
	});

	it("may be switched on for its test, and then runs as any other", async () => {
		const house = new BridgedHouse();
		house.collector = 20;
		await house.turns(40);
		await house.asks(TEST);
		await house.asks(heat);
		expect(await house.tested("heater")).toBe("passed");
		await house.turns(60);
		expect(house.heater.contact("0").load).toBe(true);
	});

	it("goes off at once when its test fails, and stays off", async () => {
		const house = new BridgedHouse();
		house.collector = 20;
		house.heater.nature.welded = true;
		await house.turns(40);
		await house.asks(TEST);
		await house.asks(heat);
		expect(await house.tested("heater")).toBe("failed");
		const { outputs } = await house.turns(3);
		expect(outputs[1]?.actual).toBe(0);
		expect(house.why("heater")).toBe("dead_man_failed");
	});

	it("goes off at once when its device no longer starts a timer", async () => {
		const house = new BridgedHouse();
		house.collector = 20;
		await house.turns(40);
		await house.asks(TEST);
		await house.asks(heat);
		await house.tested("heater");
		await house.turns(60);
		house.heater.nature.ignores_timer = true;
		const { outputs } = await house.turns(60);
		expect(outputs[1]?.actual).toBe(0);
		expect(house.why("heater")).toBe("dead_man_unarmed");
	});

	it("that nobody switched on in a quarter of an hour stays off", async () => {
		const house = new BridgedHouse();
		house.collector = 20;
		await house.asks(TEST);
		await house.turns(905);
		await house.asks(heat);
		await house.turns(30);
		expect(house.heater.contact("0").history).toEqual([]);
	});

	it("stays off 60 days after its last test, and without a clock its proof counts", async () => {
		const house = new BridgedHouse();
		house.collector = 20;
		await house.turns(40);
		await house.asks(TEST);
		await house.asks(heat);
		await house.tested("heater");
		house.days = 60;
		await house.turns(10);
		expect(house.why("heater")).toBe("dead_man_lapsed");
		house.trusted = false;
		await house.asks(heat);
		await house.turns(40);
		expect(house.heater.contact("0").load).toBe(true);
	});
});
