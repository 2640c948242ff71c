import type { Protocol } from "#mqtt/broker.ts";
import { type Line, type Probed, probe } from "#mqtt/probe.ts";
import { PATIENCE, placeOf, type Target } from "../proof.ts";
import type { ProbeClientIds } from "./probe-client-id.ts";

/** Under our root, but nothing that the app or Home Assistant uses. */
const TRIAL = "authcheck";

/** The topics to try rights with: of each kind that the app uses, one without meaning. */
export const trialsOf = ({ root, discovery }: Target["topics"]) => ({
	state: `${root}/${TRIAL}`,
	attributes: `${root}/${TRIAL}/attributes`,
	command: `${root}/${TRIAL}/set`,
	discovery: discovery.replace(/[^/]+(?=\/config$)/, TRIAL),
});

/**
 * One connection by MQTT 5, or by 3.1.1 where the broker refuses 5; always 5 first, also if the app uses 3.1.1, as only
 * there a broker says that it denies a message. The will is a harmless one: the real one would call a running app gone.
 * @param clientIds where it is meant to be refused: then each connection comes under a client id of these
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

/** One connection by this protocol and no other, meant to be refused. */
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
