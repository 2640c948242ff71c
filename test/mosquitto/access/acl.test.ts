import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { RELEASES } from "../../fakes/mosquitto.ts";
import { disks } from "../interrupted/cuts.ts";
import type { Debian } from "../machine/debian.ts";
import { type Furnished, furnished, USER } from "../machine/furnished.ts";

const ACL = "/etc/mosquitto/acl";
const CONF = "/etc/mosquitto/mosquitto.conf";

describe.each(RELEASES)("broker acl --apply, on Mosquitto %s", (release) => {
	let all: Furnished;
	let house: Debian;
	beforeEach(async () => {
		all = await furnished(release, ["homeassistant", "z2m"]);
		house = all.machine;
		writeFileSync(join(house.data, "installation-id"), "abcd2345");
	});
	afterEach(() => house.close());
	const apply = (...args: readonly string[]) =>
		all.broker("acl", "--options", all.options, "--data", house.data, "--apply", ...args);
	const EVERYBODY = ["--home-assistant", "homeassistant", "--device", "z2m=zigbee2mqtt"];

	test("names everybody who would lose all rights, and changes nothing until they have some, or it is told to", async () => {
		const before = house.read(CONF);
		const refused = await apply("--home-assistant", "homeassistant");
		expect(refused).toMatchObject({ code: 2, out: "" });
		expect(refused.err).toContain("  z2m\n");
		expect(refused.err).not.toContain("  homeassistant\n");
		expect([house.read(CONF), house.has(ACL)]).toEqual([before, false]);
		const left = await apply("--home-assistant", "homeassistant", "--leave-without-rights");
		expect(left).toMatchObject({ code: 0, out: expect.stringContaining("WITHOUT ANY RIGHTS: z2m") });
	});

	test("is proven where topics have their own names, though another listener puts a mount point before them", async () => {
		house.write(CONF, `listener 1893\nmount_point house/\n${house.read(CONF)}`);
		await house.startBroker();
		expect(await apply(...EVERYBODY)).toMatchObject({ code: 0, err: "" });
	});

	// #gives-each-needs-nothing
	test("gives each what it needs, and nothing more", async () => {
		expect(await apply(...EVERYBODY)).toMatchObject({ code: 0, err: "" });
		const said = [
			[USER, "solar/abcd2345/pump"],
			[USER, "zigbee2mqtt/lamp"],
			["homeassistant", "solar/abcd2345/pump"],
			["homeassistant", "solar/abcd2345/pump/set"],
			["homeassistant", "homeassistant/status"],
			["homeassistant", "homeassistant/device/abcd2345/solar_heating/config"],
			["homeassistant", "homeassistant/sensor/old/config"],
			["homeassistant", "zigbee2mqtt/lamp/set"],
			["homeassistant", "anything"],
			["z2m", "zigbee2mqtt/lamp"],
			["z2m", "solar/abcd2345/pump/set"],
			["z2m", "homeassistant/status"],
		] as const;
		const heard = await dialogue(said);
		expect(heard).toEqual({
			[USER]: [
				"homeassistant solar/abcd2345/pump/set",
				"homeassistant homeassistant/status",
				"homeassistant homeassistant/device/abcd2345/solar_heating/config",
			].sort(),
			homeassistant: [
				`${USER} solar/abcd2345/pump`,
				"homeassistant homeassistant/device/abcd2345/solar_heating/config",
				"homeassistant homeassistant/sensor/old/config",
				"homeassistant homeassistant/status",
				"homeassistant zigbee2mqtt/lamp/set",
				"z2m zigbee2mqtt/lamp",
			].sort(),
			z2m: ["homeassistant zigbee2mqtt/lamp/set", "z2m zigbee2mqtt/lamp"],
		});
	});

	// #keeps-others-wrote-byte
	test("keeps what others wrote, byte for byte; and a second time only reads the file again", async () => {
		const theirs = "# Mine.\r\nuser garage\r\ntopic readwrite garage/#\r\n\r\npattern read public/%u/#";
		house.write(ACL, theirs);
		house.write(CONF, `${house.read(CONF)}acl_file ${ACL}\n`);
		expect(await apply(...EVERYBODY)).toMatchObject({ code: 0, err: "" });
		expect(house.read(ACL).startsWith(`${theirs}\n\n# >>> `)).toBe(true);
		const [pid, conf] = [house.brokerPid(), house.read(CONF)];
		expect(await apply(...EVERYBODY)).toMatchObject({ code: 0, out: expect.stringContaining("Nothing was changed") });
		expect(await apply(...EVERYBODY, "--all", "garage2")).toMatchObject({ code: 0, err: "" });
		expect(house.read(ACL).startsWith(theirs)).toBe(true);
		expect(house.read(ACL).match(/>>>/g)).toHaveLength(1);
		expect([house.brokerPid(), house.read(CONF)]).toEqual([pid, conf]);
	});

	test("where others' rules let the app do more than it needs, everything is put back", async () => {
		const theirs = `user ${USER}\ntopic readwrite #\n`;
		house.write(ACL, theirs);
		house.write(CONF, `${house.read(CONF)}acl_file ${ACL}\n`);
		const done = await apply(...EVERYBODY);
		expect(done).toMatchObject({
			code: 1,
			err: expect.stringContaining("write nowhere else, as solar_heating (acl-too-wide)"),
		});
		expect(done.err).toContain("Everything is as before");
		expect(house.read(ACL)).toBe(theirs);
	});

	test("a power cut at any step leaves a broker that starts, and the next command puts everything back", async () => {
		house.write(
			"/etc/mosquitto/passwd",
			`${house
				.read("/etc/mosquitto/passwd")
				.split("\n")
				.find((line) => line.startsWith(USER))}\n`,
		);
		await house.startBroker();
		const steps = await disks(house, "acl", all.options);
		expect(steps.map(({ point }) => point).join()).toContain(`written beside ${ACL}`);
		expect(steps.length).toBeGreaterThan(8);
		expect(steps.filter(({ noted, starts, mended }) => !starts || (noted && !mended))).toEqual([]);
	});

	/** Each user listens to everything, then each says what it is told to; who heard what, of whom. */
	async function dialogue(
		said: readonly (readonly [string, string])[],
	): Promise<Readonly<Record<string, readonly string[]>>> {
		const users = [USER, "homeassistant", "z2m"];
		const login = (user: string) => `-h 127.0.0.1 -u ${user} -P ${readFileSync(join(house.data, user), "utf8").trim()}`;
		const listen = users.map(
			(user) => `mosquitto_sub ${login(user)} -t '#' -W 3 -F '${user}: %p %t' >/var/backups/${user} & `,
		);
		const speak = said.map(([user, topic]) => `mosquitto_pub ${login(user)} -q 1 -t ${topic} -m ${user} || true`);
		const script = [
			...listen,
			"sleep 0.7",
			...speak,
			"wait",
			"cat /var/backups/solar_heating /var/backups/homeassistant /var/backups/z2m",
		];
		const { out } = await house.run("sh", "-c", script.join("\n"));
		const heard = out.split("\n").map((line) => /^(\S+): (.+)$/.exec(line) ?? []);
		return Object.fromEntries(
			users.map((user) => [
				user,
				heard.flatMap(([, who, what]) => (who === user && what !== undefined ? [what] : [])).sort(),
			]),
		);
	}
});
