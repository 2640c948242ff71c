import { resolve } from "node:path";
import { fine, type Machine, notFine } from "#app/machine.ts";
import { found, mine, put } from "#broker/files/file.ts";
import { textOf } from "#broker/files/trouble.ts";
import { applying } from "#broker/plans/acl.ts";
import { phrase } from "#model/sentences/sentence.ts";
import { type BrokerFlags, change } from "../change/change.ts";
import { refuse, wordAt } from "../change/words.ts";
import { type RulesFlags, rulesFor } from "./rules.ts";

export interface AclFlags extends RulesFlags, Partial<BrokerFlags> {
	readonly write?: string;
	readonly apply?: boolean;
	readonly leaveWithoutRights?: boolean;
}

/**
 * Prints or applies the rules of Mosquitto's acl_file for this app and the other named users: what each needs, and nothing
 * else.
 */
export async function brokerAcl(machine: Machine, flags: AclFlags): Promise<number> {
	const rules = await rulesFor(machine, flags);
	const word = wordAt(machine, flags);
	if ("wrong" in rules) return refuse(machine, word, ...rules.wrong);
	const { backups, dryRun, leaveWithoutRights } = flags;
	if (flags.apply && backups !== undefined) {
		const asked = { dry: dryRun === true, leave_without_rights: leaveWithoutRights === true, backups };
		return change(machine, { ...flags, backups }, (place) => applying(place, rules, asked));
	}
	if (flags.write === undefined) return fine(machine, rules.text);
	try {
		const path = resolve(machine.cwd, flags.write);
		await put({ path, bytes: Buffer.from(`${rules.text}\n`), rights: (await found(path)) ?? mine(0o644) }, flags.at);
		return fine(machine, word(phrase("acl_written", { path: flags.write })));
	} catch (failed) {
		return notFine(machine, word(phrase("not_writable", { path: flags.write, cause: textOf(failed) })));
	}
}
