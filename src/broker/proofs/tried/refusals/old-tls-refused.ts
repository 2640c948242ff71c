import { connect } from "node:tls";
import { type Sentence, says } from "#model/sentences/sentence.ts";
import { errorCode } from "#model/untyped/error-code.ts";
import type { Broker } from "#mqtt/broker.ts";
import { secured } from "#mqtt/wire/dial.ts";
import { against, fail, noted, ok, PATIENCE, type Proof, placeOf, type Result, skipped } from "../../proof.ts";
import { firstAnswer } from "../../trying/first-answer.ts";

/** TLS 1.0 and 1.1 are refused; RFC 8996 forbids them. Nothing is sent inside them. */
export const oldTlsRefused: Proof = {
	id: "old_tls_refused",
	needs: ["tls"],
	costs: 10,
	run: against(async ({ broker }) => {
		if (broker.tls === undefined) return skipped("not-configured", says("not_without_tls"));
		return judged(says("offered_old", { place: placeOf(broker) }), await offered(broker, broker.tls));
	}),
};

type Answer =
	| { readonly kind: "agreed"; readonly version: string }
	/** A fatal alert from the broker. */
	| { readonly kind: "alert"; readonly number: number }
	| { readonly kind: "unable"; readonly code: string }
	| { readonly kind: "nothing" };

function judged(tried: Sentence, answer: Answer): Result {
	switch (answer.kind) {
		case "agreed":
			return fail(
				"old-tls-accepted",
				[tried, says("agreed_old", { version: answer.version })],
				says("agreed_old_mend"),
			);
		case "alert":
			// A missing certificate, or no common cipher, says nothing about the version.
			if (REFUSALS.has(answer.number)) return ok([tried, says("refused_alert", { alert: answer.number })]);
			return noted("not-proven", [tried, says("other_alert", { alert: answer.number })], ASK);
		case "unable":
			return noted("not-proven", says("cannot_offer_old", { detail: answer.code }), ASK);
		case "nothing":
			return noted("not-proven", [tried, says("no_clear_refusal")], ASK);
	}
}

const ASK = says("ask_for_new_tls");

/** protocol_version, insufficient_security, and internal_error, which OpenSSL sends for what its security level forbids. */
const REFUSALS: ReadonlySet<number> = new Set([70, 71, 80]);
/** Alerts that newer handshakes report by name instead of number. */
const NAMED: readonly (readonly [string, number])[] = [
	["ALERT_PROTOCOL_VERSION", 70],
	["ALERT_INSUFFICIENT_SECURITY", 71],
	["ALERT_INTERNAL_ERROR", 80],
];

const offered = ({ host, port }: Broker, tls: NonNullable<Broker["tls"]>): Promise<Answer> =>
	firstAnswer<Answer>(PATIENCE / 2, { kind: "nothing" }, (settle) => {
		try {
			const socket = connect({
				...secured(host, port, tls),
				minVersion: "TLSv1",
				maxVersion: "TLSv1.1",
				// OpenSSL offers the old versions only at this level (SSL_CTX_set_security_level(3)).
				ciphers: "ALL:@SECLEVEL=0",
				// The step `tls` checked the server's identity, and nothing is sent here.
				rejectUnauthorized: false,
			});
			const agreed = () => settle({ kind: "agreed", version: socket.getProtocol() ?? "TLS 1.0/1.1" });
			socket.once("secureConnect", agreed).on("error", (failed) => settle(answerIn(failed)));
			return socket.once("close", () => settle({ kind: "nothing" }));
		} catch (failed) {
			settle({ kind: "unable", code: errorCode(failed) ?? "–" });
			return undefined;
		}
	});

function answerIn(failed: Error): Answer {
	const code = errorCode(failed) ?? "–";
	const numbered = /alert number (\d+)/i.exec(failed.message)?.[1];
	if (numbered !== undefined) return { kind: "alert", number: Number(numbered) };
	const named = NAMED.find(([name]) => code.includes(name));
	if (named !== undefined) return { kind: "alert", number: named[1] };
	return /NO_PROTOCOLS|NO_CIPHERS|LIBRARY_BUG|INVALID_PROTOCOL/.test(code)
		? { kind: "unable", code }
		: { kind: "nothing" };
}
