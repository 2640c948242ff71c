import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setImmediate as soon } from "node:timers/promises";
import { createServer as createTlsServer } from "node:tls";
import { afterEach, describe, expect, it, test } from "@jest/globals";
import { auditTrail } from "#home-assistant/entities/plant/audit-trail.ts";
import type { Snapshot } from "#model/decision/snapshot.ts";
import type { Notice } from "#model/sentences/notice.ts";
import { parse } from "#options/parse.ts";
import { redactor } from "#runtime/log/redact.ts";
import { STORE_FILE } from "#store/files/files.ts";
import { openStore } from "#store/store.ts";
import type { TrailRow } from "#store/trail/audit-chain.ts";
import { Syslog } from "#syslog/syslog.ts";
import type { App } from "../../../src/app/beside/running.ts";
import { optionsChanged } from "../../../src/app/control/options-changed.ts";
import { readOnce } from "../../../src/app/trail/authority.ts";
import { trailProof } from "../../../src/app/trail/proof.ts";
import { joinSyslog } from "../../../src/app/trail/syslog.ts";
import { Trail } from "../../../src/app/trail/trail.ts";
import { authority } from "../../fakes/certificates.ts";
import { ownersPlant, seen } from "../../fakes/owners-plant.ts";
import { notice } from "../../fakes/unworded.ts";
import { board, cleared, closed, folder, opened, PLANT, until } from "../house.ts";

const SECRET = "canary-Pw-77aa";
const servers: Server[] = [];
afterEach(async () => {
	for (const server of servers.splice(0)) server.close();
	await cleared();
});

const trailed = (raw: unknown = PLANT, where = folder()) => {
	board();
	const house = opened(raw, where);
	let now = 0;
	const trail = new Trail({ clean: redactor(() => [SECRET]).data, now: () => now });
	const told: Notice[] = [];
	const tell = (said: Notice) => {
		told.push(said);
		trail.heard(said);
	};
	const { app } = house;
	app.observe("trail", trail);
	trail.opened(app);
	const rows = (): readonly TrailRow[] => {
		app.store.save({});
		return app.store.trail()?.rows(0, 10_000) ?? [];
	};
	return {
		...{ house, trail, tell, told, app, rows },
		later: (seconds: number) => {
			now += seconds;
		},
	};
};
const said = ({ source, actor, what, facts }: TrailRow) => ({ source, actor, what, facts: JSON.parse(facts) });

describe("what the audit trail keeps", () => {
	// #every-command-way-came
	it("is every command with the way it came, who gave it where that is known, and what was before", async () => {
		const { app, rows } = trailed();
		await app.started;
		await app.ask({ kind: "setting", rule: "solar_charging", field: "start_at", value: 9 }, { source: "mqtt" });
		await app.ask({ kind: "mode", mode: "off" }, { source: "cli", actor: "anna" });
		const [pump] = app.plant.outputs;
		if (pump === undefined) throw new Error("There is no pump.");
		await app.ask({ kind: "release", output: pump.id }, { source: "page", actor: "bertil" });
		expect(rows().map(said)).toEqual([
			{
				source: "mqtt",
				actor: undefined,
				what: "setting",
				facts: { rule: "solar_charging", field: "start_at", value: 9, was: 8 },
			},
			{ source: "cli", actor: "anna", what: "mode", facts: { mode: "off", was: "auto" } },
			{ source: "page", actor: "bertil", what: "release", facts: { output: "pump" } },
		]);
	});

	it("is no command that was refused: who brought it says so in the log, and that is kept", async () => {
		const { app, rows, tell } = trailed();
		await app.started;
		const refused = await app.ask(
			{ kind: "setting", rule: "solar_charging", field: "start_at", value: 999 },
			{ source: "mqtt" },
		);
		expect(refused).toMatchObject({ path: "solar_charging.start_at", remedy: { code: "too_big" } });
		tell(notice("warning", "intent_refused", { path: "solar_charging.start_at", value: 999, remedy: "Say less." }));
		expect(rows().map(said)).toEqual([
			{
				source: "mqtt",
				actor: undefined,
				what: "intent_refused",
				facts: { path: "solar_charging.start_at", value: 999 },
			},
		]);
	});

	it("names the person whose wish was refused on the page", () => {
		const { rows, tell } = trailed();
		tell(notice("warning", "page_refused", { actor: "Anna (0a1b)", path: "pump", value: "x" }));
		tell(notice("warning", "page_not_allowed", { actor: "Bo (2c3d)" }));
		expect(rows().map(said)).toEqual([
			{ source: "page", actor: "Anna (0a1b)", what: "page_refused", facts: { path: "pump", value: "x" } },
			{ source: "page", actor: "Bo (2c3d)", what: "page_not_allowed", facts: {} },
		]);
	});

	test.each([
		["mqtt_connected", "app"],
		["mqtt_failed", "app"],
		["mqtt_login_changed", "app"],
		["page_login_refused", "page"],
		["audit_done", "app"],
		["backup_made", "cli"],
		["backup_restored", "app"],
		["broker_alert", "app"],
		["control_request_failed", "cli"],
	])("is of the log %s, from the %s", (code, source) => {
		const { rows, tell } = trailed();
		tell(notice("info", code, { host: "broker" }));
		expect(rows().map(said)).toEqual([{ source, actor: undefined, what: code, facts: { host: "broker" } }]);
	});

	it("is not what a plant does all day", () => {
		const { rows, tell } = trailed();
		for (const code of ["output_on", "activity", "sensor_fast", "mode"]) tell(notice("info", code));
		expect(rows()).toEqual([]);
	});

	// #never-secret-wherever-stood
	it("is never a secret, wherever it stood", () => {
		const { rows, tell, trail } = trailed();
		tell(notice("warning", "intent_refused", { path: SECRET, value: `x${SECRET}x`, password: "other" }));
		trail.add({ source: "cli" }, "setting", { value: SECRET });
		const all = JSON.stringify(rows());
		expect(rows()).toHaveLength(2);
		expect(all).not.toContain(SECRET);
		expect(all).not.toContain("other");
	});

	it("is also what was said before the store was open, and what the options page changed", async () => {
		const where = folder();
		const trail = new Trail({ clean: (value) => value });
		trail.heard(notice("info", "started", { version: "1" }));
		board();
		const { app } = opened(PLANT, where);
		trail.opened(app);
		app.store.save({});
		expect(
			app.store
				.trail()
				?.rows(0, 9)
				.map(({ what }) => what),
		).toEqual(["started"]);
		const before = parse({ ...PLANT, mqtt: { password: "old", username: "u" } });
		const after = parse({
			...PLANT,
			turn: 2,
			solar_charging: { start_at: 9 },
			mqtt: { password: SECRET, username: "u" },
		});
		if (before.kind !== "valid" || after.kind !== "valid") throw new Error("The options are not valid.");
		expect(optionsChanged(before.options, after.options)).toEqual(["solar_charging.start_at", "turn"]);
		await closed(app);
	});
});

describe("the audit trail is no burden:", () => {
	// #flood-commands-counted-does
	it("a flood of commands is counted, and does not keep out what comes another way", () => {
		const { rows, trail, later } = trailed();
		for (let n = 0; n < 5000; n++) trail.add({ source: "mqtt" }, "setting", { n });
		trail.add({ source: "cli", actor: "anna" }, "mode", { mode: "off" });
		expect(rows()).toHaveLength(601);
		later(60);
		for (let n = 0; n < 100; n++) trail.add({ source: "mqtt" }, "setting", { n });
		const added = rows().slice(601).map(said);
		expect(added[0]).toMatchObject({ source: "mqtt", what: "not_recorded", facts: { count: 4400 } });
		expect(added).toHaveLength(10);
	});

	it("an entry costs the turn nothing but a place in a list: none of a thousand is written at once", () => {
		const { app, trail } = trailed();
		for (let n = 0; n < 500; n++) trail.add({ source: "mqtt" }, "setting", { n });
		for (let n = 0; n < 500; n++) trail.add({ source: "cli" }, "setting", { n });
		expect(app.store.appended).toBe(1000);
		expect(app.store.trail()?.rows(0, 9)).toEqual([]);
	});

	it("an entry is on the disk within seconds, also when nothing else is saved", async () => {
		const where = mkdtempSync(join(tmpdir(), "trail-"));
		const store = openStore(where, () => undefined);
		const trail = new Trail({ clean: (value) => value });
		const app = { store, clock: { wall: () => ({ trusted: true }) }, options: undefined };
		trail.opened(app as unknown as App);
		trail.add({ source: "mqtt" }, "setting", {});
		expect(store.trail()?.rows(0, 9)).toEqual([]);
		await until("it is written", () => store.trail()?.rows(0, 9).length === 1);
		store.close();
		rmSync(where, { recursive: true });
	});
});

describe("the daily look through the trail", () => {
	const looked = async (where: string) => {
		const store = openStore(where, () => undefined);
		const told: Notice[] = [];
		const app = { store, clock: { date: () => new Date(0) } };
		const proof = trailProof(app as unknown as App, (one) => told.push(one));
		const at = (now: number, date: string, trusted = true) =>
			proof.turned({ now, wall: { date, trusted } } as unknown as Snapshot);
		return { store, told, at, found: proof.findings };
	};
	const settled = async () => {
		for (let n = 0; n < 20; n++) await soon();
	};

	it("says the newest hash in log and findings, a minute after the start and once a day, by a clock that is set", async () => {
		const { store, told, at, found } = await looked(folder());
		store.append([{ at: 1, source: "mqtt", what: "setting", facts: {} }], 365);
		store.save({});
		at(0, "2026-07-01");
		at(59, "2026-07-01");
		at(60, "1970-01-01", false);
		await settled();
		expect(told).toEqual([]);
		for (const [now, day] of [
			[61, "2026-07-01"],
			[62, "2026-07-01"],
			[9e4, "2026-07-02"],
		] as const) {
			at(now, day);
			await settled();
		}
		const head = store.trail()?.rows(0, 9)[0]?.hash;
		const facts = { rows: 1, seq: 1, head };
		expect(told).toEqual([
			notice("info", "audit_trail_head", facts as never),
			notice("info", "audit_trail_head", facts as never),
		]);
		expect(found()).toMatchObject([{ code: "audit_trail", severity: "info", facts: { ...facts, broken: false } }]);
		store.close();
	});

	const entries = (...ats: readonly number[]) =>
		ats.map((at) => ({ at, source: "mqtt" as const, what: "setting", facts: {} }));
	test.each([
		["in which nothing is yet", 0],
		["with fewer entries", 1],
		["with more entries", 9],
	])("raises an alarm where it was taken away under the controller, and is one %s", async (_, count) => {
		const where = folder();
		const before = openStore(where, () => undefined);
		before.append(entries(1, 2, 3), 365);
		before.close();
		const { store, told, at, found } = await looked(where);
		at(0, "2026-07-01");
		for (const file of readdirSync(where)) rmSync(join(where, file));
		store.append(entries(...Array(count).keys()), 365);
		store.save({ mode: "off" });
		at(61, "2026-07-01");
		await settled();
		expect(told[0]).toMatchObject({ level: "error", code: "audit_trail_anew", facts: { before: 3, rows: count } });
		expect(told.slice(1).map(({ code, facts }) => [code, facts["rows"]])).toEqual(
			count === 0 ? [] : [["audit_trail_head", count]],
		);
		const alarms = () => found().map(({ code, severity, facts }) => [code, severity, facts["rows"]]);
		const head = ["audit_trail", "info", count];
		expect(alarms()).toEqual([...(count === 0 ? [] : [head]), ["audit_trail_anew", "alarm", count]]);
		const [entity] = auditTrail(ownersPlant, "en");
		expect(entity?.state?.({ ...seen({}), findings: found() })).toBe("ON");
		// Told once, and shown on.
		told.length = 0;
		store.append(entries(10), 365);
		store.save({});
		at(9e4, "2026-07-02");
		await settled();
		expect(told.map(({ code }) => code)).toEqual(["audit_trail_head"]);
		expect(alarms().at(-1)).toEqual(["audit_trail_anew", "alarm", count + 1]);
		store.close();
	});

	it("has nothing to say of a trail in which nothing is yet", async () => {
		const { store, told, at, found } = await looked(folder());
		store.save({ mode: "off" });
		at(0, "2026-07-01");
		at(61, "2026-07-01");
		await settled();
		expect([told, found()]).toEqual([[], []]);
		store.close();
	});

	it("raises no alarm where old entries were let go since the last look", async () => {
		const { store, told, at } = await looked(folder());
		store.append(entries(0), 7);
		store.save({});
		at(0, "2026-07-01");
		at(61, "2026-07-01");
		await settled();
		for (let day = 1; day < 20; day++) {
			store.append(entries(day * 86_400_000), 7);
			store.save({});
		}
		at(9e4, "2026-07-02");
		await settled();
		expect(store.trail()?.rows(1, 1)[0]?.seq).toBeGreaterThan(2);
		expect(told.map(({ code }) => code)).toEqual(["audit_trail_head", "audit_trail_head"]);
		store.close();
	});

	test.each([
		["in the middle", 2],
		["at its end", 3],
	])("raises one alarm where somebody took an entry out of it %s", async (_, gone) => {
		const where = folder();
		const before = openStore(where, () => undefined);
		before.append(
			[1, 2, 3].map((at) => ({ at, source: "mqtt" as const, what: "setting", facts: {} })),
			365,
		);
		before.close();
		const thief = new DatabaseSync(join(where, STORE_FILE));
		thief.exec(`DROP TRIGGER audit_trail_whole; DELETE FROM audit_trail WHERE seq = ${gone}`);
		thief.close();
		const { store, told, at, found } = await looked(where);
		at(0, "2026-07-01");
		at(61, "2026-07-01");
		await settled();
		expect(told.at(-1)).toMatchObject({
			level: "error",
			code: "audit_trail_broken",
			facts: { entry: gone, kind: "missing" },
		});
		expect(told.map(({ code }) => code)).toEqual(["audit_trail_head", "audit_trail_broken"]);
		expect(found().map(({ code, severity }) => [code, severity])).toEqual([
			["audit_trail", "info"],
			["audit_trail_broken", "alarm"],
		]);
		store.close();
	});
});

describe("the syslog collector that the options name", () => {
	const listening = (server: Server) =>
		new Promise<number>((resolve) =>
			server.listen(0, "127.0.0.1", () => {
				const address = server.address();
				resolve(typeof address === "object" && address !== null ? address.port : 0);
			}),
		);
	const collecting = async () => {
		let got = "";
		const server = createServer((socket) => {
			socket.on("error", () => undefined);
			socket.on("data", (chunk) => {
				got += chunk;
			});
		});
		servers.push(server);
		server.unref();
		const port = await listening(server);
		return { port, got: () => got };
	};

	it("hears all that the trail hears, from the first entry on, and no secret", async () => {
		const { port, got } = await collecting();
		const { app, trail, tell } = trailed();
		await app.started;
		tell(notice("info", "started", { version: "1" }));
		const side = joinSyslog(trail, { host: "127.0.0.1", port, tls: false }, tell);
		tell(notice("warning", "broker_alert", { kind: "brute_force", text: `Somebody tries: ${SECRET}` }));
		await app.ask({ kind: "mode", mode: "off" }, { source: "cli", actor: "anna" });
		await until("all came", () => got().includes("anna"));
		expect(got()).toMatch(/^\d+ <85>1 \S+ \S+ solar-heating [0-9a-f]{8} started \[/);
		expect(got()).toContain("<81>1");
		expect(got()).toContain('kind="brute_force"');
		expect(got()).toContain('mode [solar-heating@32473 source="cli" actor="anna" mode="off" was="auto"]');
		expect(got()).not.toContain(SECRET);
		await side?.close();
	});

	it("waits 10 s for a disk that hangs, and reads it one at a time", async () => {
		let reads = 0;
		const hanging = readOnce("/ssl/ca.crt", () => {
			reads += 1;
			return new Promise(() => undefined);
		});
		const waits: (readonly [number, () => void])[] = [];
		const heard: (string | undefined)[] = [];
		const syslog = new Syslog(
			{ host: "127.0.0.1", port: 1, tls: { ca: hanging } },
			{
				sender: { host: "h", app: "a", process: "p" },
				after: (seconds, run) => {
					waits.push([seconds, run]);
					return () => undefined;
				},
				...{ now: () => 0, random: () => 0, heard: (cause) => void heard.push(cause) },
			},
		);
		for (const patience of [10, 1, 10, 2]) {
			await until("it waits", () => waits.length > 0);
			const [seconds, run] = waits.shift() ?? [];
			expect(seconds).toBe(patience);
			run?.();
		}
		expect([heard, reads]).toEqual([["ETIMEDOUT"], 1]);
		await syslog.close();
	});

	it("is not there without a host", () => {
		const { trail, tell, told } = trailed();
		expect(joinSyslog(trail, { port: 6514, tls: true }, tell)).toBeUndefined();
		expect(told).toEqual([]);
	});

	it("has an authority that cannot be read told of, tries again with patience, and gets all once it is there", async () => {
		const signer = authority("siem");
		const { cert, key } = signer.sign("collector", { names: "IP:127.0.0.1" });
		let got = "";
		const server = createTlsServer({ cert, key }, (socket) => {
			socket.on("error", () => undefined);
			socket.on("data", (chunk) => {
				got += chunk;
			});
		});
		servers.push(server);
		const port = await listening(server);
		const { app, trail, tell, told } = trailed();
		const ca = join(folder(), "ca.crt");
		const waits = new Set<() => void>();
		let now = 0;
		const ports = {
			// A read that takes 10 s is given up. The next attempt waits for another time.
			after: (seconds: number, run: () => void) => {
				if (seconds !== 10) waits.add(run);
				return () => undefined;
			},
			...{ now: () => now, random: () => 0 },
		};
		const again = async () => {
			const [run] = waits;
			waits.clear();
			run?.();
			await until("it waits for the next try", () => waits.size > 0);
		};
		const side = joinSyslog(trail, { host: "127.0.0.1", port, tls: true, ca }, tell, ports);
		const unreadable = { code: "syslog_unreachable", facts: { cause: `${ca}: ENOENT` } };
		await until("it is told", () => told.length > 0);
		expect(told).toMatchObject([unreadable]);
		await app.ask({ kind: "mode", mode: "off" }, { source: "cli", actor: "anna" });
		now = 61;
		expect(side?.findings?.()).toMatchObject([unreadable]);
		// Tried again, and not told again.
		await again();
		expect(told).toHaveLength(1);
		// Nor is half a file taken, as while a tool writes it; an empty one would mean every public authority.
		const half = signer.ca.slice(0, signer.ca.length / 2);
		const bad = signer.ca.replace(/\n[^-\n]{9}/, "\nAAAAAAAAA");
		for (const text of ["", "no certificate\n", half, `${signer.ca}${half}`, `${signer.ca}${bad}`]) {
			writeFileSync(ca, text);
			await again();
			expect(side?.findings?.()).toMatchObject([{ facts: { cause: `${ca}: NOT_A_CERTIFICATE` } }]);
		}
		writeFileSync(ca, `A title\n${signer.ca}\n${signer.ca}`);
		for (const run of waits) run();
		await until("all came", () => got.includes("anna"));
		expect(told.map(({ code }) => code)).toEqual(["syslog_unreachable", "syslog_unreachable", "syslog_connected"]);
		expect(side?.findings?.()).toEqual([]);
		await side?.close();
		await app.stop();
	});
});
