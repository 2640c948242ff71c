import type { Seconds } from "#model/quantities/units.ts";
import { fieldOf } from "#model/untyped/untyped.ts";
import { askControl, sentenceIn } from "#runtime/socket/ask-control.ts";
import type { CommandFigures } from "#runtime/watched.ts";

const PATHS = ["broker", "control"] as const;

/** Gives a command that changes nothing on each path, one after another, and adds the results to the earlier ones. */
export async function tryCommands(
	folder: string,
	timeout: Seconds,
	before: readonly CommandFigures[] = [],
): Promise<readonly CommandFigures[]> {
	const figures = new Map(before.map((one) => [one.path, one]));
	for (const path of PATHS) {
		const asked = await askControl(folder, "try_command", path, timeout);
		if (asked.kind === "not_running") break;
		const known = figures.get(path) ?? { path, tried: 0, answered: 0, not_allowed: false };
		figures.set(path, counted(known, asked.kind === "answer" ? asked.value : undefined));
	}
	return [...figures.values()];
}

function counted(before: CommandFigures, fared: unknown): CommandFigures {
	const tried = before.tried + 1;
	switch (fieldOf(fared, "kind")) {
		case "answered": {
			const slowest = Math.max(before.slowest ?? 0, Number(fieldOf(fared, "seconds")));
			const refused = fieldOf(fieldOf(fared, "refused"), "remedy");
			const refusal = sentenceIn(fieldOf(fared, "refused"));
			const answered = { ...before, tried, answered: before.answered + 1, slowest };
			return refused === undefined ? answered : { ...answered, refused: String(refused), ...(refusal && { refusal }) };
		}
		case "not_allowed":
			return { ...before, not_allowed: true };
		case "not_tried":
			return before;
		default:
			return { ...before, tried };
	}
}
