import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { connect, createServer, type Server } from "node:net";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { afterEach, beforeEach, describe, expect, it, test } from "@jest/globals";
import { backups } from "#app/answers/backups.ts";
import { controlHandlers } from "#app/answers/control-handlers.ts";
import { plain } from "#app/answers/snapshot-json.ts";
import { logOf } from "#app/log-of.ts";
import type { Sourced } from "#app/login/source.ts";
import { Trail } from "#app/trail/trail.ts";
import { remarksIn } from "#app/words.ts";
import { findingOf } from "#broker/proofs/findings.ts";
import { fail } from "#broker/proofs/proof.ts";
import { auditTrail } from "#cli/app/data/audit-trail.ts";
import { backup } from "#cli/app/data/backup.ts";
import { explain } from "#cli/app/explain.ts";
import { read } from "#cli/app/hardware/read.ts";
import { rest } from "#cli/app/hardware/rest.ts";
import { page } from "#cli/app/page.ts";
import { soak } from "#cli/soak/soak.ts";
import { reason } from "#model/decision/decision.ts";
import type { Snapshot } from "#model/decision/snapshot.ts";
import { finding } from "#model/findings/finding.ts";
import type { TrailEntry } from "#model/findings/trail.ts";
import { fault } from "#model/plant/fault.ts";
import { instant, OFF, percent, seconds } from "#model/quantities/units.ts";
import { type Notice, notice } from "#model/sentences/notice.ts";
import { detail, inside, Mistake, mend, remark, type Sentence, says } from "#model/sentences/sentence.ts";
import { CONTROL_SOCKET } from "#runtime/socket/ask-control.ts";
import { type Handlers, NotYet, type Serving, serveControl } from "#runtime/socket/control-socket.ts";
import { openStore } from "#store/store.ts";
import { reasonText } from "#texts/names.ts";
import { say, sayAny } from "#texts/say.ts";
import { findingText, told as spoken } from "#texts/told.ts";
import { ownersPlant, seen } from "../fakes/owners-plant.ts";
import { Desk } from "./desk.ts";

/** The controller speaks Swedish, and who types a command reads German. */
let desk: Desk;
let told: Notice[];
const open: (() => Promise<void> | void)[] = [];
beforeEach(() => {
	desk = new Desk();
	desk.env = { ...desk.env, LANG: "de_DE.UTF-8" };
	mkdirSync(desk.data, { recursive: true });
	told = [];
});
afterEach(async () => {
	for (const close of open.splice(0)) await close();
	desk.clear();
});

const flags = () => ({ data: desk.data });
const COMMANDS = {
	explain: () => explain(desk.machine(), flags()),
	read: () => read(desk.machine(), flags()),
	rest: () => rest(desk.machine(), flags()),
	page: () => page(desk.machine(), flags()),
	backup: () => backup(desk.machine(), "copy", flags(), seconds(5)),
	"audit-trail": () => auditTrail(desk.machine(), flags()),
	soak: () => soak(desk.machine(), { ...flags(), minutes: 1 }),
} as const;
type Name = keyof typeof COMMANDS;
const ASKED = ["snapshot", "rest", "page", "backup_copy", "audit_trail", "soak"] as const;

const serve = async (handlers: Handlers): Promise<Serving> => {
	const manners = { clean: (value: unknown) => value, word: remarksIn("en") };
	const serving = await serveControl(desk.data, handlers, (one) => void told.push(one), manners);
	open.push(async () => {
		if (serving.kind === "serving") await serving.close();
	});
	return serving;
};
/** Refuses everything that commands ask for. */
const refusing = (thrown: () => Error): Handlers =>
	Object.fromEntries(
		ASKED.map((name) => [
			name,
			async () => {
				throw thrown();
			},
		]),
	);
/** A controller of another version: each line that it hears it answers with this one. */
const other = async (answer: unknown): Promise<void> => {
	const server: Server = createServer((socket) => {
		socket.on("error", () => undefined);
		socket.on("data", (chunk: Buffer) => {
			for (const _ of String(chunk).trim().split("\n")) socket.write(`${JSON.stringify(answer)}\n`);
		});
	}).listen(join(desk.data, CONTROL_SOCKET));
	open.push(() => void server.close());
	await once(server, "listening");
};

const WHY = mend("login_missing", { what: "login_password" });
/** A proof that says several things. */
const PROVEN = {
	id: "dns",
	...fail(
		"unreachable",
		[says("tried_reach", { place: "b:1883" }), says("accepts", { place: "b:1883" })],
		says("no_address_mend"),
	),
};
const AT = { host: "broker", port: 1883, user: "sol" };

describe("why a controller does not answer is told in the language of who asks:", () => {
	test.each(Object.keys(COMMANDS).filter((name) => name !== "backup") as Name[])(
		"%s, of one that still starts",
		async (name) => {
			await serve(refusing(() => new NotYet()));
			expect(await COMMANDS[name]()).toBe(1);
			expect(desk.err).toContain(say("de", "command", "still_starting"));
		},
	);

	const CASES: readonly (readonly [Name, Sentence, string])[] = [
		["backup", remark("backup_runs"), "Gerade entsteht eine andere Sicherung."],
		["backup", remark("cause", { cause: "SQLITE_IOERR" }), "Es entstand keine Sicherung: SQLITE_IOERR."],
		["audit-trail", remark("database_unreadable"), "Die Datenbank ist zurzeit nicht lesbar."],
		["soak", remark("watched_by_many"), "Die Regelung wird schon von zu vielen überwacht."],
		[
			"rest",
			remark("refused", inside("problem", mend("too_big", { max: 5 }))),
			"antwortet nicht: 5 oder weniger angeben. Sie anhalten",
		],
	];
	test.each(CASES)("%s, refused by %j", async (name, sentence, said) => {
		await serve(refusing(() => new Mistake(sentence)));
		expect(await COMMANDS[name]()).toBe(1);
		expect(desk.err).toContain(said);
		expect(desk.err).not.toMatch(/\.\./);
	});

	it("a mistake in the controller's program is quoted in a German sentence, and in a Swedish one in its log", async () => {
		await serve(refusing(() => new TypeError("x is not iterable")));
		expect(await explain(desk.machine(), flags())).toBe(1);
		expect(desk.err).toMatch(/^ein Programmfehler: x is not iterable\./);
		const [{ code = "", facts = {} } = {}] = told;
		expect(code).toBe("control_request_failed");
		expect(sayAny("sv", "notice", code, facts)).toMatch(/^Begäran snapshot misslyckades: ett programfel: x is not/);
	});

	it("a backup that fails is shown by the controller in its own language, whatever that of the command", async () => {
		const shown = backups(
			() => undefined,
			desk.data,
			(one) => void told.push(one),
		);
		const late = async () => new Promise<never>(() => undefined);
		await serve({ ...shown.handlers, backup_copy: late });
		expect(await backup(desk.machine(), "copy", flags(), seconds(0.1))).toBe(1);
		expect(desk.err).toBe("Es entstand keine Sicherung: keine Antwort binnen 0,1 s.\n");
		const [found] = shown.findings();
		const said = sayAny("sv", "finding", found?.code ?? "", found?.facts);
		expect(said).toMatch(/^Den senaste säkerhetskopian misslyckades: inget svar i tid\. Kontrollera disken/);
		expect(told.map(({ code, facts }) => sayAny("sv", "notice", code, facts))).toEqual([
			expect.stringContaining("misslyckades: inget svar i tid. Kontrollera"),
		]);
	});

	it("before the first turn of a Swedish one", async () => {
		await serve(controlHandlers(() => undefined, "sv"));
		expect(await explain(desk.machine(), flags())).toBe(1);
		expect(desk.err).toBe(`${say("de", "command", "still_starting")}\n`);
	});
});

describe("beside a controller of another version, as between an update and a restart,", () => {
	const ENGLISH = "The controller is still starting. Try again in a few seconds.";

	it.each(Object.keys(COMMANDS) as Name[])(
		"%s quotes one that gives no code, and says what to do",
		async (name) => {
			await other({ failed: ENGLISH });
			expect(await COMMANDS[name]()).toBe(1);
			expect(desk.err).toContain(
				`sie läuft in einer anderen Version als dieser Befehl und sagt: „${ENGLISH}“ Die Regelung neu starten`,
			);
		},
		20_000,
	);

	it("a code that is not known here is quoted in the controller's words", async () => {
		await other({ failed: "The moon is full.", code: "full_moon", facts: { seen: 1 } });
		expect(await explain(desk.machine(), flags())).toBe(1);
		expect(desk.err).toContain("und sagt: „The moon is full.“");
	});

	it.each([{ failed: 7 }, { failed: "no", code: 4 }, { failed: "no", code: "no_answer", facts: [1] }, {}, []])(
		"an answer like %j is no reason to fall over",
		async (answer) => {
			await other(answer);
			expect(await explain(desk.machine(), flags())).toBe(1);
			expect(desk.err).toMatch(/^\S.*\n$/);
		},
	);

	it("an old command reads why in English under the key that it knows, and an old backup tries again", async () => {
		await serve(refusing(() => new NotYet()));
		const socket = connect(join(desk.data, CONTROL_SOCKET));
		socket.write('{"request":"backup_copy"}\n');
		const [line] = await once(socket, "data");
		socket.destroy();
		expect(JSON.parse(String(line))).toEqual({ failed: ENGLISH, code: "still_starting", facts: {} });
	});

	it("an old command's words for a backup that failed are shown as they came", () => {
		const { handlers, findings } = backups(
			() => undefined,
			desk.data,
			() => undefined,
		);
		void handlers["backup_ended"]?.("no answer within 40 s");
		const [found] = findings();
		expect(found?.facts["cause"]).toBe("no answer within 40 s");
		expect(sayAny("sv", "finding", "backup_failed", found?.facts)).toMatch(
			/misslyckades: no answer within 40 s\. Kontr/,
		);
	});
});

describe("a refusal of a bad request", () => {
	it("is a code with facts, too", async () => {
		await serve({ echo: async () => 1 });
		const socket = connect(join(desk.data, CONTROL_SOCKET));
		socket.write('{"request":"nope"}\n');
		const [line] = await once(socket, "data");
		socket.destroy();
		expect(JSON.parse(String(line))).toMatchObject({ code: "request_unknown", facts: { known: "echo" } });
		expect(told).toEqual([]);
	});
});

describe("the log of a Swedish house", () => {
	test.each<readonly [Notice, RegExp]>([
		[notice("error", "view_failed", { what: "audit", error: "TypeError: x" }), /^Granskningen .+: TypeError: x$/],
		[
			notice("error", "mqtt_credentials_required", inside("why", WHY)),
			/^Inloggning till MQTT behövs: Lösenordet saknas\./,
		],
		[
			notice("warning", "mqtt_unfit", { topic: "a/#", flaw: "wildcard" }),
			/^Ett MQTT-.+ ”a\/#” innehåller ett jokertecken$/,
		],
		[
			notice("error", "mqtt_failed", {
				...AT,
				class: "config-invalid",
				field: "host",
				...inside("flaw", mend("flaw_missing")),
			}),
			/config-invalid: Inställningen host: .+ Rätta/,
		],
		[
			notice("warning", "mqtt_failed", { ...AT, class: "unreachable", detail: "ECONNREFUSED" }),
			/^MQTT Connection Failed - .+: Inget svarar.+ \(ECONNREFUSED\) Kontrollera/,
		],
		[
			notice("warning", "broker_alert", { kind: "brute_force", count: 9, window: 300, address: "10.0.0.5" }),
			/^9 inloggningar från 10\.0\.0\.5 .+5 min/,
		],
		[
			notice("warning", "intent_refused", { path: "pump", value: "a_command", problem: "mode_is_off" }),
			/^Nekat: pump = ett kommando\./,
		],
		[notice("error", "mqtt_service_failed", { why: "mqtt_service_forbidden" }), /^Home Assistant låter inte/],
		[
			notice("info", "mqtt_connected", { ...AT, user: "(anonymous)", anonymous: true, protocol: 5 }),
			/^MQTT Connection Successful - .+: \(anonym\)\. Inloggningen/,
		],
		[
			notice("warning", "mqtt_failed", { ...AT, class: "not-mqtt", detail: detail("packet_length") }),
			/^MQTT Connection Failed - .+ \(ett paket har en omöjlig längd\) /,
		],
	])("says %j in Swedish", (one, said) => {
		const text = spoken("sv", "notice", one.code, one.facts);
		expect(text).toMatch(said);
		expect(text).not.toMatch(/[{}?]|_(?!file|USER|PASS)/);
	});
});

test.each([
	[finding("info", "broker", { ...AT, state: "waiting" }), "Broker broker:1883, användare sol: Väntar på anslutning."],
	[
		finding("info", "broker", { ...AT, user: "", state: "connected", family: "access_denied" }),
		"Broker broker:1883, användare (anonym): Ansluten, men inte allt är tillåtet.",
	],
	[finding("warning", "mqtt_service_garbled", { what: "no_object" }), /inte giltigt \(inget JSON-objekt\)/],
	[finding("warning", "mqtt_service_garbled", { what: "port" }), /inte giltigt \(port\)/],
])("a Swedish house shows the finding %j with no English in it", (found, said) => {
	expect(findingText("sv", found)).toMatch(said);
});

test("a Swedish log counts what is repeated in Swedish", async () => {
	const out = new PassThrough();
	const parsed = { kind: "invalid", problems: [] } as const;
	const { log } = logOf({ parsed, secrets: [], language: "sv" } as unknown as Sourced, false, out, Promise.resolve());
	for (const _ of [1, 2, 3]) log.tell(notice("warning", "mqtt_flood", { topic: "a/b" }));
	await log.close();
	expect(String(out.read())).toMatch(/… 2 gånger på 60 s\n$/);
});

test("what the audit trail keeps of a failure is English in a Swedish house, and told in the language of who reads it", async () => {
	const parsed = { kind: "invalid", problems: [] } as const;
	const sourced = { parsed, secrets: [], language: "sv" } as unknown as Sourced;
	const { spoken } = logOf(sourced, false, new PassThrough(), Promise.resolve());
	const heard: (readonly [TrailEntry, string | undefined])[] = [];
	const trail = new Trail({ clean: (value) => value, spoken });
	trail.onEntry((entry, _, text) => void heard.push([entry, text]));
	trail.heard(notice("warning", "mqtt_failed", { ...AT, class: "unreachable", detail: "ECONNREFUSED" }));
	const [[entry, text] = []] = heard;
	expect(entry?.facts["cause"]).toBe(say("en", "mqtt", "unreachable.cause"));
	expect(text).toContain(say("sv", "mqtt", "unreachable.cause"));
	const store = openStore(desk.data, () => undefined);
	store.append(entry === undefined ? [] : [entry], 365);
	store.save({});
	store.close();
	expect(await auditTrail(desk.machine(), flags())).toBe(0);
	expect(desk.out).toContain(`cause=${JSON.stringify(say("de", "mqtt", "unreachable.cause"))}`);
	desk.out = "";
	expect(await auditTrail(desk.machine(), { ...flags(), json: true })).toBe(0);
	expect(desk.out).toContain(say("en", "mqtt", "unreachable.cause"));
});

describe("beside a Swedish controller that turns", () => {
	it("`explain` gives reasons, overruled claims and findings in German, and `read` the faults", async () => {
		const now = instant(9);
		const charge = { want: percent(100), rank: "normal", because: reason("gain", { gain: 9, stop_at: 4 }) } as const;
		const verdict = {
			want: OFF,
			rank: "safety",
			because: reason("boiling", { stop_at: 98, release_below: 93 }),
			activity: "boiling",
			overruled: [charge],
		};
		const snapshot = {
			...seen({}),
			now,
			readings: ownersPlant.sensors.map(() => ({ kind: "broken", fault: fault("no_answer") }) as const),
			verdicts: ownersPlant.outputs.map(() => verdict),
			findings: [finding("alarm", "store_unavailable", { cause: "EROFS" })],
		} as unknown as Snapshot;
		await serve({ snapshot: async () => plain(snapshot, "sv") });
		expect(await explain(desk.machine(), flags())).toBe(0);
		expect(desk.out).toContain(spoken("de", "finding", "store_unavailable", { cause: "EROFS" }));
		expect(desk.out).toContain(reasonText(ownersPlant, verdict.because, "de"));
		expect(desk.out).toContain(reasonText(ownersPlant, charge.because, "de"));
		expect(desk.out).not.toContain(reasonText(ownersPlant, verdict.because, "sv"));
		expect(desk.out).not.toContain(reasonText(ownersPlant, charge.because, "sv"));
		desk.out = "";
		expect(await read(desk.machine(), flags())).toBe(1);
		expect(desk.out).toContain(say("de", "fault", "no_answer"));
		expect(desk.out).not.toContain(say("sv", "fault", "no_answer"));
	});

	it("what proofs found is told in German, and stays as it came where another version gives no codes", async () => {
		const found = findingOf(PROVEN, "2026-11-25T02:34:56.000Z");
		const {
			says: _,
			mend: __,
			...older
		} = plain({ ...seen({}), findings: [found] } as Snapshot, "sv").findings[0] ?? {};
		const odd = { ...older, says: [{ code: "full_moon", facts: {} }, 7], text: "Fullmåne." };
		const snapshot = plain({ ...seen({}), now: instant(9), findings: [found] } as unknown as Snapshot, "sv");
		expect(JSON.parse(JSON.stringify(snapshot.findings[0]))).toMatchObject({
			facts: { proof: "dns", message: expect.stringMatching(/^Försökte nå b:1883\. /), remedy: expect.any(String) },
			says: PROVEN.message,
			mend: PROVEN.remedy,
		});
		await serve({ snapshot: async () => ({ ...snapshot, findings: [...snapshot.findings, older, odd] }) });
		expect(await explain(desk.machine(), flags())).toBe(0);
		const [german, swedish, quoted] = desk.out.split("\n").filter((line) => line.startsWith("! "));
		expect(german).toBe(
			`! ${[...PROVEN.message, ...PROVEN.remedy].map((one) => sayAny("de", "proof", one.code, one.facts)).join(" ")}`,
		);
		expect(swedish).toBe(`! ${snapshot.findings[0]?.text}`);
		expect(quoted).toBe("! Fullmåne.");
	});
});
