import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { parse } from "yaml";
import { CANARY, Installation, until } from "../e2e/installation.ts";
import { launcher } from "../e2e/launcher.ts";
import { Viewer } from "../e2e/viewer.ts";
import { FakeSupervisor } from "../fakes/supervisor.ts";
import { healthy, untilHealthy } from "./inside.ts";

const ROOT = join(import.meta.dirname, "../..");
/** What the Supervisor writes for an owner who has not changed anything. */
const defaults = () => parse(readFileSync(join(ROOT, "config.yaml"), "utf8")).options;

// #app-container-healthy-within
describe("the app's container is healthy within 15 s", () => {
	let house: Installation;
	beforeEach(async () => {
		house = await Installation.open();
		house.collector(20);
		house.tank(40);
	});
	afterEach(() => house.close());
	const withOptions = (text: string) => {
		writeFileSync(join(house.folder, "options.json"), text, { mode: 0o600 });
		house.start();
	};

	it.each([
		["with nothing configured", () => JSON.stringify(defaults())],
		["with options that say nothing at all", () => "{}"],
		["with options that are no JSON", () => "{"],
		["with options that are wrong", () => JSON.stringify({ ...defaults(), turn: 1000, outputs: [{ id: "pump" }] })],
	])("%s", async (_, options) => {
		withOptions(options());
		expect(await untilHealthy(house.container)).toBeLessThan(15_000);
		expect(await healthy(house.container)).toBe(true);
	});

	it("without a broker", async () => {
		await house.broker.kill9();
		house.start();
		await untilHealthy(house.container);
		await until("its outputs are at rest", () => house.board.coils[1] === true);
		await until("it says why", () => house.log.includes("mqtt_failed"));
		expect(house.log).not.toContain(CANARY);
	});

	// #relay-board-unplugged
	it("with its relay board unplugged", async () => {
		house.board.unplug();
		house.start();
		await untilHealthy(house.container);
	});
});

describe("under the Supervisor, with nothing configured", () => {
	it("takes the login that the Supervisor has, and says in no line what it is", async () => {
		const house = await Installation.open();
		const supervisor = await FakeSupervisor.start();
		const viewer = new Viewer(house.broker);
		viewer.watch();
		supervisor.offers({ host: house.broker.host, port: house.broker.port, username: "solar", password: CANARY });
		const options = JSON.stringify({ ...defaults(), mqtt: { ...defaults().mqtt } });
		writeFileSync(join(house.folder, "options.json"), options, { mode: 0o600 });
		const env = { SUPERVISOR_TOKEN: supervisor.token, SUPERVISOR_URL: supervisor.url };
		const app = launcher.start({ folder: house.folder, env });
		let log = "";
		app.child.stdout?.on("data", (chunk: Buffer) => {
			log += chunk;
		});
		try {
			await until("it is online", () => viewer.newest(`${house.root}/availability`) === "online");
			expect(supervisor.questions.map(({ path, authorized }) => [path, authorized])).toContainEqual([
				"/services/mqtt",
				true,
			]);
			expect(log).not.toContain(CANARY);
			expect(log).not.toContain(supervisor.token);
		} finally {
			const ended = new Promise((done) => app.child.once("exit", done));
			app.signal("SIGTERM");
			await ended;
			viewer.close();
			await supervisor.down();
			await house.close();
		}
	});
});
