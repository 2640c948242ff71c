import { type Sentence, says } from "#model/sentences/sentence.ts";
import type { Line } from "#mqtt/probe.ts";
import type { Delivery } from "#mqtt/wire/in-flight-queue.ts";
import { against, broken, fail, noted, ok, type Proof, type Result, type Target, userOf } from "../../proof.ts";
import { attempt, trialsOf } from "../../trying/attempt.ts";
import { awaitEcho, SOON } from "../../trying/rights/await-echo.ts";
import { foreignTopics } from "../../trying/rights/foreign-topics.ts";
import { NO_RULES, TOO_WIDE } from "../../trying/rights/rights.ts";
import { trialPayload } from "../../trying/rights/trial-payload.ts";
import { unruled } from "../../trying/rights/unruled.ts";

/** This user may publish only where the app needs to. Tried with meaningless messages to unused topics (QoS 1). */
export const aclWriteEscape: Proof = {
	id: "acl_write_escape",
	needs: ["login"],
	costs: 15,
	run: against(async (target) => {
		const topics = Object.values(foreignTopics(target.topics));
		const tried = says("tried_publish_foreign", { topics: topics.join(", ") });
		const answers: Answer[] = [];
		for (;;) {
			const before = answers.length;
			const trying = await attempt(target, (line) => published(line, target, topics.slice(before), answers));
			// With max_queued_messages 0 Mosquitto 2.0 disconnects after each denied message. Then the rest is tried again.
			const last = answers.length > before ? answers.at(-1)?.answer.kind : undefined;
			const cut = trying.kind === "failed" && trying.class === "dropped" && last === "unanswered";
			const denied = cut || last === "refused";
			if (trying.kind !== "connected" && !denied) return broken(tried, trying.class, trying.detail);
			if (trying.kind !== "connected" && answers.length < topics.length) continue;
			const { protocol, sys } =
				trying.kind === "connected" ? trying.value : { protocol: cut ? (4 as const) : (5 as const), sys: false };
			return judged(tried, target, { answers, sys, protocol });
		}
	}),
};

/** MQTT 3.1.1 has no answer "not authorized": a broker acknowledges the message or ends the connection (3.3.5). */
const UNANSWERED = { kind: "unanswered" } as const;

interface Answer {
	readonly topic: string;
	readonly answer: Delivery | typeof UNANSWERED;
}

interface Published {
	readonly answers: readonly Answer[];
	readonly sys: boolean;
	readonly protocol: 4 | 5;
}

/** Adds the answer to each message, if there was one. */
async function published(
	line: Line,
	target: Target,
	topics: readonly string[],
	answers: Answer[],
): Promise<Omit<Published, "answers">> {
	const { protocol } = line;
	// So that a connection which ends is known to end at the message that is denied, not at every one.
	if (protocol === 4 && !(await acknowledged(line, trialsOf(target.topics).state))) return { protocol, sys: false };
	for (const topic of topics) {
		if (protocol === 4) answers.push({ topic, answer: UNANSWERED });
		const answer = await line.publish({ topic, payload: trialPayload(topic), retain: false, qos: 1 });
		if (answer.kind === "lost" && answers.at(-1)?.answer.kind === "refused") return { protocol, sys: false };
		if (protocol === 4) {
			if (answer.kind === "lost") return { protocol, sys: false };
			answers.pop();
		}
		answers.push({ topic, answer });
	}
	if (answers.some(({ answer }) => answer.kind !== "sent")) return { protocol, sys: false };
	let sys = false;
	line.onMessage(({ topic }) => {
		if (topic.startsWith("$SYS/")) sys = true;
	});
	await line.subscribe("$SYS/broker/version", {});
	await awaitEcho(line, target, SOON);
	return { protocol, sys };
}

const acknowledged = async (line: Line, topic: string): Promise<boolean> =>
	(await line.publish({ topic, payload: trialPayload(topic), retain: false, qos: 1 })).kind === "sent";

async function judged(tried: Sentence, target: Target, { answers, sys, protocol }: Published): Promise<Result> {
	const user = userOf(target.broker);
	const open = answers.filter(({ answer }) => answer.kind === "sent").map(({ topic }) => topic);
	const cut = answers.filter(({ answer }) => answer === UNANSWERED).length;
	if (open.length === 0) {
		if (protocol === 4 && cut > 0 && cut === answers.length) return ok([tried, says("each_cut")]);
		const codes = new Set(answers.map(({ answer }) => (answer.kind === "refused" ? answer.code : 0)));
		if (codes.size === 1 && codes.has(NOT_AUTHORIZED))
			return ok([tried, says("each_refused_code", { code: NOT_AUTHORIZED })]);
		return noted("not-proven", [tried, says("no_clear_refusal")], says("see_log"));
	}
	if (protocol === 4 && cut === 0)
		return noted("denial-invisible", [tried, says("denial_invisible")], says("use_mqtt5"));
	const topics = open.join(", ");
	// Even rules that allow every topic do not include $SYS, which # does not match (MQTT 5, 4.7.2).
	if (open.length === answers.length && (sys || (await unruled(target))))
		return noted("acl-absent", [tried, says("allowed"), NO_RULES], TOO_WIDE, { topics });
	return fail("acl-too-wide", [tried, says("may_publish", { user, topics })], TOO_WIDE, { topics });
}

/** The broker's answer "not authorized" to a message (MQTT 5, 3.4.2.1). */
const NOT_AUTHORIZED = 135;
