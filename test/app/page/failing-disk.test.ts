import { afterEach, beforeAll, describe, expect, it, jest, test } from "@jest/globals";
import type { FoundPlace } from "#model/plant/found.ts";
import { emptyPlant } from "#model/plant/plant.ts";
import { LANGUAGES, type Language, say } from "#texts/say.ts";
import { ask } from "../../web/ask.ts";
import { stubOf } from "../../web/engineer/stub.ts";
import { keptBy, NOTHING } from "../../web/history/kept.ts";

const BOARD = "/dev/serial/by-id/usb-1a86_USB_Serial-if00-port0";
const ANNA = { "x-remote-user-id": "0a1b", "x-remote-user-name": "anna" };
/** As systems and SQLite say it, with the text of the page that a person gets for it. */
const CODES = [
	["ENOSPC", "disk_full"],
	["EDQUOT", "disk_full"],
	["EROFS", "disk_read_only"],
	["EACCES", "disk_not_allowed"],
	["EPERM", "disk_not_allowed"],
	["EIO", "disk_failed"],
	["EMFILE", "disk_failed"],
] as const;

/** What the file system says to everything that writes; undefined while it is well. */
let code: string | undefined;
const real = process.getBuiltinModule("node:fs");
const failed = () => Object.assign(new Error(`${code}: a test's disk`), { code });

/** A disk that can be read, and takes nothing while it fails. */
function failingFiles(): Readonly<Record<string, unknown>> {
	const writes = ["mkdirSync", "writeFileSync", "renameSync", "appendFileSync", "fsyncSync"] as const;
	const guarded = writes.map((name) => [
		name,
		(...args: unknown[]) => {
			if (code !== undefined) throw failed();
			return Reflect.apply(real[name] as () => unknown, real, args);
		},
	]);
	const openSync = (path: string, flags?: string, mode?: number) => {
		if (code !== undefined && /[wa+]/.test(String(flags))) throw failed();
		return real.openSync(path, flags ?? "r", mode);
	};
	return { ...real, ...Object.fromEntries(guarded), openSync, default: real };
}

/** A page with everything that writes. Loaded after the file system was replaced. */
async function opened() {
	const load = async () =>
		Promise.all([
			import("#app/login/source.ts"),
			import("#app/own-options/form.ts"),
			import("#app/own-options/open.ts"),
			import("../../../src/app/setup/guided-setup.ts"),
			import("../../../src/app/setup/hardware-watch.ts"),
			import("../../../src/app/setup/trial/journal.ts"),
			import("../../../src/app/setup/saving.ts"),
			import("../../../src/app/setup/trial/trying.ts"),
			import("../../cli/desk.ts"),
			import("../../fakes/owners-plant.ts"),
			import("../../web/stage.ts"),
		]);
	const [
		{ source },
		{ optionForms },
		{ ownSettings },
		{ GuidedSetup },
		{ HardwareWatch },
		{ journalIn },
		{ savingIn },
		{ Trying },
		{ Desk },
		{ seen },
		{ onStage, SUNNY },
	] = await load();
	const desk = new Desk();
	const options = desk.file("options.json", {});
	const tell = () => undefined;
	const settings = ownSettings(desk.machine(), source(desk.machine(), { options, data: desk.data }), tell);
	const restart = async () => ({ kind: "begun" as const, go: () => undefined });
	const board: FoundPlace = { kind: "port", at: BOARD, likely: [{ what: "LCUS", targets: [`usb_relay:${BOARD}/N`] }] };
	const watch = new HardwareWatch({ tell, open: () => ({ find: async () => [], close: async () => undefined }) });
	const trying = new Trying({
		...{ tell, journal: journalIn(desk.data), changed: () => undefined, now: () => 0 },
		after(_, run) {
			queueMicrotask(run);
			return () => undefined;
		},
	});
	const setup = new GuidedSetup({
		...{ folder: desk.data, watch, trying, plants: [emptyPlant()] },
		announced: { places: () => [board], state: () => "never", look: () => undefined },
		saving: savingIn({ settings, restart }),
		snapshot: () => seen(SUNNY),
		ports: { tell, now: () => 0 as never },
		now: () => new Date("2026-06-21T12:00:00Z"),
	});
	await setup.open();
	const whenFailing = async <T>(answer: T): Promise<T> => {
		if (code !== undefined) throw failed();
		return answer;
	};
	const stage = await onStage({
		acts: { isAdmin: async () => true, ask: () => whenFailing(undefined) },
		forms: optionForms({ settings, restart }),
		options: {
			shown: () => settings.shown(),
			check: (a) => settings.check(a),
			save: (a, who) => settings.save(a, who),
			restart,
		},
		setup,
		engineer: stubOf({
			async *csv() {
				yield await whenFailing("");
			},
			records: () => {
				if (code !== undefined) throw failed();
				return { log: [], moment: String };
			},
		}),
		histories: keptBy("2026-06-21T12:00:00Z", {
			history: async () => whenFailing(NOTHING),
			energy() {
				if (code !== undefined) throw failed();
				return [];
			},
		}),
	});
	return { desk, stage, setup };
}

let at: Awaited<ReturnType<typeof opened>>;
beforeAll(() => {
	jest.unstable_mockModule("node:fs", failingFiles);
});
afterEach(async () => {
	code = undefined;
	await at.setup.close();
	await at.stage.close();
	at.desk.clear();
});

const form = (fields: Readonly<Record<string, string>>) => new URLSearchParams(fields).toString();
const FORM = { "content-type": "application/x-www-form-urlencoded" };
const JSON_BODY = { "content-type": "application/json", accept: "application/json" };

/** Everything that a person or a script sends or asks for, and what it has to say when the disk fails. */
const ASKED: readonly (readonly [string, string, Readonly<Record<string, string>>, string])[] = [
	["POST", "options", FORM, form({ group: "tank_limit", target: "60" })],
	["POST", "options", FORM, form({ group: "turn", turn: "2" })],
	["POST", "api/options", JSON_BODY, JSON.stringify({ options: { tank_limit: { target: 60 } } })],
	["POST", "setup", FORM, form({ do: `try:usb_relay:${BOARD}/1`, nobody: "yes" })],
	["POST", "setup", JSON_BODY, JSON.stringify({ do: `try:usb_relay:${BOARD}/1`, nobody: "yes" })],
	["POST", "setup", FORM, form({ do: "save", volume: "300" })],
	["POST", "setup", FORM, form({ do: "simulate" })],
	["POST", "act", FORM, form({ do: "hold:pump:100:3600" })],
	["POST", "api/intents", JSON_BODY, JSON.stringify({ kind: "hold", output: "pump", want: 100, for: 3600 })],
	["GET", "api/energy", {}, ""],
	["GET", "api/history", {}, ""],
	["GET", "records", { accept: "text/html" }, ""],
	["GET", "history.csv", { accept: "text/html" }, ""],
];

/** As a person's page sends it: with the token of the person, and the state of the options that was seen. */
async function asked(language: Language, [method, path, headers, body]: (typeof ASKED)[number]) {
	const who = { ...ANNA, ...headers, "accept-language": language };
	const healthy = code;
	code = undefined;
	const { token } = JSON.parse((await ask(`${at.stage.url}api/token`, ANNA)).text);
	const page = path === "options" ? (await ask(`${at.stage.url}options`, ANNA)).text : "";
	const revision = /name="revision" value="([^"]*)"/.exec(page)?.[1] ?? "";
	// The board was looked at while the disk was well.
	if (path === "setup") await at.setup.act({ do: "step:outputs" }, "anna");
	code = healthy;
	const sent = body === "" ? undefined : headers === FORM ? `${body}&${form({ token, revision })}` : body;
	return ask(`${at.stage.url}${path}`, { ...who, "x-solar-token": token }, method, sent);
}

describe("a disk that fails", () => {
	test.each(CODES)("is told with what to do, by every route, in every language: %s", async (failure, text) => {
		at = await opened();
		for (const language of LANGUAGES)
			for (const one of ASKED) {
				code = failure;
				const answer = await asked(language, one);
				const where = `${failure} ${language} ${one[0]} ${one[1]} ${one[3]}: ${answer.status} ${answer.text.slice(0, 300)}`;
				expect([409, 503].includes(answer.status) ? "" : where).toBe("");
				const sentence = say(language, "page", text, { cause: failure });
				const words = answer.text.replaceAll("&#39;", "'");
				const said = [sentence, failure].some((one) => words.includes(one));
				expect(said ? "" : where).toBe("");
				expect(answer.text).not.toContain("a test's disk");
			}
	});

	it("has saved and switched nothing, and everything goes on once it is well", async () => {
		at = await opened();
		code = "ENOSPC";
		for (const one of ASKED) await asked("en", one);
		code = undefined;
		for (const one of ASKED) {
			const { status, text } = await asked("en", one);
			expect([200, 303].includes(status) ? "" : `${one[1]} ${one[3]} ${text}`).toBe("");
			if (one[1] !== "setup") continue;
			await at.setup.act({ do: "stop" }, "anna");
			await at.setup.act({ do: "forget" }, "anna");
		}
	});

	it("knows every route that changes something", async () => {
		at = await opened();
		const { paths } = JSON.parse((await ask(`${at.stage.url}api/openapi.json`, ANNA)).text);
		const writes = Object.entries<object>(paths).flatMap(([path, ways]) => ("post" in ways ? [path.slice(1)] : []));
		const harmless = ["api/options/check", "api/restart", "api/hardware/broker", "options/restart"];
		expect(writes.filter((path) => !harmless.includes(path)).toSorted()).toEqual(
			[...new Set(ASKED.filter(([method]) => method === "POST").map(([, path]) => path))]
				.filter((path) => writes.includes(path))
				.toSorted(),
		);
	});
});
