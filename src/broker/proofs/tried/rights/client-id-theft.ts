import { randomBytes } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { says } from "#model/sentences/sentence.ts";
import type { Credentials } from "#mqtt/broker.ts";
import type { Probed } from "#mqtt/probe.ts";
import {
	type Context,
	fail,
	nobodyToAsk,
	noted,
	ok,
	type Proof,
	type Result,
	skipped,
	type Target,
} from "../../proof.ts";
import { attempt } from "../../trying/attempt.ts";

/** Another user cannot take over our client id and so disconnect us. Tried with an unused client id. */
export const clientIdTheft: Proof = {
	id: "client_id_theft",
	needs: ["login"],
	by_hand: true,
	run({ target, second }: Context) {
		if (target === undefined) return nobodyToAsk();
		if (second === undefined) return skipped("not-tried", says("second_login_needed"));
		return theft(target, second);
	},
};

/** Seconds within which a broker disconnects one of the two. */
const DECIDED = 0.3;

async function theft(target: Target, second: Credentials): Promise<Result> {
	const { broker } = target;
	const client_id = `${broker.client_id}_${randomBytes(4).toString("hex")}`;
	const as = (credentials: Credentials, id: string): Target => ({
		...target,
		broker: { ...broker, ...credentials, client_id: id },
	});
	const other = await attempt(as(second, `${client_id}_other`), async () => undefined);
	if (other.kind !== "connected")
		return noted("not-proven", says("second_login_fails", { user: second.username }), says("second_login_mend"));
	let thief: Probed<unknown> | undefined;
	const ours = await attempt(as(broker, client_id), async (line) => {
		thief = await attempt(as(second, client_id), () => pause(DECIDED * 1000));
		return line.publish({ topic: `${target.topics.root}/authcheck`, payload: "", retain: false, qos: 1 });
	});
	const tried = says("came_under_our_id", { other: second.username, user: broker.username });
	const alive = ours.kind === "connected" && ours.value.kind !== "lost";
	if (!alive && (ours.kind !== "failed" || ours.class !== "timeout"))
		return fail("client-id-theft", [tried, says("threw_us_out", { user: broker.username })], says("threw_us_out_mend"));
	if (alive && thief !== undefined)
		return ok([tried, thief.kind === "connected" ? says("both_stayed") : says("not_let_in")]);
	return noted("not-proven", [tried, says("not_clear")], says("try_again"));
}
