import { randomBytes } from "node:crypto";
import { says } from "#model/sentences/sentence.ts";
import type { Line } from "#mqtt/probe.ts";
import { against, broken, fail, noted, ok, type Proof, type Result, type Target, userOf } from "../../proof.ts";
import { attempt, trialsOf } from "../../trying/attempt.ts";
import { awaitEcho } from "../../trying/rights/await-echo.ts";
import { baseOf, foreignTopics, isForeign, prefixOf } from "../../trying/rights/foreign-topics.ts";
import { NO_RULES, TOO_WIDE } from "../../trying/rights/rights.ts";
import { unruled } from "../../trying/rights/unruled.ts";

/**
 * This user may read only what the app needs. An accepted subscription proves nothing: with an acl_file Mosquitto accepts
 * all of them. So deliveries count: messages of others, our own messages on topics that are not for us to read, and what
 * the broker says about itself.
 */
export const aclReadEscape: Proof = {
	id: "acl_read_escape",
	needs: ["login"],
	costs: 15,
	run: against(async (target) => {
		let denied = false;
		const seen = () => {
			denied = true;
		};
		const speaking = await attempt(target, (line) => listened(line, target, seen));
		// With max_queued_messages 0 Mosquitto 2.0 disconnects after a message that it denies, so the denial is not seen.
		const again = speaking.kind === "failed" && speaking.class === "dropped" && denied;
		const trying = again ? await attempt(target, (line) => listened(line, target)) : speaking;
		return trying.kind === "connected"
			? judged(trying.value, target)
			: broken(triedOn(target), trying.class, trying.detail);
	}),
};

const filtersOf = ({ topics }: Target) => ["$SYS/#", "#", `${prefixOf(topics)}/#`, `${baseOf(topics)}/#`];

const triedOn = (target: Target) => says("tried_subscribe", { filters: filtersOf(target).join(", ") });

interface Heard {
	/** Some of the topics that are not ours. */
	readonly foreign: ReadonlySet<string>;
	readonly sys: boolean;
	/** Our own message arrived on a topic that is only for us to write. */
	readonly own: boolean;
	readonly own_sent: boolean;
	readonly foreign_sent: boolean;
	/** Every subscription was explicitly refused. */
	readonly refused: boolean;
	/** All messages had time to arrive. */
	readonly complete: boolean;
}

/** @param denied called for messages to topics of others that are or may be denied; without it none are published */
async function listened(line: Line, target: Target, denied?: () => void): Promise<Heard> {
	const { topics } = target;
	const { state } = trialsOf(topics);
	const payload = randomBytes(8).toString("hex");
	const foreign = new Set<string>();
	const seen = { sys: false, own: false };
	line.onMessage((received) => {
		const { topic } = received;
		if (topic.startsWith("$SYS/")) seen.sys = true;
		else if (topic === state && Buffer.from(received.payload).toString() === payload) seen.own = true;
		else if (foreign.size < SOME && isForeign(topic, topics)) foreign.add(topic);
	});
	const answers: string[] = [];
	for (const filter of filtersOf(target)) answers.push((await line.subscribe(filter, {})).kind);
	const said = async (topic: string, text: string) => {
		const { kind } = await line.publish({ topic, payload: text, retain: false, qos: 1 });
		if (kind === "refused") denied?.();
		return kind === "sent";
	};
	const { neighbour, home, anywhere } = foreignTopics(topics);
	const foreign_sent: boolean[] = [];
	// MQTT 3.1.1 has no answer "not authorized": a broker may end the connection instead (3.3.5).
	if (line.protocol === 4) denied?.();
	for (const topic of denied === undefined ? [] : [neighbour, home, anywhere]) foreign_sent.push(await said(topic, ""));
	const own_sent = await said(state, payload);
	const complete = await awaitEcho(line, target);
	return {
		foreign,
		...seen,
		own_sent,
		foreign_sent: foreign_sent.length > 0 && foreign_sent.every(Boolean),
		refused: answers.every((kind) => kind === "refused"),
		complete,
	};
}

/** A few names are enough. There may be thousands. */
const SOME = 3;

async function judged(heard: Heard, target: Target): Promise<Result> {
	const { foreign, sys, own, own_sent, foreign_sent, refused, complete } = heard;
	const tried = triedOn(target);
	const user = userOf(target.broker);
	if (foreign.size > 0) {
		const topics = [...foreign].join(", ");
		const read = says("came_foreign", { topics });
		if (foreign_sent && (sys || (await unruled(target))))
			return noted("acl-absent", [tried, read, NO_RULES], TOO_WIDE, { topics });
		return fail("acl-too-wide", [tried, read, says("may_read", { user })], TOO_WIDE, { topics });
	}
	if (sys) return noted("sys-readable", [tried, says("reads_sys", { user })], says("reads_sys_mend"));
	if (refused) return ok([tried, says("each_refused")]);
	if (own) return ok([tried, says("only_own_came"), says("unseen")]);
	if (own_sent && complete) {
		const { state: topic } = trialsOf(target.topics);
		return ok([tried, says("nothing_came", { topic }), says("unseen")]);
	}
	return noted("not-proven", [tried, says("nothing_shown")], says("see_rights"));
}
