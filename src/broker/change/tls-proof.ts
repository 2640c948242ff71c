import { isIP } from "node:net";
import { TLSSocket } from "node:tls";
import { phrase, type Sentence } from "#model/sentences/sentence.ts";
import type { Trouble } from "../files/trouble.ts";
import type { Context, Proof } from "../proofs/proof.ts";
import { tls } from "../proofs/tried/access/tls.ts";
import { oldTlsRefused } from "../proofs/tried/refusals/old-tls-refused.ts";
import { plaintextRefused } from "../proofs/tried/refusals/plaintext-refused.ts";
import { openSocket } from "../proofs/trying/open-socket.ts";
import type { ProbeClientIds } from "../proofs/trying/own/probe-client-id.ts";
import { type Door, firstTrouble, strangersRefused, targetAt, written } from "../running/strangers.ts";
import { calledBy, namesIn } from "../tls/trust.ts";
import type { Made } from "./tls-files.ts";

/**
 * Whether this listener is as it should be: it shows our certificate under each of its names, verified with our authority,
 * and accepts neither old TLS nor plain MQTT. Strangers must be refused at every listener. Gives the first failure.
 */
export async function tlsProven(
	doors: readonly Door[],
	port: number,
	{ ca, server }: Pick<Made, "ca" | "server">,
	clientIds: ProbeClientIds,
): Promise<Trouble | undefined> {
	const door = doors.find((one) => one.tls && one.port === port);
	if (door === undefined) return { message: phrase("no_tls", { port }), remedy: SEE_LOG };
	const names = namesIn(server)
		.map(calledBy)
		.filter((name) => isIP(name) === 0);
	// The listener is reached by its address, and by each name as well.
	const ways = [{ ...door, ca }, ...names.map((servername) => ({ ...door, ca, servername }))];
	const named = (way: Door) => (seen: string) =>
		phrase("unproven_name", { door: written(way), name: way.servername ?? way.host, seen });
	const refused = (seen: string) => phrase("unproven_old_tls", { door: written(door), seen });
	const encrypted = (seen: string) => phrase("unproven_plain", { door: written(door), seen });
	return (
		(await firstTrouble(ways, (way) => shown(tls, way, named(way), clientIds))) ??
		(await sameCertificate({ ...door, ca }, server.fingerprint256, clientIds)) ??
		(await shown(oldTlsRefused, { ...door, ca }, refused, clientIds)) ??
		(await shown(plaintextRefused, { ...door, ca }, encrypted, clientIds)) ??
		(await strangersRefused(doors, clientIds))
	);
}

const anonymous = { username: "", password: "" };

async function shown(
	proof: Proof,
	door: Door,
	unproven: (seen: string) => Sentence,
	clientIds: ProbeClientIds,
): Promise<Trouble | undefined> {
	const context: Context = { options: { summary: [], problems: [] }, target: targetAt(door, anonymous, clientIds) };
	const result = await proof.run(context);
	if (result.status === "ok" && result.class === "ok") return undefined;
	return { message: unproven(result.class), remedy: SEE_LOG };
}

/** A broker that did not read its files again shows the old certificate. */
async function sameCertificate(
	door: Door,
	fingerprint: string,
	clientIds: ProbeClientIds,
): Promise<Trouble | undefined> {
	const { broker } = targetAt(door, anonymous, clientIds);
	const dialling = await openSocket(broker, (socket) =>
		socket instanceof TLSSocket ? socket.getPeerCertificate().fingerprint256 : undefined,
	);
	if (dialling.kind === "up" && dialling.seen === fingerprint) return undefined;
	return { message: phrase("other_certificate", { door: written(door) }), remedy: SEE_LOG };
}

const SEE_LOG = phrase("log_end");
