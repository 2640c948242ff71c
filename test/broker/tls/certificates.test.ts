import { execFileSync } from "node:child_process";
import { X509Certificate } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { isIP } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { issued, newAuthority, type Pair } from "../../../src/broker/tls/certificates.ts";
import { namesIn, plainAddress } from "../../../src/broker/tls/trust.ts";

const NOW = new Date("2026-11-25T12:00:00Z");
const SERVER = { kind: "server", names: ["broker.lan", "192.168.0.110", "fe80::1"] } as const;

describe("A certificate of an authority that is not ours", () => {
	let dir: string;
	beforeEach(() => {
		dir = mkdtempSync(join(tmpdir(), "authority-"));
	});
	afterEach(() => rmSync(dir, { recursive: true }));
	const openssl = (...args: readonly string[]) =>
		execFileSync("openssl", args, { cwd: dir, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

	const EC = (curve: string) => ["-newkey", "ec", "-pkeyopt", `ec_paramgen_curve:${curve}`];
	it.each([
		["P-256 and a name in printable letters", EC("P-256"), "/CN=Solar Heating broker CA 7188b9bf", "pkix"],
		["P-384 and a name of several parts", EC("P-384"), "/C=SE/O=Hus/OU=Pannrum/CN=Gård CA", "utf8only"],
		["RSA", ["-newkey", "rsa:2048"], "/O=House/CN=House CA", "utf8only"],
		["Ed25519", ["-newkey", "ed25519"], "/CN=House CA", "utf8only"],
	])(
		"with a key of %s is taken by OpenSSL at its strictest, and names it byte for byte",
		(_, key, subject, letters) => {
			const config = `[req]\ndistinguished_name=dn\nx509_extensions=ca\nstring_mask=${letters}\n[dn]\n[ca]\n${[
				"basicConstraints=critical,CA:TRUE",
				"keyUsage=critical,keyCertSign",
				"subjectKeyIdentifier=hash",
			].join("\n")}\n`;
			writeFileSync(join(dir, "ca.cnf"), config);
			const asked = ["req", "-x509", "-nodes", "-days", "30", "-utf8", "-config", "ca.cnf", "-subj", subject];
			openssl(...asked, ...key, "-keyout", "ca.key", "-out", "ca.crt");
			const authority = { cert: read("ca.crt"), key: read("ca.key") };
			const { cert } = issued(authority, SERVER, new Date());
			writeFileSync(join(dir, "leaf.crt"), cert);
			expect(openssl("verify", "-x509_strict", "-purpose", "sslserver", "-CAfile", "ca.crt", "leaf.crt")).toMatch(/OK/);
			const nameIn = (file: string, part: string) =>
				openssl("x509", "-in", file, "-noout", "-nameopt", "dump_all,dump_der,sep_comma_plus", part).replace(
					/^.*?=/,
					"",
				);
			expect(nameIn("leaf.crt", "-issuer")).toBe(nameIn("ca.crt", "-subject"));
		},
	);
	const read = (file: string) => readFileSync(join(dir, file), "utf8");

	it("with a key that signs in another way is not made", () => {
		openssl("req", "-x509", "-nodes", "-newkey", "ed448", "-subj", "/CN=CA", "-keyout", "ca.key", "-out", "ca.crt");
		expect(() => issued({ cert: read("ca.crt"), key: read("ca.key") }, SERVER, NOW)).toThrow("ed448");
	});
});

describe("A certificate", () => {
	const authority = newAuthority(NOW);
	const names = fc.array(fc.oneof(fc.domain(), fc.ipV4(), fc.ipV6()), { minLength: 1, maxLength: 120 });
	const plain = (all: readonly string[]) => all.map((name) => (isIP(name) === 0 ? name : plainAddress(name)));

	it("has the names that it is made for, however many, and is for these alone", () => {
		fc.assert(
			fc.property(names, (wanted) => {
				const leaf = leafOf(issued(authority, { kind: "server", names: wanted }, NOW));
				expect(plain(namesIn(leaf))).toEqual(plain(wanted));
				expect(leaf.checkHost("elsewhere.example")).toBe(undefined);
			}),
			{ numRuns: 200 },
		);
	});

	it("has the names that it is made for also where its length takes three bytes", () => {
		const wanted = Array.from({ length: 3000 }, (_, nth) => `meter-${nth}.first-floor.house.lan`);
		expect(namesIn(leafOf(issued(authority, { kind: "server", names: wanted }, NOW)))).toEqual(wanted);
	});

	it.each(["1970-01-03", "2049-06-01", "2049-12-31", "2050-01-01", "2099-12-31"])(
		"is dated as asked for on %s, and is its authority's",
		(day) => {
			const now = new Date(`${day}T01:02:03Z`);
			const then = newAuthority(now);
			const [ca, leaf] = [leafOf(then), leafOf(issued(then, { kind: "client", name: "gård" }, now))];
			const spanOf = ({ validFrom, validTo }: X509Certificate) => [validFrom, validTo].map(daysFrom(now));
			expect([spanOf(ca), spanOf(leaf)]).toEqual([
				[-1, 3653],
				[-1, 397],
			]);
			expect([ca.verify(ca.publicKey), leaf.verify(ca.publicKey), leaf.checkIssued(ca)]).toEqual([true, true, true]);
			expect(leaf.subject).toBe("CN=gård");
		},
	);
	const daysFrom = (now: Date) => (date: string) => (Date.parse(date) - now.getTime()) / 86_400_000;
	const leafOf = ({ cert }: Pair) => new X509Certificate(cert);
});
