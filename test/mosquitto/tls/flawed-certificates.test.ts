import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { issued, newAuthority, type Pair } from "../../../src/broker/tls/certificates.ts";
import { authority } from "../../fakes/certificates.ts";
import { type Debian, debian } from "../machine/debian.ts";

const CONF = "/etc/mosquitto/mosquitto.conf";
const CERTIFICATE = "/etc/mosquitto/own.crt";
const DAY = 86_400_000;

const signed = (names: string, name = "broker.lan", days = 30) =>
	Promise.resolve(authority("Elsewhere").sign(name, { names, days }));
async function future(): Promise<Pair> {
	const then = new Date(Date.now() + 10 * DAY);
	return issued(await newAuthority(then), { kind: "server", names: ["127.0.0.1"] }, then);
}
describe("a listener of the owner's with a certificate of his own", () => {
	let machine: Debian;
	beforeEach(async () => {
		machine = await debian("system");
	});
	afterEach(() => machine.close());

	async function shows({ cert, key }: Pair): Promise<void> {
		machine.write(CERTIFICATE, cert);
		machine.write("/etc/mosquitto/own.key", key);
		await machine.run("chown", "mosquitto:", "/etc/mosquitto/own.key");
		machine.write(
			CONF,
			`${machine.read(CONF)}\nlistener 1883\n\nlistener 8883\ncertfile ${CERTIFICATE}\nkeyfile /etc/mosquitto/own.key\n`,
		);
		await machine.startBroker();
	}
	const broker = (...args: readonly string[]) => machine.cli("broker", ...args, "--restart-with", machine.restartWith);

	test.each([
		["a host name alone", () => signed("DNS:broker.lan"), ""],
		["any name of a domain", () => signed("DNS:*.house.lan"), ""],
		["a host name and an address that is another machine's", () => signed("DNS:broker.lan,IP:192.0.2.7"), ""],
		["the IPv6 address of this machine alone", () => signed("IP:::1"), ""],
		["a host name as common name alone", () => signed(""), "has its name broker.lan as common name only"],
	])(
		"whose certificate is for %s, is tried under that name, and hardened",
		async (_, pair, note) => {
			await shows(await pair());
			const harden = await broker("harden");
			expect(harden).toMatchObject({ code: 0, err: note === "" ? "" : expect.stringContaining(note) });
			expect(harden.err.match(/own\.crt/g)?.length ?? 0).toBe(note === "" ? 0 : 1);
			expect(await broker("user", "add", "app")).toMatchObject({ code: 0, out: expect.stringContaining("Password") });
			expect(await broker("tls", "--port", "8884")).toMatchObject({ code: 0 });
		},
		60_000,
	);

	// #told-before-changed
	test.each([
		["ended", () => signed("IP:127.0.0.1", "broker.lan", -1), "expired on "],
		["is not valid yet", future, "is not valid before"],
		["is for another machine's address", () => signed("IP:192.0.2.7", "My broker"), "is for 192.0.2.7"],
		["is for names that no client takes", () => signed("DNS:*.lan"), "is for *.lan"],
		["names nobody", () => signed("", "My broker"), "names neither a host nor an address"],
	])(
		"whose certificate %s, is told of by name before anything is changed",
		async (_, pair, why) => {
			await shows(await pair());
			const [before, pid] = [machine.read(CONF), machine.brokerPid()];
			for (const args of [["harden"], ["harden", "--dry-run"], ["tls", "--port", "8884"]]) {
				const done = await broker(...args);
				expect(done).toMatchObject({ code: 1, err: expect.stringContaining(`${CERTIFICATE} ${why}`) });
				expect(done.err).toContain("Nothing was changed");
			}
			expect([machine.read(CONF), machine.brokerPid(), machine.has("/etc/mosquitto/tls")]).toEqual([
				before,
				pid,
				false,
			]);
		},
		60_000,
	);

	test("an authority of ours that has ended makes no certificates", async () => {
		await machine.startBroker();
		expect(await broker("harden")).toMatchObject({ code: 0 });
		expect(await broker("tls")).toMatchObject({ code: 0 });
		const { cert, key } = await newAuthority(new Date(Date.now() - 3700 * DAY));
		machine.write("/etc/mosquitto/tls/ca.crt", cert);
		machine.write("/etc/mosquitto/tls/ca.key", key);
		const before = machine.read("/etc/mosquitto/tls/server.pem");
		const renewed = await broker("tls", "--renew");
		expect(renewed).toMatchObject({ code: 2, err: expect.stringContaining("/etc/mosquitto/tls/ca.crt expired on") });
		machine.write("/etc/mosquitto/tls/ca.crt", (await newAuthority(new Date())).cert);
		expect(await broker("tls", "--renew")).toMatchObject({ code: 2, err: expect.stringContaining("without its key") });
		expect(machine.read("/etc/mosquitto/tls/server.pem")).toBe(before);
	});
});
