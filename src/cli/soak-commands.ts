import type { Seconds } from "#model/units.ts";
import { fieldOf } from "#model/untyped.ts";
import { askControl } from "#runtime/ask-control.ts";
import type { CommandFigures } from "#runtime/watched.ts";

const PATHS = ["broker", "control"] as const;

/** Gives commands that change nothing on both paths, and counts how they fared. */
export class CommandTally {
	readonly #folder: string;
	readonly #timeout: Seconds;
	readonly #figures = new Map<CommandFigures["path"], CommandFigures>();

	constructor(folder: string, timeout: Seconds) {
		this.#folder = folder;
		this.#timeout = timeout;
	}

	/** One on each path, after one another. */
	async try(): Promise<void> {
		for (const path of PATHS) {
			const asked = await askControl(this.#folder, "try_command", path, this.#timeout);
			if (asked.kind === "nobody") return;
			const before = this.#figures.get(path) ?? { path, tried: 0, answered: 0, not_allowed: false };
			this.#figures.set(path, counted(before, asked.kind === "answer" ? asked.value : { kind: "unanswered" }));
		}
	}

	figures(): readonly CommandFigures[] {
		return [...this.#figures.values()];
	}
}

function counted(before: CommandFigures, fared: unknown): CommandFigures {
	const kind = fieldOf(fared, "kind");
	const tried = before.tried + 1;
	switch (kind) {
		case "answered": {
			const took = Number(fieldOf(fared, "seconds"));
			const slowest = Math.max(before.slowest ?? 0, took);
			const refused = fieldOf(fieldOf(fared, "refused"), "remedy");
			return {
				...before,
				tried,
				answered: before.answered + 1,
				slowest,
				...(refused !== undefined && { refused: String(refused) }),
			};
		}
		case "not_allowed":
			return { ...before, not_allowed: true };
		case "not_tried":
			return before;
		default:
			return { ...before, tried };
	}
}
