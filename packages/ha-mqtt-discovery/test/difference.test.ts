import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { difference, SETTLING_SECONDS } from "../src/message/difference.ts";
import { published, publishedDevices, underway } from "../src/message/published.ts";
import { controller, house, least, message, tankTop } from "./devices.ts";
import { entitiesOf, HomeAssistant } from "./home-assistant.ts";

const components = (payload: string) => JSON.parse(payload).components;
const before = message({ ...controller, components: { tank_top: tankTop, pump: least("switch", "i1_pump") } });

describe("what is published when the devices change", () => {
	it("is the full message alone on a first start", () => {
		const steps = difference([], [before]);
		expect(steps).toEqual([{ topic: before.topic, payload: JSON.stringify(before.payload), pause: SETTLING_SECONDS }]);
	});

	it("is the full message alone when nothing went away", () => {
		const after = message({
			...controller,
			components: { tank_top: tankTop, pump: least("switch", "i1_pump"), new: least("button", "n") },
		});
		expect(difference([published(before)], [after])).toHaveLength(1);
	});

	it("names a component that went away by its platform alone, waits, and then leaves it out", () => {
		const after = message({ ...controller, components: { tank_top: tankTop } });
		const [first, last, ...more] = difference([published(before)], [after]);
		expect(components(first?.payload ?? "")).toEqual({ pump: { platform: "switch" } });
		expect(first?.pause).toBe(2);
		expect(Object.keys(components(last?.payload ?? ""))).toEqual(["tank_top"]);
		expect(more).toEqual([]);
	});

	it("removes a component under its old platform before it comes back under the new one", () => {
		const after = message({
			...controller,
			components: { tank_top: tankTop, pump: least("binary_sensor", "i1_pump") },
		});
		const steps = difference([published(before)], [after]);
		expect(steps.map(({ payload }) => components(payload).pump.platform)).toEqual(["switch", "binary_sensor"]);
	});

	it("removes a component whose unique id changed, which Home Assistant would keep otherwise", () => {
		const after = message({ ...controller, components: { tank_top: tankTop, pump: least("switch", "i2_pump") } });
		expect(components(difference([published(before)], [after])[0]?.payload ?? "")).toEqual({
			pump: { platform: "switch" },
		});
	});

	it("is an empty payload for a device that went away, before the others are published in full", () => {
		const other = message({ ...controller, device_id: "board" });
		const steps = difference([published(before), published(other)], [other]);
		expect(steps.map(({ topic, payload, pause }) => [topic, payload === "", pause])).toEqual([
			[before.topic, true, 2],
			[other.topic, false, 2],
		]);
	});

	it("is nothing for no devices at all", () => expect(difference([], [])).toEqual([]));

	it("waits once for messages to different devices", () => {
		const other = message({ ...controller, device_id: "board" });
		expect(difference([], [before, other]).map(({ pause }) => pause)).toEqual([0, 2]);
	});
});

describe("Home Assistant, after the steps", () => {
	it("knows exactly the new entities, whatever it knew before", () => {
		fc.assert(
			fc.property(fc.array(house, { minLength: 1, maxLength: 4 }), (houses) => {
				const ha = new HomeAssistant();
				let kept: readonly unknown[] = [];
				for (const devices of houses) {
					ha.take(difference(publishedDevices.parse(kept), devices));
					expect(ha.entities).toEqual(entitiesOf(devices));
					kept = JSON.parse(JSON.stringify(devices.map(published)));
				}
			}),
		);
	});

	it("knows exactly the new entities though the steps before were cut short by a crash, or two", () => {
		const cut = fc.nat({ max: 6 });
		fc.assert(
			fc.property(house, house, cut, house, cut, house, (first, second, cut1, third, cut2, last) => {
				const ha = new HomeAssistant();
				ha.take(difference([], first));
				const during = underway(first.map(published), second);
				ha.take(difference(first.map(published), second).slice(0, cut1));
				// A restart takes longer than Home Assistant needs.
				ha.take([{ topic: "elsewhere", payload: "", pause: 10 }]);
				const worse = underway(during, third);
				ha.take(difference(during, third).slice(0, cut2));
				ha.take([{ topic: "elsewhere", payload: "", pause: 10 }]);
				ha.take(difference(worse, last));
				expect(ha.entities).toEqual(entitiesOf(last));
			}),
		);
	});
});
