import { describe, expect, it } from "@jest/globals";
import { aclOf } from "#home-assistant/access-rules.ts";
import { aclOfOthers, prefixFlaw } from "#home-assistant/access-rules-of-others.ts";

it("The access rules are what the app says and is asked, and Home Assistant's topics of it: not one more", () => {
	const house = { user: "solar", installation: "abcd2345", base_topic: "solar", discovery_prefix: "homeassistant" };
	expect(aclOf(house)).toBe(
		[
			"# Solar Heating abcd2345: what it says of itself, what it is asked, and its entities in Home Assistant.",
			"user solar",
			"topic write solar/abcd2345/#",
			"topic read solar/abcd2345/+/set",
			"topic readwrite homeassistant/device/abcd2345/+/config",
			"topic read homeassistant/status",
		].join("\n"),
	);
});

it.each([
	["topic", ["topic read $SYS/broker/log/#", "topic read $SYS/broker/version"]],
	["file", ["topic read $SYS/broker/version"]],
] as const)("Where the app watches the broker's log (%s), they are a little more", (watch, more) => {
	const house = { user: "u", installation: "i234", base_topic: "solar", discovery_prefix: "homeassistant" };
	expect(aclOf({ ...house, watch })).toBe([aclOf(house), ...more].join("\n"));
});

it("They follow the topics of the options", () => {
	const text = aclOf({ user: "u", installation: "i234", base_topic: "house/sun", discovery_prefix: "ha/x" });
	expect(text.split("\n").slice(2)).toEqual([
		"topic write house/sun/i234/#",
		"topic read house/sun/i234/+/set",
		"topic readwrite ha/x/device/i234/+/config",
		"topic read ha/x/status",
	]);
});

describe("The rules of the others", () => {
	const house = { installation: "abcd2345", base_topic: "solar", discovery_prefix: "homeassistant" };

	it("let Home Assistant find, read and command, and each device its own topics; not one more", () => {
		const devices = [
			{ user: "z2m", prefix: "zigbee2mqtt" },
			{ user: "z2m", prefix: "homeassistant/sensor" },
		];
		expect(
			aclOfOthers(house, { home_assistant: "ha", devices, all: ["me"] }).map((part) => part.split("\n").slice(1)),
		).toEqual([
			[
				"user ha",
				"topic read homeassistant/#",
				"topic write homeassistant/+/+/config",
				"topic write homeassistant/+/+/+/config",
				"topic write homeassistant/status",
				"topic read solar/abcd2345/+",
				"topic read solar/abcd2345/+/availability",
				"topic read solar/abcd2345/+/attributes",
				"topic write solar/abcd2345/+/set",
				"topic readwrite zigbee2mqtt/#",
				"topic readwrite homeassistant/sensor/#",
			],
			["user z2m", "topic readwrite zigbee2mqtt/#", "topic readwrite homeassistant/sensor/#"],
			["user me", "topic readwrite #", "topic read $SYS/#"],
		]);
	});

	it.each([
		"solar",
		"solar/abcd2345",
		"solar/abcd2345/pump",
		"homeassistant",
		"homeassistant/device",
		"",
		"#",
		"a/+/b",
		"$SYS",
		"/a",
		"a/",
	])("give no device what begins with %j: it could command the pump, or is no beginning", (prefix) => {
		expect(prefixFlaw(house, prefix)).toMatchObject({ code: expect.stringMatching(/^prefix_/) });
	});
	it.each(["zigbee2mqtt", "solar/other", "solarium", "homeassistant/sensor"])(
		"may give one what begins with %j",
		(prefix) => {
			expect(prefixFlaw(house, prefix)).toBeUndefined();
		},
	);
});
