import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import { loginPlugin } from "../fakes/login-plugin.ts";
import { closeAll, coded, until } from "../mqtt/witness.ts";
import { endures, house, MATRIX, stopBrokers, visit, withoutSecret } from "./matrix.ts";

let folder = "";
let lines: readonly string[] = [];
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), "login-plugin-"));
	lines = loginPlugin(folder);
});
afterEach(closeAll);
afterAll(async () => {
	await stopBrokers();
	rmSync(folder, { recursive: true, force: true });
});

/** Home Assistant's broker asks a plugin for logins and rights. A plugin that answers with an error replaces it here. */
describe.each(MATRIX)("a broker that asks Home Assistant, %s", (_name, cell) => {
	const { release } = cell;
	const asking = () => house("asking", { release, more: lines });
	const message = (topic: string) => ({ topic, payload: "{}", retain: true, qos: 1 }) as const;

	it("lets us in while it gets an answer", async () => {
		const witness = visit(cell, { port: (await asking()).port });
		await witness.reach("connected");
		expect(await witness.session.publish(message("solar/1/pump"))).toBe("sent");
		withoutSecret(witness);
	});

	it("drops us without a word where it gets none, which is no refusal of our login", async () => {
		const { port } = await asking();
		await endures(visit(cell, { port, username: "away" }), { username: "away" }, port, {
			failure: "dropped-before-connack",
			waits: [5, 10, 20, 40, 80, 120, 120],
			detail: "",
		});
	});

	it("says which topic we may not read", async () => {
		const witness = visit(cell, { port: (await asking()).port });
		for (const filter of ["solar/a", "solar/denied", "solar/b"]) witness.session.subscribe(filter);
		await witness.reach("connected");
		await until(() => witness.session.rights().denied.length > 0);
		expect(witness.session.rights().denied).toEqual([{ action: "subscribe", topic: "solar/denied" }]);
		for (const topic of ["solar/a", "solar/b"]) expect(await witness.session.publish(message(topic))).toBe("sent");
		await until(() => witness.heard.length >= 2);
		expect(witness.session.state().kind).toBe("connected");
		withoutSecret(witness);
	});

	it("drops us for a message that it gets no answer about; that message is lost, and does not come again by itself", async () => {
		const mosquitto = await asking();
		const witness = visit(cell, { port: mosquitto.port });
		await witness.reach("connected");
		expect(await witness.session.publish(message("solar/away"))).toBe("lost");
		await witness.reach("waiting", "dropped");
		expect(witness.timer.waits).toEqual([1]);
		witness.timer.go();
		await witness.reach("connected");
		expect(await witness.session.publish(message("solar/1/pump"))).toBe("sent");
		expect(witness.session.state().kind).toBe("connected");
		expect(coded(witness.notices, "mqtt_failed").map(({ facts }) => facts["class"])).toEqual(["dropped"]);
		withoutSecret(witness);
	});
});
