import { LANGUAGES, type Language } from "#texts/say.ts";
import type { Sourced } from "./login/source.ts";
import type { Machine } from "./machine.ts";

/**
 * The language of a command: that of the options if they name one, otherwise that of the user's terminal (LC_ALL,
 * LC_MESSAGES, LANG: the first that is set), otherwise English.
 */
export function languageAt({ env }: Pick<Machine, "env">, { language }: Pick<Sourced, "language"> = {}): Language {
	const locale = [env["LC_ALL"], env["LC_MESSAGES"], env["LANG"]].find((one) => one !== undefined && one !== "");
	const [name] = locale?.toLowerCase().split(/[_.@-]/) ?? [];
	return language ?? LANGUAGES.find((known) => known === name) ?? "en";
}
