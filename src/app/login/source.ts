import { existsSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { fileRemedy, textOfFile } from "#files/named-file.ts";
import type { Problem } from "#model/findings/finding.ts";
import { mend, remark, type Sentence } from "#model/sentences/sentence.ts";
import { caught } from "#model/untyped/caught.ts";
import { fieldOf, isRecord } from "#model/untyped/untyped.ts";
import { type Credentials, credentials } from "#options/credentials.ts";
import { languageIn } from "#options/language.ts";
import { fromPage, mergedOwn, type Written } from "#options/own/merged-own.ts";
import { besideIn, invalidated, type Parsed, parse } from "#options/parse.ts";
import { keysTwice, type Twice } from "#options/problems/twice.ts";
import { readOwnOptions } from "#store/files/own-options.ts";
import { LANGUAGES, type Language } from "#texts/say.ts";
import { acceptedHeaters } from "../control/accepted-heaters.ts";
import type { Machine } from "../machine.ts";
import { envFile } from "./env-file.ts";
import { fromEnvironment } from "./environment.ts";
import { exposed } from "./exposed.ts";
import { hostProblems } from "./host-problems.ts";
import { lineProblems } from "./line-problems.ts";
import { type Origin, originOf } from "./origin.ts";
import { passwordIn } from "./password-file.ts";
import { secretsIn, withoutSecrets } from "./secrets.ts";

/** Where the Supervisor puts the options of the app's page. */
const SUPERVISOR_FILE = "/data/options.json";

export interface Sourced {
	readonly parsed: Parsed;
	/** The login from options, password file and environment. */
	readonly login: Credentials;
	/** Where the login comes from. Absent for a fixed one. */
	readonly origin?: Origin;
	/**
	 * The language that the options choose, even if they are otherwise wrong. Absent for `auto`, where each browser decides.
	 */
	readonly language?: Language;
	/** There is no login, and the owner allows that. */
	readonly anonymous?: boolean;
	/** Faults that do not make the options invalid. */
	readonly complaints: readonly Problem[];
	/** Files with a secret that every user of this machine can read. */
	readonly exposed?: readonly string[];
	/** Where the options came from: the path of a file, or the code of a text of the section `command`. */
	readonly from: string;
	/** Texts that must never be shown. Grows when passwords change. */
	readonly secrets: string[];
	readonly folder: string;
	/** The options as they are written: what was read at this start. Absent where they come from elsewhere. */
	readonly read?: ReadOptions;
}

/** Options as they are written, before the environment fills them in. They hold secrets. */
export interface ReadOptions {
	/** The options file, if there is one. Under the Supervisor it has those of the last start. */
	readonly file?: string;
	/** Of the container, under the Supervisor: it writes the file anew at each of its starts. */
	readonly life?: string;
	/** Its content, or that of Home Assistant's options page. */
	readonly page: Written;
	/** The app's own, in its data folder. */
	readonly own: Written;
	/** Both as one. */
	readonly merged: Written;
}

export interface SourceFlags {
	readonly options?: string;
	readonly data?: string;
}

/** The language of the log, of commands, and of names in Home Assistant. English if none was chosen. */
export const languageOf = ({ parsed, language = "en" }: Pick<Sourced, "parsed" | "language">): Language =>
	parsed.kind === "valid" ? languageIn(parsed.options) : language;

/**
 * Options from the given file, or from the Supervisor's. What it leaves out is taken from the app's own options in the data
 * folder, then from the environment and `.env`.
 */
export function source(machine: Machine, flags: SourceFlags): Sourced {
	const { file, written, read, dotenv, values, env, raw, parsed } = readIn(machine, flags);
	const mqtt = besideIn(parsed)?.mqtt;
	const secret =
		mqtt?.password_file === undefined
			? { password: mqtt?.password }
			: passwordIn(resolve(machine.cwd, mqtt.password_file));
	const password = "password" in secret ? secret.password : undefined;
	const secrets = [
		password,
		...secretsIn(raw),
		machine.env["MQTT_PASSWORD"],
		values["MQTT_PASSWORD"],
		machine.env["SUPERVISOR_TOKEN"],
	].filter((s): s is string => s !== undefined && s !== "");
	const { origin, problems } = originOf(machine, read.merged, mqtt?.password_file);
	const complaints = [
		...(dotenv.kind === "refused" ? [dotenv.problem] : []),
		...env.problems,
		...problems,
		...("problem" in secret ? [secret.problem] : []),
		...lineProblems(raw),
		...hostProblems(raw),
	];
	return {
		parsed: parsed.kind === "invalid" ? { ...parsed, problems: withoutSecrets(parsed.problems, secrets) } : parsed,
		login: credentials(mqtt?.username, password),
		origin,
		...chosenIn(raw),
		anonymous: mqtt?.allow_anonymous_broker === true && !mqtt.username && !mqtt.password && !mqtt.password_file,
		complaints: withoutSecrets(complaints, secrets),
		exposed: exposed(machine, file, written, mqtt?.key),
		from: file ?? (dotenv.kind === "read" ? remark("from_dotenv") : remark("from_environment")).code,
		secrets,
		folder: folderOf(machine, flags),
		read,
	};
}

/** The options file as it is `written`, and the same as it counts: filled in (`raw`) and `parsed`. */
function readIn(machine: Machine, flags: SourceFlags) {
	const file = fileIn(machine.cwd, flags);
	const found: Read = file === undefined ? { raw: {}, twice: [] } : readOptions(file);
	const written = "raw" in found ? found.raw : {};
	const life = machine.env["SUPERVISOR_TOKEN"] && file !== undefined ? lifeOf(file) : undefined;
	const own = readOwnOptions(folderOf(machine, flags), life);
	const page = isRecord(written) ? fromPage(written) : {};
	const kept = own.kind === "read" ? own.options : {};
	const merged = mergedOwn(kept, page);
	const read: ReadOptions = { ...(file !== undefined && { file }), ...(life && { life }), page, own: kept, merged };
	const { dotenv, values, env } = around(machine);
	const whole = isRecord(written) ? merged : written;
	const raw = "raw" in found ? filled(whole, env.options) : {};
	const problems = [...("raw" in found ? [] : [found.problem]), ...(own.kind === "unreadable" ? [own.problem] : [])];
	const parsed = "raw" in found ? parse(raw, found.twice, acceptedHeaters(folderOf(machine, flags))) : undefined;
	return { file, written, read, dotenv, values, env, raw, parsed: invalidated(parsed, problems) };
}

/** One writing of the file. */
const lifeOf = (file: string): string | undefined =>
	caught(() => {
		const { ino, mtimeMs, size } = statSync(file);
		return [ino, mtimeMs, size].join("/");
	}, undefined);

/** What the options leave out, from the environment and `.env`. */
function around({ cwd, env: own }: Machine) {
	const dotenv = envFile(cwd);
	const values = dotenv.kind === "read" ? dotenv.values : {};
	return { dotenv, values, env: fromEnvironment({ ...values, ...own }) };
}

/** These options as the next start would take them. Its problems name no secret. */
export function parsedAsStarted(
	machine: Machine,
	{ folder, secrets }: Pick<Sourced, "folder" | "secrets">,
	merged: Written,
): Parsed {
	const raw = filled(merged, around(machine).env.options);
	const parsed = parse(raw, [], acceptedHeaters(folder));
	if (parsed.kind === "valid") return parsed;
	return { ...parsed, problems: withoutSecrets(parsed.problems, [...secrets, ...secretsIn(raw)]) };
}

/** Undefined where there is none, and the environment says everything. */
function fileIn(cwd: string, { options }: SourceFlags): string | undefined {
	if (options !== undefined) return resolve(cwd, options);
	return existsSync(SUPERVISOR_FILE) ? SUPERVISOR_FILE : undefined;
}

/** The data folder: the given one, or /data inside Home Assistant, or the user's own state folder. */
export function folderOf({ env, cwd }: Machine, { data }: SourceFlags): string {
	if (data !== undefined) return resolve(cwd, data);
	if (env["SOLAR_HEATING_DATA"]) return resolve(cwd, env["SOLAR_HEATING_DATA"]);
	if (env["SUPERVISOR_TOKEN"]) return "/data";
	return join(env["XDG_STATE_HOME"] || join(env["HOME"] || homedir(), ".local", "state"), "solar-heating");
}

type Read = { readonly raw: unknown; readonly twice: readonly Twice[] } | { readonly problem: Problem };

function readOptions(file: string): Read {
	const complain = (value: Problem["value"], remedy: Sentence): Read => ({ problem: { path: file, value, remedy } });
	let text: string;
	try {
		// Some editors write a byte order mark.
		text = textOfFile(file).replace(/^\uFEFF/, "");
	} catch (failed) {
		return complain(fileRemedy(failed), mend("options_unreadable"));
	}
	try {
		return { raw: JSON.parse(text), twice: keysTwice(text) };
	} catch (failed) {
		const number = decimalAt(text, failed);
		const remedy = number === undefined ? mend("options_no_json") : mend("options_comma", { number });
		return complain(whereIn(text, failed), remedy);
	}
}

/** The number that was meant where the text stops being JSON within `8,5`. */
function decimalAt(text: string, failed: unknown): string | undefined {
	const at = Number(/position (\d+)/.exec(String(failed))?.[1] ?? Number.NaN);
	const [, whole] = /[^\w"](-?\d{1,6}),$/.exec(text.slice(0, at)) ?? [];
	const [part] = /^\d{1,6}(?=\s*[,}\]])/.exec(text.slice(at)) ?? [];
	return whole === undefined || part === undefined ? undefined : `${whole}.${part}`;
}

/** Where the text is not valid JSON. The parser's own message quotes the text, and so perhaps a password. */
function whereIn(text: string, failed: unknown): Sentence {
	const at = /position (\d+)/.exec(String(failed))?.[1];
	if (at === undefined) return mend("no_json");
	const before = text.slice(0, Number(at)).split("\n");
	return mend("no_json_at", { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 });
}

function chosenIn(raw: unknown): Pick<Sourced, "language"> {
	const chosen = fieldOf(raw, "language");
	const language = LANGUAGES.find((known) => known === chosen);
	return language === undefined ? {} : { language };
}

/** The file wins. The environment fills in what is missing or empty. */
function filled(raw: unknown, env: Readonly<Record<string, unknown>>): unknown {
	if (!isRecord(raw)) return raw;
	const out: Record<string, unknown> = { ...raw };
	for (const [key, value] of Object.entries(env)) {
		const own = raw[key];
		if (own === undefined || own === "") out[key] = value;
		else if (isRecord(own) && isRecord(value)) out[key] = filled(own, value);
	}
	return out;
}
