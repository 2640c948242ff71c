import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Writable } from "node:stream";
import { stripVTControlCharacters } from "node:util";
import { describe, expect, it, test } from "@jest/globals";
import fc from "fast-check";
import { shellLines, watchCommand } from "#demo/broker/commands.ts";
import { freshPassword } from "#demo/broker/logins.ts";
import { optionsFor, SIMULATED } from "#demo/plant/plant.ts";
import { clockOf, dateOf, plantTime } from "#demo/plant/plant-time.ts";
import { journal } from "#demo/screen/journal.ts";
import { clip, fill, paint, plain, span, widthOf, wrap } from "#demo/screen/line.ts";
import { nextOf } from "#demo/screen/next.ts";
import { recorder } from "#demo/screen/record.ts";
import { openScreen } from "#demo/screen/screen.ts";
import { outputId } from "#model/plant/plant.ts";
import { FULL, instant, OFF } from "#model/quantities/units.ts";
import { parse } from "#options/parse.ts";
import { type Scene, seen, turns } from "../fakes/owners-plant.ts";

describe("a line", () => {
	test.each([
		["hello", 5, "hello"],
		["hello", 4, "hel…"],
		["hello", 1, "…"],
		["hello", 0, ""],
	])("%s cut to %i columns is %s", (text, width, cut) => expect(plain(clip([span(text)], width))).toBe(cut));

	it("is cut across its spans, which keep their style", () => {
		expect(clip([span("ab", "dim"), span("cd", "bad")], 3)).toEqual([span("ab", "dim"), span("…")]);
		expect(widthOf(fill([span("ab")], 5))).toBe(5);
	});

	it("has no control sequence without colour, and ends each with one", () => {
		expect(paint([span("a", "bad"), span("b")], false)).toBe("ab");
		expect(paint([span("a", "bad"), span("b")], true)).toBe("\x1b[1;31ma\x1b[0mb");
	});

	it("is wrapped between words without losing any", () => {
		fc.assert(
			fc.property(
				fc.array(fc.stringMatching(/^[a-z]{1,9}$/), { minLength: 1 }),
				fc.integer({ min: 9, max: 40 }),
				(words, width) => {
					const lines = wrap(words.join(" "), width);
					expect(lines.join(" ")).toBe(words.join(" "));
					for (const line of lines) expect(line.length).toBeLessThanOrEqual(width);
				},
			),
		);
	});
});

describe("a command to paste", () => {
	const command = watchCommand({
		host: "127.0.0.1",
		port: 1,
		username: "visitor",
		password: freshPassword(),
		root: "solar/a",
	});
	it("is one command for the shell, however it is broken", () => {
		for (let width = 1; width < 120; width += 1) {
			const lines = shellLines(command, width);
			expect(lines.join("\n").replace(/ \\\n\s*/g, " ")).toBe(command.join(" "));
			for (const line of lines) expect(line).not.toMatch(/\\\s+$/);
			if (width >= 30) for (const line of lines) expect(line.length).toBeLessThanOrEqual(width);
		}
	});
});

describe("a fresh password", () => {
	it("has at least 128 bits of chance and only characters that no shell minds", () => {
		const some = Array.from({ length: 200 }, freshPassword);
		for (const password of some) expect(password).toMatch(/^[A-Za-z0-9]{22}$/);
		expect(new Set(some).size).toBe(200);
		expect(22 * Math.log2(62)).toBeGreaterThan(128);
		expect(new Set(some.join("")).size).toBe(62);
	});
});

describe("the demo's plant", () => {
	it("is that of the example", () => {
		const example = readFileSync(join(import.meta.dirname, "../../examples/options.simulated.json"), "utf8");
		expect(SIMULATED).toEqual(JSON.parse(example));
	});
	it("has valid options", () =>
		expect(parse(optionsFor("127.0.0.1", 1883, { username: "a", password: "b" }, 1)).kind).toBe("valid"));
});

describe("the plant's time", () => {
	test.each([
		[0, "21 June", "08:30"],
		[59, "21 June", "08:30"],
		[60, "21 June", "08:31"],
		[15.5 * 3600, "22 June", "00:00"],
		[10 * 86_400, "1 July", "08:30"],
		[194 * 86_400, "1 January", "08:30"],
	])("%i s after the start is %s, %s", (seconds, date, clock) => {
		const time = plantTime(instant(100), instant(100 + seconds));
		expect([dateOf(time), clockOf(time)]).toEqual([date, clock]);
	});
});

describe("what happens next", () => {
	const cool: Scene = { read: (s) => (s.role === "collector" ? 25 : 20) };
	const hot: Scene = { read: (s) => (s.role === "collector" ? 45 : 20) };
	const hold: Scene = { ...cool, intents: [{ kind: "hold", output: outputId("pump"), want: FULL }] };
	test.each([
		["in the morning", cool, 9, "the sun warms the collector; the pump starts when it is 3.0 K warmer."],
		["in the evening", cool, 21, "the sun is low; it is back in 10 min, and starts the pump again."],
		["while it charges", hot, 9, "the pump stops when only 4.0 K are left, or when the tank has 75 °C."],
		["while it is held", hold, 9, "the controller takes the pump back in 60 s."],
	])("is told %s", (_, scene, hour, told) => {
		expect(nextOf(seen(scene), { day_of_year: 172, hour }, 60)).toEqual([told]);
	});
	it("is told after a sensor is lost, too", () => {
		const lost: Scene = { read: () => undefined };
		expect(nextOf(seen(lost), { day_of_year: 172, hour: 9 }, 60).join()).not.toMatch(/NaN|undefined/);
	});
});

describe("the journal", () => {
	it("keeps sentences with the plant's time, whole lines only, the newest", () => {
		const heard: string[] = [];
		const { out, entries } = journal(
			() => "08:30",
			({ text }) => heard.push(text),
		);
		out.write('{"level":"info","message":"Pump on"}\n{"level":"warn');
		out.write('ing","message":"Careful"}\nno json\n');
		expect(entries()).toEqual([
			{ at: "08:30", level: "info", text: "Pump on" },
			{ at: "08:30", level: "warning", text: "Careful" },
		]);
		for (let n = 0; n < 100; n += 1) out.write(`{"level":"info","message":"${n}"}\n`);
		expect(entries()).toHaveLength(40);
		expect(entries().at(-1)?.text).toBe("99");
		expect(heard).toHaveLength(102);
	});
});

describe("the summary", () => {
	it("counts starts, running time and heat since the demo began, and names the highest temperatures", () => {
		const scene = (collector: number, tank: number): Scene => ({
			read: (s) => (s.role === "collector" ? collector : tank),
			effect: ({ id }) => ({ actual: id === "pump" && collector > 30 ? FULL : OFF }),
		});
		const record = recorder();
		for (const s of turns([scene(20, 20), scene(45, 20), scene(80.04, 30), scene(20, 30)])) record.see(s);
		const told = record.summary();
		expect(told[0]).toBe("The plant lived 3 min.");
		expect(told[1]).toBe("The pump started 1 time, and ran 2 min.");
		expect(told[2]).toBe("The heater stayed off.");
		expect(told[3]).toBe("Highest: collector 80.0 °C, tank 30.0 °C.");
		expect(told[4]).toBe("The tank holds 4.2 kWh more than at the start.");
	});
	it("is empty before the first turn", () => expect(recorder().summary()).toEqual([]));
});

describe("the screen", () => {
	it("is drawn in place, without scrolling, and gives the terminal back as it was", () => {
		let written = "";
		const terminal = new Writable({
			write(chunk, _encoding, done) {
				written += String(chunk);
				done();
			},
		});
		const out = Object.assign(terminal, { columns: 40, rows: 3 });
		const screen = openScreen(out, false);
		screen.draw(({ columns, rows }) => [[span(`${columns} x ${rows}`)], [span("two")], [span("three")]]);
		expect(stripVTControlCharacters(written)).toBe("40 x 3\r\ntwo\r\nthree");
		expect(written).toContain("\x1b[H40 x 3\x1b[K\r\n");
		expect(written).not.toContain("\x1b[?25h");
		screen.close();
		screen.draw(() => [[span("late")]]);
		screen.close();
		expect(written.endsWith("\x1b[?7h\x1b[?25h\x1b[?1049l")).toBe(true);
	});
});
