import { randomBytes } from "node:crypto";
import { phrase } from "#model/sentences/sentence.ts";
import type { Credentials } from "#mqtt/broker.ts";
import type { Trouble } from "../files/trouble.ts";
import type { Context, Target } from "../proofs/proof.ts";
import { publish } from "../proofs/tried/access/publish.ts";
import { subscribe } from "../proofs/tried/access/subscribe.ts";
import { will } from "../proofs/tried/access/will.ts";
import { aclReadEscape } from "../proofs/tried/rights/acl-read-escape.ts";
import { aclWriteEscape } from "../proofs/tried/rights/acl-write-escape.ts";
import type { ProbeClientIds } from "../proofs/trying/own/probe-client-id.ts";
import { type Door, openTo, strangersRefused, targetAt, written } from "./strangers.ts";

/** A user and the app's topics. */
export interface Righted {
	readonly login: Credentials;
	readonly topics: Target["topics"];
	/** It may read $SYS, because it watches the broker's log. */
	readonly reads_sys: boolean;
}

type Unproven = { readonly door: string; readonly user: string; readonly seen: string };
/** The proofs, with what to say if one fails. */
const PROOFS = [
	[publish, (facts: Unproven) => phrase("unproven_write", facts)],
	[subscribe, (facts: Unproven) => phrase("unproven_commands", facts)],
	[will, (facts: Unproven) => phrase("unproven_will", facts)],
	[aclWriteEscape, (facts: Unproven) => phrase("unproven_write_bound", facts)],
	[aclReadEscape, (facts: Unproven) => phrase("unproven_read_bound", facts)],
] as const;

/** Whether the app has the rights it needs and no more, and strangers are refused. Gives the first failure. */
export async function rightsProven(
	doors: readonly Door[],
	{ login, topics, reads_sys }: Righted,
	clientIds: ProbeClientIds,
): Promise<Trouble | undefined> {
	const open = openTo(doors);
	const direct = open.filter(({ mounted }) => !mounted);
	const door = direct.find(({ tls }) => !tls) ?? direct[0] ?? open[0];
	if (door === undefined) return { message: phrase("no_door") };
	const target = targetAt(door, login, clientIds);
	const client_id = `solar_heating_rights_${randomBytes(6).toString("hex")}`;
	const context: Context = {
		options: { summary: [], problems: [] },
		target: { ...target, topics, broker: { ...target.broker, client_id } },
	};
	for (const [proof, unproven] of PROOFS) {
		const { status, class: class_ } = await proof.run(context);
		const good = status === "ok" && (class_ === "ok" || (reads_sys && class_ === "sys-readable"));
		if (!good)
			return {
				message: unproven({ door: written(door), user: login.username, seen: class_ }),
				remedy: phrase("others_rules"),
			};
	}
	return strangersRefused(doors, clientIds, { own: login, others: [] });
}
