import { says } from "#model/sentences/sentence.ts";
import type { Line } from "#mqtt/probe.ts";
import type { Delivery } from "#mqtt/wire/in-flight-queue.ts";
import { against, broken, fail, mended, noted, ok, type Proof, type Result, type Target, userOf } from "../../proof.ts";
import { attempt, trialsOf } from "../../trying/attempt.ts";
import { ECHO, echoOn } from "../../trying/rights/await-echo.ts";

/**
 * Commands reach us. An accepted subscription proves nothing: with an acl_file Mosquitto accepts all of them and then
 * delivers nothing. So a meaningless command is sent to ourselves.
 */
export const subscribe: Proof = {
	id: "subscribe",
	needs: ["login"],
	run: against(async (target) => {
		const trying = await attempt(target, (line) => listened(line, target));
		if (trying.kind === "connected") return judged(trying.value, target);
		return broken(says("tried_subscribe", { filters: target.topics.commands }), trying.class, trying.detail);
	}),
};

interface Heard {
	readonly line: Pick<Line, "protocol">;
	readonly refused?: { readonly filter: string; readonly answer: Exclude<Delivery, { kind: "sent" }> };
	readonly sent: Delivery["kind"];
	readonly echoed: boolean;
}

async function listened(line: Line, { topics }: Target): Promise<Heard> {
	for (const filter of [topics.commands, topics.birth, ...(topics.devices?.read ?? [])]) {
		const answer = await line.subscribe(filter, { live: true });
		if (answer.kind !== "sent") return { line, refused: { filter, answer }, sent: "lost", echoed: false };
	}
	const echo = echoOn(line, trialsOf(topics).command);
	const { kind } = await line.publish(echo.message);
	return { line, sent: kind, echoed: kind === "sent" && (await echo.within(ECHO)) };
}

function judged({ line, refused, sent, echoed }: Heard, { broker, topics }: Target): Result {
	const { commands, birth } = topics;
	const topic = trialsOf(topics).command;
	const user = userOf(broker);
	if (refused?.answer.kind === "refused") {
		const facts = { topic: refused.filter, code: refused.answer.code };
		const message = [says("tried_subscribe", { filters: refused.filter }), says("may_not_read", { user, ...facts })];
		return fail("acl-denied", message, mended("acl-denied"), facts);
	}
	if (refused !== undefined) return broken(says("tried_subscribe", { filters: refused.filter }), "timeout", "");
	if (echoed) return ok(says("subscribed", { commands, birth, topic }));
	const silent = says("no_echo", { commands, topic });
	if (sent === "sent" && line.protocol === 5)
		return fail("acl-denied", [silent, says("no_commands", { user })], mended("acl-denied"), { topic });
	return noted("not-proven", [silent, says("echo_not_proven")], says("echo_mend"), { topic });
}
