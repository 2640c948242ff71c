import { expect, it } from "@jest/globals";
import { aclOf } from "#mqtt/acl.ts";

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

it("They follow the topics of the options", () => {
	const text = aclOf({ user: "u", installation: "i234", base_topic: "house/sun", discovery_prefix: "ha/x" });
	expect(text.split("\n").slice(2)).toEqual([
		"topic write house/sun/i234/#",
		"topic read house/sun/i234/+/set",
		"topic readwrite ha/x/device/i234/+/config",
		"topic read ha/x/status",
	]);
});
