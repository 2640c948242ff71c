import { readFileSync, statSync } from "node:fs";
import { type Fault, fault } from "#model/plant/fault.ts";
import type { Facts } from "#model/sentences/facts.ts";

/** The fault of a file that the system does not let us open, with the group that it belongs to where that would help. */
export function notPermitted(path: string, facts: Facts, files = { group: "/etc/group" }): Fault {
	const group = groupOf(path, files.group);
	return fault("no_permission", { ...facts, ...(group !== undefined && { group }) });
}

/** Undefined where its members may not read and write it either, and for that of the superuser. */
function groupOf(path: string, groups: string): string | undefined {
	try {
		const { gid, mode } = statSync(path);
		if (gid === 0 || (mode & READ_WRITE) !== READ_WRITE) return undefined;
		const line = readFileSync(groups, "utf8")
			.split("\n")
			.map((one) => one.split(":"))
			.find(([, , id]) => id === String(gid));
		return line?.[0] ?? String(gid);
	} catch {
		return undefined;
	}
}

/** Of a group. */
const READ_WRITE = 0o060;
