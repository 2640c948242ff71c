import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from "@jest/globals";
import type { FrameLocator, Page } from "playwright-core";
import { aclOf } from "#home-assistant/access-rules.ts";
import { say } from "#texts/say.ts";
import { wishOf } from "#web/acts/wish.ts";
import { until } from "../e2e/installation.ts";
import { Viewer } from "../e2e/viewer.ts";
import { AppPage } from "../fakes/home-assistant/app-page.ts";
import { LcusBoard } from "../fakes/lcus-board.ts";
import { type Mosquitto, startMosquitto } from "../fakes/mosquitto.ts";
import { textsIn } from "./drawn.ts";
import { HouseWithApp, PICTURES, picture } from "./house-with-app.ts";

const simulated: Readonly<Record<string, unknown>> = JSON.parse(
	readFileSync(join(import.meta.dirname, "../../examples/options.simulated.json"), "utf8"),
);
/** A wide window, as on a desk, and the one that a phone has. */
const DESK = { width: 1280, height: 1000 };
const PHONE = { width: 390, height: 844 };
/** At the broker. */
const LOGINS = { addons: "of-the-apps", viewer: "viewer-pw", ha: "of-the-house" };

let house: HouseWithApp;
const board = new LcusBoard({ relays: 4, answers: true });
beforeAll(async () => {
	house = await HouseWithApp.open({});
}, 180_000);
afterAll(async () => {
	await house?.close();
	board.close();
});

/** Starts the app anew with these options, which the Supervisor has nothing against. */
const given = async (options: Readonly<Record<string, unknown>>) => {
	house.app.own = options;
	expect(await house.app.start()).toMatchObject({ valid: true });
	expect(house.app.state).toBe("started");
};
/** The app's own page, in its frame inside Home Assistant. */
const panel = async (
	look: Parameters<HouseWithApp["window"]>[1],
	sees: (frame: FrameLocator, page: Page) => unknown,
) => {
	const page = await house.window(house.panel, look);
	const frame = page.frameLocator("iframe");
	await frame.locator("h1").first().waitFor();
	await sees(frame, page);
	await page.context().close();
};
const PUMP = /^switch\..*_pump$/;
/** A number and its unit stay on one line of the page. */
const plain = (text: string) => text.replaceAll("\u00a0", " ");
const read = async (frame: FrameLocator) => plain((await frame.locator("body").textContent()) ?? "");

describe("just installed", () => {
	it("starts healthy with nothing configured, and says what to do next inside Home Assistant", async () => {
		expect(house.app.state).toBe("started");
		expect((await fetch(`http://127.0.0.1:${house.app.process.port}/healthz`)).status).toBe(200);
		await panel({ ...DESK, height: 1500 }, async (frame, page) => {
			expect(await frame.locator(".steps li").count()).toBeGreaterThanOrEqual(4);
			await picture(page, "page-installed");
		});
	});

	it("has a page with its picture, its switches and its rating", async () => {
		const page = await house.window(house.settings("info"), { ...DESK, height: 1300 });
		await page.getByText("Show in sidebar").waitFor();
		const { all } = await page.locator("home-assistant").evaluate(textsIn);
		expect(all).toEqual(expect.arrayContaining(["Solar Heating", "Running", "Rating", "Ingress", "Open Web UI"]));
		await page.context().close();
	});

	it("has its documentation in the tab beside", async () => {
		const page = await house.window(house.settings("documentation"), DESK);
		await page.getByText("Home Assistant App: Solar Heating").waitFor();
		await page.getByRole("heading", { name: "Installation" }).waitFor();
		await page.context().close();
	});

	it("is shown to nobody without a session, nor to other machines' headers", async () => {
		const path = `/api/hassio_ingress/${house.app.ingressToken}/api/snapshot`;
		expect((await fetch(house.home.url + path)).status).toBe(401);
	});
});

describe("a plant that runs", () => {
	let broker: Mosquitto;
	let viewer: Viewer;
	const topic = (entity: string) => `solar/${house.installation}/${entity}`;
	const state = (entity: string) => viewer.newest(topic(entity));
	const runs = async (language: string) => {
		await given({ ...simulated, language, simulated: { start_hour: 11, cloudiness: 0 } });
		await until("it is at the broker", () => state("broker_connection") === "connected");
	};
	beforeAll(async () => {
		broker = await startMosquitto({ users: LOGINS, acl: "" });
		const topics = { base_topic: "solar", discovery_prefix: "homeassistant" };
		const own = aclOf({ user: "addons", installation: house.installation, ...topics });
		broker.setAcl(`${own}\nuser viewer\ntopic readwrite #\nuser ha\ntopic readwrite #\n`);
		await broker.hup();
		const { host, port } = broker;
		house.supervisor.mqtt.offers({ host, port, username: "addons", password: LOGINS.addons });
		viewer = new Viewer(broker);
		viewer.watch();
	});
	afterAll(async () => {
		viewer?.close();
		await broker?.stop();
	});

	it("shows what an audit proved of the broker", async () => {
		await runs("en");
		await viewer.publish(topic("security_audit/set"), "PRESS");
		await until("its score", () => Number(state("security_score")) > 0);
		await panel({ ...DESK, height: 1700 }, async (frame) => {
			const told = await read(frame);
			expect(told).toContain(say("en", "page", "score", { score: Number(state("security_score")) }));
			expect(told).toContain(say("en", "page", "proof_fine"));
			await frame.locator('nav a[href="#view-details"]').click();
			await frame.locator("#broker summary").first().click();
			await frame.locator("body:not(.old)").waitFor();
			const lines = await frame.locator("#broker .proofs .mark").evaluateAll((verdicts) =>
				verdicts.map((verdict) => {
					const text = verdict.ownerDocument.createRange();
					text.selectNodeContents(verdict);
					return text.getClientRects().length;
				}),
			);
			expect(Math.max(...lines)).toBe(1);
			await picture(frame.locator("#broker"), "page-broker");
		});
	});

	test.each([
		["light", "en", { ...DESK }, /Collector.*\d °C/s],
		["dark", "de", { ...DESK, dark: true }, /Kollektor.*\d °C/s],
		["phone", "sv", { ...PHONE }, /Solfångare.*\d °C/s],
	] as const)(
		"is seen in the panel: %s, in %s",
		async (name, language, look, words) => {
			await runs(language);
			// Worth a picture is a plant that charges.
			if (PICTURES) await until("the pump runs", () => state("pump") === "ON", 400_000);
			await panel({ ...look, language }, async (frame, page) => {
				expect(await read(frame)).toMatch(words);
				await frame
					.getByText(say(language, "page", "broker_connected"))
					.first()
					.waitFor({ state: "attached" });
				expect((await frame.locator("html").evaluate(textsIn)).cut).toEqual([]);
				const wide = await frame.locator("html").evaluate((root) => root.scrollWidth - root.clientWidth);
				expect(wide).toBeLessThanOrEqual(0);
				await picture(page, `page-${name}`);
			});
		},
		450_000,
	);

	it("goes on by itself while somebody looks", async () => {
		await panel(DESK, async (frame) => {
			const temperatures = () => frame.locator("#sensors").textContent();
			const before = await temperatures();
			await until("another temperature", async () => (await temperatures()) !== before);
		});
	});

	it("is switched on the page by an administrator of Home Assistant, and by nobody else", async () => {
		await house.resident.connectsTo({ port: broker.port, username: "ha", password: LOGINS.ha });
		await given({ ...simulated, language: "en", simulated: { start_hour: 1 } });
		const pump = async () => (await house.resident.states()).find(({ entity_id }) => PUMP.test(entity_id))?.state;
		await until("Home Assistant has the pump", async () => (await pump()) === "off");
		const hold = wishOf.hold("pump", 100, 3600);
		const place = { url: house.home.url, ingressToken: house.app.ingressToken };
		const bo = { name: "Bo", username: "bo", password: "bo-pass-1", language: "en" } as const;
		const plain = await AppPage.open(place, (await house.resident.brings(bo)).access_token);
		expect(await plain.text()).not.toMatch(/<form|<button/);
		const error = say("en", "page", "act_not_allowed");
		expect(await plain.act({ token: "", do: hold })).toEqual({ status: 403, text: JSON.stringify({ error }) });
		await until("the log names Bo", () => /Refused on the page, from Bo \([0-9a-f]+\)/.test(house.app.log));
		await panel(DESK, async (frame) => {
			await frame.locator('nav a[href="#view-today"]').click();
			await frame.locator("#hold-pump summary").click();
			await frame.locator(`button[value="${hold}"]`).click();
			await until("Home Assistant sees the pump run", async () => (await pump()) === "on");
			await until("it is held for the hour", () => ["59", "60"].includes(state("pump_hold_left") ?? ""));
		});
	});

	it("writes its log for people, and new lines come as they are written", async () => {
		const page = await house.window(house.settings("logs"), { ...DESK, height: 800 });
		await page.getByText("Solar Heating 0.1.0 styr").first().waitFor();
		expect(house.app.log).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d INFO {2}Solar Heating/m);
		await picture(page, "app-log");
		await house.app.stop();
		await page
			.getByText(house.app.process.lines.at(-1) ?? "")
			.first()
			.waitFor();
		await page.context().close();
	});
});

describe("options that only the app can refuse", () => {
	const relay = (n: number) => `usb_relay:${board.path}/${n}`;
	/** The load runs at rest and is not wanted under control, so rest and control can be distinguished. */
	const fan = { id: "fan", role: "other", target: relay(1), rest: "load_on", least_run: 0, least_rest: 0 };
	const bad = {
		sensors: [
			{ id: "collector", role: "collector", source: "simulated:collector", offset: -11 },
			{ id: "collector", role: "tank", source: "simulated:tank" },
			{ id: "air", role: "outdoor_air", source: "pigeon:post" },
		],
		outputs: [fan, { id: "pump", role: "pump", target: relay(1) }],
		solar_charging: { start_at: 8, stop_at: 7.5 },
		site: { latitude: -91 },
	};
	const places = [
		"sensors[0].offset",
		"sensors[1].id",
		"sensors[2].source",
		"outputs[1].target",
		"solar_charging.stop_at",
		"site.latitude",
	];

	beforeEach(async () => {
		await given({ outputs: [fan] });
		await until("the fan is controlled", () => board.coils[0] === false);
	});

	test.each(["en", "sv", "de"] as const)(
		"leave the outputs at rest, and are all told at once in the log and on the page: %s",
		async (language) => {
			const before = house.app.process.lines.length;
			await given({ ...bad, language });
			const log = () => house.app.process.lines.slice(before).join("\n");
			// The app that was there before has left the fan at rest too: the new one has started when it has told all.
			for (const place of places) await until(`the log tells of ${place}`, () => log().includes(`${place}: `));
			await until("the fan is at rest", () => board.coils[0] === true);
			const said = log();
			await panel({ ...DESK, height: 1300 }, async (frame) => {
				const told = await frame.locator("#problems dt code").allTextContents();
				expect(told.sort()).toEqual([...places].sort());
				for (const remedy of await frame.locator("#problems dd").allTextContents())
					expect(said).toContain(plain(remedy));
			});
		},
		60_000,
	);
});
