import * as z from "zod";
import { TEXT_MODES } from "../entity-classes.ts";
import { entityKeys, writeKeys } from "../entity-keys.ts";
import { text } from "../ids.ts";

/** The longest state that Home Assistant accepts. */
const LONGEST = 255;
const length = z.int(`give a length of 0 to ${LONGEST}`).min(0).max(LONGEST);

/** A text to write. Home Assistant sends no text that is shorter or longer. */
export const textSchema = z
	.strictObject({
		...entityKeys("text"),
		...writeKeys,
		min: length.optional(),
		max: length.optional(),
		/** A regular expression of Python. A state that does not match is an error in Home Assistant's log. */
		pattern: text.regex(/^\^.*\$$/, "begin it with ^ and end it with $").optional(),
		mode: z.enum(TEXT_MODES, "use text or password").optional(),
	})
	.refine(({ min = 0, max = LONGEST }) => min <= max, {
		path: ["max"],
		error: "use a greatest length of at least min",
	});
export type TextComponent = Readonly<z.input<typeof textSchema>>;
