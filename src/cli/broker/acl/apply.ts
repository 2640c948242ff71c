import { dirname, join } from "node:path";
import type { Machine } from "#app/machine.ts";
import { askedIn, foreignIn, hasPatterns, usersIn, withRules } from "#broker/access/acl-file.ts";
import { aclNamed } from "#broker/access/acl-named.ts";
import { entriesIn } from "#broker/access/passwords.ts";
import { type Conf, confOf, settingsOf } from "#broker/conf/conf.ts";
import { onDisk, type Place } from "#broker/conf/place.ts";
import { found } from "#broker/files/file.ts";
import { clientIdsIn } from "#broker/proofs/trying/own-logins.ts";
import { certifiedDoors } from "#broker/running/certified.ts";
import { rightsProven } from "#broker/running/rights.ts";
import { phrase, type Sentence } from "#model/sentences/sentence.ts";
import { type BrokerFlags, change, type Plan, type Refusal } from "../change/change.ts";
import { configFiles } from "../change/harden.ts";
import type { Rules } from "./rules.ts";

export interface ApplyFlags extends BrokerFlags {
	/** An acl_file takes everything from users without a rule: let it. */
	readonly leaveWithoutRights?: boolean;
}

/** Puts the rules into force, in the broker's acl_file, and proves that the app may do what it needs and nothing more. */
export const brokerAclApply = (machine: Machine, flags: ApplyFlags, rules: Rules): Promise<number> =>
	change(machine, flags, (place) => planOf(place, flags, rules));

async function planOf(place: Place, flags: ApplyFlags, rules: Rules): Promise<Plan | Refusal> {
	const { login } = rules;
	if (login === undefined && !flags.dryRun) return { remedy: [phrase("acl_needs_login"), phrase("nothing_changed")] };
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
	if (left.length > 0 && !flags.leaveWithoutRights) return { remedy: wouldLose(left, before) };
	const config = await configFiles(named.conf, place);
	const { uid, gid } = place.user;
	const clientIds = clientIdsIn(flags.backups);
	return {
		why: "acl",
		// The rules are there before the configuration names them.
		files: [{ path, bytes: Buffer.from(written.text), rights: { uid, gid, mode: 0o640 } }, ...config],
		activate: config.length === 0 ? "reload" : "restart",
		doors: "tried",
		prove: async () =>
			login === undefined ? undefined : rightsProven(await certifiedDoors(place), { ...rules, login }, clientIds),
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
