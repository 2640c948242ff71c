import { type Sentence, says } from "#model/sentences/sentence.ts";
import type { Broker, Protocol } from "#mqtt/broker.ts";
import type { Probed } from "#mqtt/probe.ts";
import { fail, mended, ok, PATIENCE, type Result, seen, skipped, type Target } from "../../proof.ts";
import { attemptBy } from "../attempt.ts";
import type { Stranger } from "./stranger.ts";

/** Seconds for all attempts. A broker that asks another service for each login takes its time. */
const WAYS_PATIENCE = 30;
/** Cost and time limit of each proof that strangers are refused. */
export const OF_STRANGERS = { costs: 50, deadline: WAYS_PATIENCE + PATIENCE } as const;

const PROTOCOLS: readonly Protocol[] = [5, 4];

/** Result of one attempt with one protocol. */
interface Answer {
	readonly stranger: Stranger;
	readonly protocol: Protocol;
	readonly probed: Probed<unknown>;
}

/**
 * Whether a broker refuses strangers. Each tries MQTT 5 and 3.1.1, which brokers may treat differently. Only the broker's
 * own answer to the login counts, "not authorized" or "bad user name or password": a connection that merely ends proves
 * nothing. A protocol that the broker does not speak admits no stranger. Accepted connections are closed at once.
 */
export async function checkRefused(target: Target, strangers: readonly Stranger[]): Promise<Result> {
	// Without a user name of our own, a wrong password cannot be tried.
	if (strangers.some(({ login }) => login.username === "" && login.password !== ""))
		return skipped("not-configured", says("no_name_to_try"));
	const begun = performance.now();
	const answers: Answer[] = [];
	const coming = target.thorough ? strangers : strangers.filter(({ few }) => few.length > 0);
	for (const stranger of coming) {
		const protocols = target.thorough ? PROTOCOLS : stranger.few;
		const tried = await triedBy(protocols, target, stranger);
		answers.push(...tried);
		const open = tried.find(({ probed }) => probed.kind === "connected");
		if (open !== undefined) return letIn(target.broker, open);
		// The broker no longer answers, or the port is closed.
		if (tried.every(({ probed }) => probed.kind === "failed")) break;
		if (performance.now() - begun > WAYS_PATIENCE * 1000) break;
	}
	const unclear = answers.find(({ probed }) => !isRefusal(probed) && !isUnspoken(probed));
	if (unclear !== undefined) return notProven(unclear.stranger.how, unclear.probed);
	const untried = coming.find((one) => !answers.some(({ stranger, probed }) => stranger === one && isRefusal(probed)));
	if (untried !== undefined)
		return fail("not-proven", [untried.how, says("no_clear_refusal"), says("strangers_not_proven")], says("try_again"));
	return refused(answers, target.thorough === true);
}

async function triedBy(protocols: readonly Protocol[], target: Target, stranger: Stranger): Promise<readonly Answer[]> {
	const { anonymous: _, ...broker } = target.broker;
	const { login } = stranger;
	const shown = { username: login.username ?? "", password: login.password ?? "", as_is: login };
	const there = { ...target, broker: { ...broker, ...shown } };
	const by = async (protocol: Protocol) => ({ stranger, protocol, probed: await attemptBy(protocol, there) });
	const answers = await Promise.all(protocols.map(by));
	if (protocols.includes(4) || !answers.every(({ probed }) => isUnspoken(probed))) return answers;
	return [...answers, await by(4)];
}

/** The broker refused the login itself. Other refusals may have another cause. */
export const isRefusal = (probed: Probed<unknown>): boolean =>
	probed.kind === "refused" && (probed.class === "credentials-rejected" || probed.class === "not-authorized");
const isUnspoken = (probed: Probed<unknown>) => probed.kind === "refused" && probed.class === "protocol-unsupported";

function refused(answers: readonly Answer[], thorough: boolean): Result {
	const clear = answers.filter(({ probed }) => isRefusal(probed));
	const ways = [...new Set(clear.map(({ stranger }) => stranger.how))];
	const spoken = PROTOCOLS.filter((protocol) => clear.some((one) => one.protocol === protocol)).map(nameOf);
	const first = clear[0]?.probed;
	// MQTT 3.1.1 has another number for the same.
	const code = first === undefined || first.kind === "connected" ? "" : first.detail;
	const facts = { code, protocols: spoken.join(", ") };
	const refusal = says(ways.length === 1 ? "refused_code" : "each_refused_code", facts);
	if (!thorough) return ok([...ways, says("tried_by", facts), refusal, says("few_ways")], facts);
	const by = says(spoken.length === 1 ? "tried_by_one" : "tried_by_both", facts);
	return ok([...ways, by, refusal], facts);
}

function notProven(how: Sentence, probed: Probed<unknown>): Result {
	if (probed.kind === "connected") return fail("not-proven", how, says("try_again"));
	const unclear = [how, says("no_clear_refusal"), ...seen(probed.class, probed.detail), says("strangers_not_proven")];
	return fail("not-proven", unclear, mended(probed.class), { seen: probed.class });
}

function letIn({ tls }: Broker, { stranger: { how, accepted, remedy }, protocol }: Answer): Result {
	const by = { protocol: nameOf(protocol) };
	if (tls?.cert === undefined) return fail(accepted, [how, says("let_in", by)], remedy, by);
	return fail("not-proven", [how, says("let_in_by_certificate")], [says("certificate_login"), ...remedy], by);
}

const nameOf = (protocol: Protocol) => (protocol === 5 ? "5" : "3.1.1");
