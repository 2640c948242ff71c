import type { TEXTS as BROKER } from "./broker/en.ts";
import type { TEXTS } from "./en.ts";

/** `configuration` is for the Supervisor. The app itself never uses it. */
type Said = Omit<typeof TEXTS, "configuration">;
type All = Said & typeof BROKER;
/** A kind of text: `reason`, `notice`, `problem`, … */
export type Section = keyof Said;
/** The code of a text. The section `broker` is only for the commands about a broker. */
export type Key<S extends keyof All> = string & keyof All[S];

/** Names of the facts in a text: in `{sensor:id} is lost: {fault:fault}` these are sensor and fault. */
export type Asked<S extends keyof All, K extends Key<S>> = Exclude<NamesIn<All[S][K]>, Made>;
/** The keys of a section whose texts ask for no facts. */
export type Bare<S extends keyof All> = { [K in Key<S>]: [Asked<S, K>] extends [never] ? K : never }[Key<S>];
/** `told` finds these itself, from codes among the facts. */
type Made = "title" | "happened" | "explained" | "seen" | "advice";
type NamesIn<T> = T extends `${string}{${infer Place}}${infer Rest}`
	? (Place extends `${infer Name}:${string}` ? Name : Place) | NamesIn<Rest>
	: never;
