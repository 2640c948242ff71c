import { describe, expect, it, test } from "@jest/globals";
import { deviceMessage } from "../src/device-message.ts";
import type { Treatment } from "../src/treatment/reading.ts";
import { controller, least, tankTop } from "./devices.ts";

/** What is said of the message with these changes; it is always invalid. */
const treatmentOf = (change: unknown) => {
	const result = deviceMessage(JSON.parse(JSON.stringify({ ...controller, ...Object(change) })));
	return result.kind === "invalid" ? result.treatment : "valid";
};
const tank = (change: object) => ({ components: { tank_top: { ...tankTop, ...change } } });
const relay = (change: object) => ({ components: { relay: { ...least("switch", "relay"), ...change } } });
const range = (change: object) => ({ components: { range: { ...least("number", "range"), ...change } } });
const device = (change: object) => ({ device: { ...controller.device, ...change } });

describe("a message with problems, which Home Assistant would get all the same", () => {
	// `test/ha/discovery.test.ts` asks a real one.
	const cases: readonly (readonly [Treatment, what: string, change: unknown])[] = [
		["refused", "a unit of another class", tank({ unit_of_measurement: "kWh" })],
		["refused", "no id", tank({ unique_id: undefined })],
		["refused", "another platform", tank({ platform: "relay" })],
		["refused", "a wildcard in a word", tank({ state_topic: "a+" })],
		["refused", "a range upside down", range({ min: 11 })],
		["refused", "options of no enum", tank({ options: ["a"] })],
		["refused", "a second topic of availability", tank({ availability_topic: "x" })],
		["refused", "a misspelt key of the device", device({ modell: "X" })],
		["refused", "a device that nothing identifies", device({ identifiers: [] })],
		["refused", "an id twice on one platform", { components: { a: tankTop, b: tankTop } }],
		["refused", "half a character", tank({ name: "\ud800" })],
		["refused", "a topic with a space in it", { device_id: "a b" }],
		["refused", "one good and one bad component", { components: { a: tankTop, b: null } }],
		["stripped", "a misspelt key", tank({ unit: "°C" })],
		["stripped", "a key of another platform", relay({ state_class: "total" })],
		["stripped", "a blank unit", tank({ unit_of_measurement: " " })],
		["stripped", "a retained command of what takes none", tank({ retain: true })],
		["altered", "text for a boolean", tank({ enabled_by_default: "yes" })],
		["altered", "a class in capitals", tank({ device_class: "TEMPERATURE" })],
		["altered", "half a precision", tank({ suggested_display_precision: 0.5 })],
		["altered", "a number as a name", tank({ name: 5 })],
		["altered", "an entity id of another platform", tank({ default_entity_id: "switch.tank" })],
		["altered", "one identifier without a list", device({ identifiers: "a" })],
		["complained", "a class without a unit", tank({ unit_of_measurement: undefined })],
		["complained", "a temperature as a total", tank({ state_class: "total" })],
		["complained", "a number's unit of another class", range({ device_class: "power", unit_of_measurement: "K" })],
		["taken", "a retained command", relay({ retain: true })],
		["taken", "a wildcard", tank({ state_topic: "a/+" })],
		["taken", "a short name of a key", tank({ name: undefined, ic: "mdi:pump" })],
		["taken", "a range of one value", range({ min: 10 })],
		["taken", "an icon of another family", tank({ icon: "hue:lamp" })],
		["taken", "an id twice on two platforms", { components: { a: tankTop, b: least("button", "i1_tank_top") } }],
	];
	test.each(cases)("is %s for %s", (treatment, _, change) => expect(treatmentOf(change)).toBe(treatment));

	it("is what becomes of the worst in it", () => {
		expect(treatmentOf(tank({ unit: "°C", retain: true, icon: "hue:lamp", name: 5 }))).toBe("stripped");
		expect(treatmentOf({ ...tank({ unit: "°C" }), ...device({ modell: "X" }) })).toBe("refused");
	});
});
