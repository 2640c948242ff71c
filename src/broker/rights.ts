import { randomBytes } from "node:crypto";
import type { Credentials } from "#mqtt/broker.ts";
import { aclReadEscape } from "#proof/acl-read-escape.ts";
import { aclWriteEscape } from "#proof/acl-write-escape.ts";
import type { Marks } from "#proof/mark.ts";
import type { Context, Target } from "#proof/proof.ts";
import { publish } from "#proof/publish.ts";
import { subscribe } from "#proof/subscribe.ts";
import { will } from "#proof/will.ts";
import type { Trouble } from "./carry-out.ts";
import { type Door, strangersRefused, targetAt, written } from "./strangers.ts";

/** Whose rights, and to what. */
export interface Righted {
	readonly login: Credentials;
	readonly topics: Target["topics"];
	/** It may read what the broker says of itself: it watches its log. */
	readonly reads_sys: boolean;
}

const PROOFS = [
	[publish, "the app may write its own topics"],
	[subscribe, "commands reach the app"],
	[will, "the broker may speak for the app when it is gone"],
	[aclWriteEscape, "the app may write nowhere else"],
	[aclReadEscape, "the app may read nothing else"],
] as const;

/** Whether the app may do what it needs, and nothing more; and strangers are turned away. The first that is not so. */
export async function rightsProven(
	doors: readonly Door[],
	{ login, topics, reads_sys }: Righted,
	marks: Marks,
): Promise<Trouble | undefined> {
	const open = doors.filter(({ wants_certificate, cert }) => !wants_certificate || cert !== undefined);
	const door = open.find(({ tls }) => !tls) ?? open[0];
	if (door === undefined) return { message: "The broker has no door that can be tried from here.", remedy: "" };
	const target = targetAt(door, login, marks);
	const client_id = `solar_heating_rights_${randomBytes(6).toString("hex")}`;
	const context: Context = {
		options: { summary: [], problems: [] },
		target: { ...target, topics, broker: { ...target.broker, client_id } },
	};
	for (const [proof, what] of PROOFS) {
		const { status, class: class_ } = await proof.run(context);
		const good = status === "ok" && (class_ === "ok" || (reads_sys && class_ === "sys-readable"));
		if (!good)
			return {
				message: `At ${written(door)} it is not proven that ${what}, as ${login.username} (${class_}).`,
				remedy: "Rules of others in the same file add to ours: look there for this user, and for `pattern`.",
			};
	}
	return strangersRefused(doors, marks);
}
