import { holdCommand, shellLines, watchCommand } from "../broker/commands.ts";
import { allRefused, refusalsTold } from "../broker/strangers.ts";
import { type Line, span, wrap } from "./line.ts";
import type { View } from "./view.ts";

/** Duration of a manual hold in seconds of the plant, by default. */
const HOLD = 3600;

/** How to connect from another terminal, ready to paste, and that others are refused. */
export function entrance(
	{ door, refusals, speed }: Pick<View, "door" | "refusals" | "speed">,
	width: number,
): Entrance {
	const commands = (words: readonly string[]): readonly Line[] =>
		shellLines(words, width).map((text) => [span(text, "strong")]);
	const hold = Math.max(1, Math.round(HOLD / speed));
	const refused = allRefused(refusals);
	return {
		watch: commands(watchCommand(door)),
		holdCaption: [span(`Hold the pump on for an hour of its time (${hold} s of yours):`, "dim")],
		watchCaption: [span("Watch everything from another terminal, as the visitor:", "dim")],
		hold: commands(holdCommand(door)),
		strangers: wrap(`Tried: ${refusalsTold(refusals)}.`, width).map((text) => [span(text, refused ? "good" : "bad")]),
	};
}

/** The address of the page, which accepts the visitor's login. */
export const pageTold = (page: string | undefined): readonly string[] =>
	page === undefined ? [] : [`Its page, with the same login: ${page}`];

export interface Entrance {
	readonly watchCaption: Line;
	readonly watch: readonly Line[];
	readonly holdCaption: Line;
	readonly hold: readonly Line[];
	readonly strangers: readonly Line[];
}
