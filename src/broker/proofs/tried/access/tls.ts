import type { Socket } from "node:net";
import { TLSSocket } from "node:tls";
import { detail, says } from "#model/sentences/sentence.ts";
import type { Broker } from "#mqtt/broker.ts";
import { against, broken, noted, ok, type Proof, placeOf, type Result, skipped } from "../../proof.ts";
import { openSocket } from "../../trying/open-socket.ts";

/** Days that a person needs to renew a certificate. */
const SOON = 14;
const DAY = 86_400_000;

/** The connection is encrypted, and the certificate is the broker's. */
export const tls: Proof = {
	id: "tls",
	needs: ["tcp"],
	costs: 10,
	run: against(async ({ broker }) => {
		if (broker.tls === undefined) return skipped("not-configured", says("tls_off"), says("tls_off_mend"));
		const dialling = await openSocket(broker, certificate);
		if (dialling.kind === "down") return broken(triedWith(broker), dialling.class, dialling.detail);
		return shown(broker, dialling.seen);
	}),
};

const triedWith = (broker: Broker) => says("tried_handshake", { place: placeOf(broker) });

interface Seen {
	readonly version: string;
	readonly names: string;
	readonly issuer: string;
	/** Whole days until it ends. */
	readonly days: number;
}

function certificate(socket: Socket): Seen | undefined {
	if (!(socket instanceof TLSSocket)) return undefined;
	const { subject, subjectaltname, issuer, valid_to } = socket.getPeerCertificate();
	return {
		version: socket.getProtocol() ?? "TLS",
		names: subjectaltname ?? nameIn(subject),
		issuer: nameIn(issuer),
		days: Math.floor((Date.parse(valid_to) - Date.now()) / DAY),
	};
}

const nameIn = ({ CN, O }: { readonly CN?: string | string[]; readonly O?: string | string[] }) =>
	[CN ?? O ?? "–"].flat().join(", ");

function shown(broker: Broker, seen: Seen | undefined): Result {
	// Then the handshake above would already have failed.
	if (seen === undefined) return broken(triedWith(broker), "tls-failed", detail("not_encrypted"));
	const { version, names, issuer, days } = seen;
	const message = says("certificate", { version, names: names.slice(0, 200), issuer, days });
	const facts = { version, names, issuer, days };
	return days < SOON ? noted("tls-expires-soon", message, says("certificate_mend"), facts) : ok(message, facts);
}
