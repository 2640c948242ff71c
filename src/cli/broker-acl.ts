import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { brokerAclApply } from "./broker-acl-apply.ts";
import { type RulesFlags, rulesFor } from "./broker-acl-rules.ts";
import type { BrokerFlags } from "./broker-change.ts";
import { complain, FINE, type Machine, NOT_FINE, print, USAGE } from "./machine.ts";

export interface AclFlags extends RulesFlags, Partial<BrokerFlags> {
	readonly write?: string;
	readonly apply?: boolean;
	readonly leaveWithoutRights?: boolean;
}

/** The rules of Mosquitto's acl_file that let this app, and who else was named, do what each needs, and nothing else. */
export async function brokerAcl(machine: Machine, flags: AclFlags): Promise<number> {
	const rules = await rulesFor(machine, flags);
	if ("wrong" in rules) {
		for (const line of rules.wrong) complain(machine, line);
		return USAGE;
	}
	if (flags.apply) {
		const { backups } = flags;
		if (backups !== undefined) return brokerAclApply(machine, { ...flags, backups }, rules);
	}
	if (flags.write === undefined) {
		print(machine, rules.text);
		return FINE;
	}
	try {
		writeFileSync(resolve(machine.cwd, flags.write), `${rules.text}\n`, { mode: 0o644 });
		print(machine, `Written to ${flags.write}. Name it in mosquitto.conf as acl_file, then send Mosquitto a SIGHUP.`);
		return FINE;
	} catch (failed) {
		complain(machine, `${flags.write} cannot be written: ${failed instanceof Error ? failed.message : String(failed)}`);
		return NOT_FINE;
	}
}
