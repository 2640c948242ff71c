import { randomBytes } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { Credentials } from "#mqtt/broker.ts";
import type { Probed } from "#mqtt/probe.ts";
import { attempt } from "./attempt.ts";
import { type Context, fail, noted, ok, type Proof, type Result, skipped, type Target } from "./proof.ts";

/** Another user cannot take our client id and so throw us out. Tried with a client id that nobody uses otherwise. */
export const clientIdTheft: Proof = {
	id: "client_id_theft",
	needs: ["login"],
	by_hand: true,
	run({ target, second }: Context) {
		if (target === undefined) return skipped("not-tried", "Not tried: there is no broker to ask.");
		if (second === undefined)
			return skipped("not-tried", "Not tried: it takes the login of another user (--second-login FILE).");
		return theft(target, second);
	},
};

/** Seconds in which a broker has thrown out the one of two that it does not want. */
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
		return noted("not-proven", `Not tried: the second login, ${second.username}, does not work.`, "Check it.");
	let thief: Probed<unknown> | undefined;
	const ours = await attempt(as(broker, client_id), async (line) => {
		thief = await attempt(as(second, client_id), () => pause(DECIDED * 1000));
		return line.publish({ topic: `${target.topics.root}/authcheck`, payload: "", retain: false, qos: 1 });
	});
	const tried = `${second.username} came under the client id of ${broker.username}`;
	const alive = ours.kind === "connected" && ours.value.kind !== "lost";
	if (!alive && (ours.kind !== "failed" || ours.class !== "timeout"))
		return fail(
			"client-id-theft",
			`${tried}: that threw ${broker.username} out. Any user of this broker can keep the app from being connected.`,
			"Mosquitto has no setting against this that leaves a user more than one connection. What helps: the app's client id is another at every start, so let no other user read the broker's log or $SYS/broker/log; and give logins to few.",
		);
	if (alive && thief !== undefined)
		return ok(`${tried}: ${thief.kind === "connected" ? "both stayed" : "it was not let in"}. Enforced.`);
	return noted("not-proven", `${tried}: it is not clear what happened then.`, "Try again.");
}
