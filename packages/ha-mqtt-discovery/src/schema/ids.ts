import * as z from "zod";
import { isClosed } from "./template-text.ts";
import { LONGEST_TOPIC, PRINTABLE, topicFits } from "./topic-text.ts";

/**
 * Part of a discovery topic, key of a component, or unique id. Home Assistant accepts only these characters in such topics.
 */
export const discoveryId = z
	.string("give an id of letters, digits, _ and -")
	.regex(/^[a-zA-Z0-9_-]+$/, "use only letters, digits, _ and -")
	.refine((id) => id !== "__proto__", "choose another id: this one has a meaning of its own in JavaScript");

/** The entity id at first use: `<platform>.<slug>`. */
export const entityIdOf = (platform: string) =>
	z
		.string()
		.regex(
			new RegExp(`^${platform}\\.[a-z0-9]+(?:_[a-z0-9]+)*$`),
			`write ${platform}. and then words of a-z and 0-9, joined by single _`,
		);

/**
 * A topic for publishing or subscribing, without wildcards. A leading `$` belongs to the broker. Home Assistant refuses
 * control and non-characters; MQTT refuses half surrogates (5.0, section 1.5.4).
 */
export const topic = z
	.string("give a topic")
	.min(1, "give a topic")
	.refine(topicFits, `use a topic of at most ${LONGEST_TOPIC} bytes`)
	.regex(/^[^+#]*$/, "use a topic without the wildcards + and #")
	.regex(/^(?!\$)/, "use a topic that does not begin with $: those belong to the broker")
	.regex(PRINTABLE, "use a topic without NUL and other characters that cannot be printed");

/** A prefix of topics, for example `homeassistant` or `house/ha`. */
export const topicPrefix = topic.regex(/^[^/].*[^/]$|^[^/]$/, "write the prefix without / at its ends");

export const icon = z
	.string()
	.regex(/^mdi:[a-z0-9]+(?:-[a-z0-9]+)*$/, "write an icon as mdi:name, for example mdi:water-boiler");

/** Text for people; never empty. Half a surrogate anywhere makes Home Assistant drop the whole message. */
export const text = z
	.string("give a text")
	.min(1, "give a text that is not empty")
	.regex(/^\P{Cs}*$/u, "remove what is half a character: it is no UTF-8");
/** Home Assistant treats a unit of only spaces as none. */
export const unit = text.regex(/\S/, "name a unit, or leave it out");
/**
 * A Jinja template. Only Home Assistant can check it fully. Here it must not be empty or have unclosed brackets. Spaces
 * around it would be cut off.
 */
export const template = text
	.regex(/^\S(?:.*\S)?$/s, "write a template without spaces around it")
	.refine(isClosed, "close what the template opens with {{, {% or {#, and put something into {{ }}");
