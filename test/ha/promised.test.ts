import { beforeAll, describe, expect, it, test } from "@jest/globals";
import { written } from "ha-mqtt-discovery";
import { discoveryOf } from "#home-assistant/devices.ts";
import { entitiesOf } from "#home-assistant/installation.ts";
import { NEWEST_SHAPE, OLDEST_SHAPE, type Shape } from "#home-assistant/shape.ts";
import type { Plant, Sensor } from "#model/plant/plant.ts";
import { KINDS, type Quantity } from "#model/quantities/quantity.ts";
import { LANGUAGES } from "#texts/say.ts";
import { NEWEST, OLDEST } from "../../scripts/home-assistant/place.ts";
import { HOUSE, ownersPlant, sensor } from "../fakes/owners-plant.ts";
import { repository } from "../fakes/supervisor/manifest.ts";
import { widePlant } from "../fakes/wide-plant.ts";
import { type Read, readBySchemas } from "./discovery/schemas.ts";

/** Two fields and two tanks with circuits, valves, levels and limits of their own, and a meter for every quantity. */
const wide = widePlant(2, 2);
const widest: Plant = {
	...wide,
	sensors: [
		...wide.sensors,
		...Object.keys(KINDS).map(
			(quantity, n): Sensor => ({
				...sensor(`meter_${n}`, "other", wide.sensors.length + n),
				quantity: quantity as Quantity,
				range: KINDS[quantity as Quantity].range,
			}),
		),
	],
	own_settings: [
		{ rule: "tank_limit", place: "buffer", fields: ["target", "maximum"] },
		{ rule: "flow_control", place: "east_buffer", fields: ["enabled", "slow_at"] },
		{ rule: "boil_stop", place: "east", fields: ["stop_at"] },
	],
};

/** The device messages of houses in which everything is wired and switched on that there is, in each language. */
const PROBES = LANGUAGES.flatMap((language) =>
	Object.entries({ owner: ownersPlant, wide: widest }).flatMap(([house, plant]) =>
		discoveryOf(HOUSE, plant, entitiesOf(plant, language, { watch: true })).map(({ topic, payload }) => ({
			mark: `${house} ${language} ${topic.split("/").at(-2)}`,
			...{ topic, payload: written(payload) },
		})),
	),
);
const ALL = entitiesOf(ownersPlant, "en", { watch: true });
const shapedAs = (mark: string, shape: Shape) =>
	discoveryOf(HOUSE, ownersPlant, ALL, shape)
		.slice(0, 1)
		.map(({ topic, payload }) => ({ mark, topic, payload: written(payload) }));
/** What only a younger core takes. */
const MOMENTS = shapedAs("moments", { ...OLDEST_SHAPE, moments: true });
const CHILDREN = shapedAs("children", NEWEST_SHAPE);
/** The first, with a class that no release knows: so it is seen that the schemas are asked. */
const UNKNOWN = PROBES.slice(0, 1).map((probe) => ({
	...probe,
	mark: "unknown",
	payload: JSON.stringify(
		JSON.parse(probe.payload, (key, value) =>
			key === "night_cooling_colder_by" ? { ...value, dev_cla: "temperature_of_tomorrow" } : value,
		),
	),
}));

it("the oldest release that is tried is the one that config.yaml promises", () => {
	expect(repository().manifest.homeassistant).toBe(OLDEST.version);
});

describe.each([OLDEST, NEWEST])("Home Assistant $version", (release) => {
	let read: ReadonlyMap<string, Read>;
	beforeAll(async () => {
		read = await readBySchemas([...PROBES, ...MOMENTS, ...CHILDREN, ...UNKNOWN], release);
	});

	test.each(PROBES)("takes every entity that this app announces, as it is written: $mark", ({ mark }) => {
		expect(read.get(mark)).toEqual({ mark, treatment: "taken", why: "" });
	});

	it("takes date and time entities, or refuses the whole message over them", () => {
		expect(read.get("moments")?.treatment).toBe(release === NEWEST ? "taken" : "refused");
	});

	it("takes devices below a device, or refuses the whole message over them", () => {
		expect(read.get("children")?.treatment).toBe(release === NEWEST ? "taken" : "refused");
	});

	it("refuses a class that it does not know, by the name of the entity", () => {
		expect(read.get("unknown")).toMatchObject({
			treatment: "refused",
			why: expect.stringMatching(/^night_cooling_colder_by: expected NumberDeviceClass .*device_class/),
		});
	});
});
