/** What Home Assistant takes and the library does not: by the reason, as docs/mqtt.md says it, the ways to break a message. */
export const OURS: Readonly<Record<string, readonly string[]>> = {
	"a command that is retained runs again at every reconnect": ["retained commands"],
	"what the whole device has is said once, on the device": [
		"QoS of its own",
		"encoding of its own",
		"another availability mode",
	],
	"a device without an availability looks alive when it is dead": [
		"availability of nothing",
		"device availability of nothing",
	],
	"a state comes from one topic, and not from the broker's own": [
		"wildcard +",
		"wildcard #",
		"availability on any topic",
		"topic of the broker",
	],
	"ids go into topics, and one id is one entity whatever its platform": [
		"id with a space",
		"empty id",
		"key with a space",
		"id twice on two platforms",
	],
	"a name is said, and does not repeat the device's": [
		"without name",
		"name with the device's",
		"device without a name",
		"empty name of the device",
	],
	"limits and choices are said, and there is something to choose": [
		"without min",
		"without max",
		"range of one value",
		"options of nothing",
		"options twice",
		"an empty option",
		"an option too long",
		"an option that is a number",
		"an enum without options",
	],
	"two things that are not the same do not look the same": ["payload_off as for on", "state_off as for on"],
	"a command has a payload": ["empty payload"],
	"0 seconds are no time": ["expiry at once", "off at once"],
	"a unit is not blank": ["blank unit of no class"],
	"an amount of money has a currency": ["money in no currency"],
	"a precision belongs to a number": ["suggested_display_precision of what is no number"],
	"an icon is one of Home Assistant's own, and a picture would come from elsewhere": [
		"icon of another family",
		"picture",
	],
	"a support page is one on the web": ["support page inside Home Assistant"],
	"keys are written out": ["short name of a key", "base of topics", "short name of a key of the device"],
};
