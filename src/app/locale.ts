import { LANGUAGES, type Language } from "#texts/say.ts";
import type { Sourced } from "./login/source.ts";
import type { Machine } from "./machine.ts";

/**
 * In which language a command answers: that of the options, where they name one; else that of who typed it, as POSIX has it
 * (LC_ALL, LC_MESSAGES, LANG: the first that is set), English where it is another one.
 */
export function languageAt({ env }: Pick<Machine, "env">, { language }: Pick<Sourced, "language"> = {}): Language {
	const locale = [env["LC_ALL"], env["LC_MESSAGES"], env["LANG"]].find((one) => one !== undefined && one !== "");
	const [name] = locale?.toLowerCase().split(/[_.@-]/) ?? [];
	return language ?? LANGUAGES.find((known) => known === name) ?? "en";
}
