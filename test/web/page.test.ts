import { afterEach, beforeEach, describe, expect, it, test } from "@jest/globals";
import fc from "fast-check";
import { type Finding, problem } from "#model/findings/finding.ts";
import { fault } from "#model/plant/fault.ts";
import { emptyPlant, outputId, sensorId } from "#model/plant/plant.ts";
import { celsius, FULL } from "#model/quantities/units.ts";
import { says } from "#model/sentences/sentence.ts";
import { HEADERS } from "#web/http/headers.ts";
import { languageFor } from "#web/http/language.ts";
import { CANARY } from "../cli/desk.ts";
import { ownersPlant, type Scene, seen, turns } from "../fakes/owners-plant.ts";
import { speedPlant } from "../fakes/speed-plant.ts";
import { finding, mend } from "../fakes/unworded.ts";
import { ask, basic } from "./ask.ts";
import { connected, onStage, type Setting, type Stage, SUNNY, withFindings } from "./stage.ts";

let stages: Stage[];
beforeEach(() => {
	stages = [];
});
afterEach(async () => {
	for (const stage of stages) await stage.close();
});
const staged = async (setting: Setting = {}): Promise<Stage> => {
	const stage = await onStage(setting);
	stages.push(stage);
	return stage;
};
const read = async (setting: Setting, path = "", headers = {}) =>
	(await ask(`${(await staged(setting)).url}${path}`, headers)).text;

const LOST = { ...SUNNY, read: (s: { readonly id: string }) => (s.id === "tank" ? fault("open") : 40) };

describe("GET /api/snapshot", () => {
	it("is the last turn as plain data: outputs with their reason, sensors with value and age", async () => {
		const stage = await staged({ snapshot: withFindings(seen(SUNNY), connected) });
		const { status, headers, text } = await ask(`${stage.url}api/snapshot`);
		expect([status, headers["content-type"]]).toEqual([200, "application/json; charset=utf-8"]);
		const view = JSON.parse(text);
		expect(view).toMatchObject({
			version: "1.2.3",
			alive: true,
			mode: "auto",
			activity: "heating",
			configured: true,
			options_valid: true,
			problems: [],
			concerns: [],
		});
		expect(view.outputs[0]).toMatchObject({ id: "pump", want: 100, actual: 100, because: "gain", rank: "normal" });
		expect(view.outputs[0].text).toContain("23.2 K");
		expect(view.sensors[0]).toMatchObject({ id: "collector", state: "ok", value: 71.4, age: 0 });
		expect(view.broker).toMatchObject({ state: "connected", user: "addons", attempts: 1, proofs: [] });
	});

	it("has no value for a sensor that is lost, but the fault; and the worst comes first", async () => {
		const store = finding("warning", "credentials_old", { user: "solar", days: 100 });
		const view = JSON.parse(await read({ snapshot: withFindings(seen(SUNNY, LOST), store) }, "api/snapshot"));
		const tank = view.sensors.find((s: { id: string }) => s.id === "tank");
		expect(tank).toMatchObject({ state: "broken", fault: "open" });
		expect(tank).not.toHaveProperty("value");
		expect(view.concerns.map((c: { code: string }) => c.code)).toEqual(["open", "credentials_old"]);
		expect(view.concerns[0].remedy).toContain("cable");
	});

	it("has the problems of the options, all of them, each with its remedy", async () => {
		const problems = [
			problem("turn", 0, mend("too_small", { min: 0.1, unit: "s" })),
			problem("sensors[1].source", "pigeon:7", mend("unknown_driver", { drivers: "one_wire:" })),
		];
		const view = JSON.parse(await read({ about: { invalid: true, problems } }, "api/snapshot"));
		expect(view).toMatchObject({ options_valid: false });
		expect(view.problems).toEqual([
			{
				path: "turn",
				value: "0",
				remedy: "Give 0.1 s or more.",
				code: "too_small",
				facts: { min: 0.1, unit: "s" },
			},
			{
				path: "sensors[1].source",
				value: '"pigeon:7"',
				remedy: "Begin with one of one_wire:.",
				code: "unknown_driver",
				facts: { drivers: "one_wire:" },
			},
		]);
	});

	it("says how the broker fails, since when, after how many attempts, and what the audit found", async () => {
		const failing = finding("info", "broker", {
			...connected.facts,
			state: "waiting",
			attempts: 12,
			failure: "credentials-rejected",
			family: "login_refused",
		});
		const proof: Finding = {
			severity: "alarm",
			code: "accepted",
			facts: { proof: "anonymous_refused", status: "fail", when: "2026-06-21T01:10:00Z" },
			says: [says("verbatim", { text: "Anybody gets in." })],
			mend: [says("verbatim", { text: "Set allow_anonymous false." })],
		};
		const audit = finding("info", "security_audit", { score: 40, when: "2026-06-21T01:10:00Z" });
		const { broker, concerns } = JSON.parse(
			await read({ snapshot: withFindings(seen(SUNNY), failing, audit, proof) }, "api/snapshot"),
		);
		expect(broker).toMatchObject({ state: "login_refused", attempts: 12, score: 40, since: connected.facts["since"] });
		expect(broker.remedy).toContain("Check both");
		expect(broker.proofs).toEqual([
			{
				id: "anonymous_refused",
				status: "fail",
				verdict: "problem",
				class: "accepted",
				message: "Anybody gets in.",
				remedy: "Set allow_anonymous false.",
			},
		]);
		expect(concerns).toMatchObject([
			{ severity: "alarm", text: "Anybody gets in.", remedy: "Set allow_anonymous false." },
			{ severity: "warning", code: "login_refused" },
		]);
	});

	// #group-of-a-device
	it.each([
		["the group of its file", { fault: "no_permission", group: "dialout" }, /the group dialout, which/],
		["every group where that is not known", { fault: "no_permission" }, /dialout .*i2c .*gpio/],
		["the password that an adapter refuses", { fault: "no_permission", reason: "refused" }, /^Correct its password/],
		["the plug", { fault: "missing" }, /^Plug it in again/],
	])("of a device that is gone names what to do about it: %s", async (_, facts, says) => {
		const gone = finding("alarm", "device_lost", { device: "usb_relay", bus: "usb_relay_dev", ...facts });
		const view = JSON.parse(await read({ snapshot: withFindings(seen(SUNNY), gone) }, "api/snapshot"));
		expect(view.concerns).toEqual([
			expect.objectContaining({ code: "device_lost", remedy: expect.stringMatching(says) }),
		]);
	});

	it.each([
		["a cable", {}, /^Check its cable/],
		[
			"its battery and its age limit, beyond a network",
			{ topic: "t", max_age: 300 },
			/^Check its battery.* every 300 s/,
		],
	])("of a sensor without a new value names what to look at: %s", async (_, facts, says) => {
		const silent = { ...SUNNY, read: () => fault("stale", facts) };
		const view = JSON.parse(await read({ snapshot: seen(SUNNY, silent) }, "api/snapshot"));
		const remedies = view.concerns.map(({ remedy }: { remedy?: string }) => remedy);
		expect(remedies).toContainEqual(expect.stringMatching(says));
	});

	it("of a device that is gone names the device once, and not each of its sensors", async () => {
		const gone = finding("alarm", "device_lost", { device: "1-Wire", bus: "one_wire", fault: "missing" });
		const all = { ...SUNNY, read: () => fault("missing") };
		const view = JSON.parse(await read({ snapshot: withFindings(seen(SUNNY, all), gone) }, "api/snapshot"));
		expect(view.concerns.map((c: { code: string }) => c.code)).toEqual(["device_lost"]);
		expect(view.sensors.every((s: { state: string }) => s.state === "broken")).toBe(true);
	});
});

describe("GET /", () => {
	it("says without a script what is done and why, with every sensor and output", async () => {
		const html = await read({ snapshot: withFindings(seen(SUNNY), connected) });
		for (const text of [
			"The sun is charging the tank.",
			"23.2\u00a0K warmer",
			"48.2\u00a0°C",
			"Electric heater",
			"Tank 140\u00a0cm",
			"Connected",
			"Nothing needs your attention.",
		])
			expect(html).toContain(text);
	});

	it("promises no audit and no user's name before the broker is known", async () => {
		const of = async (facts: Finding["facts"]) => {
			const html = await read({
				snapshot: withFindings(seen(SUNNY), finding("info", "broker", { ...connected.facts, ...facts })),
			});
			return (/<h2>Broker.*?<\/section>/s.exec(html)?.[0] ?? "").replaceAll(/<[^>]*>/g, " ");
		};
		expect(await of({})).toMatch(/core-mosquitto, port \d+, as addons .*Not audited yet/s);
		const before = await of({ state: "waiting", user: "" });
		expect(before).toMatch(/core-mosquitto, port \d+ .*the plant continues without it/s);
		expect(before).not.toMatch(/, as |Not audited yet/);
	});

	it("shows a lost sensor by its fault, and never by a number", async () => {
		const html = await read({ snapshot: seen(SUNNY, LOST) });
		const [row = ""] = /<tr class="lost">.*?<\/tr><tr class="why">.*?<\/tr>/s.exec(html) ?? [];
		expect(row).toContain(">Tank<");
		expect(row).toContain("The wire or the sensor is broken");
		expect(row).toContain("no value");
		expect(row.replaceAll(/<[^>]*>/g, "")).not.toMatch(/\d/);
	});

	it("shows how fast a temperature changes, and nothing where it hardly does or is lost", async () => {
		const rates = ownersPlant.sensors.map(({ id }) =>
			id === "collector" ? 12 / 3600 : id === "tank" ? -0.5 / 3600 : undefined,
		);
		const html = await read({ snapshot: { ...seen(SUNNY), rates: () => rates } });
		const [collector, tank] = ["Collector", "Tank"].map(
			(name) => new RegExp(`<th scope="row">${name}</th><td class="figure">(.*?)</td>`).exec(html)?.[1],
		);
		expect(collector).toMatch(/^71\.4\s°C.*\+12\sK\/h/);
		expect(tank).toMatch(/^48\.2\s°C$/);
		const lost = await read({ snapshot: { ...seen(SUNNY, LOST), rates: () => rates.map(() => undefined) } });
		expect(lost).not.toContain("K/h");
	});

	it("says what to do first where nothing is configured", async () => {
		const nothing = { plant: emptyPlant(), readings: [], verdicts: [], outputs: [] };
		const html = await read({ snapshot: { ...seen(SUNNY), ...nothing } });
		expect(html).toContain("Your first steps");
		expect(html.match(/<li>/g)?.length).toBeGreaterThanOrEqual(5);
		expect(html).not.toContain("Nothing needs your attention.");
	});

	it("shortens on the first view a sentence that would cover everything else, and has all of it on the second", async () => {
		const topics =
			"solar/authcheck_1/authcheck, homeassistant/authcheck_1/x, homeassistant/device/authcheck_1/x/config";
		const findings = [
			{ severity: "alarm", code: "acl-too-wide", facts: {}, says: [says("may_publish", { user: "solar", topics })] },
		] as const;
		const html = await read({ snapshot: { ...seen(SUNNY), findings } });
		const [, brief = ""] = /<p class="say">Act: (.*?)<\/p>/.exec(html) ?? [];
		expect(brief.length).toBeLessThanOrEqual(115);
		expect(brief).toMatch(/solar\/authcheck_1\/authcheck.* …$/);
		expect(html).toContain(topics);
	});

	it("lists there the sensors that are found, with their temperature or why there is none, and writes the example with them", async () => {
		const nothing = { ...seen(SUNNY), plant: emptyPlant(), readings: [], verdicts: [], outputs: [] };
		const found = [
			{ source: "one_wire:28-00000a1b2c3d", fault: fault("power_on_value", { value: 85 }) },
			{ source: "one_wire:28-0123456789aa", value: celsius(58.375) },
			{ source: "one_wire:28-0123456789ab", value: celsius(-3.5) },
		];
		const html = await read({ snapshot: nothing, about: { found }, language: "sv" });
		const [list = ""] = /<ul class="found">.*?<\/ul>/s.exec(html) ?? [];
		const rows = [...list.matchAll(/<code>([^<]*)<\/code> <(b|span class="none")>([^<]*)/g)].map((row) => row.slice(1));
		expect(rows).toEqual([
			[
				"one_wire:28-00000a1b2c3d",
				'span class="none"',
				"Den visar bara sitt startvärde. Kontrollera strömförsörjningen.",
			],
			["one_wire:28-0123456789aa", "b", "58,4\u00a0°C"],
			["one_wire:28-0123456789ab", "b", "−3,5\u00a0°C"],
		]);
		const [, example = ""] = /<pre><code>(sensors:.*?)<\/code><\/pre>/s.exec(html) ?? [];
		expect([...example.matchAll(/source: (\S+)/g)].map(([, source]) => source)).toEqual([
			"one_wire:28-0123456789aa",
			"one_wire:28-0123456789ab",
		]);
		const data = JSON.parse(await read({ snapshot: nothing, about: { found } }, "api/snapshot"));
		expect(data.found).toMatchObject([{ fault: "power_on_value" }, { value: 58.4 }, { value: -3.5 }]);
		const none = await read({ snapshot: nothing, about: { found: [] } });
		expect(none).toContain("No 1-Wire sensor has been found yet.");
		// Before they were looked for nothing is said of them.
		expect(await read({ snapshot: nothing })).not.toMatch(/No 1-Wire sensor|class="found"/);
	});

	it("lists every problem of the options above all else, and no first steps", async () => {
		const problems = [1, 2, 3].map((n) =>
			problem(`sensors[${n}].id`, "?", mend("id_ending", { ending: `_remedy_${n}` })),
		);
		const nothing = { plant: emptyPlant(), readings: [], verdicts: [], outputs: [] };
		const html = await read({ snapshot: { ...seen(SUNNY), ...nothing }, about: { invalid: true, problems } });
		for (const n of [1, 2, 3]) expect(html).toContain(`_remedy_${n}`);
		expect(html).not.toContain("Your first steps");
	});

	it("says on Today, too, that the options are not valid: who opens that does not see the wall", async () => {
		const snapshot = withFindings(seen(SUNNY), finding("alarm", "options_invalid", { problems: 1 }));
		const problems = [problem("heater_control.mode", "?", mend("id_ending", { ending: "_x" }))];
		const html = await read({ snapshot, about: { invalid: true, problems } });
		expect(html.slice(html.indexOf('id="view-today"'))).toContain(
			"The options are not valid, so nothing is controlled.",
		);
	});

	it("says so where the loop does not turn", async () => {
		expect(await read({ about: { alive: false } })).toContain("has made no decision for too long");
	});

	it("says of an output who was overruled", async () => {
		const held = { kind: "hold", output: outputId("pump"), want: FULL } as const;
		const html = await read({ snapshot: seen(SUNNY, { ...LOST, intents: [held] }) });
		expect(html).toContain("Overruled: 1");
		expect(html).toContain("Switched on by hand");
	});

	it("says what limits a pump's speed", async () => {
		const slow: Scene = { read: ({ role }) => (role === "collector" ? 52 : 40) };
		const [snapshot] = turns([slow], speedPlant);
		const html = await read(snapshot === undefined ? {} : { snapshot });
		expect(html).toMatch(/<p class="quiet">Limited: The collector is 12\.0\sK warmer/);
		expect(html).not.toContain("Overruled");
	});

	// #loads-nothing-elsewhere-names
	it("loads nothing from elsewhere, names no absolute path, and has no inline script or style", async () => {
		const html = await read({ files: {} });
		const urls = [...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, url]) => url);
		expect(urls.filter((url) => !url?.startsWith("#"))).toEqual([
			"data:,",
			"page.css",
			"page.js",
			"read.js",
			"dashboard.yaml",
			"dashboard-drawn.yaml",
			"solar-heating-card.js",
		]);
		expect(await read({})).not.toContain("dashboard.yaml");
		expect(html).not.toMatch(/<style|style=|onload=|<script(?! src="(?:page|read).js" defer><\/script>)/);
	});
});

describe("GET /api/hardware", () => {
	it("is what is connected, looked for when it is asked, in the browser's language, without secrets", async () => {
		const asked: string[] = [];
		const hardware = async (language: string) => {
			asked.push(language);
			return { sensors: [], places: [{ kind: "device", at: "shellies/canary-secret" }] };
		};
		const stage = await staged({ hardware, secrets: ["canary-secret"] });
		expect(asked).toEqual([]);
		const { status, headers, text } = await ask(`${stage.url}api/hardware`, { "accept-language": "sv" });
		expect([status, headers["content-type"]]).toEqual([200, "application/json; charset=utf-8"]);
		expect(JSON.parse(text)).toMatchObject({ sensors: [], places: [{ kind: "device" }] });
		expect(text).not.toContain("canary");
		expect(asked).toEqual(["sv"]);
	});

	const acts = { isAdmin: async (id: string) => id === "0a1b", ask: async () => undefined };
	const tokenFor = async (url: string, headers: Readonly<Record<string, string>>) =>
		JSON.parse((await ask(`${url}api/token`, headers)).text).token;

	it("begins a look at the broker when a person asks, and not for another site or without login or token", async () => {
		let looks = 0;
		const login = { username: "solar", password: "p" };
		const { url } = await staged({ lookAtBroker: () => void looks++, login, acts });
		const at = `${url}api/hardware/broker`;
		const person = { ...basic("solar", "p"), "x-solar-token": await tokenFor(url, basic("solar", "p")) };
		expect((await ask(at, {}, "POST")).status).toBe(401);
		expect((await ask(at, { ...person, "sec-fetch-site": "cross-site" }, "POST")).status).toBe(403);
		expect((await ask(at, basic("solar", "p"), "POST")).status).toBe(403);
		expect((await ask(at, person, "GET")).status).toBe(404);
		expect(looks).toBe(0);
		const { status, text } = await ask(at, person, "POST");
		expect([status, text, looks]).toEqual([202, '{"broker":"looking"}', 1]);
	});

	// #a-look-needs-the-right
	it("begins it in Home Assistant for an administrator alone; who else tried is told", async () => {
		let looks = 0;
		const { url, told } = await staged({ lookAtBroker: () => void looks++, acts });
		const at = `${url}api/hardware/broker`;
		const anna = { "x-remote-user-id": "0a1b", "x-remote-user-display-name": "Anna" };
		const bo = { "x-remote-user-id": "2c3d", "x-remote-user-display-name": "Bo" };
		const token = await tokenFor(url, anna);
		expect((await ask(at, { ...bo, "x-solar-token": token }, "POST")).status).toBe(403);
		expect((await ask(at, { "x-solar-token": token }, "POST")).status).toBe(403);
		expect(told.map(({ code, facts }) => [code, facts["actor"]])).toEqual([
			["page_not_allowed", "Bo (2c3d)"],
			["page_not_allowed", "127.0.0.1"],
		]);
		expect(looks).toBe(0);
		expect((await ask(at, { ...anna, "x-solar-token": token }, "POST")).status).toBe(202);
		expect(looks).toBe(1);
	});

	it("is 401 without the login, and nothing is looked for", async () => {
		const asked: string[] = [];
		const hardware = async (language: string) => asked.push(language);
		const { url } = await staged({ hardware, login: { username: "solar", password: "p" } });
		expect((await ask(`${url}api/hardware`)).status).toBe(401);
		expect(asked).toEqual([]);
	});
});

describe("every answer", () => {
	test.each(["", "page.css", "page.js", "api/snapshot", "nothing/here", "%ff"])(
		"of /%s has the strict headers",
		async (path) => {
			const { headers } = await ask(`${(await staged()).url}${path}`);
			expect(headers).toMatchObject(HEADERS);
		},
	);

	it("to a path that cannot be read is 400, without a word of it", async () => {
		const { status, text } = await ask(`${(await staged()).url}%ff<script>`);
		expect([status, text]).toEqual([400, '{"error":"Not understood."}']);
	});

	// #harms-nothing
	test.each([
		["POST", "api/snapshot", 404],
		["PUT", "", 404],
		["HEAD", "api/events", 200],
		["HEAD", "api/snapshot", 200],
		["HEAD", "", 200],
		["HEAD", "nothing", 404],
		["GET", "../package.json", 404],
		["GET", "api/events/", 404],
	])("to %s /%s is %i, and harms nothing", async (method, path, status) => {
		const stage = await staged();
		expect((await ask(`${stage.url}${path}`, {}, method)).status).toBe(status);
		expect((await ask(stage.url)).status).toBe(200);
	});

	test.each(["x", "404", Number.NaN, {}, 200, undefined])(
		"of a mistake with the status code %j is 500, too",
		async (code) => {
			const plant = () => {
				throw Object.assign(new Error("canary"), { statusCode: code });
			};
			const stage = await staged();
			stage.page.see(Object.defineProperty({ ...seen(SUNNY) }, "plant", { get: plant }));
			const { status, text } = await ask(stage.url);
			expect([status, text]).toEqual([500, expect.not.stringContaining("canary")]);
			expect(stage.told.map(({ code }) => code)).toEqual(["view_failed"]);
		},
	);

	// #mistake-ours-500-without
	it("of a mistake of ours is 500 without its words; it is told once", async () => {
		const stage = await staged();
		stage.page.see({ ...seen(SUNNY), plant: undefined as never });
		for (const _ of [1, 2]) {
			const { status, text } = await ask(stage.url);
			expect([status, text]).toEqual([500, expect.not.stringContaining("TypeError")]);
		}
		expect(stage.told.map(({ code }) => code)).toEqual(["view_failed"]);
		stage.page.see(seen(SUNNY));
		expect((await ask(stage.url)).status).toBe(200);
	});
});

describe("what comes from outside", () => {
	const evil = `<script>alert("1")</script>'\`&`;
	const sensors = ownersPlant.sensors.map((s) =>
		s.index === 0 ? { ...s, id: sensorId(evil), role: "other" as const } : s,
	);
	const plant = { ...ownersPlant, sensors };

	it("is escaped wherever it stands: ids, faults, findings, problems, users", async () => {
		const spoken = [says("verbatim", { text: evil })];
		const snapshot = {
			...seen(SUNNY),
			plant,
			findings: [
				{ severity: "alarm", code: evil, facts: {} } as const,
				finding("info", "broker", { ...connected.facts, user: evil, host: evil, state: evil }),
				finding("info", "security_audit", { score: 1, when: evil }),
				{ severity: "warning", code: evil, facts: { proof: evil, status: evil }, says: spoken, mend: spoken } as const,
			],
		};
		const problems = [{ path: evil, value: evil, remedy: mend(evil) }];
		const html = await read({ snapshot, about: { problems } });
		expect(html).toContain("&#60;script&#62;alert");
		expect(html).not.toContain("<script>");
		expect(html.match(/<script src="\w+\.js" defer><\/script>/g)).toHaveLength(2);
		expect(html.match(/<script/g)).toHaveLength(2);
	});

	// #can-make-tag-leave
	it("can make no tag and leave no attribute, whatever it is (property)", async () => {
		const { htmlFor } = await import("#web/html.ts");
		const html = htmlFor((text) => text);
		fc.assert(
			fc.property(fc.string({ unit: "grapheme" }), (text) => {
				expect(html`<a b="${text}">${text}</a>`.text).toMatch(/^<a b="[^<>"]*">[^<>]*<\/a>$/);
			}),
		);
	});

	test.each([
		["as it is", CANARY],
		["in the login of a URL", `mqtt://solar:${CANARY}@broker:1883`],
		["percent-encoded", `x=${encodeURIComponent(CANARY)}`],
		["in base64", Buffer.from(`solar:${CANARY}`).toString("base64")],
	])("holds no secret on the way out, %s", async (_, text) => {
		const snapshot = withFindings(
			seen(SUNNY),
			finding("alarm", "anything", { text, [text]: text }),
			finding("info", "broker", { ...connected.facts, host: text, user: text }),
		);
		const problems = [{ path: text, value: JSON.stringify(text), remedy: mend(text) }];
		const stage = await staged({ snapshot, about: { problems }, secrets: [CANARY] });
		for (const path of ["", "api/snapshot"]) {
			const { text: said } = await ask(`${stage.url}${path}`);
			expect(said).toContain("redacted");
			expect(said).not.toContain(CANARY);
			expect(said).not.toContain(Buffer.from(CANARY).toString("base64").slice(4, 16));
		}
	});

	it("is found before it is escaped: a secret of characters that HTML writes otherwise", async () => {
		const secret = `p<&>"'s3cret`;
		const spoken = [says("verbatim", { text: `it is ${secret}!` })];
		const snapshot = withFindings(seen(SUNNY), { ...finding("alarm", "anything"), says: spoken });
		const html = await read({ snapshot, secrets: [secret] });
		expect(html).toContain("it is [redacted]!");
		expect(html).not.toContain("s3cret");
	});
});

describe("the language", () => {
	test.each([
		["sv", "sv"],
		["de-AT,de;q=0.9,en;q=0.8", "de"],
		["fr-FR,fr;q=0.9,sv;q=0.3,en;q=0.2", "sv"],
		["en;q=0.1, de;q=0.2", "de"],
		["de;q=0,sv;q=0.1", "sv"],
		["fr", "en"],
		["*", "en"],
		["", "en"],
		[",;;q=x,DE", "de"],
		[undefined, "en"],
	])("for %s is %s", (header, language) => expect(languageFor(header)).toBe(language));

	it("is each browser's own, unless the options name one", async () => {
		const free = await staged();
		for (const [wish, text] of [
			["sv", "Solen laddar tanken."],
			["de", "Die Sonne belädt den Speicher."],
			["en", "The sun is charging the tank."],
		] as const)
			expect((await ask(free.url, { "accept-language": wish })).text).toContain(text);
		expect(await read({ language: "sv" }, "", { "accept-language": "de" })).toContain('<html lang="sv">');
	});

	test.each([
		["en", "71.4\u00a0°C"],
		["sv", "71,4\u00a0°C"],
		["de", "71,4\u00a0°C"],
	] as const)("%s writes its numbers as people there do: %s", async (language, figure) => {
		expect(await read({ language })).toContain(figure);
	});
});
