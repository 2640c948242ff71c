import { createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes, webcrypto } from "node:crypto";
import { isIP } from "node:net";
import type { Extension } from "@peculiar/x509";
import { withMetadata } from "../files/metadata.ts";

/** A certificate and its key, PEM text. */
export interface Pair {
	readonly cert: string;
	/** PKCS#8. */
	readonly key: string;
}

/** The subject of a certificate. */
export type Holder =
	| { readonly kind: "server"; readonly names: readonly string[] }
	| { readonly kind: "client"; readonly name: string };

const DAY = 86_400_000;
/** Days. The most that browsers and phones accept for a server: a year, and a month for the renewal. */
const LEAF_DAYS = 397;
const CA_DAYS = 3653;
/** The start is in the past, because clocks of small machines are late after a power cut. */
const EARLIER = DAY;
const ALGORITHM = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" } as const;

/** A new authority for one house (RFC 5280): ECDSA P-256, ten years, no sub-authorities. */
export async function newAuthority(now: Date): Promise<Pair> {
	const { x509, keys, key } = await prepared();
	const { keyCertSign, cRLSign } = x509.KeyUsageFlags;
	const cert = await x509.X509CertificateGenerator.createSelfSigned({
		...span(now, CA_DAYS),
		serialNumber: serial(),
		// Two authorities with the same name would be confused.
		name: `CN=Solar Heating broker CA ${randomBytes(4).toString("hex")}`,
		signingAlgorithm: ALGORITHM,
		keys,
		extensions: [
			new x509.BasicConstraintsExtension(true, 0, true),
			new x509.KeyUsagesExtension(keyCertSign | cRLSign, true),
			await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
		],
	});
	return { cert: `${cert.toString("pem")}\n`, key };
}

/** A new certificate with a new key, signed by the authority. It does not outlive the authority. */
export async function issued(authority: Pair, holder: Holder, now: Date): Promise<Pair> {
	const { x509, keys, key } = await prepared();
	const ca = new x509.X509Certificate(authority.cert);
	const until = new Date(Math.min(now.getTime() + LEAF_DAYS * DAY, ca.notAfter.getTime()));
	const usage = holder.kind === "server" ? x509.ExtendedKeyUsage.serverAuth : x509.ExtendedKeyUsage.clientAuth;
	const extensions: Extension[] = [
		new x509.BasicConstraintsExtension(false, undefined, true),
		new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
		new x509.ExtendedKeyUsageExtension([usage]),
		await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
		await x509.AuthorityKeyIdentifierExtension.create(ca.publicKey),
	];
	if (holder.kind === "server")
		extensions.push(
			new x509.SubjectAlternativeNameExtension(
				holder.names.map((value) => ({ type: isIP(value) === 0 ? "dns" : "ip", value })),
			),
		);
	const cert = await x509.X509CertificateGenerator.create({
		...span(now, LEAF_DAYS),
		notAfter: until,
		serialNumber: serial(),
		subject: [{ CN: [(holder.kind === "server" ? (holder.names[0] ?? "broker") : holder.name).slice(0, 64)] }],
		issuer: ca.subject,
		publicKey: keys.publicKey,
		signingKey: await usable(authority.key),
		signingAlgorithm: ALGORITHM,
		extensions,
	});
	return { cert: `${cert.toString("pem")}\n`, key };
}

async function prepared() {
	withMetadata();
	const x509 = await import("@peculiar/x509");
	const { privateKey } = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
	const key = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
	const spki = createPublicKey(privateKey).export({ type: "spki", format: "der" });
	const publicKey = await webcrypto.subtle.importKey("spki", spki, ALGORITHM, true, ["verify"]);
	return { x509, keys: { publicKey, privateKey: await usable(key) }, key };
}

async function usable(key: string): Promise<webcrypto.CryptoKey> {
	const der = createPrivateKey(key).export({ type: "pkcs8", format: "der" });
	return webcrypto.subtle.importKey("pkcs8", der, ALGORITHM, false, ["sign"]);
}

const span = (now: Date, days: number) => ({
	notBefore: new Date(now.getTime() - EARLIER),
	notAfter: new Date(now.getTime() + days * DAY),
});

/** 126 random bits (RFC 5280, 4.1.2.2: positive, at most 20 octets). */
function serial(): string {
	const bytes = randomBytes(16);
	bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40;
	return bytes.toString("hex");
}
