import { says } from "#model/sentences/sentence.ts";
import {
	type Context,
	type Listener,
	listenerText,
	nobodyToAsk,
	ok,
	type Proof,
	type Result,
	type Target,
} from "../../proof.ts";
import { checkRefused, OF_STRANGERS } from "../../trying/check-refused.ts";
import { type Known, knownTo, STRANGERS, type Stranger } from "../../trying/stranger.ts";

/** Every known port of the broker has to refuse strangers: a proof for each, and each port. */
export const proofsAt = (listeners: readonly Listener[]): readonly Proof[] =>
	listeners.flatMap((listener) =>
		Object.entries<(known: Known) => readonly Stranger[]>(STRANGERS).map(([id, strangers]) => ({
			id: `${id}@${listenerText(listener)}`,
			needs: ["options", "credentials"],
			...OF_STRANGERS,
			run: ({ target }: Context) =>
				target === undefined ? nobodyToAsk() : at(target, listener, strangers(knownAt(target, listener))),
		})),
	);

/** Our password is sent by TLS. In the clear it is sent to the address of the options only, and only where TLS is off. */
function knownAt(target: Target, { host, tls }: Listener): Known {
	const known = knownTo(target);
	const { broker } = target;
	if (tls || (broker.tls === undefined && host === broker.host)) return known;
	return { ...known, own: { username: broker.username, password: "" } };
}

async function at({ broker, ...target }: Target, listener: Listener, strangers: readonly Stranger[]): Promise<Result> {
	const { tls: ours, websocket: _, ...plain } = broker;
	const { tls, ...place } = listener;
	const there = { ...plain, ...place, ...(tls && { tls: ours ?? {} }) };
	const result = await checkRefused({ ...target, broker: there }, strangers);
	return { ...result, message: [says("at", { place: listenerText(listener) }), ...result.message] };
}

/** Where brokers listen usually: MQTT, Home Assistant's broker with and without TLS and for web pages, web pages. */
const USUAL = [1883, 1884, 8883, 8884, 9001];

/** Says in words which doors were tried, and that there may be others. */
export const listeners: Proof = {
	id: "listeners",
	needs: ["options", "credentials"],
	run({ target, listeners: more = [] }) {
		if (target === undefined) return nobodyToAsk();
		const { host, port, tls } = target.broker;
		const looked = [{ host, port, tls: tls !== undefined }, ...more];
		const others = USUAL.filter((usual) => !looked.some((one) => one.port === usual));
		return ok([
			says("doors_tried", { places: looked.map(listenerText).join(", ") }),
			...(others.length === 0 ? [] : [says("doors_usual", { ports: others.join(", ") })]),
			says("doors_named"),
		]);
	},
};
