import { describe, expect, it, test } from "@jest/globals";
import { assembled, type DeviceInput, written } from "../src/index.ts";
import { readIn } from "../src/treatment/read.ts";
import { controller, tankTop } from "./devices.ts";

const SENSOR = { platform: "sensor", unique_id: "i1_a", name: "A" } as const;
const at = (state_topic: string, more: object = {}): DeviceInput => ({
	...controller,
	components: { a: { ...SENSOR, state_topic, ...more } },
});
const componentIn = (input: DeviceInput) => JSON.parse(written(assembled(input).payload)).cmps.a;

/** The long form as Home Assistant reads it: every component has the device's availability, where it has none. */
const inFull = ({ payload }: ReturnType<typeof assembled>) => {
	const { availability } = payload;
	const full = (all: object) =>
		Object.fromEntries(Object.entries(all).map(([key, one]) => [key, { availability, ...(one as object) }]));
	return {
		...payload,
		components: full(payload.components),
		...(payload.child_devices && {
			child_devices: payload.child_devices.map((child) => ({ ...child, components: full(child.components) })),
		}),
	};
};

describe("a message as it is written", () => {
	test.each<[string, DeviceInput]>([
		["a device", { ...controller, components: { tank_top: tankTop } }],
		["several topics", at("c/a", { json_attributes_topic: "c/a/attributes" })],
		["an availability of its own", at("c/a", { availability: [{ topic: "c/online" }, { topic: "c/bus/online" }] })],
		["topics with nothing in common", at("a", { json_attributes_topic: "b" })],
		[
			"numbers, buttons and switches",
			{
				...controller,
				message_expiry_interval: 60,
				components: {
					tank_top: tankTop,
					limit: {
						...({
							platform: "number",
							unique_id: "i1_limit",
							name: "Limit",
							min: 0,
							max: 100,
							step: 1,
							mode: "auto",
						} as const),
						...{ state_topic: "solar/i1/limit", command_topic: "solar/i1/limit/set" },
					},
					start: { platform: "button", unique_id: "i1_start", name: "Start", command_topic: "solar/i1/start/set" },
					pump: {
						...({ platform: "switch", unique_id: "i1_pump", name: "Pump" } as const),
						...{ state_topic: "solar/i1/pump", command_topic: "relays/1" },
					},
				},
			},
		],
		["topics that begin alike", at("c/tank", { json_attributes_topic: "c/tank_2" })],
		[
			"parts of the device",
			{
				...controller,
				components: { tank_top: tankTop },
				child_devices: [
					{ identifiers: ["c1_tank"], name: "Tank", components: { a: { ...SENSOR, state_topic: "c/a" } } },
				],
			},
		],
	])("is read as the long form: %s", (_, input) => {
		const message = assembled(input);
		expect(readIn(written(message.payload))).toEqual(inFull(message));
		expect(written(message.payload).length).toBeLessThan(JSON.stringify(message.payload).length);
	});

	it("has the beginning of its topics once", () => {
		expect(componentIn(at("solar/i1/a", { json_attributes_topic: "solar/i1/a/attributes" }))).toMatchObject({
			"~": "solar/i1/a",
			stat_t: "~",
			json_attr_t: "~/attributes",
		});
		expect(componentIn(at("solar/i1/a"))).toEqual({ name: "A", p: "sensor", stat_t: "solar/i1/a", uniq_id: "i1_a" });
	});

	const heater = {
		...({ platform: "switch", unique_id: "i1_b", name: "B" } as const),
		...{ state_topic: "solar/i1/b", command_topic: "solar/i1/b/set" },
	};
	const start = { platform: "button", unique_id: "i1_c", name: "C", command_topic: "solar/i1/c/set" } as const;
	const tank = { ...SENSOR, state_topic: "solar/i1/a" };
	const of = (components: DeviceInput["components"]) =>
		JSON.parse(written(assembled({ ...controller, components }).payload));

	it("says once where states and commands are, and each entity only where its topics begin", () => {
		expect(of({ a: tank, b: heater, c: start })).toMatchObject({
			...{ stat_t: "~", cmd_t: "~/set" },
			cmps: {
				a: { "~": "solar/i1/a", name: "A", p: "sensor", uniq_id: "i1_a" },
				b: { "~": "solar/i1/b", name: "B", p: "switch", uniq_id: "i1_b" },
				c: { "~": "solar/i1/c", name: "C", p: "button", uniq_id: "i1_c" },
			},
		});
	});

	it("lets no entity inherit a topic that it does without", () => {
		const { state_topic: _, ...blind } = heater;
		expect(of({ a: tank, b: blind })).not.toHaveProperty("stat_t");
		const shown = { platform: "valve", unique_id: "i1_v", name: "V", state_topic: "solar/i1/v" } as const;
		expect(of({ b: heater, v: shown })).toMatchObject({ stat_t: "~", cmps: { b: { cmd_t: "~/set" } } });
		expect(of({ b: heater, v: shown })).not.toHaveProperty("cmd_t");
	});

	it("leaves out what Home Assistant would fill in", () => {
		const limit = { platform: "number", unique_id: "i1_n", name: "N", command_topic: "n/set", mode: "box" } as const;
		expect(componentIn({ ...controller, components: { a: { ...limit, min: 0, max: 100, step: 1 } } })).toEqual({
			...{ cmd_t: "n/set", mode: "box", name: "N", p: "number", uniq_id: "i1_n" },
		});
		expect(componentIn({ ...controller, components: { a: { ...limit, min: 1, max: 99, step: 0.5 } } })).toMatchObject({
			...{ min: 1, max: 99, step: 0.5 },
		});
	});

	it("leaves out an availability that is the device's, and keeps another", () => {
		expect(componentIn(at("c/a", { availability: controller.availability }))).not.toHaveProperty("avty");
		expect(componentIn(at("c/a", { availability: [{ topic: "else/where" }] })).avty).toEqual([{ t: "else/where" }]);
	});
});
