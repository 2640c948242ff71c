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
import { checkRefused, OF_STRANGERS } from "../../trying/strangers/check-refused.ts";
import { type Known, knownTo, STRANGERS, type Stranger } from "../../trying/strangers/stranger.ts";

/** Every known port of the broker must refuse strangers: one proof per kind of stranger and port. */
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

/**
 * Our password is sent with TLS. Without TLS it is only sent to the address in the options, and only if TLS is off there.
 */
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

/** Usual ports: MQTT, Home Assistant's broker with and without TLS and websockets, websockets. */
const USUAL = [1883, 1884, 8883, 8884, 9001];

/** Reports which listeners were tried, and that there may be others. */
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
