import { readIn } from "ha-mqtt-discovery/home-assistant";
import * as z from "zod";
import type { Seen, Tap } from "./tap.ts";

/** When a client had said all that it has to say at a start, ms on the clock of `performance.now`. */
export interface Milestones {
	readonly connack: number;
	readonly discovery: number;
	/** Discovery and a state for every topic that discovery names. */
	readonly all: number;
	readonly entities: number;
}

const Discovery = z.object({
	components: z.record(
		z.string(),
		z.object({
			platform: z.string(),
			state_topic: z.string().optional(),
			command_topic: z.string().optional(),
		}),
	),
});
type Component = z.output<typeof Discovery>["components"][string];

/** As much of a message as tells what a client announces. */
export type Message = Pick<Seen, "from" | "topic" | "payload">;

const isDiscovery = ({ from, topic = "" }: Message) =>
	from === "client" && /^homeassistant\/device\/.*\/config$/.test(topic);
/** A client that says nothing for this long (ms) has finished. */
const QUIET = 300;

/** The broker took the login. */
export const accepted = ({ type, code }: Seen) => type === "connack" && code === 0;

/** Waits until the client has published everything it announced. Throws with what is missing. */
export async function milestones(tap: Tap, within: number): Promise<Milestones> {
	const connack = await tap.until(accepted, within, "accepted by the broker");
	const last = performance.now() + within;
	for (;;) {
		await new Promise((resolve) => setTimeout(resolve, 50));
		const said = saidSoFar(tap.seen);
		const quiet = performance.now() - Math.max(said.all, said.discovery) > QUIET;
		if (said.entities > 0 && said.missing.length === 0 && quiet) return { ...said, connack: connack.at };
		if (performance.now() > last) throw new Error(`Not all published: ${said.missing.join(", ") || "no discovery"}`);
	}
}

export interface Commanded {
	readonly state: string;
	readonly command: string;
}

/** The topics of the entity of this kind that obeys commands at such a topic; undefined while none is announced. */
export function commanded(
	seen: readonly Message[],
	platform: "switch" | "number",
	topic: RegExp,
): Commanded | undefined {
	const found = announced(seen).find((c) => c.platform === platform && topic.test(c.command_topic ?? ""));
	if (found?.state_topic === undefined || found.command_topic === undefined) return undefined;
	return { state: found.state_topic, command: found.command_topic };
}

/** The switch of the pump. */
export const pumpSwitch = (seen: readonly Message[]) => commanded(seen, "switch", /\bpump\/set$/);

/** What the client wants to be kept by the broker: discovery, availability, states and attributes. */
export const kept = (seen: readonly Seen[]): ReadonlySet<string> =>
	new Set(
		seen.flatMap(({ from, topic, retain }) => (from === "client" && retain && topic !== undefined ? [topic] : [])),
	);

function saidSoFar(seen: readonly Seen[]) {
	const messages = seen.filter(isDiscovery);
	const components = announced(seen);
	// An event has no state until it happens.
	const wanted = new Set(components.flatMap((c) => (c.platform === "event" ? [] : (c.state_topic ?? []))));
	let all = 0;
	for (const { from, topic, at } of seen)
		if (from === "client" && topic !== undefined && wanted.delete(topic)) all = at;
	const discovery = messages.at(-1)?.at ?? 0;
	return { discovery, all: Math.max(all, discovery), entities: components.length, missing: [...wanted] };
}

const announced = (seen: readonly Message[]): readonly Component[] =>
	seen
		.filter((packet) => isDiscovery(packet) && (packet.payload?.length ?? 0) > 0)
		.flatMap(({ payload }) => Object.values(Discovery.parse(readIn(String(payload))).components));
