import type { AlertKind } from "#model/findings/alert.ts";
import type { Facts } from "#model/sentences/facts.ts";
import type { Bare } from "#words/keys.ts";
import { type Language, say } from "./say.ts";

/** What a person sees of an alert. */
export interface AlertWords {
	readonly happened: string;
	readonly means: string;
	readonly remedy: string;
}

/** An alert in words: what happened, what it means, what to do. `facts` are as the finding has them. */
export function alertWords(
	language: Language,
	{ kind, address, client, user, ...facts }: Facts & { readonly kind: AlertKind },
): AlertWords {
	const other = (key: Bare<"alert">) => say(language, "alert", key);
	const shownFacts = {
		...facts,
		address: address ?? other("unknown_address"),
		client: client === undefined ? other("several_clients") : `“${shown(String(client))}”`,
		user: user === undefined ? other("unknown_user") : shown(String(user)),
		addresses: shortened(String(facts["addresses"] ?? "")),
	};
	const words = (what: "happened" | "means" | "remedy") => say(language, "alert", `${kind}.${what}`, shownFacts);
	return { happened: words("happened"), means: words("means"), remedy: words("remedy") };
}

/** Letters that a person sees as something else, or not at all, do not come through; of an endless id its beginning does. */
const shown = (client: string) => {
	const text = client.replace(/\p{C}/gu, "\uFFFD");
	return text.length > 80 ? `${text.slice(0, 79)}…` : text;
};

/** The first five of a list. */
const shortened = (list: string) => {
	const all = list.split(", ");
	return all.length > 5 ? `${all.slice(0, 5).join(", ")}, …` : list;
};
