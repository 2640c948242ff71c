import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it, test } from "@jest/globals";
import { trailHandlers } from "#app/trail/handlers.ts";
import type { Backup } from "#broker/change/backup.ts";
import type { Outcome } from "#broker/change/carry-out.ts";
import { type AuditTrailFlags, auditTrail } from "#cli/app/data/audit-trail.ts";
import { changeIn, enter } from "#cli/broker/change/recorded.ts";
import { main } from "#cli/program.ts";
import { serveControl } from "#runtime/socket/control-socket.ts";
import { STORE_FILE } from "#store/files/files.ts";
import { openStore } from "#store/store.ts";
import type { Store } from "#store/store-contract.ts";
import type { App } from "../../../src/app/beside/running.ts";
import { Desk } from "../desk.ts";

let desk: Desk;
const closing: (() => unknown)[] = [];
beforeEach(() => {
	desk = new Desk();
	mkdirSync(desk.data, { recursive: true });
});
afterEach(async () => {
	for (const close of closing.splice(0)) await close();
	desk.clear();
});

const NOON = Date.UTC(2025, 6, 1, 12);
const filled = (count: number): Store => {
	const store = openStore(desk.data, () => undefined);
	const entries = Array.from({ length: count }, (_, n) => ({
		at: NOON + n * 1000,
		source: "cli" as const,
		actor: "anna",
		what: "mode",
		facts: { mode: "off", n },
	}));
	store.append(entries, 365);
	store.save({});
	return store;
};
const running = async (store: Store) => {
	const serving = await serveControl(
		desk.data,
		trailHandlers(() => ({ store }) as unknown as App, {
			add: (origin, what, facts) => store.append([{ at: NOON, ...origin, what, facts }], 365),
		}),
		() => undefined,
	);
	if (serving.kind !== "serving") throw new Error("It does not serve.");
	closing.push(
		() => serving.close(),
		() => store.close(),
	);
};
const command = async (flags: AuditTrailFlags = {}) => {
	desk.out = "";
	desk.err = "";
	return auditTrail(desk.machine(), { data: desk.data, ...flags });
};
const thief = (sql: string) => {
	const database = new DatabaseSync(join(desk.data, STORE_FILE));
	database.exec(`DROP TRIGGER audit_trail_kept; DROP TRIGGER audit_trail_whole; ${sql}`);
	database.close();
};

describe.each(["beside a running app", "without one"])("audit-trail %s", (how) => {
	const begun = async (count: number): Promise<void> => {
		const store = filled(count);
		if (how === "without one") store.close();
		else await running(store);
	};

	// #change-broker-command-gave
	it("has a change of the broker's by a command, with who gave it", async () => {
		await begun(2);
		const machine = { ...desk.machine(), env: { ...desk.env, SUDO_USER: "bertil" } };
		const facts = { change: "user-add", outcome: "done", user: "anna", backup: "b" };
		expect(await enter(machine, { data: desk.data }, facts)).toBe("entered");
		expect(await command({ json: true })).toBe(0);
		expect(JSON.parse(desk.out.trim().split("\n").at(-1) ?? "")).toMatchObject({
			seq: 3,
			source: "cli",
			actor: "bertil",
			what: "broker_changed",
			facts,
		});
		expect(await command({ verify: true })).toBe(0);
		expect(readdirSync(desk.data).filter((name) => !/^control\.sock$|^solar-heating\.db/.test(name))).toEqual([]);
	});

	it("prints every entry, oldest first, as JSON lines", async () => {
		await begun(1201);
		expect(await command({ json: true })).toBe(0);
		const lines = desk.lines();
		expect(lines).toHaveLength(1201);
		expect(lines[0]).toEqual({
			seq: 1,
			at: "2025-07-01T12:00:00.000Z",
			source: "cli",
			actor: "anna",
			what: "mode",
			facts: { mode: "off", n: 0 },
			hash: expect.stringMatching(/^[0-9a-f]{64}$/),
		});
		expect(await command({ json: true, since: NOON + 1_199_000 })).toBe(0);
		expect(desk.lines().map(({ seq }) => seq)).toEqual([1200, 1201]);
	});

	it("proves that the chain holds, and what it ends with", async () => {
		await begun(3);
		expect(await command({ verify: true })).toBe(0);
		expect(desk.out).toMatch(/^3 entries: the chain is intact[\s\S]+The newest, 3: [0-9a-f]{64}\n/);
		expect(await command({ verify: true, json: true })).toBe(0);
		const [{ head } = {}] = desk.lines();
		const { hash } = head as { hash: string };
		expect(await command({ head: hash })).toBe(0);
		expect(desk.out).toContain("is part of the chain");
		expect(await command({ head: "f".repeat(64) })).toBe(1);
		expect(desk.out).toContain("NOT part of the chain");
	});

	it("exits 1 where somebody changed it, and says where", async () => {
		filled(5).close();
		thief("UPDATE audit_trail SET actor = 'bertil' WHERE seq = 2; DELETE FROM audit_trail WHERE seq > 3");
		if (how !== "without one") await running(openStore(desk.data, () => undefined));
		expect(await command({ verify: true })).toBe(1);
		expect(desk.out).toContain("Entry 2 is not as it was written");
		expect(desk.out).toContain("Entries 4 to 5 are missing.");
		desk.env = { ...desk.env, LANG: "sv" };
		expect(await command({ verify: true })).toBe(1);
		expect(desk.out).toMatch(
			/^3 poster, och 2 ställen där kedjan inte är intakt: [\s\S]+ {2}Posterna 4 till 5 saknas\.\n/,
		);
		desk.env = { ...desk.env, LANG: "de" };
		expect(await command({ head: "f".repeat(64) })).toBe(1);
		expect(desk.out).toContain("gehört NICHT zur Kette");
	});
});

describe("audit-trail", () => {
	it("shows also what waits to be written", async () => {
		const store = filled(1);
		await running(store);
		store.append([{ at: NOON, source: "mqtt", what: "setting", facts: {} }], 365);
		expect(await command()).toBe(0);
		expect(desk.out).toContain("mqtt  setting");
	});

	it("leaves the file as it is, and reads that of a process that was killed", async () => {
		const store = filled(3);
		closing.push(() => store.close());
		// With its log beside it, as a kill leaves it.
		const left = join(desk.folder, "left");
		mkdirSync(left);
		for (const name of [STORE_FILE, `${STORE_FILE}-wal`]) copyFileSync(join(desk.data, name), join(left, name));
		const before = readFileSync(join(left, STORE_FILE));
		expect(await command({ data: left, verify: true })).toBe(0);
		expect(desk.out).toContain("3 entries");
		expect(readFileSync(join(left, STORE_FILE))).toEqual(before);
	});

	it("says what to do where there is nothing, or an older version made it", async () => {
		expect(await command()).toBe(1);
		expect(desk.err).toContain("name its folder with --data");
		filled(1).close();
		thief("DROP TABLE audit_trail");
		expect(await command()).toBe(1);
		expect(desk.err).toContain("Start the controller once");
		desk.env = { ...desk.env, LANG: "de" };
		expect(await command()).toBe(1);
		expect(desk.err).toMatch(/ ist nicht lesbar: diese Datenbank stammt von einer älteren Version\./);
	});

	test.each(["yesterday", "7", "2026-13-45", "-1d"])("takes no %s for a time: exit 2", async (since) => {
		const machine = { ...desk.machine(), argv: ["audit-trail", "--data", desk.data, `--since=${since}`] };
		expect(await main(machine)).toBe(2);
	});

	test.each(["2025-07-01", "2025-07-01T12:00:02Z", "36500d", "12h"])("takes %s for a time", async (since) => {
		filled(3).close();
		const machine = { ...desk.machine(), argv: ["audit-trail", "--data", desk.data, "--json", "--since", since] };
		expect(await main(machine)).toBe(0);
		expect(desk.lines()).toHaveLength({ "2025-07-01T12:00:02Z": 1, "12h": 0 }[since] ?? 3);
	});
});

describe("a change of the broker's", () => {
	const backup = { name: "b", folder: "/b", files: [] } as unknown as Backup;
	const trouble = { message: { code: "no", facts: {} } };

	test.each<readonly [Outcome, string | undefined]>([
		[{ kind: "nothing" }, undefined],
		[{ kind: "refused", trouble }, undefined],
		[{ kind: "done", backup }, "done"],
		[{ kind: "rolled_back", backup, trouble }, "rolled_back"],
		[{ kind: "stuck", backup, trouble, again: trouble }, "stuck"],
	])("%j is an entry where something was changed", (outcome, entered) => {
		expect(changeIn({ why: "harden" }, outcome)?.["outcome"]).toBe(entered);
	});

	it("that a power cut broke off is one when it is finished, and no password gets there", () => {
		const facts = { user: "anna", password: "canary", finished: true };
		expect(changeIn({ why: "rotate", facts }, { kind: "nothing" })).toEqual({
			change: "rotate",
			user: "anna",
			outcome: "finished",
		});
	});

	it("goes nowhere where no controller ever ran, and makes no folder for it", async () => {
		const data = join(desk.data, "none");
		expect(await enter(desk.machine(), { data }, { change: "harden" })).toBe("nothing");
		expect(existsSync(data)).toBe(false);
	});

	it("that cannot be written is said, not thrown", async () => {
		writeFileSync(join(desk.data, STORE_FILE), "no database at all, but long enough to be read as a header of one");
		expect(await enter(desk.machine(), { data: desk.data }, { change: "harden" })).toEqual({
			why: { code: "cause", facts: { cause: expect.stringMatching(/^[a-z_]+$/) } },
		});
	});
});

it("takes what is right of a request, though another field of it is wrong", async () => {
	const store = filled(5);
	closing.push(() => store.close());
	const { audit_trail } = trailHandlers(() => ({ store }) as unknown as App, { add: () => undefined });
	const seqs = async (argument: unknown) => {
		const rows = await audit_trail?.(argument);
		return Array.isArray(rows) ? rows.map(({ seq }) => seq) : rows;
	};
	expect(await seqs({ from: "x", since: NOON + 3000 })).toEqual([4, 5]);
	expect(await seqs({ from: 3, since: "x" })).toEqual([3, 4, 5]);
	expect(await seqs({ from: 1.5 })).toEqual([1, 2, 3, 4, 5]);
	expect(await seqs("x")).toEqual([1, 2, 3, 4, 5]);
});
