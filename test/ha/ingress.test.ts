import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { say } from "#texts/say.ts";
import { wishOf } from "#web/acts/wish.ts";
import { OLDEST } from "../../scripts/home-assistant/place.ts";
import { AppPage } from "../fakes/home-assistant/app-page.ts";
import type { Launch } from "../fakes/supervisor/app-process.ts";
import { PlantRoom, STORE } from "../page/plant-room.ts";
import { followEveryLink } from "../page/stories/addresses.ts";
import { Person, tooWide } from "../page/stories/person.ts";
import {
	looksThroughThePages,
	printsTheRecord,
	seesItLive,
	seesTheHistory,
	setsAnOption,
	switchesThePump,
} from "../page/stories/plant.ts";
import { row, SAVED, setUp } from "../page/stories/set-up.ts";
import { seriousIn } from "../page/visitor.ts";
import { eventually } from "./eventually.ts";
import { HouseWithApp, picture, viewIn } from "./house-with-app.ts";

const MAIN = join(import.meta.dirname, "../fakes/app-on-machine.ts");
/** Names are not only of Latin-1. */
const ASA = { name: "Åsa Łukasz", username: "asa", password: "asa-pass-12", language: "en" } as const;
const BO = { name: "Bo", username: "bo", password: "bo-pass-123", language: "en" } as const;
const DESK = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844, dark: true };

/** The app in a house with a 1-Wire bus and a relay board. */
const inRoom = (
	room: PlantRoom,
	options: Readonly<Record<string, unknown>>,
	more?: Parameters<typeof HouseWithApp.open>[1],
) => {
	room.furnish();
	const launch: Launch = (data, port) => [process.execPath, MAIN, data, String(port), JSON.stringify(room.roots)];
	return HouseWithApp.open(options, { launch, own: { one_wire: { root: room.w1.root } }, ...more });
};

describe("behind the ingress of a real Home Assistant", () => {
	let house: HouseWithApp;
	let room: PlantRoom;
	beforeAll(async () => {
		room = new PlantRoom();
		house = await inRoom(room, {}, { owner: ASA });
	}, 180_000);
	afterAll(async () => {
		await house?.close();
		room?.close();
	}, 60_000);
	const asked = (path: string) => house.supervisor.asked.filter((one) => `${one.method} ${one.path}` === path).length;

	it("keeps what was chosen when Home Assistant takes the page away and shows it again", async () => {
		const { page, view } = await house.opens(PHONE);
		await view.locator(".first .btn.go").click();
		await row(view, STORE).locator("select").selectOption("tank");
		await view.locator(".plan-rows .done", { hasText: "Tank sensor" }).waitFor();
		await page.reload();
		const again = await viewIn(page);
		await again.locator('nav a[href="#view-setup"]').click();
		expect(await row(again, STORE).locator("select").inputValue()).toBe("tank");
		await again.locator(`#sensor-one_wire_${STORE} select`).selectOption("");
		await picture(page, "ingress-phone-sensors");
		await page.context().close();
	}, 120_000);

	it("sets up collector, tank and pump from an empty app by one restart, and the page comes back by itself", async () => {
		const { page, view } = await house.opens(DESK);
		const person = new Person();
		await setUp(view, room, person, async (screen) => {
			expect(await tooWide(view)).toBeLessThanOrEqual(0);
			await picture(page, `ingress-${screen}`);
		});
		await view.locator("#step-wiring").waitFor({ timeout: 60_000 });
		await eventually(async () => expect(room.board.coils).toEqual([true, false]));
		expect([person.presses <= 12, person.words <= 3]).toEqual([true, true]);
		expect([asked("POST /addons/self/restart"), asked("POST /addons/self/options")]).toEqual([1, 1]);
		expect(house.app.own).toMatchObject(SAVED);
		expect(house.app.own).not.toHaveProperty("one_wire");
		await picture(page, "ingress-wiring");
		await page.context().close();
	}, 180_000);

	it("is seen live, switched by hand, looked through, set and printed, and names who did it", async () => {
		const opened = await house.opens(DESK);
		const { page } = opened;
		await seesItLive(opened, room);
		await picture(page, "ingress-details");
		await switchesThePump(opened, room);
		await picture(page, "ingress-today");
		await looksThroughThePages(opened, ASA.name, async (name) => picture(page, `ingress-${name}`));
		await printsTheRecord(opened, ASA.name);
		await setsAnOption(opened, () => house.saved);
		await page.context().close();
	}, 240_000);

	it("has only addresses that stay behind the ingress, lead somewhere, and to curves and bars", async () => {
		const opened = await house.opens(PHONE);
		const pages = await followEveryLink(opened);
		expect(pages).toEqual(expect.arrayContaining(["page.css", "page.js", "decisions", "records", "options"]));
		await picture(opened.page, "ingress-phone-wall");
		await seesTheHistory(opened);
		await picture(opened.page, "ingress-phone-history");
		await opened.page.context().close();
	}, 120_000);

	it("says that the connection is lost when its session ends, and goes on when there is another", async () => {
		const { page, view } = await house.opens({ ...DESK, clock: true });
		await view.locator("body:not(.old)").waitFor();
		house.supervisor.forgetSessions();
		await view.locator("#lost:not([hidden])").waitFor();
		await picture(page, "ingress-lost");
		// The front end looks after its session once a minute.
		await page.clock.fastForward(61_000);
		await view.locator("body:not(.old)").waitFor();
		await page.context().close();
	}, 180_000);

	it("shows all to a plain user, says why nothing can be changed, and changes nothing for this user", async () => {
		const tokens = await house.resident.brings(BO);
		const place = { url: house.home.url, ingressToken: house.app.ingressToken };
		const door = await AppPage.open(place, tokens.access_token);
		const refused = JSON.stringify({ error: say("en", "page", "act_not_allowed") });
		expect(await door.act({ token: "", do: wishOf.hold("pump", 0, 3600) })).toEqual({ status: 403, text: refused });
		expect(await door.act({ token: "", do: "save" }, "setup")).toEqual({ status: 403, text: refused });
		const { page, view } = await house.opens({ ...DESK, tokens });
		await view.locator('nav a[href="#view-today"]').click();
		await view.getByText(say("en", "page", "act_read_only")).waitFor();
		expect(await view.locator("form, button, nav a[href='#view-setup']").count()).toBe(0);
		expect(await seriousIn(view)).toEqual([]);
		await picture(page, "ingress-plain-user");
		await page.context().close();
	}, 120_000);
});

describe("behind the ingress of the oldest Home Assistant that is supported", () => {
	let house: HouseWithApp;
	let room: PlantRoom;
	beforeAll(async () => {
		room = new PlantRoom();
		const outputs = [{ id: "pump", role: "pump", target: `usb_relay:${room.board.path}/1` }];
		house = await inRoom(room, { sensors: SAVED.sensors, outputs }, { release: OLDEST });
	}, 180_000);
	afterAll(async () => {
		await house?.close();
		room?.close();
	}, 60_000);

	it("is seen live, though it compresses streams of events", async () => {
		const opened = await house.opens(PHONE);
		await seesItLive(opened, room);
		await picture(opened.page, "ingress-oldest");
	}, 120_000);
});
