import { randomBytes } from "node:crypto";
import { PAYLOAD_NOT_AVAILABLE } from "ha-mqtt-discovery";
import { trialsOf } from "#broker/proofs/trying/attempt.ts";
import { trialPayload } from "#broker/proofs/trying/rights/trial-payload.ts";
import { HomeAssistant } from "#home-assistant/bridge.ts";
import { type Installation, topicsOf } from "#home-assistant/installation.ts";
import { type Finding, finding } from "#model/findings/finding.ts";
import { notice, type Tell } from "#model/sentences/notice.ts";
import type { Broker, Connection, Received, Tls } from "#mqtt/broker.ts";
import { openSession, type Session } from "#mqtt/session.ts";
import { clock as timer } from "#mqtt/wire/timer.ts";
import type { Login } from "#options/credentials.ts";
import { deviceTopics } from "#options/device-topics.ts";
import { languageIn } from "#options/language.ts";
import type { Options } from "#options/root.ts";
import { unseenIn } from "#rules/settings.ts";
import { LoginAge } from "#supervisor/login-age.ts";
import { type Access, type After, type Answer, type Line, LoginLife } from "#supervisor/login-life.ts";
import type { OwnTopics } from "../beside/device-messages.ts";
import type { App, Observer } from "../beside/running.ts";
import { VERSION } from "../version.ts";
import { announcedIn, keepAnnounced } from "./announced.ts";
import { audience } from "./audience.ts";
import { BrokerStanding } from "./standing.ts";

/** The app's connection to its broker. */
export interface BrokerSide extends Required<Pick<Observer, "turned" | "findings">> {
	/** The current connection. Another broker gets a new one. */
	readonly session: Pick<Session, "state" | "on">;
	readonly home: Pick<HomeAssistant, "missing" | "tryCommand">;
	/** Calls `reader` with messages of a topic from the current broker. */
	listen(filter: string, reader: (received: Received) => void): void;
	/** The current broker and our login there, with an unused client id; undefined if there is none. */
	broker(): Broker | undefined;
	/** Publishes the final state of the outputs and `offline`. Takes at most 0.7 s, also without a network. */
	close(): Promise<void>;
}

interface BrokerPorts {
	readonly tell: Tell;
	/** Whether an audit of ours has just logged in. */
	readonly audited: () => boolean;
	/** The version of Home Assistant's core; undefined while nobody says it. */
	readonly core?: () => Promise<string | undefined>;
	/** Where Home Assistant shows the app's page; undefined while nobody says it. */
	readonly page?: () => Promise<string | undefined>;
}

/** Seconds after an accepted login. */
const AGE_AFTER = 2;

/**
 * Connects the running app to the broker that `ask` gives. Loaded after the first turn, because control does not need it.
 */
export function joinBroker(
	app: App,
	ask: (after?: After) => Promise<Answer>,
	house: Installation,
	ports: BrokerPorts,
): BrokerSide {
	const { tell } = ports;
	const listening = audience();
	let joined: Joined | undefined;
	const age = ageIn(app);
	const life = new LoginLife({
		ask,
		tell,
		after: timer.after,
		// Its hash is slow on purpose, so it is not computed during the start.
		accepted: (access) => void (access.anonymous || timer.after(AGE_AFTER, () => age.accepted(access))),
		open(access, heard) {
			joined = connected(app, access, house, ports);
			joined.session.on((connection) => heard(connection.kind, loginRefused(connection)));
			listening.attach(joined.session);
			return used(joined, app, tell);
		},
	});
	return {
		session: listening,
		home: {
			missing: () => joined?.home.missing() ?? 1,
			tryCommand: async () => joined?.home.tryCommand() ?? { kind: "not_tried" },
		},
		listen: listening.listen,
		broker() {
			const access = life.access();
			return access && brokerFor(access, house);
		},
		turned: (snapshot) => joined?.home.show(snapshot),
		findings: () => [...brokerFindings(app, life, joined), ...age.findings()],
		close: () => life.close(),
	};
}

/** The connection, for as long as its login is the right one. */
const used = ({ session, home }: Joined, app: App, tell: Tell): Line => ({
	renew(login) {
		tell(notice("info", "mqtt_login_changed", { user: login.username }));
		session.credentials(login);
	},
	close: () => {
		const left = session.close(home.farewell(app.snapshot()));
		home.close();
		return left;
	},
});

/** A broker as the app logs in to it. */
export const brokerFor = (access: Access, house: Installation): Broker => ({
	...brokerOf({ mqtt: access }, access, access.tls, house),
	...(access.anonymous && { anonymous: true }),
});

const loginRefused = ({ failure }: Connection): boolean =>
	failure?.class === "credentials-rejected" || failure?.class === "not-authorized";

interface Joined {
	readonly session: Session;
	readonly home: HomeAssistant;
	readonly standing: BrokerStanding;
}

/** One connection, and the house published over it. */
function connected(app: App, access: Access, house: Installation, { tell, audited, core, page }: BrokerPorts): Joined {
	const { host, port, anonymous } = access;
	if (anonymous) tell(notice("error", "mqtt_anonymous", { host, port }));
	const broker = brokerFor(access, house);
	const { state, attributes, discovery } = trialsOf(topicsOf(house));
	const trials = [state, attributes, discovery].map((topic) => ({ topic, payload: trialPayload(topic) }));
	const session = openSession(broker, { tell, audited, trials, bounded: true });
	app.messages.attach(session, ownTopics(house), access);
	const { shown } = app;
	const home = new HomeAssistant(session, house, shown ?? app.plant, {
		ask: (intent) => app.ask(intent, { source: "mqtt" }),
		tell,
		// Without the last valid options the old entities are unknown, so none is removed from Home Assistant.
		announced: shown === undefined ? [] : announcedIn(app.store),
		remember: (published) => shown === undefined || keepAnnounced(app.store, published),
		kept: shown === undefined ? [] : keptTopicsIn(app),
		keep: (topics) => shown === undefined || keepTopics(app, topics),
		timer,
		now,
		...(core && { core }),
		...(page && { page }),
	});
	const seen = app.snapshot();
	if (seen !== undefined) home.show(seen);
	return { session, home, standing: new BrokerStanding(session) };
}

/** What devices must not touch: all that is published as ours or read as a command. */
function ownTopics(house: Installation): OwnTopics {
	const { root, discovery, birth } = topicsOf(house);
	const filters = [`${root}/#`, discovery.replace(/[^/]+\/config$/, "#"), birth];
	return { filters, discovery_prefix: house.discovery_prefix };
}

/** The broker with our identity. Without `tls` the connection is plain. */
export const brokerOf = (
	{ mqtt: { host, port } }: { readonly mqtt: Pick<Broker, "host" | "port"> },
	{ username, password }: Login,
	tls: Tls | undefined,
	house: Installation,
): Broker => ({
	host,
	port,
	username,
	password,
	...(tls && { tls }),
	client_id: `solar_heating_${house.installation}_${randomBytes(4).toString("hex")}`,
	will: { topic: topicsOf(house).availability, payload: PAYLOAD_NOT_AVAILABLE, retain: true, qos: 1 },
});

export const installationOf = (options: Options, installation: string): Installation => {
	const { mqtt, language, watch } = options;
	return {
		installation,
		base_topic: mqtt.base_topic,
		discovery_prefix: mqtt.discovery_prefix,
		version: VERSION,
		language: languageIn({ language }),
		watch: watch.enabled,
		unseen: unseenIn(options),
		devices: deviceTopics(options),
		...(mqtt.device_name !== undefined && { device_name: mqtt.device_name }),
		...(mqtt.device_model !== undefined && { device_model: mqtt.device_model }),
		...(mqtt.page_url !== undefined && { page_url: mqtt.page_url }),
	};
};

/** Findings about the connection, about a missing or outdated login, and about a connection without one. */
function brokerFindings(app: App, life: LoginLife, joined: Joined | undefined): readonly Finding[] {
	const access = life.access();
	const why = life.finding();
	return [
		finding("info", "broker", brokerFacts(access ?? { ...whereBeside(app), username: "" }, joined, why)),
		...(joined?.standing.findings() ?? []),
		...(joined?.home.findings() ?? []),
		...(why === undefined ? [] : [why]),
		...(access?.anonymous ? [finding("alarm", "mqtt_anonymous", { host: access.host, port: access.port })] : []),
	];
}

const whereBeside = ({ beside }: App) => ({ host: beside?.mqtt.host ?? "", port: beside?.mqtt.port ?? 0 });

function brokerFacts(
	{ host, port, username, tls }: Pick<Access, "host" | "port" | "username" | "tls">,
	joined: Joined | undefined,
	why: Finding | undefined,
) {
	if (joined === undefined) {
		const state = why?.code === "mqtt_credentials_required" ? "credentials_required" : "waiting";
		return { state, host, port, user: username };
	}
	return { ...joined.standing.facts(), host, port, user: username, tls: tls !== undefined };
}

/** The age of the login, saved among the memories of the rules. */
const ageIn = ({ store, clock }: App): LoginAge =>
	new LoginAge({
		load: () => store.load().memories[LOGIN],
		save: (row) => store.save({ memories: { [LOGIN]: row } }),
		wall: clock.wall,
	});
const LOGIN = "login";

/** Topics with something retained, saved among the memories of the rules. */
const TOPICS = "retained_topics";
const keptTopicsIn = (app: App): readonly string[] => {
	const row = app.store.load().memories[TOPICS];
	return Array.isArray(row) ? row.filter((topic) => typeof topic === "string") : [];
};
const keepTopics = (app: App, topics: readonly string[]): void => {
	if (JSON.stringify(keptTopicsIn(app)) !== JSON.stringify(topics)) app.store.save({ memories: { [TOPICS]: topics } });
};

const now = () => performance.now() / 1000;
