import { fieldOf } from "#model/untyped/untyped.ts";
import type { Action, Broker, Protocol } from "./broker.ts";
import type { FailureClass } from "./failure.ts";

/** What is known about a connection that ended. */
export interface Evidence {
	readonly phase: "before-connack" | "connected";
	/** Which credentials we sent. Brokers do not say which of them was wrong. */
	readonly sent: {
		readonly username: boolean;
		readonly password: boolean;
		readonly tls: boolean;
		readonly client_certificate: boolean;
	};
	readonly protocol: Protocol;
	/** What was thrown or emitted: socket and TLS errors of Node, errors of MQTT.js with or without a numeric `code`. */
	readonly error?: unknown;
	/** The reason in the broker's DISCONNECT packet (MQTT 5, 3.14.2.1). */
	readonly disconnect_reason?: number;
}

/** Which credentials we send to this broker. */
export const shownBy = ({ username, password, tls }: Broker): Evidence["sent"] => ({
	username: username !== "",
	password: password !== "",
	tls: tls !== undefined,
	client_certificate: tls?.cert !== undefined,
});

/** The class of a failure. It never claims more than the broker said. */
export const classify = (evidence: Evidence): FailureClass => {
	if (evidence.disconnect_reason === SESSION_TAKEN_OVER) return "taken-over";
	const before = evidence.phase === "before-connack";
	const { code, message } = anatomy(evidence.error);
	if (evidence.error === undefined) return before ? "dropped-before-connack" : "dropped";
	if (typeof code === "number") return before ? ofConnack(code, evidence) : "protocol-error";
	if (code !== undefined) return ofCode(code, message, evidence);
	if (/connack timeout/i.test(message)) return "timeout";
	if (/keepalive timeout/i.test(message)) return "dropped";
	// Errors without a code come from the packet parser.
	return before ? "not-mqtt" : "protocol-error";
};

/** The connection ended because nothing arrived any more. In a takeover the broker would have closed it. */
export const fellSilent = ({ error }: Evidence): boolean => {
	const { code, message } = anatomy(error);
	return code === "ETIMEDOUT" || (code === undefined && /keepalive timeout/i.test(message));
};

/** The class of a refused message or subscription (MQTT 5, 3.4.2.1 and 3.9.3; 3.1.1, 3.9.3). */
export const refusalClass = (action: Action, code: number): "acl-denied" | "message-refused" =>
	code === NOT_AUTHORIZED || (action === "subscribe" && code === UNSPECIFIED) ? "acl-denied" : "message-refused";

/** What may be shown of an error: its code, and the names in a certificate that was issued for other names. */
export const detailOf = (error: unknown): string => {
	const { code, message } = anatomy(error);
	const names = certified(error);
	if (code === "ERR_TLS_CERT_ALTNAME_INVALID" && names !== undefined) return names.slice(0, 200);
	return code === undefined ? message.slice(0, 100) : String(code);
};

interface Anatomy {
	readonly code?: string | number;
	readonly message: string;
}
/** A name with an IPv4 and an IPv6 address fails with an AggregateError, whose cause is in its parts. */
const anatomy = (error: unknown): Anatomy => {
	const [code, parts, message] = ["code", "errors", "message"].map((name) => fieldOf(error, name));
	const known = typeof code === "string" || typeof code === "number";
	if (!known && Array.isArray(parts) && parts.length > 0) return anatomy(parts[0]);
	return { ...(known && { code }), message: typeof message === "string" ? message : "" };
};

/** The names in the certificate, which Node put into the error. */
const certified = (error: unknown): string | undefined => {
	const names = fieldOf(fieldOf(error, "cert"), "subjectaltname");
	return typeof names === "string" ? names : undefined;
};

const SESSION_TAKEN_OVER = 142;
const NOT_AUTHORIZED = 135;
/** The only error code of a SUBACK in 3.1.1. */
const UNSPECIFIED = 128;

/** CONNACK codes of MQTT 3.1.1 (3.2.2.3) and MQTT 5 (3.2.2.2). */
const CONNACKS: ReadonlyMap<number, FailureClass> = new Map([
	...answers("protocol-unsupported", 1, 132),
	...answers("client-id-rejected", 2, 133),
	...answers("broker-busy", 3, 136, 137, 151, 159),
	...answers("credentials-rejected", 4, 5, 134, 135),
	...answers("banned", 138),
]);
function answers(name: FailureClass, ...codes: readonly number[]) {
	return codes.map((code) => [code, name] as const);
}

const ofConnack = (code: number, { sent }: Evidence): FailureClass => {
	const known = CONNACKS.get(code) ?? "connection-refused";
	return known === "credentials-rejected" && !sent.username && !sent.password ? "not-authorized" : known;
};

const CODES: ReadonlyMap<string, FailureClass> = new Map<string, FailureClass>([
	...listed(
		"unreachable",
		"ECONNREFUSED ENOTFOUND EAI_AGAIN EHOSTUNREACH EHOSTDOWN ENETUNREACH ENETDOWN EADDRNOTAVAIL",
	),
	...listed("unreachable", "EACCES EPERM"),
	...listed("tls-untrusted", "UNABLE_TO_VERIFY_LEAF_SIGNATURE SELF_SIGNED_CERT_IN_CHAIN DEPTH_ZERO_SELF_SIGNED_CERT"),
	...listed("tls-untrusted", "UNABLE_TO_GET_ISSUER_CERT UNABLE_TO_GET_ISSUER_CERT_LOCALLY CERT_UNTRUSTED CERT_REVOKED"),
	...listed("tls-untrusted", "INVALID_CA CERT_REJECTED CERT_SIGNATURE_FAILURE INVALID_PURPOSE CERT_CHAIN_TOO_LONG"),
	...listed("tls-expired", "CERT_HAS_EXPIRED CERT_NOT_YET_VALID"),
	...listed("tls-hostname", "ERR_TLS_CERT_ALTNAME_INVALID"),
	...listed("tls-client-cert-required", "ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED"),
	...listed(
		"tls-version",
		"ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION ERR_SSL_UNSUPPORTED_PROTOCOL ERR_SSL_NO_PROTOCOLS_AVAILABLE",
	),
	...listed(
		"wrong-port-or-tls-mode",
		"ERR_SSL_WRONG_VERSION_NUMBER ERR_SSL_PACKET_LENGTH_TOO_LONG ERR_SSL_HTTP_REQUEST",
	),
]);
function listed(name: FailureClass, codes: string): readonly (readonly [string, FailureClass])[] {
	return codes.split(" ").map((code) => [code, name] as const);
}

const ofCode = (code: string, message: string, evidence: Evidence): FailureClass => {
	const before = evidence.phase === "before-connack";
	const known = CODES.get(code);
	if (known !== undefined) return known;
	if (code === "ETIMEDOUT") return before ? "timeout" : "dropped";
	if (code.startsWith("ERR_OSSL_") || code.startsWith("ERR_INVALID_") || code.startsWith("ERR_SOCKET_BAD_PORT"))
		return "config-invalid";
	if (code === "EPROTO" || code.startsWith("ERR_SSL_")) return ofAlert(code, message, evidence);
	if (code === "ECONNRESET" || code === "EPIPE") return before ? "wrong-port-or-tls-mode" : "dropped";
	return before ? "dropped-before-connack" : "dropped";
};

/**
 * TLS alerts the broker sent to us (RFC 8446, 6.2): 1.3 names them in the code, 1.2 gives their number in the text.
 * "Certificate expired" said by the broker is about our certificate, not about its own.
 */
const ofAlert = (code: string, message: string, { sent }: Evidence): FailureClass => {
	const alert = Number(/alert number (\d+)/i.exec(message)?.[1] ?? Number.NaN);
	const is = (numbers: readonly number[], names: RegExp) => numbers.includes(alert) || names.test(code);
	if (is([42, 43, 44, 45, 46, 48], /ALERT_(BAD_|UNSUPPORTED_)?CERTIFICATE|ALERT_UNKNOWN_CA/))
		return "tls-client-cert-rejected";
	if (is([70, 71, 80], /ALERT_(PROTOCOL_VERSION|INSUFFICIENT_SECURITY|INTERNAL_ERROR)/)) return "tls-version";
	// TLS 1.2 says "handshake failure" for a missing certificate. If one was sent, the cause is another.
	if (is([40, 116], /ALERT_HANDSHAKE_FAILURE/))
		return sent.client_certificate ? "tls-version" : "tls-client-cert-required";
	return "tls-failed";
};
