import { X509Certificate } from "node:crypto";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "@jest/globals";
import { issued } from "../../../src/broker/tls/certificates.ts";
import { RELEASES } from "../../fakes/mosquitto.ts";
import { disks } from "../interrupted/cuts.ts";
import { type Debian, debian, ended } from "../machine/debian.ts";
import { type Furnished, furnished, USER } from "../machine/furnished.ts";

const CONF = "/etc/mosquitto/mosquitto.conf";
const OTHER = "/var/lib/mosquitto/other.conf";
const DAY = 86_400_000;

describe.each(RELEASES)("broker tls, on Mosquitto %s", (release) => {
	let machine: Debian | undefined;
	afterEach(() => machine?.close());
	const prepared = async (...how: readonly ["by command"?]): Promise<Furnished> => {
		const all = await furnished(release, how.length === 0 ? [] : ["homeassistant"], ...how);
		machine = all.machine;
		return all;
	};

	// #debian-leaves-behind-every
	test("from what Debian leaves behind to every proof green: harden, users, rights, TLS, check; and all the way back", async () => {
		const fresh = await debian(release);
		machine = fresh;
		const before = fresh.read(CONF);
		await fresh.close();
		const { machine: house, broker, options, also } = await prepared("by command");
		const acl = await broker(
			"acl",
			"--options",
			options,
			"--data",
			house.data,
			"--home-assistant",
			"homeassistant",
			"--apply",
		);
		expect(acl).toMatchObject({ code: 0, err: "" });
		const ca = join(house.data, "ca.crt");
		const tls = await broker("tls", "--ca-to", ca, "--name", "broker.lan");
		expect(tls).toMatchObject({ code: 0, err: "" });
		expect(tls.out).toContain(`mqtt.ca ${ca}`);

		const secured = also("secured.json", { host: "127.0.0.1", port: 8883, tls: true, ca });
		const check = await house.cli(
			"check",
			"--options",
			secured,
			"--data",
			house.data,
			"--listener",
			"127.0.0.1:1883",
			"--json",
		);
		expect(check.err).toBe("");
		const { ok, steps } = JSON.parse(check.out);
		const not = steps.filter(({ class: seen }: { class: string }) => seen !== "ok");
		expect(not.map(({ id, class: seen }: { id: string; class: string }) => `${id}: ${seen}`)).toEqual(NOT_ASKED);
		expect([ok, check.code]).toEqual([true, 0]);

		const again = await broker("tls", "--ca-to", ca, "--name", "broker.lan");
		expect(again).toMatchObject({ code: 0, out: expect.stringContaining("Nothing was changed") });

		const { out } = await house.cli("broker", "rollback", "--list");
		const made = out.split("\n").flatMap((line) => line.split(" ")[0] || []);
		for (const backup of made.reverse()) expect((await broker("rollback", "--to", backup)).code).toBe(0);
		expect(house.read(CONF)).toBe(before);
		for (const path of ["passwd", "acl", "tls/ca.key", "tls/ca.crt", "tls/server.pem", "tls/names"])
			expect([path, house.has(`/etc/mosquitto/${path}`)]).toEqual([path, false]);
	});

	test("renews what is near its end, keeps the authority, and throws nobody out", async () => {
		const { machine: house, broker } = await prepared();
		expect(await broker("tls", "--renew")).toMatchObject({
			code: 2,
			err: expect.stringContaining("First: solar-heating broker tls"),
		});
		expect((await broker("tls")).code).toBe(0);
		const file = house.seen("/etc/mosquitto/tls/server.pem");
		expect(statSync(file).mode & 0o777).toBe(0o600);
		expect(statSync(house.seen("/etc/mosquitto/tls/ca.key")).mode & 0o777).toBe(0o600);
		const [cert, key] = ["ca.crt", "ca.key"].map((name) => house.read(`/etc/mosquitto/tls/${name}`));
		const names = (new X509Certificate(readFileSync(file)).subjectAltName ?? "").replaceAll(/DNS:|IP Address:/g, "");
		// So it is 29 days before its end.
		const then = new Date(Date.now() - 368 * DAY);
		const old = await issued({ cert: cert ?? "", key: key ?? "" }, { kind: "server", names: names.split(", ") }, then);
		writeFileSync(file, `${old.cert}${old.key}`);
		const pid = house.brokerPid();
		await house.run("kill", "-HUP", String(pid));
		const password = readFileSync(join(house.data, USER), "utf8").trim();
		const login = ["-h", "127.0.0.1", "-u", USER, "-P", password, "-t", "x"];
		const secure = ["-p", "8883", "--cafile", "/etc/mosquitto/tls/ca.crt"];
		const guest = house.begin("stdbuf", "-oL", "mosquitto_sub", ...login, ...secure, "-d", "-C", "1");
		const heard = ended(guest);
		await new Promise<void>((resolve) => guest.stdout?.on("data", (data) => `${data}`.includes("SUBACK") && resolve()));

		const done = await broker("tls", "--renew", "--json");
		expect(done).toMatchObject({ code: 0, err: "" });
		expect(JSON.parse(done.out)).toMatchObject({ outcome: "done", renewed: true, port: 8883 });
		await house.run("mosquitto_pub", ...login, ...secure, "-m", "still here");
		const { code, out } = await heard;
		expect([code, out.match(/sending CONNECT/g)?.length]).toEqual([0, 1]);
		expect(house.brokerPid()).toBe(pid);
		expect(house.read("/etc/mosquitto/tls/ca.crt")).toBe(cert);
		expect(new X509Certificate(readFileSync(file)).serialNumber).not.toBe(new X509Certificate(old.cert).serialNumber);
		expect(await broker("tls", "--renew")).toMatchObject({
			code: 0,
			out: expect.stringContaining("Nothing was changed"),
		});
	});

	// #certificate-wanted-undone
	test("a command undoes that a certificate is wanted; where names of certificates are users it says so, and changes nothing", async () => {
		const { machine: house, broker } = await prepared();
		const password = readFileSync(join(house.data, USER), "utf8").trim();
		const login = async () => {
			const args = [
				"-h",
				"127.0.0.1",
				"-p",
				"8883",
				"--cafile",
				"/etc/mosquitto/tls/ca.crt",
				"-u",
				USER,
				"-P",
				password,
			];
			return (await house.run("mosquitto_pub", ...args, "-t", "x", "-m", "x", "-q", "1")).code;
		};
		expect(await broker("tls", "--require-client-certificate")).toMatchObject({ code: 0, err: "" });
		expect(await broker("tls")).toMatchObject({ code: 0, out: expect.stringContaining("Nothing was changed") });
		expect(await login()).not.toBe(0);
		const free = await broker("tls", "--no-require-client-certificate");
		expect(free).toMatchObject({
			code: 0,
			err: "",
			out: expect.stringContaining("no longer requires a client certificate"),
		});
		expect(await login()).toBe(0);
		house.write(CONF, `${house.read(CONF)}use_identity_as_username true\n`);
		const before = house.read(CONF);
		expect(await broker("tls", "--no-require-client-certificate")).toMatchObject({
			code: 2,
			err: expect.stringContaining("use_identity_as_username in /etc/mosquitto/mosquitto.conf, line"),
		});
		expect(house.read(CONF)).toBe(before);
	}, 180_000);

	// #where-certificate-wanted-login
	test("where a certificate is wanted: who has one and a login gets in, who lacks either does not; and nothing else is open", async () => {
		const { machine: house, broker, also } = await prepared();
		const done = await broker("tls", "--only", "--require-client-certificate", "--client", "app");
		expect(done).toMatchObject({ code: 0, err: "" });
		const files = "/etc/mosquitto/tls";
		const secured = { port: 8883, tls: true, ca: `${files}/ca.crt` };
		const whole = { ...secured, cert: `${files}/clients/app.crt`, key: `${files}/clients/app.key` };
		const classes = async (name: string, mqtt: object) => {
			const { out } = await house.cli("check", "--options", also(name, { ...mqtt }), "--data", house.data, "--json");
			const { steps } = JSON.parse(out);
			return Object.fromEntries(steps.map(({ id, class: seen }: { id: string; class: string }) => [id, seen]));
		};
		expect(await classes("whole.json", whole)).toMatchObject({
			tls: "ok",
			login: "ok",
			anonymous_refused: "ok",
			plaintext_refused: "ok",
		});
		expect(await classes("bare.json", secured)).toMatchObject({ login: "tls-client-cert-required" });
		expect(await classes("plain.json", {})).toMatchObject({ tcp: "unreachable" });
		// A new user's login is tried at that door as well.
		expect(await broker("user", "add", "second", "--password-to", join(house.data, "second"))).toMatchObject({
			code: 0,
			err: "",
		});
	});

	test("a port that is not what it was told to be is put back as it was", async () => {
		const { machine: house, broker } = await prepared();
		const before = house.read(CONF);
		// What starts the broker leaves the certificate out, so the port speaks in the clear.
		house.write(
			"/var/backups/other",
			`sed '/^certfile\\|^keyfile\\|^tls_version/d' ${CONF} >${OTHER}; sed 's#${CONF}#${OTHER}#' ${house.restartWith} | sh\n`,
		);
		const done = await house.cli("broker", "tls", "--restart-with", "sh /var/backups/other");
		expect(done).toMatchObject({ code: 1, err: expect.stringContaining("Everything is as before") });
		expect(house.read(CONF)).toBe(before);
		expect(house.has("/etc/mosquitto/tls/ca.key")).toBe(false);
		expect(await broker("tls", "--port", "1883")).toMatchObject({
			code: 2,
			err: expect.stringContaining("Port 1883 is used by a listener without a certificate"),
		});
	});

	test("a power cut at any step leaves a broker that starts, and the next command puts everything back", async () => {
		const { machine: house } = await prepared();
		const all = await disks(house, "tls");
		expect(all.map(({ point }) => point).join()).toContain("written beside /etc/mosquitto/tls/server.pem");
		expect(all.length).toBeGreaterThan(15);
		expect(all.filter(({ noted, starts, mended }) => !starts || (noted && !mended))).toEqual([]);
	});
});

/** No second login was given, no other port named, and the broker hides its version. */
const NOT_ASKED = ["client_id_theft: not-tried", "broker_outdated: not-visible"];
