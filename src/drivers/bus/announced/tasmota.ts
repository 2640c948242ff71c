import { fieldOf, jsonIn } from "#model/untyped/untyped.ts";
import { type Announced, deviceAt, isTopic } from "./announced.ts";

/** Where commands go if the device's owner did not change it. */
const USUAL = "%prefix%/%topic%/";
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
		const usual = fieldOf(said, "ft") === USUAL;
		const numbers = Array.isArray(relays) && usual ? relays.slice(0, MOST) : [];
		const targets = numbers.flatMap((kind, at) => (kind === RELAY ? [`tasmota:${topic}/${at + 1}`] : []));
		return [deviceAt(topic, "Tasmota", { ...(typeof name === "string" && { name }), targets })];
	},
};
