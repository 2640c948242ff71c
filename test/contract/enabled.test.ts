import { describe, expect, it, test } from "@jest/globals";
import type { Entity } from "#home-assistant/entities/entity.ts";
import { placed } from "#home-assistant/places.ts";
import { LANGUAGES, type Language } from "#texts/say.ts";
import { COUNTED, entitiesIn, isEnabled, plantIn } from "../../scripts/manual/enabled.ts";

/** A phone shows so much of a name beside its value. What begins disabled may be a little longer. */
const FITS = 28;
const FITS_DISABLED = 32;
/** As they are shown: below the device that has a part's name. */
const shownIn = (options: unknown, language: Language) => {
	const { own, children } = placed(plantIn(options), entitiesIn(options, language), language, "Solar Heating");
	return [...own, ...children.flatMap((child) => child.entities)];
};
const tooLong = (entities: readonly Entity[]) =>
	entities.flatMap((one) => (one.name.length > (isEnabled(one) ? FITS : FITS_DISABLED) ? [one.name] : []));

describe.each(Object.values(COUNTED))("a new installation: $title", ({ options, most }) => {
	const entities = entitiesIn(options);

	it(`begins with at most ${most} enabled entities`, () => {
		expect(entities.filter(isEnabled).length).toBeLessThanOrEqual(most);
	});

	test.each(LANGUAGES)("gives them names that fit a phone, in %s", (language) => {
		expect(tooLong(shownIn(options, language))).toEqual([]);
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
const ICONS_OF_THEIR_OWN = ["water_heater"];

test("what is wrong shows in a plant of three sensors and a pump", () => {
	const enabled = entitiesIn(COUNTED.small.options).filter(isEnabled);
	expect(enabled.map(({ key }) => key)).toEqual(
		expect.arrayContaining(["attention", "boil_stop", "tank_too_hot", "broker_problem", "fault_began", "pump_why"]),
	);
});
