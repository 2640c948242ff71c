import { says } from "#model/sentences/sentence.ts";

/** For rights that go beyond what the app needs. */
export const TOO_WIDE = says("too_wide");

/** A user who may do everything, $SYS too. Mostly that is a broker without access rules, as Home Assistant's own comes. */
export const NO_RULES = says("no_rules");
