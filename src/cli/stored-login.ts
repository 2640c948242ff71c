import { resolve } from "node:path";
import type { Options } from "#options/root.ts";
import type { Refusal } from "./broker-change.ts";
import type { Machine } from "./machine.ts";
import { problemLine } from "./problem-notice.ts";
import { languageOf, type Sourced } from "./source.ts";

/** The app's login, where a program may change its password and the running app hears of it. */
export interface StoredLogin {
	readonly user: string;
	readonly password: string;
	/** The password file. */
	readonly path: string;
	readonly mqtt: Options["mqtt"];
}

/** Where the login is stored, or why it cannot be changed there, with the steps that are to be taken instead. */
export function storedLogin(machine: Machine, sourced: Sourced): StoredLogin | Refusal {
	const { parsed, login, origin, complaints } = sourced;
	const language = languageOf(sourced);
	const refused = (lines: readonly string[]): Refusal => ({ remedy: lines.join("\n") });
	if (parsed.kind === "invalid") return refused(parsed.problems.map((one) => problemLine(one, language)));
	const { mqtt } = parsed.options;
	if (origin?.kind === "supervisor") return refused(SUPERVISORS);
	if (mqtt.password_file === undefined) return refused(machine.env["SUPERVISOR_TOKEN"] ? ON_THE_PAGE : typed(mqtt));
	if (login.kind === "required")
		return refused([...complaints.map((one) => problemLine(one, language)), `No login to change: ${login.why}`]);
	return { user: mqtt.username, password: login.login.password, path: resolve(machine.cwd, mqtt.password_file), mqtt };
}

const SUPERVISORS = [
	"This login is Home Assistant's own: it makes the password, keeps it and hands it to its apps. It is not yours to change, and nothing was changed.",
	"For a new one: Settings > Apps > Mosquitto broker > Uninstall, then install it again; this app asks for the new login by itself.",
	"For a login of your own instead: make one at the broker, and type it into this app's options (mqtt.username, mqtt.password).",
];

const ON_THE_PAGE = [
	"The password is typed into this app's options page, which no command may write. Nothing was changed. By hand:",
	"1. Settings > Apps > Mosquitto broker > Configuration > logins: give the user a new password, and save. Restart it when asked.",
	"2. Settings > Apps > Solar Heating > Configuration > mqtt > Password: the same. Save; the app starts again.",
	"3. Put the new password into your password manager.",
];

const typed = ({ username }: Options["mqtt"]): readonly string[] => [
	"The password is typed into the options, the environment or .env, which the running app reads at its start only. Nothing was changed.",
	"Put it into a file once; from then on `solar-heating broker rotate` changes it without a restart:",
	"1. As the app's user, in a folder of its own: umask 077; cat > /etc/solar-heating/mqtt/password, then type the password of today, Enter, Ctrl+D.",
	`2. In the options, mqtt: take out "password", and write "username": ${JSON.stringify(username || "NAME")}, "password_file": "/etc/solar-heating/mqtt/password". Take MQTT_PASSWORD out of environment and .env.`,
	"3. Start the app again, and see: solar-heating check",
	"4. solar-heating broker rotate",
];
