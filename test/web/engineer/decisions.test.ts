import { afterEach, describe, expect, it } from "@jest/globals";
import type { Engineer } from "#web/engineer/engineer.ts";
import { ask, basic } from "../ask.ts";
import { onStage, type Setting, type Stage } from "../stage.ts";
import { stubOf } from "./stub.ts";

const NOON = Date.UTC(2026, 5, 2, 12);
const band = {
	from: NOON,
	to: NOON + 3_600_000,
	runs: true,
	state: "on",
	code: "gain",
	text: "Warm enough.",
	rank: "normal",
} as const;
const rest = { from: NOON - 3_600_000, to: NOON, runs: false, state: "off" } as const;
const gain = { what: "gain", unit: "K", is: "at_least", value: 8.2, limit: 8, met: true, text: "" } as const;
const view = {
	date: "2026-06-02",
	...{ from: NOON - 12 * 3_600_000, to: NOON + 12 * 3_600_000, until: NOON + 3_600_000, opens: NOON },
	hours: [{ at: NOON, name: "12" }],
	gaps: [{ from: NOON - 6_120_000, to: NOON - 3_600_000 }],
	lanes: [{ id: "pump", name: "Pump <1>", role: "pump", bands: [rest, band] }],
	moment: {
		...{ output: "pump", name: "Pump <1>", at: NOON, band, around: [rest, band] },
		played: {
			at: NOON,
			agrees: true,
			state: "on",
			text: "",
			conditions: [gain],
			others: [{ condition: gain, text: "It stops." }],
		},
	},
	clock: (ms: number) => new Date(ms).toISOString().slice(11, 19),
};
let stage: Stage;
let asked: Parameters<Engineer["decisions"]>[0][] = [];
afterEach(() => stage.close());
const open = (engineer: Partial<Engineer> = {}, setting: Setting = {}) => {
	asked = [];
	const whole = stubOf({
		decisions: async (what) => {
			asked.push(what);
			return what.date === "2026-02-31" ? undefined : view;
		},
		...engineer,
	});
	return onStage({ engineer: whole, ...setting });
};

describe("the decisions", () => {
	it("have each change as a link, the condition with value, limit and margin, and nothing that is not escaped", async () => {
		stage = await open();
		const { status, text } = await ask(`${stage.url}decisions`);
		expect(status).toBe(200);
		for (const part of [
			`href="decisions?output=pump&#38;at=${NOON}"`,
			'<td class="figure">8.2\u00a0K</td><td class="number">≥ 8\u00a0K</td><td class="number">+0.2\u00a0K</td>',
			"12:00:00, Pump &#60;1&#62;: on",
			"rank normal",
			"Worked out anew for 12:00:00",
		])
			expect(text.includes(part) || part).toBe(true);
		expect(text).not.toContain("<1>");
		expect(text).not.toContain("<script");
		expect(text).not.toMatch(/ style=/);
	});

	it("say so where the core decides otherwise, and where there are no readings", async () => {
		const { moment } = view;
		const differs = { ...view, moment: { ...moment, played: { ...moment.played, agrees: false, state: "off" } } };
		const { played: _, ...bare } = moment;
		for (const [shown, words] of [
			[differs, "the decision is another one: off."],
			[{ ...view, moment: bare }, "the conditions cannot be shown"],
			[{ ...view, lanes: [] }, "Nothing was recorded on this day."],
		] as const) {
			stage = await open({ decisions: async () => shown });
			expect((await ask(`${stage.url}decisions`)).text).toContain(words);
			await stage.close();
		}
	});

	it("are asked for by date, time, output and moment; what is none of these is left out", async () => {
		stage = await open();
		await ask(`${stage.url}decisions?date=2026-06-02&time=12:30&output=pump&at=1780401600000.4`);
		await ask(`${stage.url}decisions?date=&at=soon&output=a&output=b`);
		await ask(`${stage.url}decisions?at=1e300`);
		expect(asked).toEqual([{ date: "2026-06-02", time: "12:30", output: "pump", at: 1780401600000 }, {}, {}]);
		const { status, text } = await ask(`${stage.url}decisions?date=2026-02-31`, { "accept-language": "sv" });
		expect([status, text]).toEqual([400, expect.stringContaining("Det här är inget datum: 2026-02-31.")]);
	});

	it("are not there without a clock, and not for strangers", async () => {
		stage = await open({ trusted: () => false }, { login: { username: "solar", password: "pass-word-123" } });
		expect((await ask(`${stage.url}decisions`)).status).toBe(401);
		const { text } = await ask(`${stage.url}decisions`, basic("solar", "pass-word-123"));
		expect(text).toContain("has not been set yet");
		expect(asked).toEqual([]);
	});
});

describe("the details", () => {
	it("have what is read, its correction and how often that failed, starts and hours, and the buses", async () => {
		const live: ReturnType<Engineer["live"]> = {
			sensors: new Map([["collector", { offset: 0.3, errors: 7 }]]),
			outputs: new Map([["pump", { today: 2, hour: 1, limit: 6, starts: 1914, seconds: 4_330_800 }]]),
			buses: [{ id: "one_wire", reads: 1_209_600, corrupt: 2, silent: 1, other: 0 }],
			loop: { longest: 1041, period: 1000 },
			hours: 24,
		};
		stage = await open({ live: () => live });
		const { text } = await ask(stage.url);
		for (const part of [
			'71.4\u00a0°C</td><td class="quiet">just now</td><td class="number">71.1\u00a0°C</td><td class="number">+0.3</td><td class="number">7</td>',
			'<th scope="row">Pump</th><td class="number">2</td><td class="number">1 of 6</td><td class="number">1914</td><td class="number">1203</td>',
			'<th scope="row">one_wire</th><td class="number">1209600</td><td class="number">2</td><td class="number">1</td><td class="number">0</td>',
			"1.04\u00a0s; meant are 1.0\u00a0s",
		])
			expect(text.includes(part) || part).toBe(true);
	});

	it("have none of that without an engineer's side", async () => {
		stage = await onStage();
		const { text } = await ask(stage.url);
		expect(text).not.toContain("As read");
		expect(text).not.toContain("decisions");
	});
});
