import { execFileSync } from "node:child_process";
import { X509Certificate } from "node:crypto";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, test } from "@jest/globals";
import { type Certificates, certificatesFor, type Made } from "../../../src/broker/change/tls-files.ts";
import type { Wanted } from "../../../src/broker/files/file.ts";
import { isCertificateName } from "../../../src/broker/tls/certificate-name.ts";
import { issued, newAuthority, type Pair } from "../../../src/broker/tls/certificates.ts";

const DAY = 86_400_000;
const NOW = new Date("2026-11-25T12:00:00Z");

describe("A certificate", () => {
	let authority: Pair;
	let dir: string;
	beforeEach(async () => {
		authority = await newAuthority(NOW);
		dir = mkdtempSync(join(tmpdir(), "certificates-"));
		writeFileSync(join(dir, "ca.crt"), authority.cert);
	});
	afterEach(() => rmSync(dir, { recursive: true }));
	const openssl = (purpose: string, cert: string) => {
		writeFileSync(join(dir, "one.crt"), cert);
		const at = String(NOW.getTime() / 1000);
		const args = ["verify", "-x509_strict", "-attime", at, "-CAfile", join(dir, "ca.crt"), "-purpose", purpose];
		return execFileSync("openssl", [...args, join(dir, "one.crt")], {
			encoding: "utf8",
			stdio: ["ignore", "pipe", "pipe"],
		});
	};

	it("is what OpenSSL, at its strictest, takes for its own use alone", async () => {
		const server = await issued(authority, { kind: "server", names: ["broker.lan", "192.168.0.110", "::1"] }, NOW);
		const client = await issued(authority, { kind: "client", name: "app" }, NOW);
		expect(openssl("sslserver", server.cert)).toMatch(/OK/);
		expect(openssl("sslclient", client.cert)).toMatch(/OK/);
		expect(() => openssl("sslclient", server.cert)).toThrow(/unsuitable certificate purpose/);
		expect(() => openssl("sslserver", client.cert)).toThrow(/unsuitable certificate purpose/);
		const leaf = new X509Certificate(server.cert);
		expect([leaf.checkHost("broker.lan"), leaf.checkIP("192.168.0.110"), leaf.checkIP("::1")]).not.toContain(undefined);
		expect([leaf.checkHost("other.lan"), leaf.checkIP("192.168.0.111")]).toEqual([undefined, undefined]);
		expect([leaf.ca, new X509Certificate(authority.cert).ca]).toEqual([false, true]);
		expect(leaf.publicKey.asymmetricKeyDetails).toEqual({ namedCurve: "prime256v1" });
	});

	it("lasts 397 days, its authority ten years; a serial number is never the same, and one ends with its authority", async () => {
		const holder = { kind: "client", name: "app" } as const;
		const [one, other] = await Promise.all([issued(authority, holder, NOW), issued(authority, holder, NOW)]);
		const days = ({ cert }: Pair) => (Date.parse(new X509Certificate(cert).validTo) - NOW.getTime()) / DAY;
		expect([days(one), Math.floor(days(authority) / 365)]).toEqual([397, 10]);
		const serials = [one, other, authority].map(({ cert }) => new X509Certificate(cert).serialNumber);
		expect(new Set(serials).size).toBe(3);
		for (const serial of serials) expect(serial).toMatch(/^[4-7][0-9A-F]{31}$/);
		const late = await issued(authority, holder, new Date(NOW.getTime() + 3600 * DAY));
		expect(days(late)).toBe(days(authority));
	});
});

describe("The files of a broker's TLS", () => {
	let dir: string;
	beforeEach(() => {
		dir = mkdtempSync(join(tmpdir(), "tls-"));
	});
	afterEach(() => rmSync(dir, { recursive: true }));
	const { uid, gid, username } = userInfo();
	const asked = async (change: Partial<Certificates> = {}, now = NOW) => {
		const place = { program: "", config: join(dir, "mosquitto.conf"), user: { name: username, uid, gid } };
		const wanted = { own: ["localhost", "10.0.0.2"], named: [], clients: [], renew: false, ...change };
		return certificatesFor(place, wanted, now);
	};
	const made = async (change?: Partial<Certificates>, now?: Date): Promise<Made> => {
		const answer = await asked(change, now);
		if ("code" in answer) throw new Error(answer.code);
		for (const file of answer.files) written(file);
		return answer;
	};
	const written = ({ path, bytes, rights }: Wanted) => {
		mkdirSync(join(path, ".."), { recursive: true });
		writeFileSync(path, bytes ?? "");
		chmodSync(path, rights.mode);
	};
	const later = (days: number) => new Date(NOW.getTime() + days * DAY);

	it("stay byte for byte until 30 days before the end", async () => {
		const first = await made({ clients: ["app"] });
		const kept = await made({ clients: ["app"] }, later(366));
		expect(kept.files).toEqual(first.files);
		expect(kept.fresh).toBe(false);
		const renewed = await made({ renew: true }, later(368));
		expect([renewed.fresh, renewed.ca]).toEqual([true, first.ca]);
	});

	it.each([
		["a new address of the machine", { own: ["localhost", "10.0.0.2", "10.0.0.3"] }, true, true],
		["an address that is gone", { own: ["localhost"] }, true, false],
		["a name that was given", { named: ["broker.lan"] }, true, true],
		["another writing of what is there", { own: ["LOCALHOST", "10.0.0.2"] }, false, false],
	])("%s: asked for in full %p makes a new one, a renewal %p", async (_, change, full, renewal) => {
		await made();
		expect(await asked({ ...change })).toMatchObject({ fresh: full });
		expect(await asked({ ...change, renew: true })).toMatchObject({ fresh: renewal });
	});

	test("a renewal without network keeps the addresses, and names that were given once are known", async () => {
		await made({ named: ["broker.lan"] });
		const { server } = await made({ own: ["localhost"], renew: true }, later(380));
		expect(server.subjectAltName).toBe("DNS:broker.lan, DNS:localhost, IP Address:10.0.0.2");
	});

	test("without the key of the authority nothing is made: every client would need another authority", async () => {
		await made();
		rmSync(join(dir, "tls/ca.key"));
		expect(await asked()).toMatchObject({ code: "authority_keyless" });
	});

	it.each(["broker", "broker.local", "*.house.lan", "10.0.0.1", "::1"])("may name %s", (name) => {
		expect(isCertificateName(name)).toBe(true);
	});
	it.each(["", "*.lan", "a b", "a..b", "-a", "a_b", "a,DNS:b", "https://a", "x".repeat(64)])(
		"may not name %j",
		(name) => {
			expect(isCertificateName(name)).toBe(false);
		},
	);
});
