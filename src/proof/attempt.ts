import { type Line, type Probed, probe } from "#mqtt/probe.ts";
import { PATIENCE, type Target } from "./proof.ts";

/** Under our root, but nothing that the app or Home Assistant uses. */
const TRIAL = "authcheck";

/** The topics to try rights with: of each kind that the app uses, one that means nothing to anybody. */
export const trialsOf = ({ root, discovery }: Target["topics"]) => ({
	state: `${root}/${TRIAL}`,
	attributes: `${root}/${TRIAL}/attributes`,
	command: `${root}/${TRIAL}/set`,
	discovery: discovery.replace(/[^/]+(?=\/config$)/, TRIAL),
});

/**
 * One connection by MQTT 5, or by 3.1.1 where the broker refuses 5; always 5 first, whatever the app speaks, as only
 * there a broker says that it denies a message. The will is a harmless one: the real one would call a running app gone.
 */
export async function attempt<T>({ broker, topics }: Target, use: (line: Line) => Promise<T>): Promise<Probed<T>> {
	const will = { topic: trialsOf(topics).state, payload: "", retain: false, qos: 0 } as const;
	const harmless = { ...broker, will, publish_timeout: PATIENCE / 2 };
	const begun = performance.now();
	const newer = await probe(harmless, { protocol: 5, timeout: PATIENCE }, use);
	if (newer.kind === "connected" || newer.class !== "protocol-unsupported") return newer;
	const left = PATIENCE - (performance.now() - begun) / 1000;
	return probe(harmless, { protocol: 4, timeout: Math.max(0.5, left) }, use);
}
