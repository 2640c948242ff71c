import type { TEXTS as BROKER } from "./broker/en.ts";
import type { TEXTS } from "./en.ts";

/** `configuration` is the Supervisor's: the app never says it. */
type Said = Omit<typeof TEXTS, "configuration">;
type All = Said & typeof BROKER;
/** A kind of text: `reason`, `notice`, `problem`, … */
export type Section = keyof Said;
/** The code of a text; those of `broker` are said by the commands for the broker alone. */
export type Key<S extends keyof All> = string & keyof All[S];

/** The names of the facts that a text asks for: of `{sensor:id} is lost: {fault:fault}` these are sensor and fault. */
export type Asked<S extends keyof All, K extends Key<S>> = NamesIn<All[S][K]>;
type NamesIn<T> = T extends `${string}{${infer Place}}${infer Rest}`
	? (Place extends `${infer Name}:${string}` ? Name : Place) | NamesIn<Rest>
	: never;
