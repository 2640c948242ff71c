import { say } from "#texts/say.ts";
import { clockOf, dateOf, plantTime } from "../plant/plant-time.ts";
import { circuits } from "./circuits.ts";
import { energies } from "./energies.ts";
import { entrance, pageTold } from "./entrance.ts";
import { clip, fill, type Line, span, widthOf, wrap } from "./line.ts";
import { nextOf } from "./next.ts";
import { outputs } from "./outputs.ts";
import { temperatures } from "./temperatures.ts";
import type { Size, View } from "./view.ts";

/** Free columns at both sides, and the widest line. */
const MARGIN = 1;
const WIDEST = 110;
/** Least log lines for which blank lines and captions are given up, and the most that are shown. */
const LOG = 6;
const MOST_LOG = 12;
const BLANK: Line = [];

/** The whole screen: at most `rows` lines of at most `columns` characters. The same view gives the same lines. */
export function table(view: View, { columns, rows }: Size): readonly Line[] {
	const width = Math.max(1, Math.min(columns - 2 * MARGIN, WIDEST));
	const log = logOf(view, width);
	const lines = layout(blocksOf(view, width), log, rows);
	return lines
		.slice(0, rows)
		.map((line) =>
			line.length === 0 ? line : [span(" ".repeat(Math.min(MARGIN, columns - 1))), ...clip(line, width)],
		);
}

interface Block {
	readonly lines: readonly Line[];
	/** Dropped first where there is little room. */
	readonly captions?: readonly Line[];
	/** The whole block is dropped before the plant itself. */
	readonly spare?: true;
}

function blocksOf(view: View, width: number): readonly Block[] {
	const { watchCaption, watch, holdCaption, hold, strangers } = entrance(view, width);
	const captions = [watchCaption, holdCaption];
	const page = pageTold(view.page).flatMap((told) => wrap(told, width).map((text): Line => [span(text, "strong")]));
	return [
		{ lines: [head(view, width)] },
		{ lines: [...page, watchCaption, ...watch, holdCaption, ...hold, ...strangers], captions, spare: true },
		{ lines: doing(view, width) },
		{ lines: temperatures(view.snapshot, width) },
		...circuitBlock(view, width),
		...energyBlock(view),
		{ lines: [...outputs(view, width), ...brokerLines(view, width)] },
	];
}

/** Dropped where there is little room. */
function energyBlock({ snapshot }: View): readonly Block[] {
	const lines = energies(snapshot);
	return lines.length === 0 ? [] : [{ lines, captions: lines }];
}

/** The reasons are dropped where there is little room. */
function circuitBlock(view: View, width: number): readonly Block[] {
	const { heads, reasons } = circuits(view, width);
	if (heads.length === 0) return [];
	return [{ lines: heads.flatMap((line, n) => [line, ...(reasons[n] ?? [])]), captions: reasons.flat() }];
}

/** Layouts, from spacious to tight. */
const LAYOUTS: readonly ((blocks: readonly Block[]) => readonly Line[])[] = [
	(blocks) => blocks.flatMap(({ lines }) => [...lines, BLANK]),
	(blocks) => blocks.flatMap((block) => [...uncaptioned(block), BLANK]),
	(blocks) => blocks.flatMap(uncaptioned),
	(blocks) => blocks.filter(({ spare }) => spare !== true).flatMap(({ lines }) => lines),
];
const uncaptioned = ({ lines, captions = [] }: Block) => lines.filter((line) => !captions.includes(line));

function layout(blocks: readonly Block[], log: readonly Block[], rows: number): readonly Line[] {
	const all = LAYOUTS.map((way) => way(blocks));
	const lines =
		all.slice(0, -1).find((way) => way.length + LOG <= rows) ??
		all.slice(-2).find((way) => way.length < rows) ??
		all.at(-1);
	return lines === undefined ? [] : [...lines, ...newest(log, Math.min(MOST_LOG, rows - lines.length))];
}

/** As many of the newest entries as fit. The last one is always shown, cut if needed. */
function newest(entries: readonly Block[], rows: number): readonly Line[] {
	let shown: readonly Line[] = [];
	for (const { lines } of entries.toReversed()) {
		if (shown.length > 0 && shown.length + lines.length > rows) break;
		shown = [...lines, ...shown];
	}
	return shown.slice(0, Math.max(0, rows));
}

function head({ snapshot, began, speed }: View, width: number): Line {
	const time = plantTime(began, snapshot.now);
	const right: Line = [span(`${dateOf(time)}, ${clockOf(time)}`, "strong"), span(` · ${speed} × faster`, "dim")];
	const left: Line = [span("Solar Heating", "title"), span(" demo", "dim")];
	return [...fill(left, Math.max(widthOf(left) + 1, width - widthOf(right))), ...right];
}

function doing({ snapshot, began, speed }: View, width: number): readonly Line[] {
	const next = nextOf(snapshot, plantTime(began, snapshot.now), speed);
	const now: Line = [
		span("Now:  ", "dim"),
		span(say("en", "activity", snapshot.activity), "strong"),
		span(` (mode ${snapshot.mode})`, "dim"),
	];
	const lines = next.flatMap((told) => wrap(told, width - 6));
	return [now, ...lines.map((text, n): Line => [span(n === 0 ? "Next: " : "      ", "dim"), span(text)])];
}

function brokerLines({ snapshot, door }: View, width: number): readonly Line[] {
	const { state, user, protocol } = snapshot.findings.find((f) => f.code === "broker")?.facts ?? {};
	const name = fill([span("Broker", "strong")], 16);
	if (state !== "connected") return [[...name, span(`○ ${String(state ?? "not joined yet")}`, "bad")]];
	const told = `at ${door.host}:${door.port} as ${String(user)}, MQTT ${String(protocol)}`;
	return wrap(told, width - 29).map(
		(text, n): Line =>
			n === 0 ? [...name, span("● connected", "good"), span(`  ${text}`)] : [span(" ".repeat(29)), span(text)],
	);
}

/** `08:31 Pump on: …`. Longer entries continue below, indented. */
const logOf = ({ entries }: View, width: number): readonly Block[] =>
	entries.map(({ at, level, text }) => ({
		lines: wrap(text, width - 6).map(
			(part, n): Line => [
				span(n === 0 ? `${at} ` : "      ", "dim"),
				level === "info" ? span(part) : span(part, level === "error" ? "bad" : "warm"),
			],
		),
	}));
