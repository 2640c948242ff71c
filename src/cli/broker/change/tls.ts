import { hostname, networkInterfaces } from "node:os";
import { resolve } from "node:path";
import type { Machine } from "#app/machine.ts";
import {
	type Certificates,
	certificatesFor,
	daysOf,
	endingSoon,
	type Made,
	SOON,
	serverPath,
} from "#broker/change/tls-files.ts";
import { tlsProven } from "#broker/change/tls-proof.ts";
import { type Conf, confOf } from "#broker/conf/conf.ts";
import { listenersOf } from "#broker/conf/listeners.ts";
import { onDisk, type Place } from "#broker/conf/place.ts";
import { mine } from "#broker/files/file.ts";
import { clientIdsIn } from "#broker/proofs/trying/own-logins.ts";
import { certifiedDoors } from "#broker/running/certified.ts";
import { accepts, doorsOf } from "#broker/running/restart.ts";
import { isCertificateName } from "#broker/tls/certificate-name.ts";
import { tlsPort, withTls } from "#broker/tls/tls-listener.ts";
import { phrase, type Sentence } from "#model/sentences/sentence.ts";
import { type BrokerFlags, change, type Plan, type Refusal } from "./change.ts";
import { configFiles } from "./harden.ts";

export interface TlsFlags extends BrokerFlags {
	/** Names and addresses by which the broker is called, besides those that this machine knows of itself. */
	readonly name?: readonly string[];
	readonly port?: number;
	readonly address?: string;
	readonly only?: boolean;
	readonly renew?: boolean;
	/** `false` undoes it; absent: as it is. */
	readonly requireClientCertificate?: boolean;
	readonly client?: readonly string[];
	/** A file that gets a copy of the authority. */
	readonly caTo?: string;
}

const PORT = 8883;

/** An authority of the house's own, a certificate for the broker, and a listener that speaks TLS. */
export const brokerTls = (machine: Machine, flags: TlsFlags): Promise<number> =>
	change(machine, flags, (place) => planOf(machine, place, flags));

async function planOf(machine: Machine, place: Place, flags: TlsFlags): Promise<Plan | Refusal> {
	const conf = confOf(place.config, onDisk);
	const known = tlsPort(conf, serverPath(place));
	if (flags.renew && known === undefined) return { remedy: [phrase("no_tls_to_renew")] };
	const now = new Date();
	const made = await certificatesFor(place, certificatesIn(conf, flags), now);
	if ("code" in made) return { remedy: [made] };
	const port = flags.port ?? known ?? PORT;
	const changed = withTls(conf, {
		port,
		...(flags.address !== undefined && { address: flags.address }),
		server_path: made.server_path,
		ca_path: made.ca_path,
		...(flags.requireClientCertificate !== undefined && { require_certificate: flags.requireClientCertificate }),
		only: flags.only === true,
	});
	if ("code" in changed) return { remedy: [changed] };
	const config = await configFiles(changed, place);
	const copies = flags.caTo === undefined ? [] : [resolve(machine.cwd, flags.caTo)];
	const before = doorsOf(place).filter(({ tls }) => !tls);
	return {
		why: flags.renew ? "tls-renew" : "tls",
		takes_away: flags.only === true,
		files: [
			...made.files,
			...copies.map((path) => ({ path, bytes: Buffer.from(made.ca), rights: mine(0o644) })),
			...config,
		],
		// A new certificate alone is loaded without disconnecting clients.
		activate: config.length === 0 ? "reload" : "restart",
		doors: "tried",
		async prove() {
			const doors = await certifiedDoors(place);
			const closed = before.filter((old) => !doors.some(({ port, tls }) => port === old.port && !tls));
			for (const { host, port } of closed)
				if (await accepts(host, port)) return { message: phrase("port_still_plain", { port }) };
			return tlsProven(doors, port, made, clientIdsIn(flags.backups));
		},
		said: said(made, port, copies, flags, place),
		facts: {
			port,
			ca: made.ca_path,
			names: made.server.subjectAltName ?? "",
			valid_to: new Date(made.server.validTo).toISOString(),
			renewed: made.fresh,
			clients: made.clients,
		},
	};
}

function certificatesIn(conf: Conf, { name = [], client = [], renew, address }: TlsFlags): Certificates {
	const bound = listenersOf(conf).flatMap(({ bind }) =>
		bind === undefined || /^(?:0\.0\.0\.0|::)$/.test(bind) || !isCertificateName(bind) ? [] : [bind],
	);
	return {
		own: [...machineNames(), ...bound, ...(address === undefined ? [] : [address])],
		named: name,
		clients: client,
		renew: renew === true,
	};
}

/**
 * What this machine is called in its house: its name, alone and as mDNS has it, and its IPv4 addresses. Its IPv6 addresses
 * change too often to stand in a certificate; who uses one names it.
 */
function machineNames(): readonly string[] {
	const addresses = Object.values(networkInterfaces()).flatMap((all) =>
		(all ?? []).flatMap(({ family, address }) =>
			family === "IPv4" && !address.startsWith("169.254.") ? [address] : [],
		),
	);
	const name = hostname().toLowerCase();
	const own = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(name) ? [name, `${name}.local`] : [];
	return [...own, "localhost", "127.0.0.1", "::1", ...addresses.sort()];
}

function said(
	made: Made,
	port: number,
	copies: readonly string[],
	{ only, requireClientCertificate }: TlsFlags,
	place: Place,
): readonly Sentence[] {
	const now = new Date();
	const names = (made.server.subjectAltName ?? "").replaceAll(/DNS:|IP Address:/g, "");
	const certificate = { port, names, days: daysOf(made.server, now) };
	return [
		made.fresh ? phrase("tls_new", certificate) : phrase("tls_stands", certificate),
		...(only ? [phrase("tls_only")] : []),
		phrase("tls_for_app", { port, ca: copies[0] ?? made.ca_path }),
		phrase("tls_for_others"),
		...made.clients.map(({ name, cert_path, key_path }) =>
			phrase("tls_client", { name, cert: cert_path, key: key_path }),
		),
		...(requireClientCertificate === true ? [phrase("tls_certificate_required")] : []),
		...(requireClientCertificate === false ? [phrase("tls_certificate_free", { port })] : []),
		...endingSoon(place, now)
			.filter(({ name }) => !made.clients.some((client) => client.name === name))
			.map(({ name, days }) => phrase("tls_client_ends", { name, days })),
		phrase("tls_renew", { days: SOON }),
	];
}
