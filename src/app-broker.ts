import { randomBytes } from "node:crypto";
import { type House, topicsOf } from "#entities/house.ts";
import { PAYLOAD_NOT_AVAILABLE } from "#ha-mqtt-discovery/payloads.ts";
import { type Published, publishedDevices } from "#ha-mqtt-discovery/published.ts";
import type { Facts, Tell } from "#model/decision.ts";
import { finding } from "#model/finding.ts";
import type { Broker, Tls } from "#mqtt/broker.ts";
import { HomeAssistant } from "#mqtt/home-assistant.ts";
import { openSession, type Session, type Timer } from "#mqtt/session.ts";
import type { Login } from "#options/credentials.ts";
import type { Options } from "#options/root.ts";
import type { App } from "./app.ts";
import { VERSION } from "./version.ts";

/** How the app stands with its broker. */
export interface BrokerSide {
	readonly session: Session;
	readonly home: HomeAssistant;
	/** How the outputs ended up, and `offline`; within 0.7 s whatever the network does. */
	close(): Promise<void>;
}

/** Joins the running app to its broker. Loaded after the first turn, as control needs none of it. */
export function joinBroker(app: App, broker: Broker, house: House, tell: Tell): BrokerSide {
	const session = openSession(broker, { tell });
	const home = new HomeAssistant(session, house, app.plant, {
		ask: app.ask,
		tell,
		announced: announced(app),
		remember: (published) =>
			app.store.save({
				published: { ...forgotten(app, published), ...Object.fromEntries(published.map((p) => [p.topic, p])) },
			}),
		timer,
		now,
	});
	app.addFindings(() => [finding("info", "broker", brokerFacts(session, broker))]);
	const seen = app.snapshot();
	if (seen !== undefined) home.show(seen);
	app.onTurn((snapshot) => home.show(snapshot));
	return { session, home, close: () => session.close(home.farewell(app.snapshot())) };
}

/** Who we are to the broker. Without `tls` the connection is plain. */
export const brokerOf = (
	{ mqtt }: Options,
	{ username, password }: Login,
	tls: Tls | undefined,
	house: House,
): Broker => ({
	host: mqtt.host,
	port: mqtt.port,
	username,
	password,
	...(tls && { tls }),
	client_id: `solar_heating_${house.installation}_${randomBytes(4).toString("hex")}`,
	will: { topic: topicsOf(house).availability, payload: PAYLOAD_NOT_AVAILABLE, retain: true, qos: 1 },
});

export const houseOf = ({ mqtt, language }: Options, installation: string): House => ({
	installation,
	base_topic: mqtt.base_topic,
	discovery_prefix: mqtt.discovery_prefix,
	version: VERSION,
	language,
});

function brokerFacts(session: Session, { host, port, username, tls }: Broker): Facts {
	const { kind, failure, protocol, attempts } = session.state();
	const spoken = protocol === undefined ? {} : { protocol: protocol === 5 ? "5" : "3.1.1" };
	return {
		state: kind,
		host,
		port,
		user: username,
		tls: tls !== undefined,
		attempts,
		...spoken,
		...(failure && { failure: failure.class }),
	};
}

function announced(app: App): readonly Published[] {
	const parsed = publishedDevices.safeParse(Object.values(app.store.load().published));
	return parsed.success ? parsed.data : [];
}

/** A device that is announced no more is struck from the store. */
const forgotten = (app: App, kept: readonly Published[]) =>
	Object.fromEntries(
		Object.keys(app.store.load().published)
			.filter((topic) => !kept.some((p) => p.topic === topic))
			.map((topic) => [topic, undefined]),
	);

const now = () => performance.now() / 1000;
const timer: Timer = {
	after(wait, run) {
		const handle = setTimeout(run, wait * 1000);
		return () => clearTimeout(handle);
	},
	random: Math.random,
};
