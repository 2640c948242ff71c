import { X509Certificate } from "node:crypto";
import { afterAll, afterEach, describe, expect, it } from "@jest/globals";
import { authority } from "../fakes/certificates.ts";
import { type Mosquitto, type MosquittoOptions, startMosquitto } from "../fakes/mosquitto.ts";
import { said } from "../texts/said.ts";
import { listen } from "./listener.ts";
import { broker, closeAll, LOGIN, PASSWORD, patient, until, watch } from "./witness.ts";

const home = authority("home");
const elsewhere = authority("elsewhere");
const houses = new Map<string, Promise<Mosquitto>>();
/** One broker per certificate, shared by the tests. */
const house = (name: string, tls: NonNullable<MosquittoOptions["tls"]>) => {
	const known = houses.get(name) ?? startMosquitto({ users: LOGIN, tls });
	houses.set(name, known);
	return known;
};
const right = () => house("right", home.sign("localhost"));
const guarded = () => house("guarded", { ...home.sign("localhost"), client_ca: home.ca });

afterEach(closeAll);
afterAll(async () => {
	for (const started of houses.values()) await (await started).stop();
});

describe("a broker with TLS", () => {
	it("is connected to by name and by address when its authority is the one configured", async () => {
		const { port } = await right();
		await watch(broker({ port, tls: { ca: home.ca } })).reach("connected");
		await watch(broker({ port, host: "localhost", tls: { ca: home.ca } })).reach("connected");
	});

	it("is not trusted with an authority nobody configured", async () => {
		const { port } = await right();
		const { reach, notices } = watch(broker({ port, tls: {} }));
		await reach("waiting", "tls-untrusted");
		expect(notices).toMatchObject([{ level: "error", facts: { class: "tls-untrusted" } }]);
	});

	it("is not trusted with another authority", async () => {
		const { port } = await right();
		await watch(broker({ port, tls: { ca: elsewhere.ca } })).reach("waiting", "tls-untrusted");
	});

	it("may be the one certificate that we are told to trust, and no other of the same authority, nor one that ended", async () => {
		const pair = home.sign("localhost");
		const { port } = await house("pinned", pair);
		await watch(broker({ port, tls: { ca: pair.cert, pinned: true } })).reach("connected");
		await watch(broker({ port, tls: { ca: pair.cert } })).reach("waiting", "tls-untrusted");
		const other = home.sign("localhost").cert;
		await watch(broker({ port, tls: { ca: other, pinned: true } })).reach("waiting", "tls-untrusted");
		const expired = home.sign("localhost", { days: -1 });
		const { port: late } = await house("pinned late", expired);
		await watch(broker({ port: late, tls: { ca: expired.cert, pinned: true } })).reach("waiting", "tls-expired");
	});

	it("must bear the name that we connect to", async () => {
		const { port } = await house("named", home.sign("other", { names: "DNS:other.example" }));
		const { reach, notices } = watch(broker({ port, tls: { ca: home.ca } }));
		await reach("waiting", "tls-hostname");
		expect(said(notices[0])).toContain("other.example");
		await watch(broker({ port, tls: { ca: home.ca, servername: "other.example" } })).reach("connected");
	});

	it("must have a certificate that is in date", async () => {
		const expired = home.sign("localhost", { days: -1 });
		expect(new Date(new X509Certificate(expired.cert).validTo).getTime()).toBeLessThan(Date.now());
		const { port } = await house("expired", expired);
		await watch(broker({ port, tls: { ca: home.ca } })).reach("waiting", "tls-expired");
	});

	it("still refuses a wrong password", async () => {
		const { port } = await right();
		await watch(broker({ port, password: "wrong", tls: { ca: home.ca } })).reach("waiting", "credentials-rejected");
	});

	// #waited-minute-longer-never
	it("is waited for a minute and longer, and never connected to in the clear", async () => {
		const timer = patient();
		const { port } = await right();
		const { reach } = watch(broker({ port, tls: {} }), { timer });
		await reach("waiting", "tls-untrusted");
		timer.go();
		await until(() => timer.waiting());
		expect(timer.waits).toEqual([60, 120]);
	});
});

describe("a broker that wants client certificates", () => {
	it("is connected to with one", async () => {
		const { port } = await guarded();
		const { cert, key } = home.sign("solar");
		await watch(broker({ port, tls: { ca: home.ca, cert, key } })).reach("connected");
	});

	it("says that one is missing", async () => {
		const { port } = await guarded();
		await watch(broker({ port, tls: { ca: home.ca } })).reach("waiting", "tls-client-cert-required");
	});

	it("refuses one of another authority", async () => {
		const { port } = await guarded();
		const { cert, key } = elsewhere.sign("solar");
		await watch(broker({ port, tls: { ca: home.ca, cert, key } })).reach("waiting", "tls-client-cert-rejected");
	});

	it("refuses one that has ended, which is not the broker's having ended", async () => {
		const { port } = await guarded();
		const { cert, key } = home.sign("solar", { days: -1 });
		await watch(broker({ port, tls: { ca: home.ca, cert, key } })).reach("waiting", "tls-client-cert-rejected");
	});
});

describe("only one side uses TLS", () => {
	it("is found when the broker has it", async () => {
		const { port } = await right();
		await watch(broker({ port })).reach("waiting", "wrong-port-or-tls-mode");
	});

	it("is found when the broker has it not", async () => {
		const plain = await startMosquitto({ users: LOGIN });
		await watch(broker({ port: plain.port, tls: { ca: home.ca } })).reach("waiting", "wrong-port-or-tls-mode");
		await plain.stop();
	});
});

describe("a password", () => {
	// #never-reaches-machine-whose
	it("never reaches a machine whose certificate is not trusted", async () => {
		const thief = await listen(undefined, elsewhere.sign("localhost"));
		await watch(broker({ port: thief.port, tls: { ca: home.ca } })).reach("waiting", "tls-untrusted");
		await watch(broker({ port: thief.port, tls: { ca: elsewhere.ca }, connect_timeout: 0.3 })).reach(
			"waiting",
			"timeout",
		);
		const heard = thief.received().toString("latin1");
		expect(heard.split(PASSWORD)).toHaveLength(2);
		await thief.close();
	});
});
