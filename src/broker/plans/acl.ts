import { dirname, join } from "node:path";
import { phrase, type Sentence } from "#model/sentences/sentence.ts";
import { askedIn, foreignIn, hasPatterns, usersIn, withRules } from "../access/acl-file.ts";
import { aclNamed } from "../access/acl-named.ts";
import { entriesIn } from "../access/passwords.ts";
import { type Conf, confOf, settingsOf } from "../conf/conf.ts";
import { onDisk, type Place } from "../conf/place.ts";
import { found } from "../files/file.ts";
import { clientIdsIn } from "../proofs/trying/own/own-logins.ts";
import { certifiedDoors } from "../running/certified.ts";
import { type Righted, rightsProven } from "../running/rights.ts";
import { configFiles } from "./config-files.ts";
import type { Plan, Refusal } from "./plan.ts";

/** The rules for all named users, and what is known of the app among them. */
export interface Rules extends Omit<Righted, "login"> {
	readonly text: string;
	/** The app's user. */
	readonly user: string;
	/** The app's login; absent if the options have no complete one. */
	readonly login?: Righted["login"];
	/** All users with a rule here. */
	readonly users: readonly string[];
	/** The command that asks for these rules again, as typed. */
	readonly asked: string;
}

export interface Applying {
	/** Nothing is changed, so no login is needed. */
	readonly dry: boolean;
	/** Users without a rule lose all rights by an acl_file. True allows that. */
	readonly leave_without_rights: boolean;
	/** Where the commands record their own logins. */
	readonly backups: string;
}

/** Puts the rules into the broker's acl_file and proves that the app may do what it needs and nothing more. */
export async function applying(place: Place, rules: Rules, asked: Applying): Promise<Plan | Refusal> {
	const { login } = rules;
	if (login === undefined && !asked.dry) return { remedy: [phrase("acl_needs_login"), phrase("nothing_changed")] };
	const conf = confOf(place.config, onDisk);
	const named = aclNamed(conf, join(dirname(place.config), "acl"));
	if (named.kind === "refused") return { remedy: [named.why] };
	const { path } = named;
	const before = (await found(path))?.bytes.toString("utf8") ?? "";
	if (!named.before && before !== "" && askedIn(before) === undefined)
		return { remedy: [phrase("acl_not_named", { path })] };
	const written = withRules(before, `# Asked for by: ${rules.asked}\n\n${rules.text}`);
	if (written.kind === "refused") return { remedy: [phrase("acl_cannot_change", { path }), written.why] };
	const left = hasPatterns(written.text) ? [] : withoutRule(conf, written.text);
	if (left.length > 0 && !asked.leave_without_rights) return { remedy: wouldLose(left, before) };
	const config = await configFiles(named.conf, place);
	const { uid, gid } = place.user;
	const clientIds = clientIdsIn(asked.backups);
	return {
		why: "acl",
		// The rules exist before the configuration names them.
		files: [{ path, bytes: Buffer.from(written.text), rights: { uid, gid, mode: 0o640 } }, ...config],
		activate: config.length === 0 ? "reload" : "restart",
		doors: "tried",
		prove: async () =>
			login === undefined ? undefined : rightsProven(certifiedDoors(place), { ...rules, login }, clientIds),
		said: said(path, rules, left, before),
		facts: { file: path, users: rules.users, without_rights: left },
	};
}

/** Users who have a login and will have no rule. */
function withoutRule(conf: Conf, text: string): readonly string[] {
	const logins = [...new Set(settingsOf(conf, "password_file"))].flatMap(
		(file) => entriesIn(onDisk.read(file) ?? "").entries,
	);
	const righted = usersIn(text);
	return [...new Set(logins.map(({ user }) => user))].filter((user) => !righted.has(user));
}

function wouldLose(left: readonly string[], before: string): readonly Sentence[] {
	const asked = askedIn(before);
	return [
		phrase("would_lose_rights", { users: left.map((user) => `\n  ${user}`).join("") }),
		phrase("give_rights"),
		...(asked === undefined ? [] : [phrase("asked_last", { command: asked })]),
		phrase("nothing_changed"),
	];
}

function said(path: string, rules: Rules, left: readonly string[], before: string): readonly Sentence[] {
	const others = [...usersIn(foreignIn(before))].filter((user) => rules.users.includes(user));
	return [
		phrase("has_rules", { path, users: rules.users.join(", ") }),
		...others.map((user) => phrase("further_rules", { user })),
		...left.map((user) => phrase("without_rights", { user })),
	];
}
