import { execFile } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { MARK_KEY_FILE, markKey, ownLogins } from "#broker/proofs/trying/own/own-logins.ts";
import { isOurs } from "#broker/proofs/trying/own/probe-client-id.ts";
import { AUDITED } from "#model/findings/audited.ts";
import { CANARY, Installation, until } from "./installation.ts";
import { Viewer } from "./viewer.ts";

interface Shown {
	readonly when?: string;
	readonly proofs: readonly {
		readonly proof: string;
		readonly status: string;
		readonly class: string;
		readonly message: string;
	}[];
}

describe("the audit that a person starts in Home Assistant", () => {
	let house: Installation;
	let viewer: Viewer;
	const topic = (entity: string) => `${house.root}/${entity}`;
	const shown = (): Shown => JSON.parse(viewer.newest(topic("security_score/attributes")) ?? '{"proofs":[]}');
	/** Without blocking this process, which drains what the broker logs meanwhile. */
	const press = () => {
		const { host, port } = house.broker;
		const who = ["-h", host, "-p", String(port), "-u", "viewer", "-P", "viewer-pw", "-V", "5"];
		return promisify(execFile)("mosquitto_pub", [...who, "-q", "1", "-t", topic("security_audit/set"), "-m", "PRESS"]);
	};
	const audited = async () => {
		const before = viewer.newest(topic("security_score/attributes"));
		await press();
		await until("a new result", () => viewer.newest(topic("security_score/attributes")) !== before);
		await until("its score", () => viewer.newest(topic("security_score")) !== "None");
	};

	beforeAll(async () => {
		house = await Installation.open();
		viewer = new Viewer(house.broker);
		viewer.watch();
		house.collector(50);
		house.tank(50);
		house.start();
		await until("it is discovered", () => viewer.newest(topic("security_score")) !== undefined);
	});
	afterAll(async () => {
		viewer.close();
		await house.close();
	});

	it("is not run by itself at a start", async () => {
		await until("the attributes", () => viewer.newest(topic("security_score/attributes")) !== undefined);
		expect(viewer.newest(topic("security_score"))).toBe("None");
		expect(shown()).toEqual({ proofs: [] });
		for (const proof of AUDITED) expect([proof, viewer.newest(topic(`proof_${proof}`))]).toEqual([proof, "None"]);
		expect(ownLogins(house.folder)).toEqual([]);
	});

	it("ends in a score and in what each proof showed", async () => {
		await audited();
		expect(viewer.newest(topic("security_score"))).toBe("100");
		const { when, proofs } = shown();
		expect(Date.parse(when ?? "")).toBeGreaterThan(0);
		const classes = Object.fromEntries(proofs.map((p) => [p.proof, p.class]));
		expect(classes).toMatchObject({
			...{ login: "ok", publish: "ok", subscribe: "ok", will: "ok" },
			...{ anonymous_refused: "ok", wrong_password_refused: "ok", random_user_refused: "ok" },
			...{ acl_write_escape: "ok", acl_read_escape: "ok", tls: "not-configured" },
		});
		expect(viewer.newest(topic("attention"))).toBe("OFF");
		await until("the last proof", () => viewer.newest(topic("proof_acl_read_escape")) === "OFF");
		// Where TLS is off nothing of it was tried, and this user may not read the broker's version.
		const untried = ["tls", "plaintext_refused", "old_tls_refused", "broker_outdated"];
		for (const proof of AUDITED)
			expect([proof, viewer.newest(topic(`proof_${proof}`))]).toEqual([
				proof,
				untried.includes(proof) ? "None" : "OFF",
			]);
		expect(JSON.parse(viewer.newest(topic("proof_anonymous_refused/attributes")) ?? "{}")).toEqual({
			status: "ok",
			class: "ok",
			message:
				"Tried to log in without user name and password. Tried with MQTT 5, 3.1.1. It was refused (code 135). Enforced. Other ways in were not tried from here, because the broker's firewall may block a machine that is refused often. `check` on the broker's machine tries them, and so does `check --thorough`.",
			remedy: "",
			when,
		});
	});

	it("leaves the running connection alone: no second login of it, no offline", () => {
		const running = /New client connected from \S+ as (solar_heating_e2etest1_[0-9a-f]{8}) /g;
		const [app, ...others] = [...house.broker.log().matchAll(running)].map(([, id]) => id);
		expect(others).not.toContain(app);
		expect(others.length).toBeGreaterThan(0);
		expect(viewer.seen.filter((s) => s.topic === topic("availability")).map((s) => s.payload)).toEqual(["online"]);
		expect(house.log.match(/"code":"mqtt_connected"/g)).toHaveLength(1);
		expect(house.log).not.toContain("mqtt_failed");
	});

	// #comes-stranger-only-under
	it("comes as a stranger only under names that the log's reader can know for ours", () => {
		const listed = ownLogins(house.folder);
		expect(listed).toHaveLength(5);
		expect(statSync(join(house.folder, MARK_KEY_FILE)).mode & 0o777).toBe(0o600);
		for (const { client_id, at, from } of listed) {
			expect(isOurs(client_id, markKey(house.folder), Date.parse(at) / 1000)).toBe(true);
			expect(house.broker.log()).toContain(`New connection from ${from} on port`);
		}
		expect(house.broker.log().match(/not authori[sz]ed/g)).toHaveLength(5);
	});

	// #finds-broker-open-meanwhile
	it("finds a broker that is open meanwhile: a lower score, an alarm, and the attention entity", async () => {
		const rules = readFileSync(join(house.broker.dir, "acl"), "utf8");
		house.broker.setAcl(`${rules}\nuser solar\ntopic readwrite #\n`);
		await house.broker.hup();
		await audited();
		await until("a lower score", () => viewer.newest(topic("security_score")) === "70");
		await until("attention", () => viewer.newest(topic("attention")) === "ON");
		for (const proof of ["acl_write_escape", "acl_read_escape"])
			await until(proof, () => viewer.newest(topic(`proof_${proof}`)) === "ON");
		const { findings } = JSON.parse(viewer.newest(topic("attention/attributes")) ?? "{}");
		expect(findings.map((f: { code: string; severity: string }) => [f.code, f.severity])).toEqual([
			["acl-too-wide", "alarm"],
			["acl-too-wide", "alarm"],
		]);
	});

	it("is kept over a restart", async () => {
		await house.end("SIGTERM");
		viewer.seen.splice(0);
		house.start();
		await until("the score", () => viewer.newest(topic("security_score")) === "70");
		await until("each proof", () => shown().proofs.length > 10);
		expect(ownLogins(house.folder)).toHaveLength(10);
	});

	it("says nothing of the password", () => {
		expect(house.log + viewer.seen.map((s) => s.payload).join()).not.toContain(CANARY);
	});
});
