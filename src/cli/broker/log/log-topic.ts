import { brokerOf, installationOf } from "#app/broker/join.ts";
import type { Sourced } from "#app/login/source.ts";
import type { Release } from "#broker/log/read/release.ts";
import { LOG_TOPICS, releaseOf, VERSION_TOPIC } from "#broker/log/read/topic.ts";
import { topicsOf } from "#home-assistant/installation.ts";
import { phrase, type Sentence } from "#model/sentences/sentence.ts";
import { openSession } from "#mqtt/session.ts";
import { matches } from "#mqtt/topic.ts";
import { tlsFiles } from "#mqtt/wire/tls-files.ts";
import { installationId } from "#store/files/installation-id.ts";

export interface Ears {
	line(text: string): void;
	release(release: Release | "1.6"): void;
	/** What happens to the connection. */
	tell(sentence: Sentence): void;
	readonly signal: AbortSignal;
}

/**
 * Follows the broker's log over MQTT with the app's own login, until it is told to stop; or gives the reason why it cannot.
 */
export async function logOverMqtt(sourced: Sourced, ears: Ears): Promise<Sentence | undefined> {
	const { parsed, login, folder } = sourced;
	if (parsed.kind === "invalid") return phrase("options_not_valid");
	if (login.kind === "required") return phrase("login_not_whole");
	const { options } = parsed;
	const files = tlsFiles(options.mqtt);
	if (files.kind === "unreadable") return phrase("certificate_file_unreadable");
	const house = installationOf(options, installationId(folder, () => undefined).id);
	const broker = brokerOf(options, login.login, options.mqtt.tls ? files.tls : undefined, house);
	// The app's own will would report the app as offline when this command ends.
	const will = { topic: `${topicsOf(house).root}/watch`, payload: "", retain: false, qos: 0 } as const;
	const session = openSession({ ...broker, will }, { tell: () => undefined });
	session.onMessage(({ topic, payload }) => {
		const text = new TextDecoder().decode(payload);
		if (matches(LOG_TOPICS, topic)) ears.line(text);
		const release = topic === VERSION_TOPIC ? releaseOf(text) : undefined;
		if (release !== undefined) ears.release(release);
	});
	session.subscribe(VERSION_TOPIC);
	session.subscribe(LOG_TOPICS, { live: true });
	session.on(({ kind, failure }) => {
		if (kind === "connected") ears.tell(phrase("watching_topic", { host: broker.host, port: broker.port }));
		if (kind === "waiting") ears.tell(phrase("no_connection", { seen: failure?.class ?? kind }));
	});
	await new Promise<void>((resolve) => {
		if (ears.signal.aborted) resolve();
		ears.signal.addEventListener("abort", () => resolve());
	});
	await session.close([]);
	return undefined;
}
