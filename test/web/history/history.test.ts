import { afterEach, describe, expect, it, test } from "@jest/globals";
import { type HistoryView, InTurn } from "#web/history/ask.ts";
import { type Range, rangeIn } from "#web/history/range.ts";
import { eventually } from "../../ha/eventually.ts";
import { ask } from "../ask.ts";
import { NOON, onStage, type Stage } from "../stage.ts";
import { keptBy, NOTHING } from "./kept.ts";

const NOW = NOON.getTime();
const HOUR = 3_600_000;

let stage: Stage | undefined;
afterEach(() => stage?.close());

describe("a question to the history", () => {
	test.each([
		[{}, { from: NOW - 24 * HOUR, to: NOW, step: 5 }],
		[{ from: "2026-06-20" }, { from: Date.UTC(2026, 5, 20), to: NOW, step: 5 }],
		[
			{ from: "2026-06-20T02:00+02:00", to: "2026-06-20T00:30Z", step: "1" },
			{ from: Date.UTC(2026, 5, 20), to: Date.UTC(2026, 5, 20, 0, 30), step: 1 },
		],
		[
			{ from: "0", to: "60000" },
			{ from: 0, to: 60_000, step: 5 },
		],
	])("%j is %j", (query, range) => {
		expect(rangeIn(query, NOW)).toEqual(range);
	});

	test.each([
		[{ from: "2026-06-20T02:00" }, "from", "Give a date (2026-11-30"],
		[{ from: "-5" }, "from", "Give a date"],
		[{ to: ["a", "b"] }, "to", "Give a date"],
		[{ from: "2026-06-22" }, "from", "Give a moment before"],
		[{ from: "2020-01-01" }, "from", "three years"],
		[{ step: "0" }, "step", "1 to 10080"],
		[{ step: "1.5" }, "step", "1 to 10080"],
	])("%j is refused, with what is wrong and what helps", (query, parameter, remedy) => {
		expect(rangeIn(query, NOW)).toMatchObject({ parameter, remedy: expect.stringContaining(remedy) });
	});

	it("repeats no more of what was given than a line", () => {
		expect(rangeIn({ from: "x".repeat(5000) }, NOW)).toMatchObject({ value: "x".repeat(60) });
	});

	it("is answered one after another, and eight wait at most", async () => {
		const asked: Range[] = [];
		const slow = Promise.withResolvers<HistoryView>();
		const history = (range: Range) => {
			asked.push(range);
			return slow.promise;
		};
		stage = await onStage({ histories: keptBy(NOON.toISOString(), { history }) });
		const { url } = stage;
		const answers = Array.from({ length: 8 }, () => ask(`${url}api/history`));
		await eventually(async () => expect((await ask(`${url}api/history`)).status).toBe(503));
		const ninth = await ask(`${url}api/history`);
		expect([ninth.status, ninth.headers["retry-after"], asked.length]).toEqual([503, "2", 1]);
		slow.resolve(NOTHING);
		expect((await Promise.all(answers)).map(({ status }) => status)).toEqual(Array(8).fill(200));
		expect(asked).toHaveLength(8);
	});

	it("that fails does not keep the next from its answer", async () => {
		const inTurn = new InTurn();
		await expect(inTurn.run(() => Promise.reject(new Error("a disk")))).rejects.toThrow("a disk");
		expect(await inTurn.run(async () => "next")).toBe("next");
	});

	it("gets of an output each level, and beside points of hours only when it ran", async () => {
		const changes = [0, 40, 80, 0, 0, 100].map((percent, at) => ({ at, percent }));
		const history = async ({ step }: Range): Promise<HistoryView> => ({ ...NOTHING, step, outputs: { pump: changes } });
		stage = await onStage({ histories: keptBy(NOON.toISOString(), { history }) });
		const levels = async (step: number) =>
			JSON.parse((await ask(`${stage?.url}api/history?step=${step}`)).text).outputs.pump.map(
				({ percent }: { readonly percent: number }) => percent,
			);
		expect(await levels(5)).toEqual([0, 40, 80, 0, 0, 100]);
		expect(await levels(60)).toEqual([0, 40, 0, 100]);
	});
});
