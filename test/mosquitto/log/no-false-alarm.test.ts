import { join } from "node:path";
import { afterEach, describe, expect, test } from "@jest/globals";
import { RELEASES, type Release } from "../../fakes/mosquitto.ts";
import type { Ended } from "../machine/debian.ts";
import { type Furnished, furnished } from "../machine/furnished.ts";

let all: Furnished | undefined;
afterEach(async () => {
	await all?.machine.close();
	all = undefined;
});

const CONF = "/etc/mosquitto/mosquitto.conf";
const LOG = "/var/log/mosquitto/mosquitto.log";

const fine = ({ code, err }: Ended) => expect({ code, err }).toEqual({ code: 0, err: "" });

/** Only our own commands connected: no other refusal, and no alarm. */
async function quiet({ machine, options }: Furnished) {
	const { code, out, err } = await machine.cli(
		"broker",
		"watch",
		"--once",
		"--json",
		"--options",
		options,
		"--data",
		machine.data,
	);
	const told = out
		.trim()
		.split("\n")
		.map((line) => JSON.parse(line));
	const { by_address, unattributed, refusals, own_refusals } = told.at(-1);
	// The whole log tells which line it was.
	const log = refusals > 0 || told.length > 1 ? machine.read(LOG) : "";
	expect({
		told: told.slice(0, -1).map(({ event, count, address }) => ({ event, count, address })),
		by_address,
		unattributed,
		refusals,
		code,
		err,
		log,
	}).toEqual({
		...{ told: [], by_address: {}, unattributed: 0, refusals: 0, code: 0, err: "", log: "" },
	});
	return Number(own_refusals);
}

describe.each(RELEASES)("our own commands are no attack, on Mosquitto %s", (release: Release) => {
	// #own-commands-no-alarm
	test("after every command on an untouched broker, watch and verify count nobody's refusals and tell no alarm", async () => {
		all = await furnished(release, ["homeassistant"], "by command");
		const { machine, broker, options, also } = all;
		const app = ["--options", options, "--data", machine.data];
		fine(await broker("acl", ...app, "--home-assistant", "homeassistant", "--apply"));
		const ca = join(machine.data, "ca.crt");
		fine(await broker("tls", "--ca-to", ca, "--name", "broker.lan"));
		fine(await machine.cli("broker", "backup"));
		fine(await machine.cli("check", ...app));
		const secured = also("secured.json", { port: 8883, tls: true, ca });
		fine(await machine.cli("check", "--options", secured, "--data", machine.data, "--listener", "127.0.0.1:1883"));
		const verify = await machine.cli("broker", "verify", ...app, "--json");
		const { lines } = JSON.parse(verify.out);
		const bad = lines.filter(({ status }: { status: string }) => status === "fail");
		expect(bad).toEqual([]);
		expect(await quiet(all)).toBeGreaterThan(5);
	});

	test("nor are a few checks against TLS with client certificates", async () => {
		all = await furnished(release);
		const { machine, broker, also } = all;
		const ca = join(machine.data, "ca.crt");
		fine(await broker("tls", "--ca-to", ca, "--client", "solar_heating", "--require-client-certificate"));
		const pair = {
			cert: machine.seen("/etc/mosquitto/tls/clients/solar_heating.crt"),
			key: machine.seen("/etc/mosquitto/tls/clients/solar_heating.key"),
		};
		const secured = also("secured.json", { port: 8883, tls: true, ca, ...pair });
		for (let n = 0; n < 3; n++) await machine.cli("check", "--options", secured, "--data", machine.data);
		await quiet(all);
	});

	test("nor where the broker takes user names for client ids", async () => {
		all = await furnished(release);
		const { machine, options } = all;
		machine.write(CONF, `${machine.read(CONF)}\nuse_username_as_clientid true\n`);
		await machine.startBroker();
		for (let n = 0; n < 3; n++) await machine.cli("check", "--options", options, "--data", machine.data);
		expect(await quiet(all)).toBeGreaterThan(5);
	});

	// #fail2ban-apply-log-types
	test("fail2ban --apply has the log say who was refused, keeps every other line, and is content the second time", async () => {
		all = await furnished(release);
		const { machine, broker } = all;
		const types = (text: string) => [...text.matchAll(/^log_type (.*)$/gm)].map(([, type]) => type);
		machine.write(
			CONF,
			`${machine.read(CONF).replace(/^log_type .*$/gm, "# mine")}\nlog_type all\nlog_type none\nlog_type error\n`,
		);
		await machine.startBroker();
		const before = machine.read(CONF).split("\n");
		expect((await machine.cli("broker", "fail2ban")).code).toBe(1);
		const dry = await broker("fail2ban", "--apply", "--dry-run");
		expect(dry).toMatchObject({ code: 0, err: "" });
		expect(machine.read(CONF).split("\n")).toEqual(before);
		const done = await broker("fail2ban", "--apply", "--write", "/var/backups/fail2ban");
		expect(done).toMatchObject({ code: 0, err: "" });
		expect(done.out).toContain("says who was refused: just tried with unauthorised logins");
		expect(machine.has("/var/backups/fail2ban/jail.d/solar-heating-mosquitto.conf")).toBe(true);
		const now = machine.read(CONF);
		const debug = release === "2.1" || release === "2.0.21" ? [] : ["debug"];
		expect(types(now).sort()).toEqual(["error", "information", "notice", "warning", ...debug].sort());
		for (const line of before) expect(now).toContain(line);
		expect(await broker("fail2ban", "--apply")).toMatchObject({ code: 0, err: "" });
		expect(machine.read(CONF)).toBe(now);
	});

	// #fail2ban-apply-configured-times
	test("fail2ban --apply tries its filter with the configured time, and names a time that fail2ban cannot read", async () => {
		all = await furnished(release);
		const { machine, broker } = all;
		const before = machine.read(CONF);
		machine.write(CONF, `${before}\nlog_timestamp_format %d.%m.%Y %H:%M:%S\nlog_timestamp false\n`);
		await machine.startBroker();
		const done = await broker("fail2ban", "--apply", "--write", "/var/backups/fail2ban");
		expect(done).toMatchObject({
			code: 0,
			err: "",
			out: expect.stringContaining("just tried with fail2ban-regex"),
		});
		const filter = machine.seen("/var/backups/fail2ban/filter.d/solar-heating-mosquitto.conf");
		const log = machine.seen("/var/log/mosquitto/mosquitto.log");
		// One after the other: of several at once 2.0.13 and later do not show who was refused.
		await machine.startBroker();
		const guess = ["-h", "127.0.0.1", "-i", "guess", "-u", "joe", "-P", "wrong", "-t", "x", "-m", "x"];
		for (let guesses = 0; guesses < 3; guesses += 1) await machine.run("mosquitto_pub", ...guess);
		const found = await machine.run("fail2ban-regex", "--out", "ip", log, filter);
		expect(found.out).toMatch(/^(?:127\.0\.0\.1\n)+$/);
		machine.write(CONF, `${before}\nlog_timestamp_format %Y-%m-%d|%H:%M:%S\n`);
		for (const flags of [[], ["--apply"]]) {
			const refused = await broker("fail2ban", ...flags);
			expect(refused).toMatchObject({ code: 2, out: "" });
			expect(refused.err).toContain("With `log_timestamp_format %Y-%m-%d|%H:%M:%S` fail2ban cannot read");
		}
	});
});
