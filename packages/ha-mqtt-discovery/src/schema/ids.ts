import * as z from "zod";
import { isClosed } from "./template-text.ts";
import { LONGEST_TOPIC, PRINTABLE, topicFits } from "./topic-text.ts";

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

/**
 * A topic to publish or subscribe to, without wildcards. `$` at the start is the broker's own. Control and non-characters
 * are refused by Home Assistant, half surrogates by MQTT (5.0, section 1.5.4).
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

/** Text that a person reads; never empty. Half a surrogate anywhere makes Home Assistant lose the whole message. */
export const text = z
	.string("give a text")
	.min(1, "give a text that is not empty")
	.regex(/^\P{Cs}*$/u, "remove what is half a character: it is no UTF-8");
/** Of nothing but spaces Home Assistant makes no unit at all. */
export const unit = text.regex(/\S/, "name a unit, or leave it out");
/**
 * A Jinja template. Only Home Assistant can check it; here is seen what is empty, or opened and never closed. Spaces around
 * it would be cut off.
 */
export const template = text
	.regex(/^\S(?:.*\S)?$/s, "write a template without spaces around it")
	.refine(isClosed, "close what the template opens with {{, {% or {#, and put something into {{ }}");
