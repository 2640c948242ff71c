import { accessOf } from "#app/login/access.ts";
import type { Sourced } from "#app/login/source.ts";
import { languageIn } from "#options/language.ts";
import { told } from "#texts/say.ts";

/** For commands that run once: broker and login from the Supervisor, as if the options had given them. */
export async function askedOnce(sourced: Sourced): Promise<Sourced> {
	const { parsed, origin } = sourced;
	if (parsed.kind === "invalid" || origin?.kind !== "supervisor") return sourced;
	const { options } = parsed;
	const { access, finding } = await accessOf(sourced, options)();
	if (access === undefined) {
		const { code = "", facts = {} } = finding ?? {};
		const text = told(languageIn(options), "finding", code, facts);
		return { ...sourced, login: { kind: "required", why: text, text } };
	}
	const { host, port, tls, username, password, anonymous } = access;
	const mqtt = { ...options.mqtt, host, port, tls: tls !== undefined };
	const named = { ...sourced, parsed: { kind: "valid", options: { ...options, mqtt } } } as const;
	return anonymous ? named : { ...named, login: { kind: "complete", login: { username, password } } };
}
