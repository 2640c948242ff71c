import { afterEach, beforeEach, describe, expect, it, test } from "@jest/globals";
import { brokerFail2ban } from "#cli/broker-fail2ban.ts";
import { brokerWatch } from "#cli/broker-watch.ts";
import { Desk } from "./desk.ts";

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
		["en_GB.UTF-8", /^3 lines of Mosquitto 2\.0: /, /^1 lines: .+\nWhich release wrote this is unknown/],
		["sv_SE.UTF-8", /^3 rader från Mosquitto 2\.0: /, /^1 rader: .+\nVilken version som skrev loggen är okänt/],
		["de_DE.UTF-8", /^3 Zeilen von Mosquitto 2\.0: /, /^1 Zeilen: .+\nWelche Version dies geschrieben hat/],
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
	expect(desk.err).toMatch(/^\S+ finns inte\. .+\nAnge vilken version det är: --release 2\.0 eller 2\.1\.\n$/);
});
