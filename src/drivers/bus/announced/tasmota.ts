import { fieldOf, jsonIn } from "#model/untyped/untyped.ts";
import { type Announced, deviceAt, isTopic } from "./announced.ts";

/** Where commands go and answers come, and the words for off and on, if the device's owner did not change them. */
const USUAL = { ft: "%prefix%/%topic%/", tp: ["cmnd", "stat", "tele"], state: ["OFF", "ON"] };
/** In `rl`: a plain relay. */
const RELAY = 1;
const MOST = 8;

/** Tasmota keeps a description of itself at the broker. Relays have the numbers 1 to 8 of POWER1 to POWER8. */
export const tasmota: Announced = {
	filters: ["tasmota/discovery/+/config"],
	found(_, payload) {
		const said = jsonIn(payload);
		const [topic, name, relays] = ["t", "dn", "rl"].map((key) => fieldOf(said, key));
		if (!isTopic(topic) || topic.includes("/")) return [];
		const numbers = Array.isArray(relays) && isUsual(said) ? relays.slice(0, MOST) : [];
		const targets = numbers.flatMap((kind, at) => (kind === RELAY ? [`tasmota:${topic}/${at + 1}`] : []));
		return [deviceAt(topic, "Tasmota", { ...(typeof name === "string" && { name }), targets })];
	},
};

/** A list may go on: only its beginning is compared. */
function isUsual(said: unknown): boolean {
	const begins = (key: "tp" | "state") => {
		const list = fieldOf(said, key);
		return list === undefined || (Array.isArray(list) && USUAL[key].every((word, at) => list[at] === word));
	};
	// SetOption4 gives answers topics of their own.
	const apart = fieldOf(fieldOf(said, "so"), "4") === 1;
	return fieldOf(said, "ft") === USUAL.ft && begins("tp") && begins("state") && !apart;
}
