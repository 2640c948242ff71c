import * as z from "zod";
import { entityKeys, writeKeys } from "../entity-keys.ts";
import { text } from "../ids.ts";

/** A choice. A state that is not among the options is an error in Home Assistant's log. */
export const selectSchema = z.strictObject({
	...entityKeys("select"),
	...writeKeys,
	options: z
		.array(text.max(255, "a state has at most 255 characters"), "name the options to choose from")
		.min(1, "name at least one option")
		.refine((options) => new Set(options).size === options.length, "name every option once")
		.readonly(),
});
export type SelectComponent = Readonly<z.input<typeof selectSchema>>;
