import { randomBytes } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { says } from "#model/sentences/sentence.ts";
import type { Line } from "#mqtt/probe.ts";
import { against, broken, noted, ok, type Proof, placeOf, type Target, userOf } from "../../proof.ts";
import { attempt, trialsOf } from "../../trying/attempt.ts";

/**
 * The broker accepts our login, and a second one beside it. That does not show whether it accepts others. If it allows one
 * connection per user, each login of a proof disconnects the running app.
 */
export const login: Proof = {
	id: "login",
	needs: ["tcp", "tls"],
	run: against(async (target) => {
		const { broker } = target;
		let joined: Promise<boolean> = Promise.resolve(false);
		const trying = await attempt(target, async (line) => {
			joined = joinedBy(line, target);
			await joined;
		});
		const where = { place: placeOf(broker), user: userOf(broker) };
		// The loss of the first connection only counts if the second one came.
		if (trying.kind === "failed" && GONE.has(trying.class) && (await joined))
			return noted("one-per-user", [says("logged_in_once", where), says("one_per_user")], says("one_per_user_mend"));
		if (trying.kind !== "connected") return broken(says("tried_login", where), trying.class, trying.detail);
		const protocol = trying.protocol === 5 ? "5" : "3.1.1";
		const facts = { host: broker.host, port: String(broker.port), user: where.user, protocol };
		return ok(says("logged_in", facts), { protocol, user: broker.username });
	}),
};

const GONE: ReadonlySet<string> = new Set(["dropped", "taken-over"]);

/** Seconds for a broker to end the first connection after the second, or to answer it. */
const DECIDED = 0.3;

/** Whether a second connection with our login succeeded. The broker has then decided about the first. */
async function joinedBy(first: Line, target: Target): Promise<boolean> {
	const { broker, topics } = target;
	const client_id = `${broker.client_id}_${randomBytes(4).toString("hex")}`;
	const second = await attempt({ ...target, broker: { ...broker, client_id } }, async () => undefined);
	if (second.kind !== "connected") return false;
	const { state: topic } = trialsOf(topics);
	await Promise.race([first.publish({ topic, payload: "", retain: false, qos: 1 }), pause(DECIDED * 1000)]);
	return true;
}
