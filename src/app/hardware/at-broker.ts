import type { Announced } from "#drivers/bus/announced/announced.ts";
import type { FoundPlace } from "#model/plant/found.ts";
import type { Broker, Protocol } from "#mqtt/broker.ts";
import { type Line, type Probed, probe } from "#mqtt/probe.ts";
import { matches } from "#mqtt/topic.ts";
import { together } from "./together.ts";

/** Seconds of listening. What devices keep at the broker comes at once; the rest is for those that speak now and then. */
export const LISTENS = 30;
/** Seconds for everything else. */
const SPARE = 10;
/** Characters that are read at most, each message counted as 100 more, and devices that are shown. A flood ends the look. */
const MOST_TEXT = 4_000_000;
const PER_MESSAGE = 100;
const MOST_DEVICES = 500;

/** What announced itself, and what may not be read. */
export interface AtBroker {
	readonly found: readonly FoundPlace[];
	/** Filters that the broker refused. */
	readonly refused: readonly string[];
	/** Filters that it granted, and on which nothing came. An access file that forbids reading looks the same. */
	readonly silent: readonly string[];
}
export type Looked =
	| ({ readonly kind: "looked" } & AtBroker)
	/** `class` is why there was no connection. */
	| { readonly kind: "failed"; readonly class: string };

export interface LookPorts {
	readonly kinds: readonly Announced[];
	/** An unused topic below the app's own, for a will that says nothing. */
	readonly will: string;
	/** Waits for so many seconds. */
	pause(seconds: number): Promise<void>;
	/** Called when the login is sent. */
	visits?(): void;
}

/**
 * Listens to what devices announce, over a connection of its own, with the app's login. Publishes nothing. An act of a person: these
 * topics are no part of what the app may always read.
 */
export async function lookAtBroker(broker: Broker, ports: LookPorts): Promise<Looked> {
	const newer = await once(broker, 5, ports);
	const probed =
		newer.kind !== "connected" && newer.class === "protocol-unsupported" ? await once(broker, 4, ports) : newer;
	return probed.kind === "connected" ? { kind: "looked", ...probed.value } : { kind: "failed", class: probed.class };
}

function once(broker: Broker, protocol: Protocol, ports: LookPorts): Promise<Probed<AtBroker>> {
	// The app's own will would make it look offline if this connection breaks.
	const will = { topic: ports.will, payload: "", retain: false, qos: 0 } as const;
	const quiet = { ...broker, will, client_id: `${broker.client_id}_look` };
	const probing = { protocol, timeout: LISTENS + SPARE, reached: () => ports.visits?.() };
	return probe(quiet, probing, (line) => listened(line, ports));
}

async function listened(line: Line, { kinds, pause }: LookPorts): Promise<AtBroker> {
	const found: FoundPlace[] = [];
	const heard = new Set<string>();
	const enough = Promise.withResolvers<void>();
	let left = MOST_TEXT;
	line.onMessage(({ topic, payload }) => {
		if (left < 0) return enough.resolve();
		left -= payload.length + PER_MESSAGE;
		const text = new TextDecoder().decode(payload);
		for (const { filters, found: said } of kinds) {
			const filter = filters.find((one) => matches(one, topic));
			if (filter === undefined) continue;
			heard.add(filter);
			found.push(...said(topic, text));
		}
	});
	const filters = kinds.flatMap((kind) => kind.filters);
	const refused: string[] = [];
	for (const filter of filters) if ((await line.subscribe(filter, {})).kind === "refused") refused.push(filter);
	if (refused.length < filters.length) await Promise.race([pause(LISTENS), enough.promise]);
	const places = together(found).flatMap((one) => (one.kind === undefined ? [] : [one]));
	return {
		found: places.sort((a, b) => (a.at < b.at ? -1 : 1)).slice(0, MOST_DEVICES),
		refused,
		silent: filters.filter((filter) => !heard.has(filter) && !refused.includes(filter)),
	};
}
