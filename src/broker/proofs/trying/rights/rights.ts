import { says } from "#model/sentences/sentence.ts";

/** Remedy for rights beyond what the app needs. */
export const TOO_WIDE = says("too_wide");

/** A user with all rights, $SYS included. Usually a broker without access rules, such as Home Assistant's own by default. */
export const NO_RULES = says("no_rules");
