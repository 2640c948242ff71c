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

	it("leaves out an availability that is the device's, and keeps another", () => {
		expect(componentIn(at("c/a", { availability: controller.availability }))).not.toHaveProperty("avty");
		expect(componentIn(at("c/a", { availability: [{ topic: "else/where" }] })).avty).toEqual([{ t: "else/where" }]);
	});
});
