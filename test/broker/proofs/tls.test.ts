import { afterAll, describe, expect, it } from "@jest/globals";
import { authority, type Pair } from "../../fakes/certificates.ts";
import { type Mosquitto, startMosquitto } from "../../fakes/mosquitto.ts";
import { listen } from "../../mqtt/listener.ts";
import { ACL, asked, classes, good, LOGIN, NO_WAY, PASSWORD, stepOf, steps } from "./ask.ts";

const home = authority("home");
const elsewhere = authority("elsewhere");
const houses: Mosquitto[] = [];
const house = async (pair: Pair) => {
	const started = await startMosquitto({ users: LOGIN, acl: ACL, tls: pair });
	houses.push(started);
	return started;
};
afterAll(() => Promise.all(houses.map((started) => started.stop())));

const secure = (port: number, ca = home.ca) => asked({ port, tls: { ca } });
/** What a TLS port has to refuse. */
const REFUSED = { plaintext_refused: "ok", old_tls_refused: "ok" };
const stopped = (reason: string) => good({ ...NO_WAY, tls: reason });

describe("TLS", () => {
	it("that is right passes, with version, names, authority and days", async () => {
		const { port } = await house(home.sign("localhost"));
		expect(await classes(secure(port))).toEqual(good({ tls: "ok", ...REFUSED }));
		expect(await stepOf(secure(port), "tls")).toMatchObject({
			message: expect.stringMatching(
				/^TLSv1\.3; the certificate is for DNS:localhost, IP Address:127\.0\.0\.1, signed by home, which is trusted; it expires in (29|30) days\.$/,
			),
			facts: { version: "TLSv1.3", issuer: "home" },
		});
	});

	it("that ends soon is told of, and does not stop the rest", async () => {
		const { port } = await house(home.sign("localhost", { days: 10 }));
		expect(await classes(secure(port))).toEqual(good({ tls: "tls-expires-soon", ...REFUSED }));
		expect(await stepOf(secure(port), "tls")).toMatchObject({ status: "ok", remedy: expect.stringContaining("Renew") });
	});

	it("that ended", async () => {
		const { port } = await house(home.sign("localhost", { days: -1 }));
		expect(await classes(secure(port))).toEqual(stopped("tls-expired"));
	});

	it("of another authority", async () => {
		const { port } = await house(home.sign("localhost"));
		expect(await classes(secure(port, elsewhere.ca))).toEqual(stopped("tls-untrusted"));
	});

	it("for another name, which is told", async () => {
		const { port } = await house(home.sign("other", { names: "DNS:other.example" }));
		expect(await classes(secure(port))).toEqual(stopped("tls-hostname"));
		expect((await stepOf(secure(port), "tls")).message).toContain("other.example");
	});

	it("where the broker has none, and the login stays here", async () => {
		const plain = await startMosquitto({ users: LOGIN });
		houses.push(plain);
		expect(await classes(secure(plain.port))).toEqual(stopped("wrong-port-or-tls-mode"));
		const ear = await listen((socket) => void socket.once("data", () => socket.destroy()));
		await steps(secure(ear.port));
		expect(ear.received().length).toBeGreaterThan(0);
		expect(ear.received().includes(PASSWORD)).toBe(false);
		expect(ear.received().includes("MQTT")).toBe(false);
		await ear.close();
	});

	it("that the broker has and the options have not", async () => {
		const { port } = await house(home.sign("localhost"));
		expect((await stepOf(asked({ port }), "login")).class).toBe("wrong-port-or-tls-mode");
	});

	it("with an authority's file that holds no certificate is found in the options", async () => {
		const seen = await steps(secure(1883, "garbage"));
		expect(seen[0]).toMatchObject({ id: "options", status: "fail", message: expect.stringContaining("mqtt.ca") });
		expect(seen.slice(3).every(({ status }) => status === "skipped")).toBe(true);
	});
});
