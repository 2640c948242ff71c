import { describe, expect, it, test } from "@jest/globals";
import type { Notice } from "#model/sentences/notice.ts";
import { addressOf } from "#web/login/limits.ts";
import { Sessions } from "#web/login/sessions.ts";
import { Waits } from "#web/login/waits.ts";

const DAY = 24 * 3600_000;
const SUMMER = Date.UTC(2026, 5, 21);

/** A machine with a disk, a time of day, and a clock that only grows. */
class Machine {
	file: string | undefined;
	date = SUMMER;
	steady = 0;
	writes = 0;
	full = false;
	readonly told: Notice[] = [];

	starts(mark = "mark"): Sessions {
		const write = (text: string) => {
			if (this.full) throw Object.assign(new Error("full"), { code: "ENOSPC" });
			this.writes += 1;
			this.file = text;
		};
		return new Sessions({
			login: { mark: () => mark, sessions: { read: () => this.file, write } },
			tell: (said) => void this.told.push(said),
			now: () => new Date(this.date),
			steady: () => this.steady,
		});
	}

	passes(ms: number): void {
		this.date += ms;
		this.steady += ms;
	}

	/** The machine is off for a time. */
	restarts(ms: number): void {
		this.date += ms;
		this.steady = 0;
	}
}

describe("sessions", () => {
	it("go on where the time of day is set, forwards or back, by years", () => {
		const machine = new Machine();
		machine.date = Date.UTC(1970, 0, 1);
		const sessions = machine.starts();
		const id = sessions.open(false);
		machine.date = SUMMER;
		expect(sessions.isOpen(id)).toBe(true);
		machine.date = Date.UTC(1999, 0, 1);
		expect(sessions.isOpen(id)).toBe(true);
	});

	it("count the time in which the machine was off, if its clock was right", () => {
		const machine = new Machine();
		const before = machine.starts();
		const [visit, stay] = [before.open(false), before.open(true)];
		before.save();
		machine.restarts(DAY);
		const after = machine.starts();
		expect([after.isOpen(visit), after.isOpen(stay)]).toEqual([false, true]);
		after.save();
		machine.restarts(31 * DAY);
		expect(machine.starts().isOpen(stay)).toBe(false);
	});

	it("begin at a machine without a clock and go on once it has one", () => {
		const machine = new Machine();
		machine.date = Date.UTC(1970, 0, 1);
		const id = machine.starts().open(true);
		machine.date = SUMMER;
		machine.restarts(0);
		expect(machine.starts().isOpen(id)).toBe(true);
	});

	it("are seldom written while they are used", () => {
		const machine = new Machine();
		const sessions = machine.starts();
		const id = sessions.open(true);
		const began = machine.writes;
		for (let minute = 0; minute < 24 * 60; minute++, machine.passes(60_000)) expect(sessions.isOpen(id)).toBe(true);
		expect(machine.writes - began).toBeLessThanOrEqual(1);
	});

	it("are 64 at most: the one that was idle longest ends", () => {
		const machine = new Machine();
		const sessions = machine.starts();
		const first = sessions.open(false);
		const second = sessions.open(false);
		machine.passes(1000);
		expect(sessions.isOpen(first)).toBe(true);
		for (let n = 0; n < 63; n++) sessions.open(false);
		expect([sessions.isOpen(first), sessions.isOpen(second)]).toEqual([true, false]);
		expect(JSON.parse(machine.file ?? "").sessions).toHaveLength(64);
	});

	it("of another password are none", () => {
		const machine = new Machine();
		const id = machine.starts().open(true);
		expect([machine.starts().isOpen(id), machine.starts("another").isOpen(id)]).toEqual([true, false]);
	});

	test.each([
		"",
		"{",
		"[]",
		"null",
		'{"sessions":{}}',
		'{"sessions":[null,{"hash":1},{"hash":"a","mark":"mark","stays":true,"age":-1,"idle":0}]}',
	])("of a file that says %j are none, and new ones can begin", (text) => {
		const machine = new Machine();
		machine.file = text;
		const sessions = machine.starts();
		expect(sessions.isOpen("")).toBe(false);
		const id = sessions.open(true);
		expect(machine.starts().isOpen(id)).toBe(true);
	});

	it("begin also where the disk is full, which is told once", () => {
		const machine = new Machine();
		machine.full = true;
		const sessions = machine.starts();
		const ids = [sessions.open(true), sessions.open(true)];
		expect(ids.map((id) => sessions.isOpen(id))).toEqual([true, true]);
		expect(machine.told).toEqual([{ level: "warning", code: "page_sessions_not_kept", facts: { cause: "ENOSPC" } }]);
	});
});

test.each([
	["192.0.2.7", "192.0.2.7"],
	["::ffff:192.0.2.7", "192.0.2.7"],
	["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"],
	["2001:db8:1:2:ffff:0:0:1", "2001:db8:1:2::"],
	["2001:db8:1:3::1", "2001:db8:1:3::"],
	["fe80::1%eth0", "fe80::"],
])("%s guesses as %s", (ip, as) => expect(addressOf(ip)).toBe(as));

describe("waits for who guesses", () => {
	const GROWING = { first: 60_000, longest: 900_000, forgotten: 3_600_000, keys: 1000 };
	const tries = (waits: Waits, key = "a") => {
		const stands = { current: 0, ttl: 0 };
		waits.incr(key, (_, result) => Object.assign(stands, result), 300_000, 2);
		return stands;
	};

	it("are not prolonged by what is sent meanwhile", () => {
		let now = 0;
		const waits = new Waits(GROWING, () => now);
		for (let n = 0; n < 3; n++) tries(waits);
		for (; now < 59_000; now += 1000) expect(tries(waits)).toEqual({ current: 3, ttl: 60_000 - now });
		now = 60_000;
		expect(tries(waits).current).toBe(1);
	});

	it("are remembered for a thousand at most, the newest", () => {
		const waits = new Waits(GROWING, () => 0);
		for (let n = 0; n < 3; n++) tries(waits, "first");
		for (let n = 0; n < 1000; n++) tries(waits, `other ${n}`);
		expect(tries(waits, "first").current).toBe(1);
	});
});
