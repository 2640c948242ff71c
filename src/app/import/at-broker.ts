import { randomBytes } from "node:crypto";
import type { Broker, Protocol } from "#mqtt/broker.ts";
import { type Line, type Probed, probe } from "#mqtt/probe.ts";
import type { Options } from "#options/root.ts";
import { FORMER_FILTERS, FORMER_HEARTBEAT, type FormerEntity, formersIn } from "./former-entities.ts";

/** Seconds. The former controller says every 30 that it runs. */
export const LISTENS = 35;
/** Seconds in which a broker sends what it keeps. */
const KEPT = 3;
/** Seconds for everything else. */
const SPARE = 20;

/** What the broker keeps of the former controller. */
export interface Left {
	/** It said so while this program listened. */
	readonly runs: boolean;
	/** This login does not hear what it says itself on that topic, so that it is not known whether it runs. */
	readonly deaf: boolean;
	readonly topics: readonly string[];
	readonly entities: readonly FormerEntity[];
	/** Filters that the broker refused. */
	readonly refused: readonly string[];
}
export type Asked<T> =
	| { readonly kind: "asked"; readonly value: T }
	| { readonly kind: "failed"; readonly class: string };

export interface Ports {
	pause(seconds: number): Promise<void>;
}

/** The broker with the former controller's own login, which may remove what it left. */
export const brokerOfFormer = ({ host, port, username }: Options["mqtt"], password: string): Broker => ({
	host,
	port,
	username: username ?? "",
	password,
	client_id: `solar_heating_import_${randomBytes(4).toString("hex")}`,
	will: { topic: `${FORMER_HEARTBEAT}/import`, payload: "", retain: false, qos: 0 },
});

/**
 * Listens to what the broker keeps of the former controller, and whether it still runs. Publishes one message on the topic on which
 * that says so, to see whether this login hears it.
 */
export const leftBy = (broker: Broker, ports: Ports): Promise<Asked<Left>> =>
	connected(broker, (line) => listened(line, LISTENS, ports));

/** Removes these retained messages. Gives those that the broker keeps nevertheless, looked up afterwards. */
export const removed = (broker: Broker, topics: readonly string[], ports: Ports): Promise<Asked<readonly string[]>> =>
	connected(broker, async (line) => {
		for (const topic of topics) await line.publish({ topic, payload: "", retain: true, qos: 1 });
		const { topics: still } = await listened(line, KEPT, ports);
		return still.filter((topic) => topics.includes(topic));
	});

async function listened(line: Line, time: number, { pause }: Ports): Promise<Left> {
	const kept = new Map<string, FormerEntity | undefined>();
	let [runs, deaf] = [false, true];
	const ours = `solar-heating import ${randomBytes(6).toString("hex")}`;
	line.onMessage(({ topic, payload, retained }) => {
		if (topic === FORMER_HEARTBEAT) {
			const isOurs = new TextDecoder().decode(payload) === ours;
			deaf &&= !isOurs;
			runs ||= !retained && !isOurs;
		}
		if (!retained || payload.length === 0) return;
		const formers = formersIn(topic, new TextDecoder().decode(payload));
		if (formers !== undefined) kept.set(topic, formers.entity);
	});
	const refused: string[] = [];
	for (const filter of [...FORMER_FILTERS, FORMER_HEARTBEAT])
		if ((await line.subscribe(filter, {})).kind === "refused") refused.push(filter);
	// A broker may grant a subscription and send nothing.
	await line.publish({ topic: FORMER_HEARTBEAT, payload: ours, retain: false, qos: 1 });
	await pause(time);
	const entities = [...kept.values()].flatMap((entity) => (entity === undefined ? [] : [entity]));
	return { runs, deaf, topics: [...kept.keys()].sort(), entities, refused };
}

async function connected<T>(broker: Broker, use: (line: Line) => Promise<T>): Promise<Asked<T>> {
	const once = (protocol: Protocol): Promise<Probed<T>> => probe(broker, { protocol, timeout: LISTENS + SPARE }, use);
	const newer = await once(5);
	const probed = newer.kind !== "connected" && newer.class === "protocol-unsupported" ? await once(4) : newer;
	return probed.kind === "connected" ? { kind: "asked", value: probed.value } : { kind: "failed", class: probed.class };
}
