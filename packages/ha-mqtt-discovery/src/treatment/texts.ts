import { entityIdOf } from "../schema/ids.ts";
import { isClosed } from "../schema/template-text.ts";
import { PRINTABLE, topicFits } from "../schema/topic-text.ts";
import { asText, type Reader, worst } from "./reading.ts";

const ofText =
	(right: (text: string) => boolean): Reader =>
	(value) =>
		(typeof value === "string" || typeof value === "number") && !right(String(value)) ? "refused" : asText(value);

const isTopic = (text: string) => text !== "" && topicFits(text) && PRINTABLE.test(text);
const isFilter = (text: string) =>
	text.split("/").every((level, index, levels) => {
		if (level === "#") return index === levels.length - 1;
		return level === "+" || !/[+#]/.test(level);
	});

/** For subscribing: wildcards are allowed where MQTT allows them. */
export const asTopic = ofText((text) => isTopic(text) && isFilter(text));
/** For publishing. */
export const asCommandTopic = ofText((text) => isTopic(text) && !/[+#]/.test(text));
/** Spaces around it are cut off. */
export const asTemplate: Reader = (value) => {
	if (typeof value !== "string") return asText(value);
	if (!isClosed(value)) return "refused";
	return value.trim() === value ? "taken" : "altered";
};
/** An invalid entity id of the platform is corrected or replaced. */
export const asEntityIdOf = (platform: string): Reader => {
	const right = entityIdOf(platform);
	return (value) => (right.safeParse(value).success ? "taken" : worst(["altered", asText(value)]));
};
/** A prefix and a name; neither is checked. */
export const asIcon: Reader = (value) => {
	if (typeof value === "string") return value.includes(":") ? "taken" : "refused";
	return typeof value === "object" && value !== null && /:/.test(JSON.stringify(value)) ? "altered" : "refused";
};
/** 0, 1 or 2, also as text. */
export const asQos: Reader = (value) => {
	if (value === 0 || value === 1 || value === 2) return "taken";
	return typeof value === "boolean" || (typeof value === "string" && /^\s*[012]\s*$/.test(value))
		? "altered"
		: "refused";
};
/** A regular expression. Python's are nearly those of JavaScript. */
export const asPattern: Reader = (value) => {
	try {
		return typeof value === "string" && new RegExp(value) ? "taken" : "refused";
	} catch {
		return "refused";
	}
};
/** Spaces around it are cut off. */
const ofAddress =
	(pattern: RegExp): Reader =>
	(value) => {
		if (typeof value !== "string" || !pattern.test(value.trim())) return "refused";
		return value.trim() === value ? "taken" : "altered";
	};
export const asUrl = ofAddress(/^(?:https?|homeassistant):\/\/[^\s/]/);
export const asWebAddress = ofAddress(/^https?:\/\/[^\s/]/);
