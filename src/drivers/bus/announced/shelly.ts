import { type Announced, deviceAt } from "./announced.ts";

/** The first topic level of a device that was not renamed: `shellyplus1pm-a8032ab12c34`. */
const USUAL = /^shelly[a-z0-9]+-[0-9a-f]{6,12}$/i;

/** Shelly devices keep `online` at the broker. Those of the first generation have it below `shellies`, and have no timer that can be read. */
export const shelly: Announced = {
	filters: ["+/online", "shellies/+/online"],
	found(topic, payload) {
		const [first = "", second = "", third] = topic.split("/");
		if (payload !== "true" && payload !== "false") return [];
		if (third === "online" && first === "shellies") return [deviceAt(`shellies/${second}`, "Shelly Gen1")];
		if (second !== "online" || third !== undefined || !USUAL.test(first)) return [];
		return [deviceAt(first, "Shelly Gen2+", { targets: [`shelly:${first}/N`] })];
	},
};
