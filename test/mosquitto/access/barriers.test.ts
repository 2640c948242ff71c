import { afterEach, describe, expect, test } from "@jest/globals";
import { authority } from "../../fakes/certificates.ts";
import { RELEASES } from "../../fakes/mosquitto.ts";
import { type Debian, debian } from "../machine/debian.ts";

const CONF = "/etc/mosquitto/mosquitto.conf";
const PID = "pid_file /run/mosquitto/mosquitto.pid\n";
const TLS = "cafile /etc/mosquitto/house.crt\ncertfile /etc/mosquitto/own.crt\nkeyfile /etc/mosquitto/own.key\n";

// What stops a stranger here is not the login: a refusal says nothing of who gets past it.
describe.each(RELEASES)("where strangers are stopped by something else than the login, Mosquitto %s,", (release) => {
	let machine: Debian;
	afterEach(() => machine.close());

	async function started(text: string): Promise<void> {
		machine = await debian(release);
		const house = authority("House");
		const { cert, key } = house.sign("127.0.0.1");
		machine.write("/etc/mosquitto/house.crt", house.ca);
		machine.write("/etc/mosquitto/own.crt", cert);
		machine.write("/etc/mosquitto/own.key", key);
		await machine.run("chown", "mosquitto:", "/etc/mosquitto/own.key");
		machine.write(CONF, `${text}${PID}`);
		await machine.startBroker();
	}

	// #barrier-is-no-login
	test.each([
		[
			"clientid_prefixes",
			"listener 1883\nallow_anonymous true\nclientid_prefixes secret-\n",
			"1883 (clientid_prefixes",
		],
		[
			"require_certificate",
			`listener 8883\n${TLS}require_certificate true\nallow_anonymous true\n`,
			"8883 (require_certificate true)",
		],
		[
			"use_identity_as_username",
			`listener 8883\n${TLS}use_identity_as_username true\nallow_anonymous true\n`,
			"8883 (use_identity_as_username true)",
		],
	])("harden calls nothing proven: %s", async (_, text, untried) => {
		await started(text);
		const before = machine.read(CONF);
		const idle = await machine.cli("broker", "harden", "--restart-with", "true");
		expect(idle).toMatchObject({ code: 1, err: expect.stringContaining("was changed after the broker was started") });
		expect(machine.read(CONF)).toBe(before);
		const done = await machine.cli("broker", "harden", "--restart-with", machine.restartWith);
		expect(done).toMatchObject({ code: 0, err: "", out: expect.stringContaining(untried) });
		expect(done.out).not.toContain("proven on");
		expect(done.out).not.toContain("Done, and proven.");
	});
});
