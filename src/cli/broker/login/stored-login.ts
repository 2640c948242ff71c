import { resolve } from "node:path";
import type { Sourced } from "#app/login/source.ts";
import type { Machine } from "#app/machine.ts";
import type { Refusal } from "#broker/plans/plan.ts";
import { phrase, type Sentence } from "#model/sentences/sentence.ts";
import type { Options } from "#options/root.ts";
import { optionWords } from "../change/words.ts";

/** The app's login, if a program may change its password and the running app notices. */
export interface StoredLogin {
	readonly user: string;
	readonly password: string;
	/** The password file. */
	readonly path: string;
	readonly mqtt: Options["mqtt"];
}

/** Where the login is stored, or why it cannot be changed there, with the steps to take instead. */
export function storedLogin(machine: Machine, sourced: Sourced): StoredLogin | Refusal {
	const { parsed, login, origin, complaints } = sourced;
	if (parsed.kind === "invalid") return { remedy: parsed.problems.map(optionWords) };
	const { mqtt } = parsed.options;
	if (origin?.kind === "supervisor") return { remedy: SUPERVISORS };
	if (mqtt.password_file === undefined) return { remedy: machine.env["SUPERVISOR_TOKEN"] ? ON_THE_PAGE : typed(mqtt) };
	if (login.kind === "required") return { remedy: [...complaints.map(optionWords), phrase("no_login_to_change")] };
	return { user: mqtt.username, password: login.login.password, path: resolve(machine.cwd, mqtt.password_file), mqtt };
}

const SUPERVISORS = [phrase("supervisors_login"), phrase("supervisors_new"), phrase("supervisors_own")];

const ON_THE_PAGE = [phrase("page_login"), phrase("page_at_broker"), phrase("page_at_app"), phrase("page_manager")];

const typed = ({ username }: Options["mqtt"]): readonly Sentence[] => [
	phrase("typed_login"),
	phrase("typed_once"),
	phrase("typed_file", { path: PASSWORD_FILE }),
	phrase("typed_options", {
		username: `"username": ${JSON.stringify(username || "NAME")}`,
		password_file: `"password_file": "${PASSWORD_FILE}"`,
	}),
	phrase("typed_start"),
	phrase("typed_rotate"),
];

const PASSWORD_FILE = "/etc/solar-heating/mqtt/password";
