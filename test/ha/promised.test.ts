import { beforeAll, describe, expect, it, test } from "@jest/globals";
import { discoveryOf, entitiesOf } from "#home-assistant/installation.ts";
import { LANGUAGES } from "#texts/say.ts";
import { NEWEST, OLDEST } from "../../scripts/home-assistant/place.ts";
import { HOUSE, ownersPlant } from "../fakes/owners-plant.ts";
import { repository } from "../fakes/supervisor/manifest.ts";
import { type Read, readBySchemas } from "./discovery/schemas.ts";

/** The device message of a house in which everything is wired and switched on that there is, in each language. */
const PROBES = LANGUAGES.map((language) => {
	const { topic, payload } = discoveryOf(HOUSE, ownersPlant, entitiesOf(ownersPlant, language, { watch: true }));
	return { mark: language, topic, payload: JSON.stringify(payload) };
});
/** The same, with a class that no release knows: so it is seen that the schemas are asked. */
const UNKNOWN = PROBES.slice(0, 1).map((probe) => ({
	...probe,
	mark: "unknown",
	payload: probe.payload.replaceAll("temperature_delta", "temperature_of_tomorrow"),
}));

it("the oldest release that is tried is the one that config.yaml promises", () => {
	expect(repository().manifest.homeassistant).toBe(OLDEST.version);
});

describe.each([OLDEST, NEWEST])("Home Assistant $version", (release) => {
	let read: ReadonlyMap<string, Read>;
	beforeAll(async () => {
		read = await readBySchemas([...PROBES, ...UNKNOWN], release);
	}, 120_000);

	test.each(LANGUAGES)("takes every entity that this app announces, as it is written, in %s", (language) => {
		expect(read.get(language)).toEqual({ mark: language, treatment: "taken", why: "" });
	});

	it("refuses a class that it does not know, by the name of the entity", () => {
		expect(read.get("unknown")).toMatchObject({
			treatment: "refused",
			why: expect.stringMatching(/^night_cooling_colder_by: expected NumberDeviceClass .*device_class/),
		});
	});
});
