import { phrase, type Sentence } from "#model/sentences/sentence.ts";
import { certificatesFor, daysOf, endingSoon, type Made, SOON, serverPath } from "../change/tls-files.ts";
import { tlsProven } from "../change/tls-proof.ts";
import { type Conf, confOf } from "../conf/conf.ts";
import { onDisk, type Place } from "../conf/place.ts";
import { mine } from "../files/file.ts";
import { clientIdsIn } from "../proofs/trying/own/own-logins.ts";
import { certifiedDoors } from "../running/certified.ts";
import { accepts, doorsOf } from "../running/restart.ts";
import { tlsPort, withTls } from "../tls/tls-listener.ts";
import { configFiles } from "./config-files.ts";
import type { Plan, Refusal } from "./plan.ts";
import { ownNames } from "./tls-names.ts";

/** What was asked for, and where the commands record their own logins. */
export interface Securing {
	/** Additional names and addresses of the broker. */
	readonly names: readonly string[];
	readonly port: number | undefined;
	readonly address: string | undefined;
	/** Closes all other ports on the network. */
	readonly only: boolean;
	/** Renews only what ends soon or lacks a name. */
	readonly renew: boolean;
	/** `false` undoes it; undefined leaves it. */
	readonly require_certificate: boolean | undefined;
	/** Clients that get a certificate. */
	readonly clients: readonly string[];
	/** A file that gets a copy of the authority. */
	readonly copy: string | undefined;
	readonly backups: string;
}

const PORT = 8883;

/** Sets up a certificate authority for the house, a certificate for the broker, and a listener with TLS. */
export async function securing(place: Place, asked: Securing): Promise<Plan | Refusal> {
	const conf = confOf(place.config, onDisk);
	const known = tlsPort(conf, serverPath(place));
	const { renew, only, copy, clients } = asked;
	if (renew && known === undefined) return { remedy: [phrase("no_tls_to_renew")] };
	const wanted = { own: ownNames(conf, asked.address), named: asked.names, clients, renew };
	const made = certificatesFor(place, wanted, new Date());
	if ("code" in made) return { remedy: [made] };
	const port = asked.port ?? known ?? PORT;
	const changed = listening(conf, port, made, asked);
	if ("code" in changed) return { remedy: [changed] };
	const config = await configFiles(changed, place);
	const copied = copy === undefined ? [] : [{ path: copy, bytes: Buffer.from(made.ca), rights: mine(0o644) }];
	return {
		why: renew ? "tls-renew" : "tls",
		takes_away: only,
		files: [...made.files, ...copied, ...config],
		// A new certificate alone is loaded without disconnecting clients.
		activate: config.length === 0 ? "reload" : "restart",
		doors: "tried",
		prove: proving(place, port, made, asked.backups),
		said: said(made, port, copy, asked, place),
		facts: factsOf(made, port),
	};
}

const listening = (
	conf: Conf,
	port: number,
	{ server_path, ca_path }: Made,
	{ address, require_certificate, only }: Securing,
) =>
	withTls(conf, {
		port,
		...(address !== undefined && { address }),
		server_path,
		ca_path,
		...(require_certificate !== undefined && { require_certificate }),
		only,
	});

/** The port speaks TLS correctly, and former plain ports no longer answer. */
function proving(place: Place, port: number, made: Made, backups: string): Plan["prove"] {
	const before = doorsOf(place).filter(({ tls }) => !tls);
	return async () => {
		const doors = certifiedDoors(place);
		const closed = before.filter((old) => !doors.some(({ port, tls }) => port === old.port && !tls));
		for (const { host, port } of closed)
			if (await accepts(host, port)) return { message: phrase("port_still_plain", { port }) };
		return tlsProven(doors, port, made, clientIdsIn(backups));
	};
}

const factsOf = ({ ca_path, server, fresh, clients }: Made, port: number) => ({
	port,
	ca: ca_path,
	names: server.subjectAltName ?? "",
	valid_to: new Date(server.validTo).toISOString(),
	renewed: fresh,
	clients,
});

function said(
	made: Made,
	port: number,
	copy: string | undefined,
	{ only, require_certificate }: Securing,
	place: Place,
): readonly Sentence[] {
	const now = new Date();
	const names = (made.server.subjectAltName ?? "").replaceAll(/DNS:|IP Address:/g, "");
	const certificate = { port, names, days: daysOf(made.server, now) };
	return [
		made.fresh ? phrase("tls_new", certificate) : phrase("tls_stands", certificate),
		...(only ? [phrase("tls_only")] : []),
		phrase("tls_for_app", { port, ca: copy ?? made.ca_path }),
		phrase("tls_for_others"),
		...made.clients.map(({ name, cert_path, key_path }) =>
			phrase("tls_client", { name, cert: cert_path, key: key_path }),
		),
		...(require_certificate === true ? [phrase("tls_certificate_required")] : []),
		...(require_certificate === false ? [phrase("tls_certificate_free", { port })] : []),
		...endingSoon(place, now)
			.filter(({ name }) => !made.clients.some((client) => client.name === name))
			.map(({ name, days }) => phrase("tls_client_ends", { name, days })),
		phrase("tls_renew", { days: SOON }),
	];
}
