import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, test } from "@jest/globals";
import { controlHandlers } from "#app/answers/control-handlers.ts";
import { type RunFlags, run } from "#app/run.ts";
import { whyWord } from "#app/words.ts";
import { explain } from "#cli/app/explain.ts";
import { read } from "#cli/app/hardware/read.ts";
import { rest } from "#cli/app/hardware/rest.ts";
import { silenceTest } from "#cli/app/hardware/silence-test.ts";
import { brokerAcl } from "#cli/broker/acl/acl.ts";
import { fault } from "#model/plant/fault.ts";
import { seconds } from "#model/quantities/units.ts";
import { askControl } from "#runtime/socket/ask-control.ts";
import { NotYet, type Serving, serveControl } from "#runtime/socket/control-socket.ts";
import { board, cleared, PLANT, REST, until } from "../../app/house.ts";
import { CANARY, Desk } from "../desk.ts";

let desk: Desk;
const going: Promise<unknown>[] = [];
beforeEach(() => {
	desk = new Desk();
	desk.file("solar.json", { ...PLANT, mqtt: { username: "solar" } });
	desk.env = { ...desk.env, MQTT_PASSWORD: "" };
});
afterEach(async () => {
	desk.stop();
	await Promise.all(going.splice(0));
	await cleared();
	desk.clear();
});
/** Answers in place of a controller, until the test ends however it does. */
const answering = async (handlers: Parameters<typeof serveControl>[1]) => {
	desk.file("data/x", "");
	const serving: Serving = await serveControl(desk.data, handlers, () => undefined);
	const close = async () => {
		if (serving.kind === "serving") await serving.close();
	};
	desk.machine().onStop(() => going.push(close()));
	return close;
};
const flags = () => ({ options: "solar.json", data: desk.data });
const INVALID = { ...PLANT, turn: 0 };

/** The controller on this desk's folder; what it prints is not heard. */
const controller = async (more: Partial<RunFlags> = {}) => {
	const other = new Desk();
	const options = join(desk.folder, "solar.json");
	const code = run(other.machine(), {
		options,
		data: desk.data,
		httpPort: 0,
		httpHost: "127.0.0.1",
		speed: 1,
		...more,
	});
	going.push(code.finally(() => other.clear()));
	desk.machine().onStop(() => other.stop());
	await until("it turns", () => other.out !== "" || explainSilently());
	return { stop: () => other.stop(), code };
};
const explainSilently = async () => {
	const silent = new Desk();
	const code = await explain(silent.machine(), { data: desk.data });
	silent.clear();
	return code === 0;
};

describe("beside a running controller", () => {
	it("`explain` says why each output is as it is", async () => {
		board();
		await controller();
		expect(await explain(desk.machine(), flags())).toBe(0);
		expect(desk.out).toMatch(/^Mode auto, now: heating\.\npump: on\. .*20(\.0)? K.*\n( {2}.*\n)*heater: off\. /);
		expect(desk.out).toMatch(/\n! .*user name or password for the broker is missing/);
	});

	it("`explain --json` has time, mode, activity and outputs", async () => {
		board();
		await controller();
		expect(await explain(desk.machine(), { ...flags(), json: true })).toBe(0);
		expect(desk.lines()[0]).toMatchObject({
			mode: "auto",
			activity: "heating",
			outputs: [
				{ id: "pump", actual: 100, because: "gain", rank: "normal", overruled: [] },
				{ id: "heater", actual: 0 },
			],
		});
	});

	it("`read` asks it, and opens nothing of its own", async () => {
		const device = board();
		await controller();
		expect(await read(desk.machine(), { ...flags(), json: true })).toBe(0);
		expect(desk.lines()[0]).toMatchObject({
			from: "controller",
			sensors: [{ id: "collector", state: "ok", value: 60 }, {}],
		});
		expect(device.closed).toBe(false);
	});

	it("`rest` sets the mode off, so that every output goes to rest and stays there", async () => {
		const device = board();
		await controller();
		expect(await rest(desk.machine(), flags())).toBe(0);
		expect(desk.out).toBe("pump: at rest\nheater: at rest\nThe running controller is now switched off.\n");
		expect(device.told.at(-1)?.image).toBe(REST);
		await explain(desk.machine(), flags());
		expect(desk.out).toContain("Mode off, now: off.");
	});

	test.each([
		[
			"sv_SE.UTF-8",
			/^Driftläge: automatik, nu: laddar tanken\.\npump: på\. .*\n( {2}.*\n)*heater: av\. /,
			"i viloläge",
			"avstängd",
		],
		[
			"de_DE.UTF-8",
			/^Betriebsart: Automatik, jetzt: belädt den Speicher\.\npump: ein\. .*\n( {2}.*\n)*heater: aus\. /,
			"in Ruhestellung",
			"ausgeschaltet",
		],
	])("`explain`, `read` and `rest` speak as the terminal does: %s", async (LANG, now, rested, off) => {
		board();
		await controller();
		desk.env = { ...desk.env, LANG };
		expect(await explain(desk.machine(), flags())).toBe(0);
		expect(desk.out).toMatch(now);
		desk.out = "";
		expect(await read(desk.machine(), flags())).toBe(0);
		expect(desk.out).toMatch(
			/^collector {2}60,0 °C, (?:för|vor) \d+(?:,\d)? s(?: sedan)? {2}\(simulated:collector\)\n/,
		);
		desk.out = "";
		expect(await rest(desk.machine(), flags())).toBe(0);
		expect(desk.out).toMatch(new RegExp(`^pump: ${rested}\nheater: ${rested}\n.* ${off}\\.\n$`));
	});

	it("`explain` says in Swedish what was overruled, and by which rank", async () => {
		const device = board();
		device.temperatures["collector"] = 160;
		await controller();
		desk.env = { ...desk.env, LANG: "sv_SE" };
		expect(await explain(desk.machine(), flags())).toBe(0);
		expect(desk.out).toMatch(/\n {2}inte på \((?:normaldrift|skydd)\), trots att: \S/);
	});

	it("`rest` ends with 1 where an output did not switch", async () => {
		const device = board();
		await controller();
		device.stuck = ["pump"];
		expect(await rest(desk.machine(), flags())).toBe(1);
		expect(desk.out).toMatch(/pump: NOT at rest: .+\nheater: at rest/);
	});
});

describe("where no controller runs", () => {
	it("`explain` says how to start one, and ends with 1", async () => {
		expect(await explain(desk.machine(), flags())).toBe(1);
		expect(desk.err).toContain(`No controller runs on ${desk.data}`);
	});

	it("`read` opens the devices, reads each sensor once, and writes nothing", async () => {
		const device = board({ coils: { pump: true, heater: true } });
		expect(await read(desk.machine(), flags())).toBe(0);
		expect(desk.out).toMatch(/^collector {2}60\.0 °C, 0(\.\d)? s ago {2}\(simulated:collector\)\n/);
		expect(desk.out).toMatch(/pump {7}on {2}\(simulated:pump\)\nheater {5}off {2}\(simulated:heater\)\n$/);
		expect(device.told).toEqual([]);
		expect(device.closed).toBe(true);
	});

	it("`read` says of an output beyond the broker that only the running app reaches it", async () => {
		board();
		const [pump, ...others] = PLANT.outputs;
		desk.file("solar.json", { ...PLANT, outputs: [{ ...pump, target: "shelly:shellyplus1-a1/0" }, ...others] });
		await read(desk.machine(), flags());
		expect(desk.out).toMatch(
			/\npump {7}not known: it is reached through the broker, .+ {2}\(shelly:shellyplus1-a1\/0\)\nheater/,
		);
		expect(desk.out).not.toContain("cannot report");
	});

	it("`read` ends with 1 where a sensor is lost, and says why", async () => {
		const device = board();
		delete device.temperatures["tank"];
		expect(await read(desk.machine(), flags())).toBe(1);
		expect(desk.out).toMatch(/\ntank {7}broken: .+ {2}\(simulated:tank\)/);
	});

	it("`rest` drives every output to rest, and verifies it", async () => {
		const device = board({ coils: { pump: true, heater: false } });
		expect(await rest(desk.machine(), { ...flags(), json: true })).toBe(0);
		expect(desk.lines()[0]).toEqual({
			ok: true,
			outputs: [
				{ id: "pump", actual: 0, at_rest: true },
				{ id: "heater", actual: 0, at_rest: true },
			],
		});
		expect(device.told).toEqual([{ image: REST, changed: "all" }]);
		expect(device.closed).toBe(true);
	});

	test.each([
		["sv", "fel: den hittades inte. Kontrollera kontakten och adressen.", "INTE i viloläge: den svarar inte."],
		["de", "gestört: nicht gefunden. Stecker und Adresse prüfen.", "NICHT in Ruhestellung: keine Antwort."],
	])("`read` and `rest` say in %s what fails", async (LANG, lost, refused) => {
		const device = board();
		delete device.temperatures["tank"];
		device.refuses = fault("no_answer");
		desk.env = { ...desk.env, LANG };
		expect(await read(desk.machine(), flags())).toBe(1);
		expect(desk.out).toContain(`\ntank       ${lost}  (simulated:tank)`);
		expect(await rest(desk.machine(), flags())).toBe(1);
		expect(desk.out).toContain(`pump: ${refused}\nheater: ${refused}\n`);
	});

	it("`read --json` has its texts in the language of log and entities, whatever the terminal's", async () => {
		const device = board();
		delete device.temperatures["tank"];
		desk.env = { ...desk.env, LANG: "sv_SE" };
		expect(await read(desk.machine(), { ...flags(), json: true })).toBe(1);
		expect(desk.lines()[0]).toMatchObject({
			sensors: [{}, { text: "it was not found. Check the plug and the address." }],
		});
	});

	it("`rest` ends with 1 and says which output is not at rest", async () => {
		const device = board();
		device.refuses = fault("no_answer");
		expect(await rest(desk.machine(), flags())).toBe(1);
		expect(desk.out).toMatch(/pump: NOT at rest: .+\nheater: NOT at rest: .+\nNo controller is running/);
	});

	it("`rest` finds the outputs of the last valid options where the present ones are invalid", async () => {
		const device = board();
		const { stop, code } = await controller();
		stop();
		await code;
		device.take();
		desk.file("solar.json", INVALID);
		expect(await rest(desk.machine(), flags())).toBe(0);
		expect(device.told.map((t) => t.image)).toEqual([REST]);
	});

	test.each([
		["read", read],
		["rest", rest],
		["broker acl", brokerAcl],
	])("`%s` lists what is wrong with invalid options, and ends with 2", async (_, command) => {
		desk.file("solar.json", { ...INVALID, mqtt: { password: CANARY, port: 0 } });
		expect(await command(desk.machine(), flags())).toBe(2);
		expect(desk.err).toMatch(/turn: found 0\. .+\n/);
		expect(desk.err).toMatch(/mqtt\.port: found 0\. .+\n/);
		expect(desk.err + desk.out).not.toContain(CANARY);
	});
});

describe("a controller that does not answer", () => {
	it("is not worked around: its outputs are its own", async () => {
		const device = board();
		const silent = async () => {
			throw new NotYet();
		};
		desk.file("data/x", "");
		const serving: Serving = await serveControl(desk.data, { snapshot: silent, rest: silent }, () => undefined);
		expect(await rest(desk.machine(), flags())).toBe(1);
		expect(await read(desk.machine(), flags())).toBe(1);
		expect(await explain(desk.machine(), flags())).toBe(1);
		expect(desk.err.match(/still starting/g)).toHaveLength(3);
		expect(device.told).toEqual([]);
		if (serving.kind === "serving") await serving.close();
	});

	it("has its reason told in the language of the options, and else of the terminal", async () => {
		const starting = async () => {
			throw new NotYet();
		};
		const close = await answering({ snapshot: starting, rest: starting });
		desk.env = { ...desk.env, LANG: "de_DE" };
		expect(await rest(desk.machine(), flags())).toBe(1);
		expect(desk.err).toContain("aber sie antwortet nicht: Die Regelung startet noch.");
		expect(desk.err).toMatch(/Sie anhalten, dann erneut versuchen\.\n$/);
		desk.file("solar.json", { ...PLANT, language: "sv" });
		desk.err = "";
		expect(await read(desk.machine(), flags())).toBe(1);
		expect(desk.err).toMatch(/^En styrning är igång på \S+, men den svarar inte: Styrningen startar fortfarande\./);
		expect(await explain(desk.machine(), flags())).toBe(1);
		expect(desk.err).toMatch(/\nStyrningen startar fortfarande\. Försök igen om några sekunder\.\n$/);
		await close();
		desk.err = "";
		expect(await explain(desk.machine(), flags())).toBe(1);
		expect(desk.err).toBe(`Ingen styrning är igång på ${desk.data}. Starta den, eller ange dess mapp med --data.\n`);
	});

	test.each([
		["sv", 0.05, "inget svar inom 0,05 s."],
		["de", 1.5, "keine Antwort binnen 1,5 s."],
	] as const)("is told of in %s after %d s", async (language, patience, said) => {
		const mute = () => new Promise<never>(() => undefined);
		await answering({ page: mute });
		const asked = await askControl(desk.data, "page", undefined, seconds(patience));
		expect(asked.kind === "failed" && whyWord(language, asked.why)).toBe(said);
	});

	it("says so itself before its first turn", async () => {
		const handlers = controlHandlers(() => undefined, "en");
		await expect(handlers["snapshot"]?.(undefined)).rejects.toThrow("still_starting");
		await expect(handlers["rest"]?.(undefined)).rejects.toThrow("still_starting");
	});
});

describe("broker acl", () => {
	const rules = (installation: string, user = "solar") =>
		[
			`# Solar Heating ${installation}: what it says of itself, what it is asked, and its entities in Home Assistant.`,
			`user ${user}`,
			`topic write solar/${installation}/#`,
			`topic read solar/${installation}/+/set`,
			`topic readwrite homeassistant/device/${installation}/+/config`,
			"topic read homeassistant/status",
			"",
		].join("\n");

	it("prints exactly what this installation needs", async () => {
		desk.file("data/installation-id", "abcd2345");
		expect(await brokerAcl(desk.machine(), flags())).toBe(0);
		expect(desk.out).toBe(rules("abcd2345"));
	});

	it("makes the installation's name where there is none yet, and keeps it", async () => {
		await brokerAcl(desk.machine(), flags());
		const made = readFileSync(join(desk.data, "installation-id"), "utf8").trim();
		expect(desk.out).toBe(rules(made));
	});

	it("proposes a user where none is given", async () => {
		desk.file("solar.json", PLANT);
		desk.file("data/installation-id", "abcd2345");
		await brokerAcl(desk.machine(), flags());
		expect(desk.out).toBe(rules("abcd2345", "solar_heating"));
	});

	it("writes them to a file, and says what to do with it", async () => {
		desk.file("data/installation-id", "abcd2345");
		expect(await brokerAcl(desk.machine(), { ...flags(), write: "rules.acl" })).toBe(0);
		expect(readFileSync(join(desk.folder, "rules.acl"), "utf8")).toBe(rules("abcd2345"));
		expect(desk.out).toContain("acl_file");
	});

	it("ends with 1 where the file cannot be written", async () => {
		expect(await brokerAcl(desk.machine(), { ...flags(), write: "no/such/folder/rules.acl" })).toBe(1);
		expect(desk.err).toContain("no/such/folder/rules.acl cannot be written");
	});
});

describe("silence-test", () => {
	it("says that nothing is beyond a network, where it is so", async () => {
		const { stop } = await controller();
		expect(await silenceTest(desk.machine(), flags())).toBe(1);
		expect(desk.err).toContain("no output is beyond a network");
		stop();
	});

	test.each([
		[false, /^pump: waiting\nheater: passed \(last test 2026-05-01, 59 s\)\nThe silence test starts/],
		[true, /^\{"outputs":\[\{"output":"pump","standing":"waiting"\}/],
	])("starts the test, and tells how each output stands (json: %p)", async (json, told) => {
		const test = (facts: object) => ({ code: "silence_test", severity: "info", facts });
		const findings = [
			test({ output: "pump", standing: "waiting" }),
			test({ output: "heater", standing: "passed", date: "2026-05-01", took: 59 }),
		];
		await answering({ silence_test: async () => ({ findings }) });
		expect(await silenceTest(desk.machine(), { ...flags(), json })).toBe(0);
		expect(desk.out).toMatch(told);
	});

	it("says that no controller runs", async () => {
		expect(await silenceTest(desk.machine(), flags())).toBe(1);
	});
});
