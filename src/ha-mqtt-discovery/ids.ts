import * as z from "zod";

/** A part of a discovery topic, a component's key, or a unique id: the only characters that Home Assistant takes in such topics. */
export const discoveryId = z
	.string("give an id of letters, digits, _ and -")
	.regex(/^[a-zA-Z0-9_-]+$/, "use only letters, digits, _ and -")
	.refine((id) => id !== "__proto__", "choose another id: this one has a meaning of its own in JavaScript");

/** The entity id to begin with, used the first time only: `<platform>.<slug>`. */
export const entityIdOf = (platform: string) =>
	z
		.string()
		.regex(
			new RegExp(`^${platform}\\.[a-z0-9]+(?:_[a-z0-9]+)*$`),
			`write ${platform}. and then words of a-z and 0-9, joined by single _`,
		);

/** Three bytes are the most that one of these characters takes in UTF-8, and 65535 bytes the most that MQTT takes as a topic. */
const LONGEST_TOPIC = 21_845;
/**
 * A topic to publish or subscribe to, without wildcards. `$` at the start is the broker's own. Control and non-characters
 * are refused by Home Assistant, half surrogates by MQTT (5.0, section 1.5.4).
 */
export const topic = z
	.string("give a topic")
	.min(1, "give a topic")
	.max(LONGEST_TOPIC, `use a topic of at most ${LONGEST_TOPIC} characters`)
	.regex(/^[^+#]*$/, "use a topic without the wildcards + and #")
	.regex(/^(?!\$)/, "use a topic that does not begin with $: those belong to the broker")
	.regex(
		/^[^\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]*$/u,
		"use a topic without NUL and other characters that cannot be printed",
	);

/** A prefix of topics, for example `homeassistant` or `house/ha`. */
export const topicPrefix = topic.regex(/^[^/].*[^/]$|^[^/]$/, "write the prefix without / at its ends");

export const icon = z
	.string()
	.regex(/^mdi:[a-z0-9]+(?:-[a-z0-9]+)*$/, "write an icon as mdi:name, for example mdi:water-boiler");

/** Text that a person reads; never empty. */
export const text = z.string("give a text").min(1, "give a text that is not empty");
/** A Jinja template, which only Home Assistant can check. */
export const template = text;
