import { X509Certificate } from "node:crypto";
import { isIP } from "node:net";
import { createSecureContext } from "node:tls";
import { mend, type Sentence } from "#model/sentences/sentence.ts";
import { caught } from "#model/untyped/caught.ts";
import type { Broker, Credentials, Tls } from "./broker.ts";
import { MAX_PAYLOAD, MAX_STRING, topicFlaw } from "./topic.ts";

/** An option that works with no broker. */
export interface ConfigError {
	/** For example `password`. */
	readonly field: string;
	/** What is wrong with it, not translated yet. Never its value. */
	readonly told: Sentence;
}

/**
 * The first reason why a connection is pointless. Checked before every attempt, because the library would accept some
 * silently (a NUL cuts a password short), retry others for ever without sending a byte, and connect to localhost for an
 * empty host.
 */
export const configErrorOf = (broker: Broker): ConfigError | undefined =>
	hostError(broker.host) ??
	portError(broker.port) ??
	(allowedAnonymous(broker) ? undefined : credentialsError(broker)) ??
	textError("client_id", broker.client_id) ??
	willError(broker) ??
	secondsError("keepalive", broker.keepalive) ??
	(Number.isInteger(broker.keepalive ?? 15) ? undefined : configError("keepalive", mend("flaw_whole_seconds"))) ??
	secondsError("connect_timeout", broker.connect_timeout) ??
	secondsError("publish_timeout", broker.publish_timeout) ??
	(broker.tls === undefined ? undefined : tlsError(broker.tls));

const configError = (field: string, told: Sentence): ConfigError => ({ field, told });

const hostError = (host: unknown): ConfigError | undefined => {
	if (typeof host !== "string" || host === "") return configError("host", mend("flaw_missing"));
	if (/[\s\p{Cc}]/u.test(host)) return configError("host", mend("flaw_space"));
	return isIP(host) === 0 && /[/@:[\]]/.test(host) ? configError("host", mend("flaw_address")) : undefined;
};

const portError = (port: unknown): ConfigError | undefined =>
	Number.isInteger(port) && Number(port) >= 1 && Number(port) <= 65_535
		? undefined
		: configError("port", mend("flaw_port"));

/** Half a login is an error, never a reason to connect anonymously. */
const allowedAnonymous = ({ anonymous, username, password }: Broker): boolean =>
	anonymous === true && username === "" && password === "";

const credentialsError = ({ username, password }: Credentials): ConfigError | undefined =>
	textError("username", username) ?? textError("password", password);

const textError = (field: string, text: unknown): ConfigError | undefined => {
	if (text === undefined || text === null) return configError(field, mend("flaw_missing"));
	if (typeof text !== "string") return configError(field, mend("flaw_not_text"));
	if (text === "") return configError(field, mend("flaw_empty"));
	if (text.trim() === "") return configError(field, mend("flaw_spaces"));
	if (text.includes("\0")) return configError(field, mend("flaw_nul"));
	if (/\p{Cc}/u.test(text)) return configError(field, mend("flaw_control"));
	if (!text.isWellFormed()) return configError(field, mend("flaw_unicode"));
	return Buffer.byteLength(text) > MAX_STRING ? configError(field, mend("flaw_long")) : undefined;
};

const willError = ({ will }: Broker): ConfigError | undefined => {
	if (topicFlaw(will.topic) !== undefined) return configError("will", mend("flaw_will"));
	return Buffer.byteLength(will.payload) > Math.min(MAX_PAYLOAD, MAX_STRING)
		? configError("will", mend("flaw_will"))
		: undefined;
};

const secondsError = (field: string, value: number | undefined): ConfigError | undefined =>
	value === undefined || (value > 0 && value <= 65_535) ? undefined : configError(field, mend("flaw_seconds"));

/** Node ignores a file that holds no certificate. Then every broker would seem untrusted. */
const tlsError = ({ ca, cert, key }: Tls): ConfigError | undefined => {
	if (ca !== undefined && !isCertificate(ca)) return configError("ca", mend("flaw_certificate"));
	if (cert !== undefined && !isCertificate(cert)) return configError("cert", mend("flaw_certificate"));
	if (cert !== undefined && key === undefined) return configError("key", mend("flaw_no_key"));
	if (key !== undefined && cert === undefined) return configError("cert", mend("flaw_no_cert"));
	if (cert === undefined || key === undefined) return undefined;
	try {
		createSecureContext({ cert, key });
		return undefined;
	} catch {
		return configError("key", mend("flaw_key"));
	}
};

const isCertificate = (pem: string): boolean => {
	return caught(() => new X509Certificate(pem) !== undefined, false);
};
