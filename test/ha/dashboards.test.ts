import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { NEWEST, OLDEST } from "../../scripts/home-assistant/place.ts";
import { Browser } from "../fakes/browser.ts";
import * as announced from "./announced.ts";
import { drawnDashboard, drawnOn, installed, oneCard, opened, pasted, saved, whyError } from "./dashboards.ts";
import { textsIn } from "./drawn.ts";
import { energyDay } from "./energy-day.ts";
import { eventually } from "./eventually.ts";
import { House } from "./house.ts";
import { PICTURES, picture } from "./house-with-app.ts";
import { ownersOptions } from "./owners-options.ts";

const HEATER = "switch.solar_heating_heater";
const USED = "sensor.solar_heating_heater_used_energy";
const POWER = "sensor.solar_heating_heater_used_power";
const HEAT = "sensor.solar_heating_solar_heat";
/** Unknown for some nights. */
const LOST = "sensor.solar_heating_lost_heat";
const PHONE = { width: 390, height: 3400 };
const DESKTOP = { width: 1500, height: 1300 };
/** Until Home Assistant has compiled statistics, which it does every five minutes. */
const COMPILED = 340_000;

/** The owner's plant; what its pump moves is known, so that the sun's heat is. */
const plant = () => ({
	...ownersOptions({ pump: { full_flow: 8 } }),
	simulated: { start_hour: 12, cloudiness: 0 },
});

describe.each([NEWEST, OLDEST])("in Home Assistant $version", (release) => {
	let house: House;
	let browser: Browser;
	const state = async (entity: string) => (await house.states()).get(entity)?.state;
	const shows = (entity: string, value: string | RegExp, ms = 20_000) =>
		eventually(async () => expect(await state(entity)).toMatch(value), ms);

	/** Every entity that is enabled, twice, as one may go while another is awaited. */
	const available = async () => {
		for (const _ of [1, 2])
			await eventually(async () => {
				const gone = [...(await house.states()).values()].filter(({ state }) => state === "unavailable");
				expect(gone.map(({ entity_id }) => entity_id)).toEqual([]);
			}, 90_000);
	};

	beforeAll(async () => {
		[house, browser] = await Promise.all([House.open({ release, plant: plant() }), Browser.start()]);
		if (release === NEWEST) house.core = NEWEST.version;
		house.start();
		await shows("sensor.solar_heating_pump_why", /\w/, 60_000);
		// From now on Home Assistant collects their statistics.
		for (const entity of [USED, POWER, HEAT, LOST]) await announced.enables(house, entity);
		// It loads all entities anew for each that is enabled, and a busy machine takes long for it.
		await available();
		await pasted(house);
	}, 240_000);
	afterAll(async () => {
		await browser.close();
		await house.close();
	}, 60_000);

	describe("the dashboard of the plant", () => {
		const looks = { phone: PHONE, desktop: DESKTOP, dark: { ...DESKTOP, dark: true } };
		it.each(Object.entries(looks))(
			"is drawn without an error on a %s",
			async (kind, look) => {
				const page = await opened(browser, house, "140 cm", look);
				await page.locator("hui-history-graph-card").first().waitFor();
				await page.locator("ha-markdown h3").first().waitFor();
				const { wrong, words } = await drawnOn(page);
				expect(wrong).toEqual([]);
				expect(words).not.toMatch(/not found|error|unavailable|undefined/i);
				expect(words).toMatch(/Collector above tank/);
				// The sentence of the pump, whole.
				expect(words.replace(/\s+/g, " ")).toContain(await state("sensor.solar_heating_pump_why"));
				if (release === NEWEST) await picture(page, `dashboard-${kind}`);
				await page.context().close();
			},
			90_000,
		);

		it("switches, and gives back", async () => {
			await available();
			const page = await opened(browser, house, "By hand", DESKTOP);
			const tile = page.locator("hui-tile-card", { hasText: "Electric heater" }).first();
			await tile
				.locator("hui-toggle-card-feature ha-control-switch, hui-toggle-card-feature [role=switch]")
				.first()
				.click();
			await shows(HEATER, "on");
			const back = page.locator("hui-tile-card", { hasText: "To automatic" }).nth(1);
			await back.locator("[role=button], ha-tile-info").first().click();
			await shows(HEATER, "off");
			await page.context().close();
		}, 90_000);
	});

	describe("the card that draws the plant", () => {
		const inCard = "solar-heating-card svg.scheme";
		beforeAll(() => installed(house));

		it.each(Object.entries({ phone: PHONE, desktop: DESKTOP, dark: { ...DESKTOP, dark: true } }))(
			"is drawn in the dashboard of the command, on a %s",
			async (kind, look) => {
				await saved(house, await drawnDashboard(house));
				const page = await opened(browser, house, "140 cm", look);
				await page.locator(inCard).waitFor();
				const { wrong, words } = await drawnOn(page);
				expect(wrong).toEqual([]);
				expect(words).toContain("Collector");
				await eventually(async () => {
					const card = await page.locator("solar-heating-card").evaluate(textsIn);
					const collector = Number(await state("sensor.solar_heating_collector_temperature"));
					expect(card.all.join(" ")).toMatch(new RegExp(`${Math.floor(collector)}|${Math.ceil(collector)}`));
					expect(card.all.join(" ").replace(/\s+/g, " ")).toContain(await state("sensor.solar_heating_pump_why"));
				});
				if (release === NEWEST) await picture(page, `dashboard-card-${kind}`);
				if (release === NEWEST) await picture(page.locator("solar-heating-card"), `card-${kind}`);
				await page.context().close();
			},
			90_000,
		);

		it("is found by the card picker with the entities of the plant, and is drawn with these", async () => {
			const page = await opened(browser, house, "140 cm", DESKTOP);
			await page.locator(inCard).waitFor();
			const offered = await page.evaluate(offeredIn, "sensor.solar_heating_collector_temperature");
			expect(offered).toMatchObject({ listed: 1, other: null, stub: { pump: "switch.solar_heating_pump" } });
			expect(offered.suggestion?.config).toEqual(offered.stub);
			expect(offered.form.map(({ name }) => name)).toEqual(expect.arrayContaining(["collector", "layers", "heater"]));
			expect(offered.labels).toContain("Collector temperature");
			await saved(house, oneCard(offered.stub));
			await page.reload();
			await page.locator(inCard).waitFor();
			expect((await drawnOn(page)).wrong).toEqual([]);
			await page.context().close();
		}, 90_000);

		it("follows its entities, and opens what Home Assistant knows of an output", async () => {
			const page = await opened(browser, house, "Pump", DESKTOP);
			const shown = () => page.locator(`${inCard} .pump.on`).count();
			for (const [action, on] of [
				["turn_on", 1],
				["turn_off", 0],
			] as const) {
				await house.resident.calls(`switch.${action}`, { entity_id: "switch.solar_heating_pump" });
				await eventually(async () => expect(await shown()).toBe(on));
			}
			await page.locator("solar-heating-card li button").first().click();
			await page.locator("ha-more-info-dialog").getByText("Pump").first().waitFor();
			await house.resident.calls("button.press", { entity_id: "button.solar_heating_pump_auto" });
			await page.context().close();
		}, 90_000);

		it("says what is wrong with its settings, and what is not known any more", async () => {
			await saved(house, oneCard({ type: "custom:solar-heating-card" }));
			const page = await opened(browser, house, "Configuration error", DESKTOP);
			expect(await whyError(page)).toContain("Name at least a collector");
			await saved(house, oneCard({ type: "custom:solar-heating-card", collector: "sensor.renamed" }));
			// An older front end keeps the drawn error while the page is open.
			await page.reload();
			await page.getByText("None of this card's entities is known").waitFor();
			await page.context().close();
			await saved(house, await drawnDashboard(house));
		}, 90_000);
	});

	describe("the Energy dashboard", () => {
		const preferences = {
			energy_sources: [],
			device_consumption: [
				{ stat_consumption: USED, name: "Electric heater", ...(release === NEWEST && { stat_rate: POWER }) },
			],
		};
		const validated = async () => JSON.stringify(await house.resident.ask({ type: "energy/validate" }));

		it("takes the heater as an individual device, with nothing to complain of", async () => {
			await house.resident.calls("switch.turn_on", { entity_id: HEATER });
			await house.resident.ask({ type: "energy/save_prefs", ...preferences });
			await shows(USED, /^\d/, 60_000);
			// A total that is not known yet is no 0, from which statistics would begin.
			await shows(LOST, "unknown");
			// The oldest release is not waited for: all that it may miss are the statistics.
			const missing = release === NEWEST ? [] : ["statistics_not_defined"];
			await eventually(async () => {
				const types = [...(await validated()).matchAll(/"type":"([^"]*)"/g)].map(([, type]) => type);
				expect(types.filter((type) => !missing.includes(type ?? ""))).toEqual([]);
			}, COMPILED);
			expect(await house.resident.ask({ type: "recorder/validate_statistics" })).toEqual({});
		}, 600_000);

		it.each(PICTURES === undefined || release !== NEWEST ? ["preferences"] : ["a picture"])(
			"shows it (%s)",
			async (kind) => {
				if (kind === "a picture") await energyDay(house, USED);
				const { home, tokens } = house.resident;
				const page = await browser.window({ url: home.url, tokens, width: 1280, height: 1350 });
				await page.goto("/energy");
				await page.getByText("Electric heater").first().waitFor({ timeout: 30_000 });
				expect((await drawnOn(page)).wrong).toEqual([]);
				await picture(page, "energy-dashboard");
				await page.context().close();
			},
			90_000,
		);

		it("shows what was disabled on the plant's dashboard too, once it is enabled", async () => {
			const page = await opened(browser, house, "Solar heat, each day", DESKTOP);
			expect((await drawnOn(page)).wrong).toEqual([]);
			if (release === NEWEST) {
				await page.locator("solar-heating-card svg").waitFor();
				await picture(page, "dashboard");
				await picture(page.locator("solar-heating-card"), "card");
			}
			await page.context().close();
		}, 60_000);
	});

	it("nothing of this is in Home Assistant's log", async () => {
		expect(await announced.complaints(house)).toEqual([]);
	});
});

interface Offered {
	readonly listed: number;
	readonly stub: Readonly<Record<string, unknown>>;
	readonly suggestion: { readonly config: unknown } | null;
	readonly other: unknown;
	readonly form: readonly { readonly name: string }[];
	readonly labels: readonly string[];
}

/** Runs in the browser: what the card tells Home Assistant's card picker. */
function offeredIn(entity: string): Offered {
	const page = globalThis as unknown as {
		customElements: {
			get(name: string): {
				getStubConfig(hass: unknown): Offered["stub"];
				getConfigForm(): { schema: Offered["form"]; computeLabel(of: { name: string }): string };
			};
		};
		customCards: readonly { type: string; getEntitySuggestion(hass: unknown, id: string): Offered["suggestion"] }[];
		document: { querySelector(selector: string): { hass: unknown } };
	};
	const { hass } = page.document.querySelector("home-assistant");
	const element = page.customElements.get("solar-heating-card");
	const ours = page.customCards.filter(({ type }) => type === "solar-heating-card");
	return {
		listed: ours.length,
		stub: element.getStubConfig(hass),
		suggestion: ours[0]?.getEntitySuggestion(hass, entity) ?? null,
		other: ours[0]?.getEntitySuggestion(hass, "sun.sun") ?? null,
		form: element.getConfigForm().schema,
		labels: element.getConfigForm().schema.map(element.getConfigForm().computeLabel),
	};
}
