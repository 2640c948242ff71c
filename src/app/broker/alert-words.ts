import type { Alert } from "#broker/log/alert.ts";
import type { Words } from "#broker/log/security-log.ts";
import { type Language, say } from "#texts/say.ts";
import type { Key } from "#words/keys.ts";

/** Removes characters that look like others or are invisible. Cuts an id that is too long. */
const shown = (client: string) => {
	const text = client.replace(/\p{C}/gu, "\uFFFD");
	return text.length > 80 ? `${text.slice(0, 79)}…` : text;
};

/** The text of an alert: what happened, what it means, what to do. */
export function alertWords(language: Language, alert: Alert): Words {
	const { kind, count, window, address, client, user, addresses = [] } = alert;
	const other = (key: Key<"alert">) => say(language, "alert", key);
	const facts = {
		count,
		window,
		address: address ?? other("unknown_address"),
		client: client === undefined ? other("several_clients") : `“${shown(client)}”`,
		user: user === undefined ? other("unknown_user") : shown(user),
		addresses: addresses.length > 5 ? `${addresses.slice(0, 5).join(", ")}, …` : addresses.join(", "),
	};
	const words = (what: "happened" | "means" | "remedy") => say(language, "alert", `${kind}.${what}`, facts);
	return { happened: words("happened"), means: words("means"), remedy: words("remedy") };
}
