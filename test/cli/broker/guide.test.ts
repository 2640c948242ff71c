import { afterEach, beforeEach, describe, expect, it, test } from "@jest/globals";
import { parse } from "yaml";
import { brokerHarden } from "#cli/broker/change/harden.ts";
import { brokerGuide } from "#cli/broker/guide.ts";
import { PLANT } from "../../app/house.ts";
import { startMosquitto } from "../../fakes/mosquitto.ts";
import { CANARY, Desk } from "../desk.ts";

interface Part {
	readonly title: string;
	readonly text: string;
	readonly says: unknown;
	readonly told: string;
}

let desk: Desk;
beforeEach(() => {
	desk = new Desk();
	desk.file("data/installation-id", "abcd2345");
});
afterEach(() => desk.clear());
const guide = (mqtt: object, json = false) => {
	desk.file("solar.json", { ...PLANT, mqtt });
	return brokerGuide(desk.machine(), { options: "solar.json", data: desk.data, json });
};

describe("broker guide", () => {
	it("prints options for Home Assistant's broker that are YAML, with a login of the app's own and a new password each time", async () => {
		const passwords = new Set<string>();
		for (let nth = 0; nth < 2; nth++) {
			desk.out = "";
			await guide({}, true);
			const [answer] = desk.lines();
			const texts = Array.isArray(answer?.["parts"]) ? answer["parts"].map(({ text }: { text: string }) => text) : [];
			const whole = texts.filter((text) => /^(?:logins|customize|certfile)/.test(text)).map((text) => parse(text));
			expect(whole).toEqual([
				{ logins: [{ username: "solar_heating", password: expect.stringMatching(/^[\w-]{27}$/) }] },
				{ customize: { active: true, folder: "mosquitto" } },
				{ certfile: "fullchain.pem", keyfile: "privkey.pem", require_certificate: false },
			]);
			passwords.add(whole[0].logins[0].password);
		}
		expect(passwords.size).toBe(2);
	});

	it.each(["homeassistant", "addons"])(
		"leaves Home Assistant's own users everything, and takes %s for nobody else's",
		async (lent) => {
			await guide({ username: lent, password: CANARY, port: 1 }, true);
			const [answer] = desk.lines();
			const text = JSON.stringify(answer?.["parts"]);
			for (const user of ["homeassistant", "addons"])
				expect(text).toContain(String.raw`user ${user}\ntopic readwrite #\ntopic read $SYS/#`);
			expect(text).toContain(String.raw`user solar_heating\ntopic write solar/abcd2345/#`);
			expect(desk.out).not.toContain(CANARY);
		},
	);

	it.each([
		["de", "1. Ein Konto nur für diese App.", "Was von hier aus nicht nachzuweisen ist"],
		["sv", "1. Ett konto bara för den här appen.", "Vad som inte går att verifiera härifrån"],
	])("explains in %s, and what is to be pasted stays as it is", async (language, first, unseen) => {
		const pasted: unknown[] = [];
		for (const spoken of ["en", language]) {
			desk.out = "";
			desk.env = { ...desk.env, LANG: `${spoken}_XX.UTF-8` };
			await guide({ username: "solar", port: 1 }, true);
			const [answer] = desk.lines();
			const parts: readonly Part[] = Array.isArray(answer?.["parts"]) ? answer["parts"] : [];
			pasted.push(parts.map(({ title, text }) => [title, text.replaceAll(/"[\w-]{27}"/g, "PASSWORD")]));
			expect(JSON.stringify(parts.map(({ says }) => says))).not.toMatch(/[\w-]{27}/);
			expect(parts.every(({ told, title }) => (told === title) === (spoken === "en"))).toBe(true);
		}
		expect(pasted[1]).toEqual(pasted[0]);
		desk.out = "";
		await guide({ username: "solar", port: 1 });
		expect(desk.out.startsWith(first)).toBe(true);
		expect(desk.out).toContain(unseen);
		expect(desk.out).toMatch(/^ {7}acl_file \/share\/mosquitto\/accesscontrollist$/m);
	});

	it("shows what the network shows of the broker, and says what it cannot see", async () => {
		const broker = await startMosquitto({ users: { solar: CANARY } });
		try {
			await guide({ host: "127.0.0.1", port: broker.port, username: "solar", password: CANARY });
			expect(desk.out).toMatch(/^ok {6}anonymous_refused: /m);
			expect(desk.out).toContain("What cannot be proven from here");
		} finally {
			await broker.stop();
		}
	});
});

test("A command that changes a broker, inside Home Assistant, says that it cannot, and what shows what to do there", async () => {
	desk.env = { ...desk.env, SUPERVISOR_TOKEN: "token" };
	const flags = { backups: desk.data, config: "/no/such/mosquitto.conf", port: 1883 };
	expect(await brokerHarden(desk.machine(), flags)).toBe(2);
	expect(desk.err).toContain("solar-heating broker guide");
	desk.env = {};
	desk.err = "";
	expect(await brokerHarden(desk.machine(), flags)).toBe(2);
	expect(desk.err).toContain("There is no /no/such/mosquitto.conf");
	desk.env = { LANG: "de_DE.UTF-8" };
	desk.err = "";
	expect(await brokerHarden(desk.machine(), flags)).toBe(2);
	expect(desk.err).toContain("/no/such/mosquitto.conf gibt es nicht.");
});
