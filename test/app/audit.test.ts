import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import type { Notice } from "#model/decision.ts";
import type { Finding, Problem } from "#model/finding.ts";
import type { Snapshot } from "#model/snapshot.ts";
import { instant } from "#model/units.ts";
import type { Wall } from "#model/wall.ts";
import type { Broker, Connection } from "#mqtt/broker.ts";
import { joinAudit } from "../../src/app-audit.ts";
import { HOUSE, seen } from "../entities/owners-plant.ts";
import { freePort } from "../fakes/mosquitto.ts";
import { asked } from "../proof/ask.ts";

const NIGHT: Wall = { date: "2026-11-25", minute_of_day: 130, weekday: 3, trusted: true };
const DAY: Wall = { ...NIGHT, minute_of_day: 700 };

let folder: string;
let port: number;
beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), "audit-"));
	port = await freePort();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The app as the audit sees it, with a broker at whose port nobody listens: so every audit ends at once. */
function house(memories: Record<string, unknown> = {}, wall: Wall = DAY) {
	const told: Notice[] = [];
	const listeners = new Set<(connection: Connection) => void>();
	const views: ((snapshot: Snapshot) => void)[] = [];
	let findings: () => readonly Finding[] = () => [];
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
		onTurn: (view: (snapshot: Snapshot) => void) => void views.push(view),
		addFindings: (source: () => readonly Finding[]) => {
			findings = source;
		},
	};
	const session = {
		state: connection,
		on(listener: (connection: Connection) => void) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
	};
	const broker = (): Broker | undefined => asked({ port }).target?.broker;
	// Only what the audit uses of an app is there.
	const audit = joinAudit(
		app as never,
		{ session, broker } as never,
		HOUSE,
		folder,
		(n) => told.push(n),
		() => 0,
	);
	return {
		memories,
		audit,
		press: () => press(),
		findings: () => findings(),
		turn: (at: Wall) => {
			for (const view of views) view({ ...seen({}), now: instant(100), wall: at });
		},
		connection(next: Connection["kind"]) {
			kind = next;
			for (const listener of listeners) listener(connection());
		},
		quiet: () => told.length === 0,
		async said(): Promise<string | undefined> {
			for (let tries = 0; tries < 500 && told.length === 0; tries += 1) await pause(10);
			await pause(0);
			return told.splice(0)[0]?.code;
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

	it("is one at a time", async () => {
		const { press, said } = house();
		expect(press()).toBeUndefined();
		expect(press()).toMatchObject({ remedy: expect.stringContaining("One is running") });
		expect(await said()).toBe("audit_done");
		expect(press()).toBeUndefined();
	});

	it.each(["connecting", "waiting", "closed"] as const)("is never begun while the broker is %s", async (kind) => {
		const { press, turn, connection, findings, memories } = house({}, NIGHT);
		connection(kind);
		expect(press()).toMatchObject({ remedy: expect.stringContaining("Try again") });
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
		const { turn, said, quiet, memories } = house({}, NIGHT);
		turn(DAY);
		expect(memories).toEqual({});
		turn(NIGHT);
		expect(await said()).toBe("audit_done");
		const { found: _, ...begun } = memories["security_audit"] as Record<string, unknown>;
		expect(begun).toEqual({ at: 100, date: "2026-11-25" });
		turn(NIGHT);
		await pause(100);
		expect(house(memories, NIGHT).findings().length).toBeGreaterThan(10);
		expect(quiet()).toBe(true);
	});

	it("starts anew where what was kept makes no sense", () => {
		expect(house({ security_audit: { at: "yesterday" } }).findings()).toEqual([]);
		expect(house({ security_audit: 7 }).press()).toBeUndefined();
	});
});
