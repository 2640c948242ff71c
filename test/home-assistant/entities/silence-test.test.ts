import { beforeAll, describe, expect, it, test } from "@jest/globals";
import { silenceTest } from "#home-assistant/entities/outputs/silence-test.ts";
import type { Snapshot } from "#model/decision/snapshot.ts";
import { outputId } from "#model/plant/plant.ts";
import type { FULL } from "#model/quantities/units.ts";
import { BridgedHouse } from "../../fakes/bridges/house.ts";
import { ownersPlant } from "../../fakes/owners-plant.ts";

describe("the silence test in Home Assistant", () => {
	let seen: Snapshot;
	let tested: Snapshot;
	beforeAll(async () => {
		const house = new BridgedHouse();
		seen = await house.turns(120);
		await house.asks({ kind: "job", name: "silence_test" });
		await house.asks({ kind: "hold", output: outputId("heater"), want: 0 as typeof FULL });
		await house.asks({ kind: "release", output: outputId("heater") });
		await house.tested("pump");
		tested = await house.turns(3);
	});
	const entity = (key: string) => silenceTest(seen.plant, "en").find((one) => one.key === key);

	it("is a sensor for each output beyond the network, and a button for all", () => {
		expect(silenceTest(seen.plant, "en").map(({ key, platform }) => [key, platform])).toEqual([
			["pump_silence_test", "sensor"],
			["heater_silence_test", "sensor"],
			["silence_test", "button"],
		]);
	});

	it("is not there where nothing is beyond the network", () => {
		expect(silenceTest(ownersPlant, "en")).toEqual([]);
	});

	it("tells how it stands, with date and seconds of the last one", () => {
		expect(entity("pump_silence_test")?.state?.(seen)).toBe("untested");
		expect(entity("pump_silence_test")?.attributes?.(seen)).toEqual({ off_after: 120 });
		expect(entity("pump_silence_test")?.state?.(tested)).toBe("passed");
		expect(entity("pump_silence_test")?.attributes?.(tested)).toMatchObject({ result: "passed", date: "2026-05-01" });
	});

	test.each([
		["PRESS", { kind: "job", name: "silence_test" }],
		["press", { path: "silence_test" }],
	])("takes %s", (payload, meant) => {
		expect(entity("silence_test")?.command?.(payload, seen)).toMatchObject(meant);
	});
});
