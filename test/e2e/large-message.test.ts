import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type Mosquitto, startMosquitto } from "../fakes/mosquitto.ts";
import { published } from "../mqtt/published.ts";
import { broker as at, closeAll, text, type Witness, watch } from "../mqtt/witness.ts";
import { until } from "./installation.ts";
import { Process } from "./process.ts";

const MB = 1_000_000;
const LARGE = 200 * MB;
const LOGIN = { username: "solar", password: "solar-pw" };
const ROOT = "solar/supertest";

describe("one message of 200 MB to a command topic", () => {
	let folder: string;
	let broker: Mosquitto;
	let app: Process;
	let viewer: Witness;
	beforeAll(async () => {
		folder = mkdtempSync(join(tmpdir(), "solar-large-"));
		broker = await startMosquitto({ users: { solar: "solar-pw", viewer: "viewer-pw" } });
		app = new Process(folder, { host: "127.0.0.1", port: broker.port, ...LOGIN });
		viewer = watch(at({ port: broker.port, username: "viewer", password: "viewer-pw" }));
		viewer.session.subscribe(`${ROOT}/mode`);
	});
	afterAll(async () => {
		await closeAll();
		await app.end();
		await broker.stop();
		rmSync(folder, { recursive: true, force: true });
	});

	// #costs-memory-connection-next
	it("costs no memory and no connection, and the next command is obeyed", async () => {
		const mode = () => viewer.heard.map(text).at(-1);
		await until("it is connected", () => mode() === "auto");
		const controller = await app.controller();
		const before = peak(controller);
		await published(broker.port, LOGIN, `${ROOT}/mode/set`, LARGE);
		await viewer.session.publish({ topic: `${ROOT}/mode/set`, payload: "off", retain: false, qos: 1 });
		await until("it obeys", () => mode() === "off");
		expect(peak(controller) - before).toBeLessThan(60 * MB);
		expect(app.connections()).toBe(1);
	});
});

/** The most memory it ever had, in bytes. */
const peak = (pid: number) =>
	Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) * 1024;
