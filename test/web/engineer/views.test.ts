import { request } from "node:http";
import { afterEach, describe, expect, it, test } from "@jest/globals";
import type { Engineer } from "#web/engineer/engineer.ts";
import type { WhatIfResult } from "#web/engineer/what-if-view.ts";
import { CANARY } from "../../cli/desk.ts";
import { eventually } from "../../ha/eventually.ts";
import { ask } from "../ask.ts";
import { onStage, type Stage } from "../stage.ts";
import { stubOf } from "./stub.ts";

const PERSON = { "x-remote-user-id": "0a1b", "x-remote-user-name": "anna" };
let stage: Stage;
afterEach(() => stage.close());
const open = async (engineer: Partial<Engineer>, admin = true) => {
	const acts = { isAdmin: async () => admin, ask: async () => undefined };
	stage = await onStage({ engineer: stubOf(engineer), acts, secrets: [CANARY] });
};
const get = (path: string, headers: Record<string, string> = {}, method = "GET") =>
	ask(`${stage.url}${path}`, { ...PERSON, ...headers }, method);

describe("the records", () => {
	const records: Engineer["records"] = () => ({
		trail: [{ seq: 3, at: 0, who: `anna ${CANARY}`, what: "setting", facts: `password=${CANARY} <b>` }],
		earlier: 3,
		proven: { when: "2026-06-21T02:40:00Z", rows: 3, head: "abc123", broken: false },
		log: [{ at: 0, level: "warning", text: `Login ${CANARY} <script>` }],
		moment: () => "1970-01-01 00:00:00",
	});

	it("are for administrators, and have no secret and nothing that is not escaped", async () => {
		await open({ records });
		const { status, text } = await get("records");
		expect(status).toBe(200);
		expect(text).not.toContain(CANARY);
		expect(text).not.toMatch(/<b>|<script/);
		for (const part of ["found whole", "3 entries", "abc123", 'href="records?before=3"', "<strong>Warning</strong>"])
			expect(text.includes(part) || part).toBe(true);
	});

	it("are not there for others, nor a link to them", async () => {
		let asked = 0;
		await open({ records: () => ({ log: [], moment: String(asked++) as never }) }, false);
		const { status, text } = await get("records", { "accept-language": "de" });
		expect([status, text]).toEqual([403, expect.stringContaining("sind Administratoren")]);
		expect(asked).toBe(0);
		expect((await get("")).text).not.toContain('href="records"');
		expect((await get("decisions")).text).not.toContain('href="records"');
		expect((await ask(`${stage.url}records`)).status).toBe(403);
	});
});

describe("the history as CSV", () => {
	const DAY = 86_400_000;
	it("is streamed for whole local days, under a name of its own", async () => {
		const asked: unknown[] = [];
		await open({
			csv: async function* (what) {
				asked.push(what);
				yield `time\r\n${CANARY}`;
			},
		});
		const { status, headers, text } = await get("history.csv?from=2026-06-01&to=2026-06-02&step=60&decimal=comma");
		expect(status).toBe(200);
		expect(headers["content-type"]).toMatch(/^text\/csv; charset=utf-8/);
		expect(headers["content-disposition"]).toBe('attachment; filename="solar-heating-2026-06-01-2026-06-02.csv"');
		expect(text).toBe("time\r\n[redacted]");
		await get("history.csv?from=2026-06-02&step=7");
		const from = Date.UTC(2026, 5, 1);
		expect(asked).toEqual([
			{ from, to: from + 2 * DAY, step: 60, comma: true },
			{ from: from + DAY, to: from + 2 * DAY, step: 5, comma: false },
		]);
	});

	test.each([
		["from=2026-02-31", "This is no date: 2026-02-31."],
		["from=2026-06-02&to=2026-06-01", "The last day is before the first one."],
		["from=%22%0d%0aset-cookie:x", "This is no date"],
	])("says what is wrong with %s", async (query, words) => {
		await open({});
		const { status, text, headers } = await get(`history.csv?${query}`);
		expect([status, text.includes(words) || text]).toEqual([400, true]);
		expect(headers["set-cookie"]).toBeUndefined();
	});

	it("is made twice at a time at most, waits for a slow reader, and ends when that leaves", async () => {
		let made = 0;
		let ended = 0;
		await open({
			csv: async function* () {
				try {
					for (;;) {
						made += 1;
						yield "x".repeat(65_536);
					}
				} finally {
					ended += 1;
				}
			},
		});
		const readers = [1, 2].map(() => {
			const asked = request(`${stage.url}history.csv`, { headers: PERSON, agent: false });
			asked.on("response", (response) => response.pause());
			asked.on("error", () => undefined);
			asked.end();
			return asked;
		});
		await eventually(async () => expect((await get("history.csv")).status).toBe(503));
		let before = -1;
		await eventually(() => {
			const same = made === before;
			before = made;
			expect(same).toBe(true);
		});
		// What the sockets hold, and no more.
		expect(made).toBeLessThan(500);
		for (const reader of readers) reader.destroy();
		await eventually(() => expect(ended).toBe(2));
	}, 30_000);

	test.each([
		["en", "point"],
		["sv", "comma"],
		["de", "comma"],
	])("is offered in %s as a spreadsheet of that language reads it", async (language, form) => {
		await open({});
		const { text } = await get("export", { "accept-language": language });
		expect(text).toContain(`<option value="${form}" selected>`);
	});

	it("has a form for the last month", async () => {
		await open({});
		const { text } = await get("export");
		for (const part of ['value="2026-05-03"', 'value="2026-06-02"', 'action="history.csv"'])
			expect(text.includes(part) || part).toBe(true);
	});
});

describe("what if", () => {
	const start = {
		rule: "solar_charging",
		field: "start_at",
		name: "Start at",
		value: 8,
		unit: "K",
		min: 1,
		max: 40,
		step: 0.5,
	};
	const span = (low: number, likely: number, high: number) => ({ low, likely, high });
	const told: WhatIfResult = {
		...{ kind: "told", days: 30, recorded: { starts: 324, hours: 250 }, today: { starts: 334, hours: 251.5 } },
		...{ heat: span(0.1, 0.24, 0.4), kwh: span(0.2, 0.5, 1.3), starts: span(65, 244, 244), hours: span(3, 4, 7) },
		...{ runs: 61, stops: 257, took: 1.8, proof: { again: 99.8, checked: 104.2 } },
	};
	const asking = "what-if?solar_charging.start_at=6&days=14";

	it("works out only what was asked for, with the values of the form, and says how sure it is", async () => {
		const asked: unknown[] = [];
		const whatIf: Engineer["whatIf"] = async (what) => {
			asked.push(what);
			return told;
		};
		await open({ tried: () => [start], whatIf });
		const form = await get("what-if?other=1&solar_charging.stop_at=3");
		expect(form.text).toContain('min="1" max="40" step="0.5" value="8"');
		expect(asked).toEqual([]);
		const { text } = await get(asking);
		expect(asked).toEqual([{ values: { "solar_charging.start_at": 6 }, days: 14 }]);
		for (const part of [
			"+0.2\u00a0% solar heat, +244 starts",
			'value="6"',
			"+65 … +244",
			"+0.1\u00a0% … +0.4\u00a0%",
			"324 starts, 250 hours",
			"61 long runs",
			"finds 100\u00a0% of the recorded solar heat",
			"comes to 104\u00a0% of what was measured",
		])
			expect(text.includes(part) || part).toBe(true);
	});

	it("has no form where there is nothing to try, as with options that are not valid", async () => {
		await open({ tried: () => [] });
		const { text } = await get("what-if");
		expect(text).toContain("There is nothing to try");
		expect(text).not.toContain("<form");
	});

	it("claims no difference where the range has none", async () => {
		await open({
			tried: () => [start],
			whatIf: async () => ({ ...told, heat: span(-0.1, 0.1, 0.2), starts: span(-3, 2, 4) }),
		});
		expect((await get(asking)).text).toContain("The recorded days show no clear difference");
	});

	test.each([
		[{ kind: "busy" }, "Another calculation is running."],
		[{ kind: "refused" }, "These values do not go together"],
		[{ kind: "cannot", why: "no_field" }, "no pump of this plant charges a tank or a pool from a collector"],
		[{ kind: "cannot", why: "no_sensors" }, "without a sensor at each collector"],
		[{ kind: "cannot", why: "no_volume" }, "Enter the volumes"],
		[{ kind: "cannot", why: "too_little" }, "at least five runs"],
		[{ kind: "cannot", why: "unlike" }, "Choose other days."],
		[{ kind: "cannot", why: "failed" }, "was stopped before it ended"],
	] as const)("says so: %j", async (result, words) => {
		await open({ tried: () => [start], whatIf: async () => result });
		expect((await get(asking)).text.includes(words) || words).toBe(true);
	});

	it("costs nothing for another site, for HEAD, and for who has left", async () => {
		const signals: AbortSignal[] = [];
		const whatIf: Engineer["whatIf"] = (_, signal) => {
			signals.push(signal);
			return new Promise((done) => signal.addEventListener("abort", () => done({ kind: "busy" })));
		};
		await open({ tried: () => [start], whatIf });
		for (const site of ["cross-site", "same-site"]) await get(asking, { "sec-fetch-site": site });
		await get(asking, {}, "HEAD");
		expect(signals).toEqual([]);
		const asked = request(`${stage.url}${asking}`, { headers: { ...PERSON, "sec-fetch-site": "same-origin" } });
		asked.on("error", () => undefined);
		asked.end();
		await eventually(() => expect(signals.length).toBe(1));
		asked.destroy();
		await eventually(() => expect(signals[0]?.aborted).toBe(true));
	});
});

describe("a day replayed", () => {
	it("has both outcomes and where they differ, one day at a time", async () => {
		const figures = { starts: 4, hours: 7.25 };
		const replay: Engineer["replay"] = async (date) =>
			date === "2026-02-31"
				? undefined
				: {
						...{ date: date ?? "2026-06-02", minutes: 1440, more: 2, clock: () => "11:41:02" },
						outputs: [{ name: "Pump", recorded: figures, replayed: { starts: 5, hours: 7.5 }, same: 0.987 }],
						differences: [{ from: 0, to: 1, name: "Pump", was: "on", is: "off", text: "Why <so>." }],
					};
		await open({ replay });
		const { text } = await get("replay?date=2026-06-01");
		for (const part of [
			"98.7\u00a0%",
			'<td class="number">4</td><td class="number">5</td>',
			"Differences: 3",
			"Why &#60;so&#62;.",
			"2 more are not listed.",
		])
			expect(text.includes(part) || part).toBe(true);
		expect((await get("replay?date=2026-02-31")).status).toBe(400);
	});

	it("is refused while another one is worked out, and not for ever after one that failed", async () => {
		const first = Promise.withResolvers<undefined>();
		let asked = 0;
		await open({ replay: () => (asked++ === 0 ? first.promise : Promise.resolve(undefined)) });
		const waiting = get("replay");
		await eventually(() => expect(asked).toBe(1));
		expect((await get("replay")).status).toBe(503);
		first.reject(new Error("a broken disk"));
		expect((await waiting).status).toBe(500);
		expect((await get("replay")).status).toBe(400);
	});
});
