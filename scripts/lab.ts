import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import * as z from "zod";
import { aclOf } from "#home-assistant/access-rules.ts";
import { HomeAssistant } from "../test/fakes/home-assistant/process.ts";
import { Resident } from "../test/fakes/home-assistant/resident.ts";
import { startMosquitto } from "../test/fakes/mosquitto.ts";
import { Supervisor } from "../test/fakes/supervisor/supervisor.ts";
import { homeAssistant } from "./home-assistant.ts";
import { mosquitto } from "./mosquitto.ts";

/**
 * `npm run lab`: a whole house to look at: Mosquitto, a real Home Assistant, a fake Supervisor with this app installed, and
 * the app with the simulated plant. Its folder is removed when it ends with Ctrl-C.
 */
const INSTALLATION = "laboratory";
const PLANT = join(import.meta.dirname, "../examples/options.simulated.json");
const Language = z.enum(["en", "sv", "de"]);

const { values } = parseArgs({ options: { port: { type: "string" }, language: { type: "string", default: "en" } } });
const language = Language.parse(values.language);
const found = [await mosquitto(console.log), await homeAssistant(console.log)];
const missing = found.flatMap((one) => (one.kind === "missing" ? [one.remedy] : []));
if (missing.length > 0) {
	console.log(missing.join("\n"));
	process.exit(1);
}

const stopped = new Promise<void>((resolve) => {
	for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => resolve());
});
const closing: (() => unknown)[] = [];
const folder = mkdtempSync(join(tmpdir(), "solar-lab-"));
closing.push(() => rmSync(folder, { recursive: true, force: true }));
try {
	await open();
	await stopped;
	console.log("Ending all of it …");
} finally {
	for (const close of closing.reverse()) await close();
}

async function open(): Promise<void> {
	const secret = () => randomBytes(9).toString("base64url");
	const [app, ha, password] = [secret(), secret(), secret()];
	const topics = { installation: INSTALLATION, base_topic: "solar", discovery_prefix: "homeassistant" };
	const acl = `${aclOf({ user: "solar", ...topics })}\nuser ha\ntopic readwrite #\n`;
	const broker = await startMosquitto({ users: { solar: app, ha }, acl });
	closing.push(() => broker.stop());

	const data = join(folder, "data");
	mkdirSync(data);
	writeFileSync(join(data, "installation-id"), INSTALLATION);
	const supervisor = await Supervisor.start({ data });
	closing.push(() => supervisor.close());
	supervisor.mqtt.offers({ host: broker.host, port: broker.port, username: "solar", password: app });
	const plant = z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(PLANT, "utf8")));
	supervisor.app.own = { ...plant, language };

	const { address, token } = supervisor;
	const port = values.port === undefined ? {} : { port: Number(values.port) };
	const home = await HomeAssistant.start({
		folder: join(folder, "home"),
		language,
		supervisor: { address, token },
		...port,
	});
	closing.push(() => home.stop());
	const resident = await Resident.movesIn(home, { name: "Owner", username: "owner", password, language });
	closing.push(() => resident.leaves());
	await supervisor.joins({ port: home.port, socket: home.socket, log: () => home.log() });
	await resident.connectsTo({ port: broker.port, username: "ha", password: ha });
	const started = await supervisor.app.start();
	if (!started.valid) console.log(started.message);
	console.log(`Home Assistant:  ${home.url}   user owner, password ${password}
the app's page:  ${home.url}/app/${supervisor.app.slug}
its settings:    ${home.url}/config/app/${supervisor.app.slug}/config
Mosquitto:       ${broker.host}:${broker.port}   user ha, password ${ha}
all files:       ${folder}
Ctrl-C ends all of it.`);
}
