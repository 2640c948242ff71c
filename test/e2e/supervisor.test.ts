import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { ConnectTap } from "../fakes/connect-tap.ts";
import { type Mosquitto, startMosquitto } from "../fakes/mosquitto.ts";
import { FakeSupervisor } from "../fakes/supervisor.ts";
import { until } from "./installation.ts";
import { Process } from "./process.ts";
import { Viewer } from "./viewer.ts";

/** The broker, and the app's own options. */
const ASKED = new Set(["/services/mqtt", "/addons/self/info"]);
const FIRST = "canary-First-20c1";
const SECOND = "canary-Second-77de";
const THIRD = "canary-Third-b39a";
const VIEWER = { viewer: "viewer-pw" };
const ACL = "user viewer\ntopic readwrite #\npattern readwrite #\n";
const MINUTE = 60_000;

let folder: string;
const open: { close(): unknown }[] = [];
const closing = <T extends { close(): unknown }>(thing: T): T => {
	open.push(thing);
	return thing;
};
const house = async (users: Readonly<Record<string, string>>, more: { readonly allow_anonymous?: boolean } = {}) => {
	const broker = await startMosquitto({ users: { ...users, ...VIEWER }, acl: ACL, ...more });
	closing({ close: () => broker.stop() });
	return broker;
};
const folderOfOwn = () => {
	folder = mkdtempSync(join(tmpdir(), "solar-supervisor-"));
};
const closeAll = async () => {
	for (const thing of open.splice(0).reverse()) await thing.close();
	rmSync(folder, { recursive: true, force: true });
};
const started = (...args: ConstructorParameters<typeof Process>) => {
	const app = new Process(...args);
	closing({ close: () => app.end() });
	return app;
};
const secrets = [FIRST, SECOND, THIRD];

describe("under Home Assistant's Supervisor, with nothing typed", () => {
	let supervisor: FakeSupervisor;
	let broker: Mosquitto;
	let wire: ConnectTap;
	let app: Process;
	let viewer: Viewer;
	let atOnce = 0;
	const wires: ConnectTap[] = [];
	const tapped = async (to: Mosquitto) => {
		const tap = closing(await ConnectTap.start(to.port));
		wires.push(tap);
		tap.counts = () => {
			atOnce = Math.max(
				atOnce,
				wires.reduce((sum, w) => sum + w.open, 0),
			);
		};
		return tap;
	};
	const service = (password: string, more = {}) => ({
		host: "127.0.0.1",
		port: String(wire.port),
		username: "addons",
		password,
		...more,
	});
	/** The app is connected once more, from now on. */
	const connected = () => {
		const before = app.connections();
		return until("it is connected", () => app.connections() > before, MINUTE);
	};
	const askedAgain = async () => {
		const before = supervisor.questions.length;
		await until("the Supervisor is asked", () => supervisor.questions.length > before);
	};

	beforeAll(async () => {
		folderOfOwn();
		supervisor = await FakeSupervisor.start();
		closing({ close: () => supervisor.down() });
		broker = await house({ addons: FIRST });
		wire = await tapped(broker);
		viewer = closing(new Viewer(broker));
		viewer.watch();
		app = started(folder, {}, { SUPERVISOR_TOKEN: supervisor.token, SUPERVISOR_URL: supervisor.url });
	});
	afterAll(closeAll);

	// #connects-nobody-while-broker
	it("connects to nobody while there is no broker, and controls", async () => {
		await until("it has asked", () => supervisor.questions.length > 0);
		await until("it says why", () => app.log.includes("offers no MQTT broker at the moment"));
		expect(supervisor.questions.every(({ authorized, path }) => authorized && ASKED.has(path))).toBe(true);
		expect(wire.introductions).toEqual([]);
		expect(app.log).not.toContain("MQTT credentials required");
	});

	it(
		"connects when the broker appears late, as the user and where the Supervisor says",
		async () => {
			const asked = () => supervisor.questions.filter(({ path }) => path === "/services/mqtt").length;
			const before = asked();
			supervisor.offers(service(FIRST));
			await connected();
			// The first answer is taken; one more question may have been under way.
			expect(asked() - before).toBeLessThanOrEqual(2);
			await until("it says so", () => app.log.includes(`Broker: 127.0.0.1:${wire.port}, User: addons`));
			await until("it is there", () => viewer.newest("solar/supertest/availability") === "online");
			await until("its login is new", () => viewer.newest("solar/supertest/credentials_age") === "0");
		},
		MINUTE,
	);

	// #finds-new-password-broker
	it(
		"finds the new password after the broker was restarted, the service was gone and the Supervisor hung",
		async () => {
			supervisor.hasNone();
			broker.setUsers({ addons: SECOND, ...VIEWER });
			await broker.restart();
			await askedAgain();
			supervisor.hangs();
			await until("it says so", () => app.log.includes("did not answer within"));
			await until("it says why", () => app.log.includes("refused this user name and password"));
			supervisor.offers(service(SECOND));
			await connected();
		},
		2 * MINUTE,
	);

	it(
		"bears a Supervisor that forbids, talks nonsense and is down, and then finds the new password",
		async () => {
			supervisor.forbids();
			broker.setUsers({ addons: THIRD, ...VIEWER });
			await broker.restart();
			await askedAgain();
			await until("it says so", () => app.log.includes("does not let this app ask"));
			supervisor.says(200, `{"result":"ok","data":{"password":"${THIRD}"`);
			await until("it says so", () => app.log.includes("is not valid"));
			await supervisor.down();
			await until("it says so", () => app.log.includes("Supervisor cannot be reached"), 45_000);
			await supervisor.up();
			supervisor.offers(service(THIRD));
			await connected();
		},
		3 * MINUTE,
	);

	it(
		"goes over to another broker, and is never at two at once",
		async () => {
			const other = await house({ addons: THIRD });
			wire = await tapped(other);
			supervisor.offers(service(THIRD));
			await broker.kill9();
			await connected();
			await until("it says so", () => app.log.includes(`Broker: 127.0.0.1:${wire.port}, User: addons`));
			expect(wire.introductions).toHaveLength(1);
			expect(atOnce).toBe(1);
		},
		2 * MINUTE,
	);

	it("has never come without user name and password, nor ended, nor written a password down", () => {
		const all = wires.flatMap((w) => w.introductions);
		expect(all.length).toBeGreaterThanOrEqual(6);
		expect(all.filter(({ username, password }) => !username || !password)).toEqual([]);
		expect(app.runs).toBe(true);
		const kept = readdirSync(folder)
			.filter((file) => file !== "control.sock")
			.map((file) => readFileSync(join(folder, file), "latin1"));
		const heard = viewer.seen.map(({ topic, payload }) => `${topic} ${payload}`);
		for (const text of [app.log, app.arguments, ...kept, ...heard])
			for (const secret of [...secrets, supervisor.token]) expect(text).not.toContain(secret);
	});
});

describe("stand-alone", () => {
	beforeEach(folderOfOwn);
	afterEach(closeAll);

	it(
		"reads the password file again when the login was refused",
		async () => {
			const broker = await house({ solar: SECOND });
			const file = join(folder, "password");
			writeFileSync(file, `${FIRST}\n`, { mode: 0o600 });
			const app = started(folder, {
				host: "127.0.0.1",
				port: broker.port,
				username: "solar",
				password_file: file,
			});
			await until("it is refused", () => app.log.includes("credentials-rejected"));
			writeFileSync(file, `${SECOND}\n`, { mode: 0o600 });
			await until("it is let in", () => app.connections() === 1, MINUTE);
			for (const secret of secrets) expect(app.log).not.toContain(secret);
		},
		MINUTE,
	);

	it(
		"comes without a login only where the owner allowed it, and then an alarm says so",
		async () => {
			const broker = await house({}, { allow_anonymous: true });
			const wire = closing(await ConnectTap.start(broker.port));
			broker.setAcl("topic readwrite #\nuser viewer\ntopic readwrite #\n");
			await broker.hup();
			const viewer = closing(new Viewer(broker));
			viewer.watch();
			const at = { host: "127.0.0.1", port: wire.port };
			const strict = started(folder, at);
			await until("it says what it needs", () => strict.log.includes("MQTT credentials required"));
			await strict.end();
			expect(wire.introductions).toEqual([]);
			const app = started(folder, { ...at, allow_anonymous_broker: true });
			await until("it is let in", () => app.connections() === 1);
			expect(wire.introductions).toMatchObject([{ username: false, password: false }]);
			const attention = "solar/supertest/attention";
			await until("the alarm", () => viewer.newest(attention) === "ON");
			await until("its reason", () => viewer.newest(`${attention}/attributes`)?.includes("mqtt_anonymous") === true);
			await until("the line", () => app.log.includes("MQTT WITHOUT A LOGIN"));
			expect(viewer.newest("solar/supertest/credentials_age")).toBe("None");
		},
		MINUTE,
	);
});
