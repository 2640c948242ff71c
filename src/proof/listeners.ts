import { says } from "#model/sentence.ts";
import {
	type Context,
	type Listener,
	nobodyToAsk,
	ok,
	type Proof,
	placeOf,
	type Result,
	type Target,
} from "./proof.ts";
import { STRANGERS, type Stranger } from "./stranger.ts";
import { turnedAway } from "./turned-away.ts";

/** Strangers have to be turned away at every port of the broker that we are told of: a proof for each, and each port. */
export const proofsAt = (listeners: readonly Listener[]): readonly Proof[] =>
	listeners.flatMap((listener) =>
		Object.entries<(target: Target) => Stranger>(STRANGERS).map(([id, stranger]) => ({
			id: `${id}@${written(listener)}`,
			needs: ["options", "credentials"],
			costs: 50,
			run: ({ target }: Context) => (target === undefined ? nobodyToAsk() : at(target, listener, stranger(target))),
		})),
	);

async function at({ broker, ...target }: Target, { host, port, tls }: Listener, stranger: Stranger): Promise<Result> {
	const { tls: ours, ...plain } = broker;
	const there = { ...plain, host, port, ...(tls && { tls: ours ?? {} }) };
	const result = await turnedAway({ ...target, broker: there }, stranger);
	return { ...result, message: [says("at", { place: written({ host, port, tls }) }), ...result.message] };
}

const written = ({ tls, ...place }: Listener) => `${placeOf(place)}${tls ? "/tls" : ""}`;

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
			says("doors_tried", { places: looked.map(written).join(", ") }),
			...(others.length === 0 ? [] : [says("doors_usual", { ports: others.join(", ") })]),
			says("doors_named"),
		]);
	},
};
