import { accessOf } from "#app/login/access.ts";
import type { Sourced } from "#app/login/source.ts";
import { mend } from "#model/sentences/sentence.ts";

/** For commands that run once: broker and login from the Supervisor, as if the options had given them. */
export async function askedOnce(sourced: Sourced): Promise<Sourced> {
	const { parsed, origin } = sourced;
	if (parsed.kind === "invalid" || origin?.kind !== "supervisor") return sourced;
	const { options } = parsed;
	const { access, finding } = await accessOf(sourced, options)();
	if (access === undefined) {
		return {
			...sourced,
			login: {
				kind: "required",
				why: mend("login_missing", { what: "login_name" }),
				...(finding && { found: finding }),
			},
		};
	}
	const { host, port, tls, username, password, anonymous } = access;
	const mqtt = { ...options.mqtt, host, port, tls: tls !== undefined };
	const named = { ...sourced, parsed: { kind: "valid", options: { ...options, mqtt } } } as const;
	return anonymous ? named : { ...named, login: { kind: "complete", login: { username, password } } };
}
