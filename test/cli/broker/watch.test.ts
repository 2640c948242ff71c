import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, test } from "@jest/globals";
import { brokerFail2ban } from "#cli/broker/log/fail2ban.ts";
import { brokerWatch } from "#cli/broker/log/watch.ts";
import { Desk } from "../desk.ts";

const LOG = [
	"1700000000: New connection from 10.0.0.9:40000 on port 1883.",
	"1700000000: Client <unknown> disconnected, not authorised.",
	"1700000001: New client connected from 10.0.0.5:40001 as hall (p2, c1, k60, u'alice').",
].join("\n");
const config = "/no/such/mosquitto.conf";

let desk: Desk;
beforeEach(() => {
	desk = new Desk();
	desk.file("mosquitto.log", `${LOG}\n`);
});
afterEach(() => desk.clear());

const watched = async (locale: string, flags: object = {}) => {
	desk.env = { ...desk.env, LANG: locale };
	desk.out = desk.err = "";
	return brokerWatch(desk.machine(), { data: desk.data, once: true, config, ...flags });
};

describe("the figures of `broker watch --once`", () => {
	test.each([
		["en_GB.UTF-8", /^3 lines of Mosquitto 2\.0: /, /^1 lines: .+\nIt is not clear yet which release/],
		["sv_SE.UTF-8", /^3 rader från Mosquitto 2\.0: /, /^1 rader: .+\nDet framgår inte än vilken version/],
		["de_DE.UTF-8", /^3 Zeilen von Mosquitto 2\.0: /, /^1 Zeilen: .+\nNoch ist nicht erkennbar, welche Version/],
	])("are told under %s", async (locale, figures, unknown) => {
		await watched(locale, { log: "mosquitto.log" });
		expect(desk.out).toMatch(figures);
		desk.file("short.log", "1700000000: Saving in-memory database.\n");
		await watched(locale, { log: "short.log" });
		expect(desk.out).toMatch(unknown);
	});

	it("are told as the options say, whoever typed the command", async () => {
		desk.file("solar.json", { language: "sv" });
		await watched("de_DE.UTF-8", { log: "mosquitto.log", options: "solar.json" });
		expect(desk.out).toMatch(/^3 rader /);
	});

	it("are for programs the same in every language", async () => {
		const said: string[] = [];
		for (const locale of ["C", "sv_SE", "de_DE"]) {
			await watched(locale, { log: "mosquitto.log", json: true, release: "2.0" });
			said.push(desk.out);
		}
		expect(said[0]).toContain(`"event":"summary","lines":3`);
		expect(new Set(said).size).toBe(1);
	});
});

test("What keeps `broker watch` and `broker fail2ban` from working is told in the language of who typed them", async () => {
	expect(await watched("de_DE")).toBe(2);
	expect(desk.err).toBe(`${config} gibt es nicht. Mosquitto installieren oder seine Datei mit --config nennen.
Oder sein Protokoll mit --log nennen.
`);
	expect(await watched("sv_SE", { log: "none.log" })).toBe(2);
	expect(desk.err).toMatch(/none\.log finns inte\.\n$/);
	desk.err = "";
	expect(await brokerFail2ban(desk.machine(), { config })).toBe(2);
	expect(desk.err).toMatch(/^\S+ finns inte\. .+\nAnge vilken version det är, till exempel --release 2\.0\.21\.\n$/);
});

describe("a log of which nothing can be said", () => {
	const log = (name: string) => join(import.meta.dirname, "../../fixtures/broker-log", name);
	// #unread-log-never-well
	test.each([
		["en", "This log was not understood: of its 40 lines, 0 are Mosquitto's."],
		["sv", "Den här loggen gick inte att förstå: av dess 40 rader är 0 Mosquittos."],
		["de", "Dieses Protokoll wurde nicht verstanden: Von seinen 40 Zeilen sind 0 von Mosquitto."],
	])("is not called well under %s: exit 1, and nowhere “0 refused”", async (locale, told) => {
		desk.file("web.log", '198.51.100.1 - - [29/Jan/2025:12:00:00 +0000] "GET / HTTP/1.1" 200\n'.repeat(40));
		expect(await watched(locale, { log: "web.log" })).toBe(1);
		expect(desk.err).toContain(told);
		expect(desk.out).toBe("");
		expect(await watched(locale, { log: "web.log", json: true })).toBe(1);
		expect(desk.lines().at(-1)).toMatchObject({ lines: 40, understood: 0, unread: "log_not_understood" });
	});

	it("is an empty one, too", async () => {
		desk.file("empty.log", "");
		expect(await watched("C", { log: "empty.log" })).toBe(1);
		expect(desk.err).toContain("not understood");
	});

	it("is one of 1.6, and is told as such", async () => {
		expect(await watched("C", { log: log("1.6.12.log") })).toBe(1);
		expect(desk.err).toContain("This is a log of Mosquitto 1.6 or older");
		expect(desk.out).toBe("");
	});

	it("is not one of 2.0.20, with four refused from two addresses under three ids", async () => {
		expect(await watched("C", { log: log("2.0.20.log") })).toBe(0);
		expect(desk.out).toMatch(/^15 lines of Mosquitto 2\.0: 1 logins, 4 refused /);
		expect(desk.out).toMatch(/^ +3 refused from 198\.51\.100\.66$/m);
		expect(desk.out).toMatch(/^ +1 refused from 198\.51\.100\.90$/m);
		expect(desk.out).toMatch(/^ +3 different client ids among them$/m);
	});
});
