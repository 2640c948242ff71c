import { describe, expect, it, test } from "@jest/globals";
import { COUNTED, entitiesIn, isEnabled } from "../../scripts/manual/enabled.ts";

/** A phone shows about so much of a name beside its value. */
const FITS = 32;

describe.each(Object.values(COUNTED))("a new installation: $title", ({ options, most }) => {
	const entities = entitiesIn(options);

	it(`begins with at most ${most} enabled entities`, () => {
		expect(entities.filter(isEnabled).length).toBeLessThanOrEqual(most);
	});

	it("gives them names that fit a phone", () => {
		expect(entities.filter(isEnabled).flatMap(({ name }) => (name.length > FITS ? [name] : []))).toEqual([]);
	});

	it("has an icon for each that has no class of its own", () => {
		const bare = entities.filter(({ component, platform }) => {
			const of: Readonly<Record<string, unknown>> = component ?? {};
			return of["icon"] === undefined && of["device_class"] === undefined && !ICONS_OF_THEIR_OWN.includes(platform);
		});
		expect(bare.filter(isEnabled).map(({ key }) => key)).toEqual([]);
	});
});

/** Home Assistant draws these by what they do. */
const ICONS_OF_THEIR_OWN = ["water_heater", "switch", "button", "number"];

test("what is wrong shows in a plant of three sensors and a pump", () => {
	const enabled = entitiesIn(COUNTED.small.options).filter(isEnabled);
	expect(enabled.map(({ key }) => key)).toEqual(
		expect.arrayContaining(["attention", "boil_stop", "tank_too_hot", "broker_problem", "fault_began", "pump_why"]),
	);
});
