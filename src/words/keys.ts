import type { TEXTS as BROKER } from "./broker/en.ts";
import type { TEXTS } from "./en.ts";

/** `configuration` is the Supervisor's: the app never says it. */
type Said = Omit<typeof TEXTS, "configuration">;
/** A kind of text: `reason`, `notice`, `problem`, … */
export type Section = keyof Said;
/** The code of a text; those of `broker` are said by the commands for the broker alone. */
export type Key<S extends Section | "broker"> = string & keyof (Said & typeof BROKER)[S];
