import { X509Certificate } from "node:crypto";
import { dirname, join } from "node:path";
import type { Line } from "./conf.ts";
import { onDisk } from "./place.ts";

/** How a listener's certificate is checked. */
export interface Trust {
	/** PEM text of the authority that signed it; where that is not on this machine, the certificate itself, which is `pinned`. */
	readonly ca?: string;
	readonly pinned?: boolean;
	/** A name that it bears, where it does not bear the address. */
	readonly servername?: string;
}

/** In the folder of the broker's TLS files, and beside the certificate of a listener. */
export const AUTHORITY = "ca.crt";

/** Everything that `broker tls` makes. */
export const tlsFolder = (config: string): string => join(dirname(config), "tls");

/** How to check the certificate of a listener with these settings, when it is called by this address. */
export function trustIn(own: readonly Line[], host: string): Trust {
	const path = own.find(({ key }) => key === "certfile")?.value;
	const chain = path === undefined ? [] : certificatesIn(onDisk.read(path) ?? "");
	const [leaf] = chain;
	if (path === undefined || leaf === undefined) return {};
	const cafile = own.find(({ key }) => key === "cafile")?.value;
	const near = [join(dirname(path), AUTHORITY), ...(cafile === undefined ? [] : [cafile])];
	const known = [...near.flatMap((file) => certificatesIn(onDisk.read(file) ?? "")), ...chain.slice(1), leaf];
	const authority = known.find((one) => leaf.checkIssued(one) && leaf.verify(one.publicKey));
	const servername = leaf.checkIP(host) === undefined ? nameIn(leaf) : undefined;
	return {
		...(authority === undefined ? { ca: leaf.toString(), pinned: true } : { ca: authority.toString() }),
		...(servername !== undefined && { servername }),
	};
}

/** Every certificate of a PEM text that can be read. */
export function certificatesIn(text: string): readonly X509Certificate[] {
	const blocks = text.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? [];
	return blocks.flatMap((block) => {
		try {
			return [new X509Certificate(block)];
		} catch {
			return [];
		}
	});
}

/** The names and addresses of a certificate. */
export const namesIn = ({ subjectAltName }: X509Certificate): readonly string[] =>
	(subjectAltName ?? "").split(", ").flatMap((part) => {
		const [, kind, name] = /^(DNS|IP Address):(.+)$/.exec(part) ?? [];
		return kind === undefined || name === undefined ? [] : [name];
	});

/** One for `*` stands for any. */
const nameIn = (leaf: X509Certificate): string | undefined =>
	namesIn(leaf)
		.find((name) => leaf.checkIP(name) === undefined)
		?.replace(/^\*/, "broker");
