/** The MQTT protocol's limit for user names and passwords, in bytes. */
const LIMIT = 65_535;

export interface Login {
	readonly username: string;
	readonly password: string;
}
export type Credentials =
	| { readonly kind: "complete"; readonly login: Login }
	| { readonly kind: "required"; readonly why: string; readonly text: string };

/** The ways to give a login, for owners. */
export const WAYS = [
	"the app's options page (mqtt.username, mqtt.password)",
	"an options file (--options FILE, with mqtt.username and mqtt.password or mqtt.password_file)",
	"the environment or a .env file (MQTT_USERNAME, MQTT_PASSWORD)",
] as const;

/**
 * A complete login, or why there is none. Refuses what MQTT libraries and brokers handle wrongly without an error: an empty
 * name, only white space, a NUL (brokers cut the password there), other control characters in the name, and values that are
 * too long. Says nothing about the password except that it is missing or malformed.
 */
export function credentials(username: string | undefined, password: string | undefined): Credentials {
	const why = flaw("user name", username) ?? flaw("password", password);
	if (why === undefined && username !== undefined && password !== undefined)
		return { kind: "complete", login: { username, password } };
	return required(why ?? "The login is missing.");
}

function required(why: string): Credentials {
	return {
		kind: "required",
		why,
		text: `MQTT credentials required: ${why} Give them in ${WAYS.join(", or in ")}. Until then nothing connects to the broker; control goes on.`,
	};
}

function flaw(what: string, value: string | undefined): string | undefined {
	if (value === undefined || value === "") return `The ${what} is missing.`;
	if (value.trim() === "") return `The ${what} is only white space.`;
	if (value.includes("\0")) return `The ${what} contains a NUL character.`;
	if (CONTROL.test(value)) return `The ${what} contains a control character, such as a line break.`;
	return new TextEncoder().encode(value).length > LIMIT ? `The ${what} is longer than ${LIMIT} bytes.` : undefined;
}
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/;
