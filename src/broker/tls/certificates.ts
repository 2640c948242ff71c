import {
	createHash,
	createPrivateKey,
	generateKeyPairSync,
	type KeyObject,
	randomBytes,
	sign,
	X509Certificate,
} from "node:crypto";
import { isIP } from "node:net";
import * as der from "./der.ts";
import { plainAddress } from "./trust.ts";

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

/** By the kind of key that signs. Our own authorities have an `ec` key; an owner may have put another in their place. */
const SIGNATURES: Readonly<Record<string, { readonly algorithm: Buffer; readonly digest?: string }>> = {
	ec: { algorithm: der.sequence(der.identifier("1.2.840.10045.4.3.2")), digest: "sha256" },
	rsa: { algorithm: der.sequence(der.identifier("1.2.840.113549.1.1.11"), der.nothing), digest: "sha256" },
	ed25519: { algorithm: der.sequence(der.identifier("1.3.101.112")) },
};
const PURPOSES = { server: "1.3.6.1.5.5.7.3.1", client: "1.3.6.1.5.5.7.3.2" };
const COMMON_NAME = "2.5.4.3";
/** Extensions of RFC 5280, 4.2.1. */
const BASIC_CONSTRAINTS = "2.5.29.19";
const KEY_USAGE = "2.5.29.15";
const EXTENDED_KEY_USAGE = "2.5.29.37";
const SUBJECT_KEY = "2.5.29.14";
const AUTHORITY_KEY = "2.5.29.35";
const ALTERNATIVE_NAMES = "2.5.29.17";
/** Bits of the key usage. */
const CERTIFICATES_AND_REVOCATIONS = der.bits(Buffer.of(0x06), 1);
const DIGITAL_SIGNATURE = der.bits(Buffer.of(0x80), 7);

/** A new authority for one house (RFC 5280): ECDSA P-256, ten years, no sub-authorities. */
export function newAuthority(now: Date): Pair {
	const { key, spki, privateKey } = newKey();
	// Two authorities with the same name would be confused.
	const name = named(`Solar Heating broker CA ${randomBytes(4).toString("hex")}`);
	const until = new Date(now.getTime() + CA_DAYS * DAY);
	const extensions = [
		extension(BASIC_CONSTRAINTS, der.sequence(der.yes, der.positive(Buffer.of(0))), der.yes),
		extension(KEY_USAGE, CERTIFICATES_AND_REVOCATIONS, der.yes),
		extension(SUBJECT_KEY, der.octets(fingerprint(spki))),
	];
	const cert = signed({ issuer: name, from: now, until, subject: name, spki, extensions }, privateKey);
	return { cert, key };
}

/** A new certificate with a new key, signed by the authority. It does not outlive the authority. */
export function issued(authority: Pair, holder: Holder, now: Date): Pair {
	const { key, spki } = newKey();
	const ca = new X509Certificate(authority.cert);
	const until = new Date(Math.min(now.getTime() + LEAF_DAYS * DAY, Date.parse(ca.validTo)));
	const extensions = [
		extension(BASIC_CONSTRAINTS, der.sequence(), der.yes),
		extension(KEY_USAGE, DIGITAL_SIGNATURE, der.yes),
		extension(EXTENDED_KEY_USAGE, der.sequence(der.identifier(PURPOSES[holder.kind]))),
		extension(SUBJECT_KEY, der.octets(fingerprint(spki))),
		extension(AUTHORITY_KEY, der.sequence(der.tagged(0x80, fingerprint(spkiOf(ca.publicKey))))),
		...(holder.kind === "server" ? [extension(ALTERNATIVE_NAMES, der.sequence(...holder.names.map(alternative)))] : []),
	];
	const subject = named(holder.kind === "server" ? (holder.names[0] ?? "broker") : holder.name);
	const parts = { issuer: subjectOf(ca), from: now, until, subject, spki, extensions };
	return { cert: signed(parts, createPrivateKey(authority.key)), key };
}

function newKey() {
	const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
	const key = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
	return { key, privateKey, spki: spkiOf(publicKey) };
}

/** A public key with its kind: subjectPublicKeyInfo. */
const spkiOf = (key: KeyObject): Buffer => key.export({ type: "spki", format: "der" });

interface Parts {
	readonly issuer: Buffer;
	readonly from: Date;
	readonly until: Date;
	readonly subject: Buffer;
	readonly spki: Buffer;
	readonly extensions: readonly Buffer[];
}

/** PEM text. Throws if the authority has a key of another kind. */
function signed({ issuer, from, until, subject, spki, extensions }: Parts, key: KeyObject): string {
	const way = SIGNATURES[key.asymmetricKeyType ?? ""];
	if (way === undefined) throw new Error(key.asymmetricKeyType);
	const { algorithm, digest } = way;
	const contents = der.sequence(
		der.tagged(0xa0, der.positive(Buffer.of(2))),
		serial(),
		algorithm,
		issuer,
		der.sequence(der.time(new Date(from.getTime() - EARLIER)), der.time(until)),
		subject,
		spki,
		der.tagged(0xa3, der.sequence(...extensions)),
	);
	const cert = der.sequence(contents, algorithm, der.bits(sign(digest, contents, key)));
	return new X509Certificate(cert).toString();
}

/** 126 random bits (RFC 5280, 4.1.2.2: positive, at most 20 octets). */
function serial(): Buffer {
	const bytes = randomBytes(16);
	bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40;
	return der.positive(bytes);
}

/** A common name of 64 characters at most. */
const named = (name: string): Buffer =>
	der.sequence(der.set(der.sequence(der.identifier(COMMON_NAME), der.text(name.slice(0, 64)))));

const extension = (id: string, value: Buffer, ...critical: readonly Buffer[]): Buffer =>
	der.sequence(der.identifier(id), ...critical, der.octets(value));

/** RFC 5280, 4.2.1.2: of the bits of the key alone. */
function fingerprint(spki: Buffer): Buffer {
	const [, key = Buffer.alloc(0)] = der.partsOf(spki);
	return createHash("sha1").update(der.contentOf(key).subarray(1)).digest();
}

/** Byte for byte as the authority writes it: some clients compare bytes. */
function subjectOf({ raw }: X509Certificate): Buffer {
	const [contents = raw] = der.partsOf(raw);
	// The version, which comes first, may be missing.
	const [subject] = der
		.partsOf(contents)
		.filter((part) => part[0] !== 0xa0)
		.slice(4);
	return subject ?? Buffer.alloc(0);
}

const alternative = (name: string): Buffer =>
	isIP(name) === 0 ? der.tagged(0x82, Buffer.from(name)) : der.tagged(0x87, address(name));

function address(name: string): Buffer {
	if (isIP(name) === 4) return Buffer.from(name.split(".").map(Number));
	const [before = [], after = []] = plainAddress(name)
		.split("::")
		.map((half) => (half === "" ? [] : half.split(":")));
	const zeros = new Array<string>(8 - before.length - after.length).fill("0");
	return Buffer.from([...before, ...zeros, ...after].map((group) => group.padStart(4, "0")).join(""), "hex");
}
