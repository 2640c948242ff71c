import type { Facts } from "#model/sentences/facts.ts";
import { known, type Language, say } from "./say.ts";

/** Cause and remedy of a failure, in the language of the house. */
export function explained(language: Language, failure: Facts[string] | undefined): Facts {
	const [cause, remedy] = [`${failure}.cause`, `${failure}.remedy`];
	if (!known("mqtt", cause) || !known("mqtt", remedy)) return {};
	return { cause: say(language, "mqtt", cause), remedy: say(language, "mqtt", remedy) };
}
