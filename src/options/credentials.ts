import { mend, type Sentence } from "#model/sentences/sentence.ts";

/** The MQTT protocol's limit for user names and passwords, in bytes. */
const LIMIT = 65_535;

export interface Login {
	readonly username: string;
	readonly password: string;
}
export type Credentials =
	| { readonly kind: "complete"; readonly login: Login }
	/** `why` in the section `problem`; `found` is a finding, where one says why there is none. */
	| { readonly kind: "required"; readonly why: Sentence; readonly found?: Sentence };

/**
 * A complete login, or why there is none. Refuses what MQTT libraries and brokers handle wrongly without an error: an empty
 * name, only white space, a NUL (brokers cut the password there), other control characters in the name, and values that are
 * too long. Says nothing about the password except that it is missing or malformed.
 */
export function credentials(username: string | undefined, password: string | undefined): Credentials {
	const why = flaw(NAME, username) ?? flaw(PASSWORD, password);
	if (why === undefined && username !== undefined && password !== undefined)
		return { kind: "complete", login: { username, password } };
	return { kind: "required", why: why ?? mend("login_missing", { what: NAME }) };
}

/** What is wrong, as the text begins. */
const NAME = mend("login_name").code;
const PASSWORD = mend("login_password").code;

function flaw(what: string, value: string | undefined): Sentence | undefined {
	if (value === undefined || value === "") return mend("login_missing", { what });
	if (value.trim() === "") return mend("login_blank", { what });
	if (value.includes("\0")) return mend("login_nul", { what });
	if (CONTROL.test(value)) return mend("login_control", { what });
	return new TextEncoder().encode(value).length > LIMIT ? mend("login_long", { what, limit: LIMIT }) : undefined;
}
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/;
