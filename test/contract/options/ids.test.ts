import { describe, expect, it, test } from "@jest/globals";
import fc from "fast-check";
import { deviceMessage } from "ha-mqtt-discovery/home-assistant";
import { entitiesOf } from "#home-assistant/installation.ts";
import type { Plant } from "#model/plant/plant.ts";
import { wiringProblems } from "#options/problems/wiring.ts";
import { deviceOf } from "../../fakes/announced-device.ts";
import { HOUSE, output, ownersPlant, plantWith, sensor, turns } from "../../fakes/owners-plant.ts";
import { flawsOf, topics, twice } from "../payloads.ts";

describe("the ids that an owner may choose", () => {
	const idProblems = (sensors: readonly string[], outputs: readonly string[]) =>
		wiringProblems({ sensors: sensors.map((id) => ({ id })), outputs: outputs.map((id) => ({ id })) }).filter((p) =>
			p.path.endsWith(".id"),
		);
	/** Keys and endings that came after the first release: an owner's id may be older, so they give way. */
	const LATER = new Set([
		...["broker_problem", "collector_tank_difference", "fault_began", "heater_control_ready_by_daily", "holiday_until"],
		...[
			"legionella_start_at_daily",
			"heat_recovery_exhaust",
			"heat_recovery_supply",
			"lost_heat",
			"solar_heat",
			"solar_heat_month",
		],
		...["solar_heat_today", "solar_heat_year", "solar_power", "stored_energy", "stratification", "usable_water"],
	]);
	const LATER_ENDINGS = new Set(["_hold_left", "_used_energy", "_used_power", "_why"]);
	const every = entitiesOf(plantWith([], []), "en", { watch: true }).map((e) => e.key);
	const empty = every.filter((key) => !LATER.has(key));
	const made = entitiesOf(plantWith([sensor("x1", "other", 0)], [output("x2", "other", 0)]), "en").map((e) => e.key);
	const allEndings = made.flatMap((key) => (/^x[12]_/.test(key) ? [key.slice(2)] : []));
	const endings = allEndings.filter((ending) => !LATER_ENDINGS.has(ending));

	it("are those of the owner's own house, among others", () => {
		expect(
			idProblems(
				ownersPlant.sensors.map((s) => s.id),
				ownersPlant.outputs.map((o) => o.id),
			),
		).toEqual([]);
		expect(idProblems(["automatic", "fault", "temperature_room", "modes", "a__b", "c_"], ["auto", "starts"])).toEqual(
			[],
		);
	});

	test.each([...empty, "availability"])("do not include %s, which the controller needs itself", (id) => {
		expect(idProblems([id], [])).toEqual([
			{
				path: "sensors[0].id",
				value: `"${id}"`,
				remedy: { code: expect.stringMatching(/^id_/), facts: expect.any(Object) },
			},
		]);
		expect(idProblems([], [id])).toEqual([
			{
				path: "outputs[0].id",
				value: `"${id}"`,
				remedy: { code: expect.stringMatching(/^id_/), facts: expect.any(Object) },
			},
		]);
	});

	test.each([...new Set(endings)])("do not end in %s, as entities do", (ending) => {
		expect(idProblems([`roof${ending}`], [`fan${ending}`]).map((p) => p.path)).toEqual([
			"sensors[0].id",
			"outputs[0].id",
		]);
	});

	test.each([...LATER, ...[...LATER_ENDINGS].map((ending) => `meter${ending}`)])(
		"may be %s, as in a house that is older than that entity: the owner's own stays, ours gives way",
		(id) => {
			expect([idProblems([id], []), idProblems([], [id])]).toEqual([[], []]);
			const keys = (plant: Plant) => entitiesOf(plant, "en", { watch: true }).map(({ key }) => key);
			const measured = keys(plantWith([sensor(id, "other", 0)], [output("meter", "other", 0)]));
			expect(measured).toContain(`${id}_temperature`);
			const switched = entitiesOf(plantWith([], [output(id, "other", 0), output("meter", "other", 1)]), "en");
			expect(switched.filter(({ key }) => key === id).map(({ platform }) => platform)).toEqual(["switch"]);
			for (const all of [measured, switched.map(({ key }) => key)]) expect(twice(all)).toEqual([]);
		},
	);

	test.each(["storage", "solar_heating", "my_solar_heating_pump"])("do not include %s", (id) => {
		expect(idProblems([id], [id]).length).toBeGreaterThan(1);
	});

	// #give-every-entity-key
	it("give every entity a key and topics of its own, and a discovery that Home Assistant takes", () => {
		// What comes nearest to the controller's own keys: those, and what is left of them without an entity's ending.
		const stems = empty.flatMap((key) => endings.filter((e) => key.endsWith(e)).map((e) => key.slice(0, -e.length)));
		const near = fc.constantFrom(...every, ...stems, ...stems, "availability", "solar_heating");
		const word = fc.oneof(near, fc.constantFrom("pump", "a", "a_", "a__b", "b", "solar", "heating"));
		const built = fc
			.tuple(fc.array(word, { minLength: 1, maxLength: 2 }), fc.constantFrom("", "", "", ...allEndings))
			.map(([words, ending]) => `${words.join("_")}${ending}`);
		const id = fc
			.oneof({ arbitrary: built, weight: 4 }, { arbitrary: fc.stringMatching(/^[a-z][a-z0-9_]{0,39}$/), weight: 1 })
			.filter((s) => s.length <= 40 && idProblems([s], []).length === 0);
		fc.assert(
			fc.property(fc.uniqueArray(id, { minLength: 1, maxLength: 8 }), fc.nat(8), (ids, cut) => {
				const [sensors, outputs] = [ids.slice(0, cut), ids.slice(cut)];
				expect(idProblems(sensors, outputs)).toEqual([]);
				const plant = plantWith(
					sensors.map((s, i) => sensor(s, i % 2 === 0 ? "other" : "tank_layer", i)),
					outputs.map((o, i) => output(o, "other", i)),
				);
				const entities = entitiesOf(plant, "en", { watch: true });
				const all = entities.flatMap(({ key }) => [topics.state(key), topics.attributes(key), topics.command(key)]);
				expect(twice(entities.map((e) => e.key))).toEqual([]);
				expect(twice([...all, topics.availability, topics.busAvailability("one_wire")])).toEqual([]);
				const result = deviceMessage(deviceOf(HOUSE, plant, entities));
				expect(result.kind === "ok" ? [] : result.problems).toEqual([]);
				for (const snapshot of turns([{}], plant)) expect(flawsOf(snapshot, entities, "en")).toEqual([]);
			}),
			{ numRuns: 50 },
		);
	});
});
