import { type Sentence, says } from "#model/sentence.ts";
import type { Delivery } from "#mqtt/flight.ts";
import type { Line } from "#mqtt/probe.ts";
import { trialPayload } from "#mqtt/trial-payload.ts";
import { attempt } from "./attempt.ts";
import { caughtUp, SOON } from "./caught-up.ts";
import { foreignTopics } from "./foreign-topics.ts";
import { against, broken, fail, noted, ok, type Proof, type Result, type Target, userOf } from "./proof.ts";
import { NO_RULES, TOO_WIDE } from "./rights.ts";

/** This user may publish nowhere but where the app needs to: a message that says nothing to topics that are nobody's (QoS 1). */
export const aclWriteEscape: Proof = {
	id: "acl_write_escape",
	needs: ["login"],
	costs: 15,
	run: against(async (target) => {
		const topics = Object.values(foreignTopics(target.topics));
		const trying = await attempt(target, (line) => published(line, target, topics));
		const tried = says("tried_publish_foreign", { topics: topics.join(", ") });
		if (trying.kind !== "connected") return broken(tried, trying.class, trying.detail);
		return judged(tried, userOf(target.broker), trying.protocol, trying.value);
	}),
};

interface Published {
	readonly answers: readonly { readonly topic: string; readonly answer: Delivery }[];
	readonly sys: boolean;
}

async function published(line: Line, target: Target, topics: readonly string[]): Promise<Published> {
	const answers: { topic: string; answer: Delivery }[] = [];
	for (const topic of topics)
		answers.push({ topic, answer: await line.publish({ topic, payload: trialPayload(topic), retain: false, qos: 1 }) });
	if (answers.some(({ answer }) => answer.kind !== "sent")) return { answers, sys: false };
	let sys = false;
	line.onMessage(({ topic }) => {
		if (topic.startsWith("$SYS/")) sys = true;
	});
	await line.subscribe("$SYS/broker/version", {});
	await caughtUp(line, target, SOON);
	return { answers, sys };
}

function judged(tried: Sentence, user: string, protocol: 4 | 5, { answers, sys }: Published): Result {
	const open = answers.filter(({ answer }) => answer.kind === "sent").map(({ topic }) => topic);
	if (open.length === 0) {
		const codes = new Set(answers.map(({ answer }) => (answer.kind === "refused" ? answer.code : 0)));
		if (codes.size === 1 && codes.has(NOT_AUTHORIZED))
			return ok([tried, says("each_refused_code", { code: NOT_AUTHORIZED })]);
		return noted("not-proven", [tried, says("no_clear_refusal")], says("see_log"));
	}
	if (protocol === 4) return noted("denial-invisible", [tried, says("denial_invisible")], says("use_mqtt5"));
	const topics = open.join(", ");
	// Rules of an acl_file that allow every topic still do not open $SYS, which no # includes (MQTT 5, 4.7.2).
	if (open.length === answers.length && sys)
		return noted("acl-absent", [tried, says("allowed"), NO_RULES], TOO_WIDE, { topics });
	return fail("acl-too-wide", [tried, says("may_publish", { user, topics })], TOO_WIDE, { topics });
}

/** The broker's answer "not authorized" to a message (MQTT 5, 3.4.2.1). */
const NOT_AUTHORIZED = 135;
