import { describe, expect, it, test } from "@jest/globals";
import fc from "fast-check";
import { classify, detailOf, type Evidence } from "#mqtt/classify.ts";
import { FAILURES, type FailureClass } from "#mqtt/failure.ts";

const login: Evidence["sent"] = { username: true, password: true, tls: false, client_certificate: false };
const nothing: Evidence["sent"] = { username: false, password: false, tls: false, client_certificate: false };
const certificate = { ...login, tls: true, client_certificate: true };

const failed = (code: string | number | undefined, message = "") =>
	Object.assign(new Error(message), code === undefined ? {} : { code });
const atLogin = (error: unknown, sent = login): Evidence => ({ phase: "before-connack", sent, protocol: 5, error });
const atWork = (error: unknown, disconnect_reason?: number): Evidence => ({
	phase: "connected",
	sent: login,
	protocol: 5,
	error,
	...(disconnect_reason === undefined ? {} : { disconnect_reason }),
});

describe("classify, by the broker's answer to the login", () => {
	const table: readonly (readonly [readonly number[], Evidence["sent"], FailureClass])[] = [
		[[4, 5, 134, 135], login, "credentials-rejected"],
		[[4, 5, 134, 135], nothing, "not-authorized"],
		[[1, 132], login, "protocol-unsupported"],
		[[2, 133], login, "client-id-rejected"],
		[[3, 136, 137, 151, 159], login, "broker-busy"],
		[[138], login, "banned"],
		[[128, 131, 140, 144, 154, 157], login, "connection-refused"],
	];
	// #having-sent
	test.each(table)("%j, having sent %j, is %s", (codes, sent, wanted) => {
		for (const code of codes) expect(classify(atLogin(failed(code), sent))).toBe(wanted);
	});
});

describe("classify, by the error", () => {
	const table: readonly (readonly [string, Evidence, FailureClass])[] = [
		["port closed", atLogin(failed("ECONNREFUSED")), "unreachable"],
		["name unknown", atLogin(failed("ENOTFOUND")), "unreachable"],
		["name server down", atLogin(failed("EAI_AGAIN")), "unreachable"],
		[
			"two addresses, both closed",
			atLogin(new AggregateError([failed("ECONNREFUSED", "::1"), failed("ECONNREFUSED")], "")),
			"unreachable",
		],
		["no answer to the first packet", atLogin(failed("ETIMEDOUT")), "timeout"],
		["no answer to the login", atLogin(failed(undefined, "connack timeout")), "timeout"],
		["closed without a word", atLogin(undefined), "dropped-before-connack"],
		["reset before the login was answered", atLogin(failed("ECONNRESET", "read ECONNRESET")), "wrong-port-or-tls-mode"],
		["reset while connected", atWork(failed("ECONNRESET", "read ECONNRESET")), "dropped"],
		["closed while connected", atWork(undefined), "dropped"],
		["closed by an administrator", atWork(undefined, 152), "dropped"],
		["taken over", atWork(undefined, 142), "taken-over"],
		["taken over, and reset", atWork(failed("ECONNRESET"), 142), "taken-over"],
		["keepalive", atWork(failed(undefined, "Keepalive timeout")), "dropped"],
		["a web server", atLogin(failed(undefined, "Invalid header flag bits, must be 0x0 for puback packet")), "not-mqtt"],
		["a bad packet while connected", atWork(failed(undefined, "Invalid puback reason code")), "protocol-error"],
		["a packet the client refused", atWork(failed(147, "Receive Maximum exceeded")), "protocol-error"],
		["wrong authority", atLogin(failed("UNABLE_TO_VERIFY_LEAF_SIGNATURE")), "tls-untrusted"],
		["wrong authority with its root", atLogin(failed("SELF_SIGNED_CERT_IN_CHAIN")), "tls-untrusted"],
		["wrong authority with intermediate", atLogin(failed("UNABLE_TO_GET_ISSUER_CERT_LOCALLY")), "tls-untrusted"],
		["self-signed", atLogin(failed("DEPTH_ZERO_SELF_SIGNED_CERT")), "tls-untrusted"],
		["the broker's certificate has ended", atLogin(failed("CERT_HAS_EXPIRED")), "tls-expired"],
		["the broker's certificate has not begun", atLogin(failed("CERT_NOT_YET_VALID")), "tls-expired"],
		["another name", atLogin(failed("ERR_TLS_CERT_ALTNAME_INVALID")), "tls-hostname"],
		[
			"no client certificate, TLS 1.3",
			atLogin(failed("ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED")),
			"tls-client-cert-required",
		],
		["no client certificate, TLS 1.2", atLogin(failed("EPROTO", "x:SSL alert number 40")), "tls-client-cert-required"],
		[
			"handshake failure though a certificate was sent",
			atLogin(failed("EPROTO", "x:SSL alert number 40"), certificate),
			"tls-version",
		],
		[
			"our certificate has ended",
			atLogin(failed("ERR_SSL_SSLV3_ALERT_CERTIFICATE_EXPIRED"), certificate),
			"tls-client-cert-rejected",
		],
		[
			"our certificate is of another authority",
			atLogin(failed("ERR_SSL_TLSV1_ALERT_UNKNOWN_CA"), certificate),
			"tls-client-cert-rejected",
		],
		[
			"our certificate is for servers",
			atLogin(failed("ERR_SSL_SSLV3_ALERT_UNSUPPORTED_CERTIFICATE"), certificate),
			"tls-client-cert-rejected",
		],
		[
			"our certificate, TLS 1.2",
			atLogin(failed("EPROTO", "x:SSL alert number 48"), certificate),
			"tls-client-cert-rejected",
		],
		[
			"our certificate has ended, TLS 1.2",
			atLogin(failed("EPROTO", "x:SSL alert number 45"), certificate),
			"tls-client-cert-rejected",
		],
		["version, alert 70", atLogin(failed("EPROTO", "x:SSL alert number 70")), "tls-version"],
		["version, alert 80", atLogin(failed("EPROTO", "x:SSL alert number 80")), "tls-version"],
		["plain text where TLS was expected", atLogin(failed("ERR_SSL_WRONG_VERSION_NUMBER")), "wrong-port-or-tls-mode"],
		["another TLS error", atLogin(failed("ERR_SSL_BAD_SIGNATURE")), "tls-failed"],
		["a key that is not the certificate's", atLogin(failed("ERR_OSSL_X509_KEY_VALUES_MISMATCH")), "config-invalid"],
	];
	test.each(table)("%s", (_case, evidence, wanted) => {
		expect(classify(evidence)).toBe(wanted);
	});

	it("knows a class for whatever is thrown at it", () => {
		fc.assert(
			fc.property(fc.anything(), fc.boolean(), (error, early) => {
				expect(FAILURES).toHaveProperty(classify(early ? atLogin(error) : atWork(error)));
				expect(typeof detailOf(error)).toBe("string");
			}),
		);
	});
});

describe("detailOf", () => {
	it("shows the names in a certificate that is for others", () => {
		const error = Object.assign(new Error("x"), {
			code: "ERR_TLS_CERT_ALTNAME_INVALID",
			cert: { subjectaltname: "DNS:b" },
		});
		expect(detailOf(error)).toBe("DNS:b");
	});

	it("finds the code in the parts of an error that has no message", () => {
		expect(detailOf(new AggregateError([failed("ECONNREFUSED")], ""))).toBe("ECONNREFUSED");
	});
});
