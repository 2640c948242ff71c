import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { AUDITED } from "#model/findings/audited.ts";
import type { Finding, Problem } from "#model/findings/finding.ts";
import { instant } from "#model/quantities/units.ts";
import type { Wall } from "#model/quantities/wall.ts";
import type { Notice } from "#model/sentences/notice.ts";
import type { Broker, Connection } from "#mqtt/broker.ts";
import type { Language } from "#texts/say.ts";
import { proofWords } from "#texts/told.ts";
import { BrokerAudit } from "../../../src/app/broker/audit.ts";
import { asked, LOGIN } from "../../broker/proofs/ask.ts";
import { freePort, type Mosquitto, startMosquitto } from "../../fakes/mosquitto.ts";
import { HOUSE } from "../../fakes/owners-plant.ts";
import { settled } from "../../runtime/hand-time.ts";

const NIGHT: Wall = { date: "2026-11-25", minute_of_day: 130, weekday: 3, trusted: true };
const DAY: Wall = { ...NIGHT, minute_of_day: 700 };

let folder: string;
let port: number;
beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), "audit-"));
	port = await freePort();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The app as the audit sees it, with a broker whose port is closed, so that every audit ends at once. */
function house(
	memories: Record<string, unknown> = {},
	wall: Wall = DAY,
	{ at = port, heard = () => undefined }: { readonly at?: number; heard?(code: string): void } = {},
) {
	const told: Notice[] = [];
	let wake: () => void = () => undefined;
	const listeners = new Set<(connection: Connection) => void>();
	let press: () => Problem | undefined = () => undefined;
	let kind: Connection["kind"] = "connected";
	const connection = (): Connection => ({ kind, since: 0, attempts: 0 });
	const app = {
		clock: { now: () => instant(100), wall: () => wall, date: () => new Date("2026-11-25T02:10:00Z") },
		store: {
			load: () => ({ memories }),
			save: (changes: { memories?: Record<string, unknown> }) => void Object.assign(memories, changes.memories),
		},
		onJob: (_: string, begin: () => Problem | undefined) => {
			press = begin;
		},
	};
	const session = {
		state: connection,
		on(listener: (connection: Connection) => void) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
	};
	const broker = (): Broker | undefined => asked({ port: at }).target?.broker;
	// Only what the audit uses of an app is there.
	const audit = new BrokerAudit({
		app: app as never,
		side: { session, broker } as never,
		house: HOUSE,
		folder,
		tell: (said) => {
			told.push(said);
			heard(said.code);
			wake();
		},
		chance: () => 0,
	});
	return {
		memories,
		audit,
		press: () => press(),
		findings: () => audit.findings(),
		turn: (at: Wall) => audit.turned({ now: instant(100), wall: at }),
		connection(next: Connection["kind"]) {
			kind = next;
			for (const listener of listeners) listener(connection());
		},
		quiet: () => told.length === 0,
		async said(): Promise<string | undefined> {
			while (told.length === 0)
				await new Promise<void>((resolve) => {
					wake = resolve;
				});
			// An audit tells of its end just before it is over.
			await settled();
			return told.shift()?.code;
		},
	};
}

describe("the audit of the running app", () => {
	it("ends in findings with the class of each proof, and is kept", async () => {
		const first = house();
		expect(first.findings()).toEqual([]);
		expect(first.press()).toBeUndefined();
		expect(await first.said()).toBe("audit_done");
		const codes = first.findings().map(({ code, facts }) => [facts["proof"], code]);
		expect(codes[0]).toEqual([undefined, "security_audit"]);
		expect(codes).toContainEqual(["tcp", "unreachable"]);
		expect(codes).toContainEqual(["anonymous_refused", "not-tried"]);
		expect(codes.map(([proof]) => proof)).not.toContain("client_id_theft");
		expect(house(first.memories).findings()).toEqual(first.findings());
	});

	it("has a finding for each proof that Home Assistant shows", async () => {
		const { press, said, findings } = house();
		press();
		await said();
		const proofs = findings().flatMap(({ facts }) => (facts["proof"] === undefined ? [] : [facts["proof"]]));
		expect(proofs.sort()).toEqual([...AUDITED, "listeners"].sort());
		const fine = findings()
			.filter(({ facts }) => facts["verdict"] === "fine")
			.map(({ facts }) => facts["proof"]);
		expect(fine.sort()).toEqual(["dns", "listeners"]);
	});

	it("is told in the language of each reader, also what was kept", async () => {
		const first = house();
		first.press();
		await first.said();
		const kept = house(first.memories).findings();
		const tcp = (language: Language) =>
			proofWords(language, kept.find(({ facts }) => facts["proof"] === "tcp") ?? {}).message;
		expect(tcp("en")).toMatch(/^Tried to reach 127/);
		expect(tcp("sv")).toMatch(/^Försökte nå 127.* Inget svarar på den här adressen\. Detaljer: ECONNREFUSED\.$/);
		expect(tcp("de")).toMatch(/^Versucht, 127/);
	});

	it("is one at a time", async () => {
		const { press, said } = house();
		expect(press()).toBeUndefined();
		expect(press()).toMatchObject({ remedy: { code: "audit_runs" } });
		expect(await said()).toBe("audit_done");
		expect(press()).toBeUndefined();
	});

	it.each(["connecting", "waiting", "closed"] as const)("is never begun while the broker is %s", async (kind) => {
		const { press, turn, connection, findings, memories } = house({}, NIGHT);
		connection(kind);
		expect(press()).toMatchObject({ remedy: { code: "broker_away" } });
		turn(NIGHT);
		expect([findings(), memories]).toEqual([[], {}]);
	});

	it("is broken off when the connection is lost meanwhile, and leaves the results of the last", async () => {
		const { press, connection, said, findings } = house();
		press();
		await said();
		const last = findings();
		press();
		connection("waiting");
		expect(await said()).toBe("audit_broken_off");
		expect(findings()).toEqual(last);
	});

	it("is broken off by a stop, and not begun after it", async () => {
		const { press, audit, said } = house();
		press();
		audit.close();
		expect(await said()).toBe("audit_broken_off");
		expect(press()).toMatchObject({ path: "security_audit" });
	});

	it("runs by itself at night, once, and not by day", async () => {
		const { turn, press, said, quiet, memories } = house({}, NIGHT);
		turn(DAY);
		expect(memories).toEqual({});
		turn(NIGHT);
		expect(await said()).toBe("audit_done");
		const { found: _, ...begun } = memories["security_audit"] as Record<string, unknown>;
		expect(begun).toEqual({ at: 100, date: "2026-11-25" });
		turn(NIGHT);
		// An audit begins at once: had that turn begun one, a person's would be refused.
		expect(press()).toBeUndefined();
		expect(await said()).toBe("audit_done");
		expect(house(memories, NIGHT).findings().length).toBeGreaterThan(10);
		expect(quiet()).toBe(true);
	});

	it("starts anew where what was kept makes no sense", () => {
		expect(house({ security_audit: { at: "yesterday" } }).findings()).toEqual([]);
		expect(house({ security_audit: 7 }).press()).toBeUndefined();
	});
});

describe("at a broker that gives each user one connection, the audit", () => {
	let broker: Mosquitto;
	let usual: Mosquitto | undefined;
	beforeEach(async () => {
		broker = await startMosquitto({ users: LOGIN, more: ["use_username_as_clientid true"] });
	});
	afterEach(async () => {
		await broker.stop();
		await usual?.stop();
		usual = undefined;
	});
	/** An app that has lost its connection by the time that it is told why. */
	const thrown = () => {
		const app = house({}, DAY, {
			at: broker.port,
			heard: (code) => code === "audit_one_per_user" && app.connection("waiting"),
		});
		return app;
	};
	const step = (findings: readonly Finding[], proof: string) => {
		const found = findings.find(({ facts }) => facts["proof"] === proof);
		return [found?.code, found?.facts["verdict"], found?.severity];
	};

	it("says so once it has ended the app's, waits for that to come back, and goes on without logging in", async () => {
		const { press, said, connection, findings, memories } = thrown();
		press();
		expect(await said()).toBe("audit_one_per_user");
		expect(findings()).toEqual([]);
		// This would break off an audit that had not waited.
		connection("waiting");
		connection("connected");
		expect(await said()).toBe("audit_done");
		expect(memories["security_audit"]).toMatchObject({ one_per_user: true });
		expect(step(findings(), "login")).toEqual(["one-per-user", "fine", "info"]);
		expect(step(findings(), "publish")).toEqual(["not-tried", "unknown", "info"]);
		expect(step(findings(), "acl_write_escape")).toEqual(["not-tried", "unknown", "info"]);
		for (const stranger of ["anonymous_refused", "wrong_password_refused", "random_user_refused"])
			expect(step(findings(), stranger)).toEqual(["ok", "fine", "info"]);
	});

	it("does not log in by itself the next nights, but once more when a person asks", async () => {
		const kept = { security_audit: { at: 0, one_per_user: true } };
		const { turn, press, said } = house(kept, NIGHT, { at: broker.port });
		turn(NIGHT);
		expect(await said()).toBe("audit_done");
		expect(broker.log()).not.toMatch(/as solar \(/);
		press();
		expect(await said()).toBe("audit_one_per_user");
		expect(await said()).toBe("audit_done");
	});

	it("is whole again after a person's audit found two connections", async () => {
		usual = await startMosquitto({ users: LOGIN });
		const memories = { security_audit: { at: 0, one_per_user: true } };
		const { press, said, findings } = house(memories, DAY, { at: usual.port });
		press();
		expect(await said()).toBe("audit_done");
		expect(memories.security_audit).not.toHaveProperty("one_per_user");
		expect(step(findings(), "login")).toEqual(["ok", "fine", "info"]);
	});

	it("ends with the app while it waits", async () => {
		const { press, said, audit } = thrown();
		press();
		expect(await said()).toBe("audit_one_per_user");
		audit.close();
		expect(await said()).toBe("audit_broken_off");
	});
});
