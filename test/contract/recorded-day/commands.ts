import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Stage } from "./stage.ts";

const FIXTURES = join(import.meta.dirname, "../../fixtures");

/** What is asked of the app while it runs, by commands, at its socket and at its page. */
export async function askTheApp(stage: Stage): Promise<void> {
	await stage.scene("questions to the running app");
	for (const command of ["explain", "energy", "read", "page"]) await stage.typeHere(command, "--json");
	await stage.typeHere("energy", "--days", "2", "--json");
	await stage.typeHere("page", "--show-password", "--json");
	await stage.typeHere("audit-trail", "--json");
	await stage.typeHere("audit-trail", "--verify", "--json");
	await stage.typeHere("backup", join(stage.house.dir, "copy.db"), "--json");
	await stage.typeHere("run");
	await stage.typeHere("restore", join(stage.house.dir, "copy.db"));
	await stage.typeHere("soak", "--minutes", "0.01", "--json");
	for (const request of ["snapshot", "page", "soak", "audit_trail", "audit_trail_verify", "nothing"])
		await stage.asks(request);
	for (const path of ["broker", "control"]) await stage.asks("try_command", path);
	await stage.gets("/healthz", { stranger: true });
	for (const path of ["/", "/api/snapshot", "/api/hardware"]) await stage.gets(path, { stranger: true });
	for (const path of ["/", "/page.css", "/page.js", "/api/snapshot", "/api/events", "/parts", "/nothing"])
		await stage.gets(path);
	await stage.gets("/api/snapshot", { method: "POST" });
}

/** Commands beside no app. */
export async function typeCommands(stage: Stage): Promise<void> {
	const { house } = stage;
	await stage.scene("commands");
	for (const command of ["check", "read", "rest", "explain", "energy", "page", "audit-trail", "soak"])
		await stage.typeHere(command, "--json");
	await stage.typeHere("read", "--discover", "--json");
	await stage.typeHere("audit-trail", "--verify", "--json");
	await stage.typeHere("backup", join(house.dir, "copy.db"), "--json");
	await stage.typeHere("restore", join(house.dir, "copy.db"));
	await stage.typeHere("restore", join(house.dir, "nothing.db"));
	await stage.type("check", "--json", "--options", "nothing.json", "--data", "nothing");
	await stage.type("frost");
	await stage.type();
	await stage.type("--version");
	house.write("day.csv", readFileSync(join(FIXTURES, "recorded-day/readings.csv"), "utf8"));
	await stage.typeHere("replay", "--readings", "day.csv");
	house.write("bad.csv", "time,collector,tank\n0,60,50\n60,warm,50\n");
	await stage.typeHere("replay", "--readings", "bad.csv");
	await brokerCommands(stage);
}

/** Those that look at a broker's files. What changes them needs root, and has a suite of its own: npm run test:broker. */
async function brokerCommands(stage: Stage): Promise<void> {
	const { house } = stage;
	const here = (name: string) => join(house.dir, "mosquitto", name);
	house.write(
		"mosquitto/mosquitto.conf",
		`listener 1883 127.0.0.1\nallow_anonymous false\npassword_file ${here("passwd")}\nacl_file ${here("acl")}\n`,
	);
	house.write("mosquitto/passwd", readFileSync(join(house.broker.dir, "passwords"), "utf8"));
	house.write("mosquitto/acl", "user solar\ntopic write solar/#\n");
	house.write("mosquitto/mosquitto.log", readFileSync(join(FIXTURES, "broker-log/2.0.20.log"), "utf8"));
	const config = ["--config", here("mosquitto.conf")];
	const backups = ["--backups", join(house.dir, "backups")];
	await stage.typeHere("broker", "acl");
	await stage.typeHere("broker", "guide", "--json");
	await stage.typeHere("broker", "watch", "--once", "--json", "--log", here("mosquitto.log"));
	await stage.type("broker", "user", "list", "--json", ...config);
	await stage.type("broker", "backup", "--json", ...config, ...backups);
	await stage.type("broker", "rollback", "--list", "--json", ...config, ...backups);
	await stage.typeHere("broker", "rotate", "--dry-run", "--json", ...config, ...backups);
	await stage.typeHere("broker", "acl", "--apply", "--dry-run", "--json", ...config, ...backups);
	for (const command of ["harden", "backup", "tls", "verify"])
		await stage.type("broker", command, "--json", "--config", here("nothing.conf"), ...backups);
	await stage.type("broker", "nothing");
}
