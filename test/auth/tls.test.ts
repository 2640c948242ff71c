import tls from "node:tls";
import { afterAll, afterEach, describe, expect, it, test } from "@jest/globals";
import type { FailureClass } from "#mqtt/failure.ts";
import type { Pair } from "../fakes/certificates.ts";
import type { MosquittoOptions, Release } from "../fakes/mosquitto.ts";
import { listen } from "../mqtt/listener.ts";
import { closeAll, until } from "../mqtt/witness.ts";
import { said } from "../texts/said.ts";
import { endures, house, MATRIX, RIGHT, start, stopBrokers, USER, visit, WRONG, withoutSecret } from "./matrix.ts";
import { authorityExtensions, certificate, days } from "./pki.ts";

const [MIN, MAX] = [tls.DEFAULT_MIN_VERSION, tls.DEFAULT_MAX_VERSION];
afterEach(async () => {
	tls.DEFAULT_MIN_VERSION = MIN;
	tls.DEFAULT_MAX_VERSION = MAX;
	await closeAll();
});
afterAll(stopBrokers);

const home = certificate("home", { extensions: authorityExtensions });
const elsewhere = certificate("elsewhere", { extensions: authorityExtensions });
const between = certificate("between", { by: home, extensions: authorityExtensions });
const named = (name: string, by: Pair = home) => certificate(name, { by, extensions: [`subjectAltName=${name}`] });
const leaf = certificate("localhost", { by: home });
const deep = certificate("localhost", { by: between });
const alone = certificate("localhost");
const chain = (pair: Pair, ...more: readonly Pair[]): Pair => ({
	...pair,
	cert: [pair, ...more].map((p) => p.cert).join(""),
});

const SERVERS = {
	right: leaf,
	"with its root": chain(leaf, home),
	"with its intermediate": chain(deep, between),
	"without its intermediate": deep,
	"self-signed": alone,
	expired: certificate("localhost", { by: home, from: days(-20), until: days(-1) }),
	future: certificate("localhost", { by: home, from: days(1) }),
	"for another name": named("DNS:other.example"),
	"for another address": named("IP:192.0.2.1"),
	"without names": certificate("localhost", { by: home, extensions: ["basicConstraints=CA:FALSE"] }),
} satisfies Record<string, Pair>;
type Server = keyof typeof SERVERS;
const secure = (release: Release, server: Server, more: Partial<MosquittoOptions> = {}, name: string = server) =>
	house(name, { release, tls: SERVERS[server], ...more });

const CLIENTS = { client_ca: home.cert };
const guarded = (release: Release, version = "tlsv1.2") =>
	house(`guarded ${version}`, { release, tls: { ...leaf, ...CLIENTS }, more: [`tls_version ${version}`] });

/** For what only a person can mend. */
const SLOWLY = [60, 120, 240];

describe.each(MATRIX)("%s", (_name, cell) => {
	const { release } = cell;

	test.each<readonly [string, Server, string, string]>([
		["by its name", "right", "localhost", home.cert],
		["by its address", "right", "127.0.0.1", home.cert],
		["with a chain", "with its intermediate", "localhost", home.cert],
		["signed by itself, and trusted as such", "self-signed", "localhost", alone.cert],
		["without names but with a common name", "without names", "localhost", home.cert],
	])("is connected to %s, encrypted", async (_case, server, host, ca) => {
		const { port } = await secure(release, server);
		const witness = visit(cell, { port, host, tls: { ca } });
		const { tls: secured } = await witness.reach("connected");
		expect(secured?.version).toBe("TLSv1.3");
		expect(secured?.cipher).toMatch(/^TLS_/);
		expect(secured?.valid_until).toMatch(/^20\d\d-\d\d-\d\dT.*Z$/);
		withoutSecret(witness);
	});

	it("is connected to by a name of its certificate that is not the host's", async () => {
		const { port } = await secure(release, "for another name");
		await visit(cell, { port, host: "localhost", tls: { ca: home.cert, servername: "other.example" } }).reach(
			"connected",
		);
	});

	test.each<readonly [string, Server, Pair | undefined, FailureClass, string]>([
		["of another authority", "right", elsewhere, "tls-untrusted", "UNABLE_TO_VERIFY_LEAF_SIGNATURE"],
		["of another, its root sent", "with its root", elsewhere, "tls-untrusted", "SELF_SIGNED_CERT_IN_CHAIN"],
		[
			"of another, with a chain",
			"with its intermediate",
			elsewhere,
			"tls-untrusted",
			"UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
		],
		[
			"whose intermediate is missing",
			"without its intermediate",
			home,
			"tls-untrusted",
			"UNABLE_TO_VERIFY_LEAF_SIGNATURE",
		],
		["signed by itself, nothing configured", "self-signed", undefined, "tls-untrusted", "DEPTH_ZERO_SELF_SIGNED_CERT"],
		["given itself as authority", "right", leaf, "tls-untrusted", "UNABLE_TO_VERIFY_LEAF_SIGNATURE"],
		["that has ended", "expired", home, "tls-expired", "CERT_HAS_EXPIRED"],
		["that has not begun", "future", home, "tls-expired", "CERT_NOT_YET_VALID"],
		["for another name", "for another name", home, "tls-hostname", "DNS:other.example"],
		["for another address", "for another address", home, "tls-hostname", "IP Address:192.0.2.1"],
	])("is not trusted with a certificate %s", async (_case, server, ca, failure, detail) => {
		const { port } = await secure(release, server);
		const witness = visit(cell, { port, host: "localhost", tls: ca === undefined ? {} : { ca: ca.cert } });
		await endures(witness, { host: "localhost" }, port, { failure, waits: SLOWLY, detail: ` (${detail})` });
	});

	test.each([
		[
			"an authority that is no certificate",
			{ ca: "garbage" },
			"Option ca: found a file that is not a PEM certificate.",
		],
		[
			"a key that is not the certificate's",
			{ cert: leaf.cert, key: home.key },
			"Option key: found a key that does not belong to cert, or is not a PEM key.",
		],
		["a certificate without its key", { cert: leaf.cert }, "Option key: found no key beside cert."],
	])("is not even asked with %s", async (_case, options, cause) => {
		const { port } = await secure(release, "right");
		const witness = visit(cell, { port, tls: options });
		await witness.reach("waiting", "config-invalid");
		expect(witness.notices.map((one) => said(one))).toEqual([expect.stringContaining(` - config-invalid: ${cause} `)]);
		expect(witness.timer.waits).toEqual([]);
		withoutSecret(witness, JSON.stringify(witness.notices).includes("PRIVATE KEY"));
	});

	describe.each(["TLSv1.3", "TLSv1.2"] as const)("that wants a client certificate, by %s", (version) => {
		const ask = async (pair: Pair | undefined) => {
			tls.DEFAULT_MAX_VERSION = version;
			const { port } = await guarded(release);
			const own = pair === undefined ? {} : { cert: pair.cert, key: pair.key };
			return { port, witness: visit(cell, { port, host: "localhost", tls: { ca: home.cert, ...own } }) };
		};

		it("lets the right one in", async () => {
			const { witness } = await ask(certificate("solar", { by: home, extensions: ["extendedKeyUsage=clientAuth"] }));
			expect((await witness.reach("connected")).tls?.version).toBe(version);
			withoutSecret(witness);
		});

		test.each<readonly [string, Pair | undefined, FailureClass]>([
			["none", undefined, "tls-client-cert-required"],
			["one of another authority", certificate("solar", { by: elsewhere }), "tls-client-cert-rejected"],
			[
				"one that has ended",
				certificate("solar", { by: home, from: days(-9), until: days(-1) }),
				"tls-client-cert-rejected",
			],
			[
				"one made for servers",
				certificate("solar", { by: home, extensions: ["extendedKeyUsage=serverAuth"] }),
				"tls-client-cert-rejected",
			],
		])("refuses %s", async (_case, pair, failure) => {
			const { port, witness } = await ask(pair);
			await witness.reach("waiting");
			const code = String(witness.notices[0]?.facts["detail"]);
			expect(code).toMatch(/^(ERR_SSL_[\w/]+|EPROTO)$/);
			await endures(witness, { host: "localhost" }, port, { failure, waits: SLOWLY, detail: ` (${code})` });
		});
	});

	it("asks who has the right certificate for the right password too", async () => {
		const { port } = await guarded(release);
		const own = certificate("solar", { by: home });
		const witness = visit(cell, { port, password: WRONG, tls: { ca: home.cert, ...own } });
		await endures(witness, {}, port, {
			failure: "credentials-rejected",
			waits: [5, 10, 20, 30],
			detail: cell.protocol === 5 ? " (135)" : " (5)",
		});
	});

	it("may take the name in the certificate for the user, whatever login comes with it", async () => {
		const { port, log } = await house("identity", {
			release,
			tls: { ...leaf, ...CLIENTS },
			more: ["use_identity_as_username true"],
		});
		const own = certificate("alice", { by: home });
		const client_id = `identity-${cell.protocol}`;
		await visit(cell, { port, client_id, password: WRONG, tls: { ca: home.cert, ...own } }).reach("connected");
		await until(() => log().includes(` as ${client_id} (`));
		expect(log()).toMatch(new RegExp(` as ${client_id} \\(.*u'alice'\\)`));
	});

	it("drops a plain connection where it speaks TLS", async () => {
		const { port } = await secure(release, "right");
		const witness = visit(cell, { port });
		await endures(witness, {}, port, {
			failure: "wrong-port-or-tls-mode",
			waits: [5, 10, 20],
			detail: " (ECONNRESET)",
		});
	});

	it("drops TLS where it speaks plainly", async () => {
		const { port } = await house("plain", { release, users: { [USER]: RIGHT } });
		const witness = visit(cell, { port, tls: { ca: home.cert } });
		await endures(witness, {}, port, {
			failure: "wrong-port-or-tls-mode",
			waits: [5, 10, 20],
			detail: " (ECONNRESET)",
		});
	});

	test.each([
		["TLS 1.3 alone, and we only 1.2", "TLSv1.2", "TLSv1.2", "tlsv1.3"],
		["TLS 1.2 at least, and we only 1.1", "TLSv1.1", "TLSv1.1", "tlsv1.2"],
	] as const)("speaks %s", async (_case, min, max, version) => {
		tls.DEFAULT_MIN_VERSION = min;
		tls.DEFAULT_MAX_VERSION = max;
		const { port } = await secure(release, "right", { more: [`tls_version ${version}`] }, version);
		const witness = visit(cell, { port, host: "localhost", tls: { ca: home.cert } });
		await witness.reach("waiting");
		const code = String(witness.notices[0]?.facts["detail"]);
		await endures(witness, { host: "localhost" }, port, {
			failure: "tls-version",
			waits: SLOWLY,
			detail: ` (${code})`,
		});
	});

	it("means the least version by `tls_version`: we speak the newest all the same", async () => {
		const { port } = await secure(release, "right", { more: ["tls_version tlsv1.2"] }, "tlsv1.2");
		const { tls: secured } = await visit(cell, { port, host: "localhost", tls: { ca: home.cert } }).reach("connected");
		expect(secured?.version).toBe("TLSv1.3");
	});

	it("serves a new certificate to new connections, and keeps the old ones", async () => {
		const own = await start({ release, tls: SERVERS.expired });
		const witness = visit(cell, { port: own.port, host: "localhost", tls: { ca: home.cert } });
		await witness.reach("waiting", "tls-expired");
		own.setTls(leaf);
		await own.hup();
		witness.timer.go();
		await witness.reach("connected");
	});

	it("is a timeout where nobody answers TLS", async () => {
		const silent = await listen();
		const witness = visit(cell, { port: silent.port, connect_timeout: 0.2, tls: { ca: home.cert } });
		await endures(witness, {}, silent.port, { failure: "timeout", waits: [5, 10, 20], detail: " (ETIMEDOUT)" });
		await silent.close();
	});
});
