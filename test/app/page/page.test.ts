import { existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { type RunFlags, run } from "#app/run.ts";
import { page } from "#cli/app/page.ts";
import { setPassword } from "#cli/app/set-password.ts";
import { CANARY, Desk } from "../../cli/desk.ts";
import { freePort } from "../../fakes/mosquitto.ts";
import { FakeW1 } from "../../fakes/w1.ts";
import { ask, basic, listen } from "../../web/ask.ts";
import { Browser } from "../../web/login/browser.ts";
import { board, cleared, PLANT, until } from "../house.ts";

let house: Desk;
let desk: Desk;
let going: Promise<number>[];
let port = 0;
beforeEach(async () => {
	house = new Desk();
	desk = new Desk();
	going = [];
	port = await freePort();
	board();
});
afterEach(async () => {
	house.stop();
	await Promise.all(going);
	await cleared();
	house.clear();
	desk.clear();
});

const start = (options: unknown = PLANT, flags: Partial<RunFlags> = {}) => {
	const file = house.file("solar.json", options);
	const given = { options: file, data: house.data, httpPort: port, httpHost: "127.0.0.1", speed: 1, ...flags };
	const code = run(house.machine(), given);
	going.push(code);
	return code;
};
const url = (path = "") => `http://127.0.0.1:${port}/${path}`;
const answers = (status: number, within?: number) =>
	until(
		`the page says ${status}`,
		() =>
			ask(url()).then(
				(answer) => answer.status === status,
				() => false,
			),
		within,
	);
const shown = async (flags: { readonly json?: boolean; readonly showPassword?: boolean }) => {
	desk.out = "";
	const code = await page(desk.machine(), { data: house.data, ...flags });
	return { code, out: desk.out };
};

describe("`page`", () => {
	// #says-where-page-where
	it("says where the page is and where its password lies, and the password only if asked for it", async () => {
		void start();
		await answers(401);
		const { password } = JSON.parse((await shown({ json: true, showPassword: true })).out);
		const file = join(house.data, "page-first-password");
		expect(await shown({})).toEqual({
			code: 0,
			out: `${url()}\nUser name: solar\nPassword: in ${file} (or --show-password)\n`,
		});
		expect((await shown({ showPassword: true })).out).toBe(`${url()}\nUser name: solar\nPassword: ${password}\n`);
		expect(JSON.parse((await shown({ json: true })).out)).toEqual({
			url: url(),
			ingress: false,
			username: "solar",
			password_file: file,
		});
		const answer = await ask(url(), basic("solar", password));
		expect([answer.status, answer.text]).toEqual([200, expect.stringContaining("The sun is charging the tank.")]);
		expect(house.out + house.err).not.toContain(password);
	});

	it.each([
		["sv", "Användarnamn: solar\nLösenord: i ", "Ingen styrning är igång på ", "Det finns ingen sida: "],
		["de", "Benutzername: solar\nPasswort: in ", "läuft keine Regelung. Sie starten ", "Es gibt keine Seite: "],
	])("speaks as the terminal does: %s", async (LANG, login, nobody, none) => {
		desk.env = { ...desk.env, LANG };
		expect((await shown({})).code).toBe(1);
		expect(desk.err).toContain(nobody);
		const running = start();
		await answers(401);
		expect((await shown({})).out).toContain(login);
		house.stop();
		await running;
		void start(PLANT, { httpPort: 0 });
		await until("it says so", async () => (await shown({})).code === 1 && desk.err.includes(none));
	});

	it("ends with 1 where no controller runs, and where it has no page", async () => {
		expect((await shown({})).code).toBe(1);
		expect(desk.err).toContain(`No controller runs on ${house.data}`);
		void start(PLANT, { httpPort: 0 });
		await until("it turns", async () => (await shown({})).code === 1 && desk.err.includes("There is no page"));
	});

	it("is reached by the name that a proxy keeps, if that was named, and by no other", async () => {
		void start(PLANT, { httpNames: ["solar.example.org"] });
		await answers(401);
		const { password } = JSON.parse((await shown({ json: true, showPassword: true })).out);
		const by = async (host: string) => (await ask(url(), { ...basic("solar", password), host })).status;
		expect([await by("solar.example.org"), await by("Solar.Example.org:443"), await by("evil.example.org")]).toEqual([
			200, 200, 421,
		]);
	});

	it("names no login behind an ingress", async () => {
		void start(PLANT, { ingressPeer: "127.0.0.1" });
		await answers(200);
		const { code, out } = await shown({});
		expect([code, out]).toEqual([0, expect.stringContaining("Home Assistant")]);
	});
});

// #login-of-the-running-controller
it("is logged in to with the password that the app made, over a restart, until another one is set", async () => {
	const first = join(house.data, "page-first-password");
	const running = start();
	await answers(401);
	const made = readFileSync(first, "utf8").trim();
	const browser = new Browser(url());
	expect((await browser.login(made, { stay: "yes" })).status).toBe(303);
	expect((await browser.get("")).text).toContain("The sun is charging the tank.");
	// Its owner has it now, and nobody else needs to find it.
	expect(existsSync(first)).toBe(false);
	expect(await shown({})).toMatchObject({ code: 0, out: expect.stringContaining("set-password") });
	house.stop();
	await running;
	void start();
	await answers(401);
	const again = new Browser(url());
	for (const [name, value] of browser.cookies) again.cookies.set(name, value);
	expect((await again.get("")).status).toBe(200);
	const stream = listen(url("parts"), again.headers);
	await stream.opened;
	const input = Object.assign(new PassThrough(), { isTTY: false });
	input.end("one of my own now\n");
	expect(await setPassword({ ...desk.machine(), in: input }, { data: house.data })).toBe(0);
	await stream.ended;
	expect((await again.get("")).status).toBe(303);
	expect((await again.login(made)).status).toBe(403);
	expect((await again.login("one of my own now")).status).toBe(303);
	// Neither a password nor what a cookie holds is written anywhere.
	const ids = [...browser.cookies.values(), ...again.cookies.values()];
	for (const secret of [made, "one of my own now", ...ids]) {
		expect(house.out + house.err + desk.out + desk.err).not.toContain(secret);
		for (const file of readdirSync(house.data))
			if (statSync(join(house.data, file)).isFile())
				expect([file, readFileSync(join(house.data, file)).includes(secret)]).toEqual([file, false]);
	}
});

describe("the page of a running controller", () => {
	it("shows the temperatures of the sensors that are there, live, as long as nothing is set up; then no more", async () => {
		const w1 = new FakeW1();
		w1.set("28-0123456789ab", 20);
		void start({ one_wire: { root: w1.root } }, { ingressPeer: "127.0.0.1" });
		await answers(200);
		const says = (words: string) => until(`it says ${words}`, async () => (await ask(url())).text.includes(words));
		await says("one_wire:28-0123456789ab</code> <b>20.0\u00a0°C");
		w1.set("28-0123456789ab", 31.5);
		await says("<b>31.5\u00a0°C");
		expect(JSON.parse((await ask(url("api/snapshot"))).text).found).toEqual([
			{ source: "one_wire:28-0123456789ab", value: 31.5 },
		]);
		house.stop();
		await Promise.all(going);
		void start({ ...PLANT, one_wire: { root: w1.root } }, { ingressPeer: "127.0.0.1" });
		await answers(200);
		expect(JSON.parse((await ask(url("api/snapshot"))).text)).not.toHaveProperty("found");
		w1.close();
	});

	it("is there behind the ingress, and for nobody else but the health check", async () => {
		void start(PLANT, { ingressPeer: "172.30.32.2" });
		await answers(403);
		expect((await ask(url("healthz"))).status).toBe(200);
	});

	it("lists all problems of invalid options, in the language that they name", async () => {
		const [collector, tank] = PLANT.sensors;
		const sensors = [collector, { ...tank, source: "carrier_pigeon:7" }];
		void start({ ...PLANT, turn: 0, sensors, language: "sv" }, { ingressPeer: "127.0.0.1" });
		await answers(200);
		const { text } = await ask(url(), { "accept-language": "de" });
		for (const part of ['lang="sv"', "sensors[1].source", "carrier_pigeon:7", "<code>turn</code>"])
			expect(text).toContain(part);
		const view = JSON.parse((await ask(url("api/snapshot"))).text);
		expect(view).toMatchObject({
			options_valid: false,
			problems: [
				{ path: "sensors[1].source", code: "unknown_driver", remedy: expect.stringMatching(/^Börja med ett av /) },
				{ path: "turn", code: "too_small", facts: { min: 0.1, unit: "s" }, remedy: "Ange 0,1 s eller mer." },
			],
		});
		const told = view.problems.map(({ remedy }: { remedy: string }) => remedy);
		await until("the log says the same", () => told.every((remedy: string) => house.out.includes(remedy)));
	});

	it("speaks to each browser in its language, where the options leave it to the browser", async () => {
		void start({ ...PLANT, turn: 0, language: "auto" }, { ingressPeer: "127.0.0.1" });
		await answers(200);
		for (const [wish, remedy] of [
			["sv", "Ange 0,1 s eller mer."],
			["de", "0,1 s oder mehr angeben."],
			["en", "Give 0.1 s or more."],
		] as const)
			expect((await ask(url(), { "accept-language": wish })).text.replaceAll("\u00a0", " ")).toContain(remedy);
	});

	// #shows-secret-options-whatever
	it("shows no secret of the options, whatever field it strayed into", async () => {
		const stray = `mqtt://solar:${CANARY}@broker`;
		const mqtt = { host: stray, username: `solar:${CANARY}@x`, password: CANARY, base_topic: CANARY };
		const sensors = [{ ...PLANT.sensors[0], source: `one_wire:${stray}` }];
		for (const options of [
			{ ...PLANT, mqtt },
			{ ...PLANT, mqtt, sensors, [CANARY]: CANARY, language: CANARY },
		]) {
			const code = start(options, { ingressPeer: "127.0.0.1" });
			await answers(200);
			for (const path of ["", "api/snapshot"]) {
				const { status, text } = await ask(url(path));
				expect([status, text.includes(CANARY)]).toEqual([200, false]);
			}
			for (const path of ["parts", "api/events"]) {
				const { heard, close } = listen(url(path));
				await until("it speaks", () => heard.length > 0);
				close();
				expect(JSON.stringify(heard)).not.toContain(CANARY);
			}
			house.stop();
			await code;
		}
	});

	it("does not keep a stop waiting: browsers are let go at once", async () => {
		const code = start(PLANT, { ingressPeer: "127.0.0.1" });
		await answers(200);
		const streams = ["parts", "api/events"].map((path) => listen(url(path)));
		for (const { opened } of streams) await opened;
		house.stop();
		expect(await code).toBe(0);
		// What does not end by itself is left behind at a time limit, and the log says so.
		expect(house.lines().map((line) => line["code"])).not.toContain("left_behind");
		for (const { ended } of streams) await ended;
	});

	it("is none where its password cannot be kept: control goes on, and the log says why", async () => {
		house.file("data/page-password/full", "");
		void start();
		await answers(503);
		await until("it is told", () => house.lines().some(({ code }) => code === "page_password_not_kept"));
		expect((await ask(url())).text).toContain("The page is not available; the log says why.");
		expect((await ask(url("healthz"))).status).toBe(200);
		// It is tried again with patience.
		rmSync(join(house.data, "page-password"), { recursive: true });
		await answers(401, 45_000);
		const codes = house.lines().map(({ code }) => code);
		expect(codes.filter((code) => code === "page_password_not_kept" || code === "view_failed")).toHaveLength(1);
	});
});
