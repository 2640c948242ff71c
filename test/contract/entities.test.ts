import { describe, expect, it, test } from "@jest/globals";
import { deviceMessage } from "ha-mqtt-discovery/home-assistant";
import { findingOf } from "#broker/proofs/findings.ts";
import { fail } from "#broker/proofs/proof.ts";
import { entitiesOf } from "#home-assistant/installation.ts";
import type { Snapshot } from "#model/decision/snapshot.ts";
import { finding } from "#model/findings/finding.ts";
import { FAULT_CODES, fault } from "#model/plant/fault.ts";
import { outputId } from "#model/plant/plant.ts";
import type { SensorRole } from "#model/plant/sensor-role.ts";
import { FULL, OFF } from "#model/quantities/units.ts";
import { says } from "#model/sentences/sentence.ts";
import type { Connection } from "#mqtt/broker.ts";
import { LANGUAGES } from "#texts/say.ts";
import { deviceOf } from "../fakes/announced-device.ts";
import { HOUSE, ownersPlant, type Scene, seen } from "../fakes/owners-plant.ts";
import { componentOf, flawsOf, twice } from "./payloads.ts";

const pump = outputId("pump");
const heater = outputId("heater");
const at =
	(temperatures: Partial<Record<SensorRole, number>>): NonNullable<Scene["read"]> =>
	({ role }) =>
		temperatures[role] ?? 40;
const sunny: Scene = { read: at({ collector: 70, outdoor_air: -12.34 }) };
const CONNECTIONS: Readonly<Record<Connection["kind"], true>> = {
	connecting: true,
	connected: true,
	waiting: true,
	closed: true,
};

/** What can be seen of a house, one snapshot for each way to be well or unwell. */
const SCENES: Readonly<Record<string, Snapshot>> = {
	"before the first reading": seen({ read: () => undefined }),
	"while charging": seen(sunny, sunny),
	"with nothing to charge": seen({ read: at({ collector: -20 }) }),
	"with every sensor lost, each in its own way": seen({
		read: ({ index }) => fault(FAULT_CODES[index % FAULT_CODES.length] ?? "open", { code: 7, text: 1, sensor: "28-1" }),
	}),
	"with impossible readings": seen({ read: () => Number.NaN }),
	"in a boil stop": seen({ read: at({ collector: 160 }) }),
	"in a boil stop with the sensor lost": seen(
		{ read: at({ collector: 160 }) },
		{ read: (s) => (s.role === "collector" ? fault("open") : 40) },
	),
	"with the tank too hot": seen({ read: at({ tank: 96 }) }),
	"with the tank full": seen({ read: at({ tank: 80, collector: 89 }) }),
	"while cooling the collector": seen({ read: at({ tank: 80, collector: 95 }) }),
	"while held by hand": seen({
		...sunny,
		intents: [
			{ kind: "hold", output: pump, want: OFF },
			{ kind: "hold", output: heater, want: FULL },
		],
	}),
	"when off": seen(sunny, { ...sunny, intents: [{ kind: "mode", mode: "off" }] }),
	"in a test": seen({
		...sunny,
		intents: [
			{ kind: "mode", mode: "test" },
			{ kind: "hold", output: heater, want: FULL },
		],
	}),
	"with the board gone": seen({
		...sunny,
		effect: () => ({ fault: fault("missing", { device: "/dev/board" }) }),
		findings: [
			finding("alarm", "device_lost", { bus: "usb_relay_dev_board", device: "relay board", fault: "missing" }),
		],
	}),
	"with the store set aside": seen({
		findings: [
			finding("alarm", "store_set_aside", { file: "solar.db.1", cause: "malformed" }),
			finding("alarm", "store_unavailable", { cause: "EROFS" }),
		],
	}),
	"without a login": seen({
		findings: [
			finding("alarm", "options_invalid", { problems: 3 }),
			finding("alarm", "mqtt_credentials_required", { why: "x" }),
		],
	}),
	"after an audit": seen({
		findings: [
			finding("info", "security_audit", { score: 85, when: "2026-11-25T02:34:56.000Z" }),
			findingOf(
				{ id: "login", ...fail("not-proven", says("tried_reach", { place: "h:1883" }), says("try_again")) },
				"2026-11-25T02:34:56.000Z",
			),
		],
	}),
	"while somebody guesses passwords at the broker": seen({
		findings: [
			finding("info", "broker_watch", { state: "watching", refusals: 12, lines: 40 }),
			finding("warning", "broker_alert", { nth: 1, kind: "brute_force", count: 12, window: 300, address: "10.0.0.5" }),
		],
	}),
	...Object.fromEntries(
		Object.keys(CONNECTIONS).map((state) => [
			`while the broker is ${state}`,
			seen({ findings: [finding("info", "broker", { state, host: "h", port: 1883, user: "u", tls: false })] }),
		]),
	),
};

describe.each(LANGUAGES)("the owner's house in %s", (language) => {
	const entities = entitiesOf(ownersPlant, language, { watch: true });

	it("has an entity for everything, each with a key and a name of its own", () => {
		expect(entities.length).toBeGreaterThan(60);
		expect(twice(entities.map((e) => e.key))).toEqual([]);
		expect(twice(entities.map((e) => e.name))).toEqual([]);
	});

	it("calls each thing by a name; a key without a text would begin in lower case", () => {
		expect(entities.filter((e) => !/^\p{Lu}[^_{}?]{1,99}$/u.test(e.name)).map((e) => e.name)).toEqual([]);
	});

	// #announced-without-problem
	it("is announced without a problem", () => {
		const result = deviceMessage(deviceOf({ ...HOUSE, language }, ownersPlant, entities));
		expect(result.kind === "ok" ? [] : result.problems).toEqual([]);
	});

	it("publishes a state and attributes where, and only where, its discovery says so", () => {
		for (const entity of entities) {
			const component = componentOf(entity);
			const says = entity.state !== undefined || entity.occurrences !== undefined;
			const [state, command] =
				entity.platform === "water_heater"
					? ["mode_state_topic", "mode_command_topic"]
					: ["state_topic", "command_topic"];
			expect([entity.key, state in component]).toEqual([entity.key, says]);
			expect([entity.key, "json_attributes_topic" in component]).toEqual([entity.key, entity.attributes !== undefined]);
			expect([entity.key, command in component]).toEqual([entity.key, entity.command !== undefined]);
		}
	});

	test.each(Object.entries(SCENES))("shows only what Home Assistant takes %s", (_, snapshot) => {
		expect(flawsOf(snapshot, entities, language)).toEqual([]);
	});
});
