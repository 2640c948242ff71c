import { X509Certificate } from "node:crypto";
import { isIP } from "node:net";
import { createSecureContext } from "node:tls";
import { mend, type Sentence } from "#model/sentence.ts";
import type { Broker, Credentials, Tls } from "./broker.ts";
import { MAX_PAYLOAD, MAX_STRING, topicFlaw } from "./topic.ts";

/** An option that cannot work, whatever the broker says. */
export interface Flaw {
	/** For example `password`. */
	readonly field: string;
	/** What is wrong with it, to be read after its name: "is empty". Never its value. */
	readonly cause: string;
	/** The same for people, in no language yet. */
	readonly told: Sentence;
}

/**
 * The first thing that makes a connection pointless. Asked before every attempt, since the library below would take
 * some of these silently (a NUL cuts a password short), retry others for ever without sending a byte, and go to
 * localhost for an empty host.
 */
export const flawOf = (broker: Broker): Flaw | undefined =>
	hostFlaw(broker.host) ??
	portFlaw(broker.port) ??
	(allowedAnonymous(broker) ? undefined : credentialsFlaw(broker)) ??
	textFlaw("client_id", broker.client_id) ??
	willFlaw(broker) ??
	secondsFlaw("keepalive", broker.keepalive) ??
	(Number.isInteger(broker.keepalive ?? 15)
		? undefined
		: flaw("keepalive", "is not a whole number of seconds", mend("flaw_whole_seconds"))) ??
	secondsFlaw("connect_timeout", broker.connect_timeout) ??
	secondsFlaw("publish_timeout", broker.publish_timeout) ??
	(broker.tls === undefined ? undefined : tlsFlaw(broker.tls));

const flaw = (field: string, cause: string, told: Sentence): Flaw => ({ field, cause, told });

const hostFlaw = (host: unknown): Flaw | undefined => {
	if (typeof host !== "string" || host === "") return flaw("host", "is missing", mend("flaw_missing"));
	if (/[\s\p{Cc}]/u.test(host)) return flaw("host", "contains a space", mend("flaw_space"));
	return isIP(host) === 0 && /[/@:[\]]/.test(host)
		? flaw("host", "is an address, not a host name", mend("flaw_address"))
		: undefined;
};

const portFlaw = (port: unknown): Flaw | undefined =>
	Number.isInteger(port) && Number(port) >= 1 && Number(port) <= 65_535
		? undefined
		: flaw("port", "is not between 1 and 65535", mend("flaw_port"));

/** Half a login is none, and never a reason to come as nobody. */
const allowedAnonymous = ({ anonymous, username, password }: Broker): boolean =>
	anonymous === true && username === "" && password === "";

const credentialsFlaw = ({ username, password }: Credentials): Flaw | undefined =>
	textFlaw("username", username) ?? textFlaw("password", password);

const textFlaw = (field: string, text: unknown): Flaw | undefined => {
	if (text === undefined || text === null) return flaw(field, "is missing", mend("flaw_missing"));
	if (typeof text !== "string") return flaw(field, "is not text", mend("flaw_not_text"));
	if (text === "") return flaw(field, "is empty", mend("flaw_empty"));
	if (text.trim() === "") return flaw(field, "is only spaces", mend("flaw_spaces"));
	if (text.includes("\0")) return flaw(field, "contains a NUL character", mend("flaw_nul"));
	if (/\p{Cc}/u.test(text))
		return flaw(field, "contains a control character (perhaps a line end from a file)", mend("flaw_control"));
	if (!text.isWellFormed()) return flaw(field, "is not valid Unicode", mend("flaw_unicode"));
	return Buffer.byteLength(text) > MAX_STRING
		? flaw(field, "is longer than 65535 bytes", mend("flaw_long"))
		: undefined;
};

const willFlaw = ({ will }: Broker): Flaw | undefined => {
	const bad = topicFlaw(will.topic);
	if (bad !== undefined) return flaw("will", `has a topic that ${bad}`, mend("flaw_will"));
	return Buffer.byteLength(will.payload) > Math.min(MAX_PAYLOAD, MAX_STRING)
		? flaw("will", "is too long", mend("flaw_will"))
		: undefined;
};

const secondsFlaw = (field: string, value: number | undefined): Flaw | undefined =>
	value === undefined || (value > 0 && value <= 65_535)
		? undefined
		: flaw(field, "is not between 1 and 65535 seconds", mend("flaw_seconds"));

/** A file that is no certificate would be ignored without a word, and then every broker be called untrusted. */
const tlsFlaw = ({ ca, cert, key }: Tls): Flaw | undefined => {
	if (ca !== undefined && !isCertificate(ca)) return flaw("ca", "is not a PEM certificate", mend("flaw_certificate"));
	if (cert !== undefined && !isCertificate(cert))
		return flaw("cert", "is not a PEM certificate", mend("flaw_certificate"));
	if (cert !== undefined && key === undefined) return flaw("key", "is missing beside cert", mend("flaw_no_key"));
	if (key !== undefined && cert === undefined) return flaw("cert", "is missing beside key", mend("flaw_no_cert"));
	if (cert === undefined || key === undefined) return undefined;
	try {
		createSecureContext({ cert, key });
		return undefined;
	} catch {
		return flaw("key", "does not belong to cert, or is not a PEM key", mend("flaw_key"));
	}
};

const isCertificate = (pem: string): boolean => {
	try {
		return new X509Certificate(pem) !== undefined;
	} catch {
		return false;
	}
};
