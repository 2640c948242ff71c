import { since } from "#model/quantities/units.ts";
import type { Player } from "./player.ts";

type Turn = ReturnType<Player["turn"]>;

/** Starts and running time of an output, as configured and as compared. */
interface Both {
	readonly starts: [own: number, compared: number];
	readonly seconds: [own: number, compared: number];
	readonly runs: [own: boolean, compared: boolean];
}

/** How two runs over the same readings differ. */
export class Summary {
	private turns = 0;
	private different = 0;
	private readonly outputs = new Map<string, Both>();
	private last: Turn["t"] | undefined;

	see(own: Turn, compared: Turn): void {
		const passed = this.last === undefined ? 0 : since(this.last, own.t);
		this.last = own.t;
		this.turns += 1;
		let differs = false;
		for (const [id, { want }] of Object.entries(own.outputs)) {
			const wants = [want ?? 0, compared.outputs[id]?.want ?? 0] as const;
			if (wants[0] !== wants[1]) differs = true;
			const both = this.outputs.get(id) ?? { starts: [0, 0], seconds: [0, 0], runs: [false, false] };
			this.outputs.set(id, both);
			for (const nth of [0, 1] as const) {
				if (both.runs[nth]) both.seconds[nth] += passed;
				const runs = wants[nth] > 0;
				if (runs && !both.runs[nth]) both.starts[nth] += 1;
				both.runs[nth] = runs;
			}
		}
		if (differs) this.different += 1;
	}

	told() {
		const figures = (nth: 0 | 1) =>
			Object.fromEntries(
				[...this.outputs].map(([id, { starts, seconds }]) => [
					id,
					{ starts: starts[nth], hours: Math.round(seconds[nth] / 36) / 100 },
				]),
			);
		return { turns: this.turns, different: this.different, outputs: figures(0), compared: figures(1) };
	}
}
