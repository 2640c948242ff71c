import { createPrivateKey, type X509Certificate } from "node:crypto";
import { join } from "node:path";
import { phrase, type Sentence } from "#model/sentences/sentence.ts";
import { caught } from "#model/untyped/caught.ts";
import { onDisk, type Place } from "../conf/place.ts";
import { mine, type Wanted } from "../files/file.ts";
import { authorityOf } from "../running/certified.ts";
import { certificateFlaw } from "../tls/certificate-flaw.ts";
import { isCertificateName } from "../tls/certificate-name.ts";
import { issued, newAuthority, type Pair } from "../tls/certificates.ts";
import { AUTHORITY, certificatesIn, namesIn, plainAddress, tlsFolder } from "../tls/trust.ts";

/** What a broker's certificates have to contain. */
export interface Certificates {
	/** Names and addresses of this machine, as the machine knows them. */
	readonly own: readonly string[];
	/** Names that the owner gave. Without any, those given earlier. */
	readonly named: readonly string[];
	/** Clients that get a certificate. */
	readonly clients: readonly string[];
	/** Renews only what ends soon or lacks a name. A certificate keeps the names it has. */
	readonly renew: boolean;
}

/** The files, and what they contain. */
export interface Made {
	/** In an order in which they may be written: a file comes before the one that names it. */
	readonly files: readonly Wanted[];
	/** PEM text of the authority. */
	readonly ca: string;
	readonly ca_path: string;
	/** Certificate and key of the server in one file, so that both change in one step. */
	readonly server_path: string;
	/** The server's certificate. */
	readonly server: X509Certificate;
	readonly fresh: boolean;
	readonly clients: readonly { readonly name: string; readonly cert_path: string; readonly key_path: string }[];
}

const DAY = 86_400_000;
/** Days before its end at which a certificate is renewed. */
export const SOON = 30;

/**
 * Certificates of the authority, the server and the clients. Existing good ones stay byte for byte. The authority is made
 * once and never again. Gives a sentence if that is not possible.
 */
export function certificatesFor(place: Place, wanted: Certificates, now: Date): Made | Sentence {
	const home = tlsFolder(place.config);
	const ca_path = join(home, AUTHORITY);
	const authority = authorityFor(place, ca_path, now);
	if ("code" in authority) return authority;
	const { named, names_path } = namedFor(home, wanted);
	const server = serverFor(place, authority, { ...wanted, named }, now);
	if ("code" in server) return server;
	const clients = wanted.clients.map((name) => ({
		name,
		cert_path: join(home, "clients", `${name}.crt`),
		key_path: join(home, "clients", `${name}.key`),
	}));
	const { uid, gid } = place.user;
	return {
		files: [
			{ path: join(home, "ca.key"), bytes: Buffer.from(authority.key), rights: mine(0o600) },
			{ path: ca_path, bytes: Buffer.from(authority.cert), rights: mine(0o644) },
			{ path: names_path, bytes: Buffer.from(named.map((name) => `${name}\n`).join("")), rights: mine(0o644) },
			...clients.flatMap((client) => clientFiles(client, authority, now)),
			// The broker reads it again at a SIGHUP, when it no longer runs as root.
			{ path: server.path, bytes: Buffer.from(server.text), rights: { uid, gid, mode: 0o600 } },
		],
		ca: authority.cert,
		ca_path,
		server_path: server.path,
		server: server.leaf,
		fresh: server.fresh,
		clients,
	};
}

/** The existing authority or a new one; a sentence if the existing one can no longer sign. */
function authorityFor(place: Place, path: string, now: Date): Pair | Sentence {
	const known = authorityOf(place);
	const authority = known ?? newAuthority(now);
	const [root] = certificatesIn(authority.cert);
	const keyless = known === undefined ? onDisk.read(path) !== undefined : root && !belongs(root, known.key);
	if (keyless) return phrase("authority_keyless", { path });
	return (root && certificateFlaw(root, path, now)) ?? authority;
}

/** Names given by the owner, now or earlier. */
function namedFor(home: string, { named }: Certificates) {
	const names_path = join(home, "names");
	const before = () => linesOf(onDisk.read(names_path) ?? "").filter(isCertificateName);
	return { names_path, named: named.length > 0 ? named : before() };
}

/** The server's certificate with its key. The existing one stays while it is valid and has all names. */
function serverFor(place: Place, authority: Pair, wanted: Certificates, now: Date) {
	const path = serverPath(place);
	const before = onDisk.read(path) ?? "";
	const ours = oursIn(before, authority);
	const names = namesFor(wanted, ours);
	const keep = ours !== undefined && lasts(ours, now) && fits(ours, names, wanted.renew);
	const text = keep ? before : written(issued(authority, { kind: "server", names }, now));
	const [leaf] = certificatesIn(text);
	return leaf === undefined ? phrase("unreadable", { path }) : { path, text, leaf, fresh: !keep };
}

/** Certificate and key of the server. */
export const serverPath = ({ config }: Pick<Place, "config">): string => join(tlsFolder(config), "server.pem");

/** Clients whose certificate ends soon, with the days left. */
export function endingSoon({ config }: Place, now: Date): readonly { readonly name: string; readonly days: number }[] {
	const home = join(tlsFolder(config), "clients");
	return onDisk.names(home).flatMap((file) => {
		const [leaf] = file.endsWith(".crt") ? certificatesIn(onDisk.read(join(home, file)) ?? "") : [];
		const days = leaf === undefined ? Number.POSITIVE_INFINITY : daysOf(leaf, now);
		return days < SOON ? [{ name: file.replace(/\.crt$/, ""), days }] : [];
	});
}

/** Whole days until it ends. */
export const daysOf = ({ validTo }: X509Certificate, now: Date): number =>
	Math.floor((Date.parse(validTo) - now.getTime()) / DAY);

function namesFor({ own, named, renew }: Certificates, leaf: X509Certificate | undefined): readonly string[] {
	// If the network is down during a renewal, an address must not get lost.
	const known = renew && leaf !== undefined ? namesIn(leaf) : [];
	return [...new Map([...named, ...own, ...known].map((name) => [plainAddress(name), name.toLowerCase()])).values()];
}

function fits(leaf: X509Certificate, names: readonly string[], renew: boolean): boolean {
	const has = new Set(namesIn(leaf).map(plainAddress));
	return names.every((name) => has.has(plainAddress(name))) && (renew || has.size === names.length);
}

/** A certificate of our authority, with its key. */
function oursIn(text: string, { cert }: Pair): X509Certificate | undefined {
	const [leaf] = certificatesIn(text);
	const [ca] = certificatesIn(cert);
	if (leaf === undefined || ca === undefined || !leaf.verify(ca.publicKey)) return undefined;
	return belongs(leaf, text) ? leaf : undefined;
}

const lasts = (leaf: X509Certificate, now: Date): boolean => daysOf(leaf, now) >= SOON;

const belongs = (leaf: X509Certificate, key: string): boolean =>
	caught(() => leaf.checkPrivateKey(createPrivateKey(key)), false);

function clientFiles(
	{ name, cert_path, key_path }: Made["clients"][number],
	authority: Pair,
	now: Date,
): readonly Wanted[] {
	const [cert, key] = [onDisk.read(cert_path) ?? "", onDisk.read(key_path) ?? ""];
	const ours = oursIn(`${cert}${key}`, authority);
	const pair =
		ours !== undefined && lasts(ours, now) ? { cert, key } : issued(authority, { kind: "client", name }, now);
	return [
		{ path: key_path, bytes: Buffer.from(pair.key), rights: mine(0o600) },
		{ path: cert_path, bytes: Buffer.from(pair.cert), rights: mine(0o644) },
	];
}

const written = ({ cert, key }: Pair): string => `${cert}${key}`;

const linesOf = (text: string): readonly string[] => text.split("\n").filter((line) => line !== "");
