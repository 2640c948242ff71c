import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { probe } from "#mqtt/probe.ts";
import { type Mosquitto, startMosquitto } from "../fakes/mosquitto.ts";
import { broker, LOGIN, text, until } from "./witness.ts";

let house: Mosquitto;
beforeAll(async () => {
	house = await startMosquitto({ users: LOGIN });
});
afterAll(() => house.stop());

const MQTT5 = { protocol: 5, timeout: 3 } as const;

describe("a probe", () => {
	it("comes, does what it is to do, and says goodbye, so that its will stays unsaid", async () => {
		const heard: string[] = [];
		const done = await probe(broker({ port: house.port, client_id: "prober" }), MQTT5, async (line) => {
			line.onMessage((received) => heard.push(text(received)));
			await line.subscribe("a", {});
			const delivery = await line.publish({ topic: "a", payload: "1", retain: false, qos: 1 });
			await until(() => heard.length > 0);
			return delivery.kind;
		});
		expect(done).toEqual({ kind: "connected", protocol: 5, value: "sent" });
		expect(heard).toEqual(["1"]);
		await until(() => house.log().includes("Received DISCONNECT from prober"));
	});

	it("tells the broker's refusal from a connection without an answer", async () => {
		const refused = await probe(broker({ port: house.port, password: "wrong" }), MQTT5, async () => 0);
		expect(refused).toEqual({ kind: "refused", class: "credentials-rejected", detail: "135" });
		const nobody = await probe(broker({ port: 1 }), MQTT5, async () => 0);
		expect(nobody).toMatchObject({ kind: "failed", class: "unreachable", detail: "ECONNREFUSED" });
	});

	it("may come without a login, but not with half of one", async () => {
		const anonymous = await probe(broker({ port: house.port, username: "", password: "" }), MQTT5, async () => 0);
		expect(anonymous).toEqual({ kind: "refused", class: "not-authorized", detail: "135" });
		for (const half of [{ username: "" }, { password: "" }])
			expect(await probe(broker({ port: house.port, ...half }), MQTT5, async () => 0)).toMatchObject({
				kind: "failed",
				class: "config-invalid",
			});
	});

	it("ends in time whatever is done with it", async () => {
		const late = await probe(
			broker({ port: house.port }),
			{ protocol: 5, timeout: 0.3 },
			() => new Promise(() => undefined),
		);
		expect(late).toMatchObject({ kind: "failed", class: "timeout" });
	});

	it("hides no bug of who uses it", async () => {
		const bug = new Error("bug");
		await expect(probe(broker({ port: house.port }), MQTT5, () => Promise.reject(bug))).rejects.toBe(bug);
	});
});
