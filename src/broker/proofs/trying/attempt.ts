import type { Protocol } from "#mqtt/broker.ts";
import { type Line, type Probed, probe } from "#mqtt/probe.ts";
import { PATIENCE, placeOf, type Target } from "../proof.ts";
import type { ProbeClientIds } from "./own/probe-client-id.ts";

/** Below our root, but used by neither the app nor Home Assistant. */
const TRIAL = "authcheck";

/** Topics for trying rights: an unused one of each kind that the app uses. */
export const trialsOf = ({ root, discovery }: Target["topics"]) => ({
	state: `${root}/${TRIAL}`,
	attributes: `${root}/${TRIAL}/attributes`,
	command: `${root}/${TRIAL}/set`,
	discovery: discovery.replace(/[^/]+(?=\/config$)/, TRIAL),
});

/**
 * One connection with MQTT 5, or with 3.1.1 if the broker refuses 5. MQTT 5 comes first even if the app uses 3.1.1, because
 * only there a broker reports a denied message. The will is harmless: the real one would make a running app look offline.
 * @param clientIds given where the connection is expected to be refused; each attempt uses one of them
 */
export async function attempt<T>(
	target: Pick<Target, "broker" | "topics"> & Partial<Pick<Target, "clientIds">>,
	use: (line: Line) => Promise<T>,
	clientIds?: ProbeClientIds,
): Promise<Probed<T>> {
	const begun = performance.now();
	const newer = await once(target, { protocol: 5, timeout: PATIENCE }, use, clientIds);
	if (newer.kind === "connected" || newer.class !== "protocol-unsupported") return newer;
	const left = PATIENCE - (performance.now() - begun) / 1000;
	return once(target, { protocol: 4, timeout: Math.max(0.5, left) }, use, clientIds);
}

/** One connection with exactly this protocol, expected to be refused. */
export const attemptBy = (protocol: Protocol, target: Pick<Target, "broker" | "topics" | "clientIds">) =>
	once(target, { protocol, timeout: PATIENCE }, async () => undefined, target.clientIds);

function once<T>(
	{ broker, topics, clientIds: ours }: Pick<Target, "broker" | "topics"> & Partial<Pick<Target, "clientIds">>,
	probing: { readonly protocol: Protocol; readonly timeout: number },
	use: (line: Line) => Promise<T>,
	clientIds: ProbeClientIds | undefined,
): Promise<Probed<T>> {
	const will = { topic: trialsOf(topics).state, payload: "", retain: false, qos: 0 } as const;
	const harmless = { ...broker, will, publish_timeout: PATIENCE / 2 };
	if (clientIds === undefined) return probe(harmless, { ...probing, reached: () => ours?.visits?.() }, use);
	const client_id = clientIds.next();
	const reached = (from: string) => clientIds.sent(client_id, from, placeOf(broker));
	return probe({ ...harmless, client_id }, { ...probing, reached }, use);
}
