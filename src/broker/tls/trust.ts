import { X509Certificate } from "node:crypto";
import { isIP } from "node:net";
import { networkInterfaces } from "node:os";
import { dirname, join } from "node:path";
import { phrase, type Sentence } from "#model/sentences/sentence.ts";
import { caught } from "#model/untyped/caught.ts";
import type { Files, Line } from "../conf/conf.ts";
import { onDisk } from "../conf/place.ts";
import { certificateFlaw } from "./certificate-flaw.ts";
import { isCertificateName } from "./certificate-name.ts";

/** How to check a listener's certificate. */
export interface Trust {
	/** PEM text of its authority. If that is not on this machine, the certificate itself, which is then `pinned`. */
	readonly ca?: string;
	readonly pinned?: boolean;
	/** A name in the certificate, if it does not contain the address. */
	readonly servername?: string;
	/** An address of this machine in the certificate, if it contains neither a name nor the given address. */
	readonly host?: string;
	/** Why it cannot be checked with any broker. */
	readonly flaw?: Sentence;
	/** Why other clients would reject it. */
	readonly remark?: Sentence;
}

/** In the broker's TLS folder, and beside a listener's certificate. */
export const AUTHORITY = "ca.crt";

/** The folder of all files that `broker tls` makes. */
export const tlsFolder = (config: string): string => join(dirname(config), "tls");

/**
 * How to check the certificate of a listener with these settings at this address.
 * @param everywhere the listener accepts connections at every address of this machine
 */
export function trustIn(own: readonly Line[], host: string, everywhere: boolean, files: Files = onDisk): Trust {
	const path = own.find(({ key }) => key === "certfile")?.value;
	const chain = path === undefined ? [] : certificatesIn(files.read(path) ?? "");
	const [leaf] = chain;
	if (path === undefined || leaf === undefined) return {};
	const cafile = own.find(({ key }) => key === "cafile")?.value;
	const near = [join(dirname(path), AUTHORITY), ...(cafile === undefined ? [] : [cafile])];
	const known = [...near.flatMap((file) => certificatesIn(files.read(file) ?? "")), ...chain.slice(1), leaf];
	const authority = known.find((one) => rooted(one) && leaf.checkIssued(one) && leaf.verify(one.publicKey));
	const way = bears(leaf, host) ? {} : wayTo(leaf, everywhere);
	const flaw = certificateFlaw(leaf, path, new Date()) ?? (way === undefined ? nameless(leaf, path, host) : undefined);
	const common = way?.servername !== undefined && !hasHost(leaf) ? way.servername : undefined;
	return {
		...(authority === undefined ? { ca: leaf.toString(), pinned: true } : { ca: authority.toString() }),
		...way,
		...(flaw !== undefined && { flaw }),
		...(common !== undefined && { remark: phrase("certificate_common", { path, name: common }) }),
	};
}

/** Complete chains end with such a certificate. If it has expired, all certificates below it are worthless. */
const rooted = (one: X509Certificate): boolean =>
	one.checkIssued(one) && Date.parse(one.validTo) > Date.now() && Date.parse(one.validFrom) <= Date.now();

/** Whether a certificate is for this name or address. Node throws if one is checked as the other. */
const bears = (leaf: X509Certificate, host: string): boolean =>
	(isIP(host) === 0 ? isCertificateName(host) && leaf.checkHost(host) : leaf.checkIP(host)) !== undefined;

/** Another name or address of this machine in the certificate. The common name counts only if there is nothing else. */
function wayTo(leaf: X509Certificate, everywhere: boolean): Pick<Trust, "servername" | "host"> | undefined {
	const names = namesIn(leaf);
	const host = names.find((name) => everywhere && isIP(name) !== 0 && ofThisMachine().includes(plainAddress(name)));
	const called = (all: readonly string[]) => all.map(calledBy).find((name) => isIP(name) === 0 && bears(leaf, name));
	const servername = called(names) ?? (host === undefined ? called(commonNames(leaf)) : undefined);
	if (servername !== undefined) return { servername };
	return host === undefined ? undefined : { host };
}

const ofThisMachine = (): readonly string[] =>
	Object.values(networkInterfaces()).flatMap((all) => (all ?? []).map(({ address }) => plainAddress(address)));

function nameless(leaf: X509Certificate, path: string, host: string): Sentence {
	const names = namesIn(leaf);
	if (names.length === 0) return phrase("certificate_nameless", { path });
	return phrase("certificate_misnamed", { path, names: names.join(", "), host });
}

/** All readable certificates of a PEM text. */
export function certificatesIn(text: string): readonly X509Certificate[] {
	const blocks = text.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? [];
	return blocks.flatMap((block) => {
		return caught(() => [new X509Certificate(block)], []);
	});
}

/** The names and addresses in a certificate. */
export const namesIn = ({ subjectAltName }: X509Certificate): readonly string[] =>
	(subjectAltName ?? "").split(", ").flatMap((part) => {
		const [, kind, name] = /^(DNS|IP Address):(.+)$/.exec(part) ?? [];
		return kind === undefined || name === undefined ? [] : [name];
	});

const hasHost = (leaf: X509Certificate): boolean => namesIn(leaf).some((name) => isIP(name) === 0);

/** The common name of the subject, where older certificates have their name. */
const commonNames = ({ subject }: X509Certificate): readonly string[] =>
	(subject ?? "").split("\n").flatMap((part) => {
		const [, name] = /^CN=(.+)$/.exec(part) ?? [];
		return name === undefined || !isCertificateName(name) ? [] : [name];
	});

/** A name that the certificate accepts. `*` is replaced by an example. */
export const calledBy = (name: string): string => name.replace(/^\*/, "broker");

/** IPv6 addresses, such as ::1, can be written in many ways. */
export const plainAddress = (name: string): string =>
	isIP(name) === 6 ? new URL(`http://[${name}]`).hostname.slice(1, -1) : name.toLowerCase();
