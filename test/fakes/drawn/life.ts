import { atLeast } from "#model/decision/claim.ts";
import { type Claim, RANKS } from "#model/decision/decision.ts";
import type { Intent, Mode } from "#model/decision/intent.ts";
import type { Settings } from "#model/decision/settings.ts";
import { outputId, type Plant, type Subject } from "#model/plant/plant.ts";
import { percent, seconds } from "#model/quantities/units.ts";
import type { Wall } from "#model/quantities/wall.ts";
import { reason } from "../unworded.ts";
import type { Dice } from "./dice.ts";

/** What a sensor says: a temperature, a fault, or nothing new. */
export type Says = number | "fault" | "silent";

/**
 * How a board treats an output. `obeys`: switches and confirms. `assumed`: switches, and cannot confirm. `late`: switches
 * a turn later. `welded`: stays, and tells so. `lost`: stays, and does not answer. `mute`: switches, and does not answer.
 * `flips`: switches by itself to the other state, and stays there.
 */
export type Board = "obeys" | "assumed" | "late" | "welded" | "lost" | "mute" | "flips";

/** What happens before a turn. What is left out stays as it was. */
export interface Row {
	/** Since the last turn (s). */
	readonly dt: number;
	readonly says: readonly (readonly [sensor: number, says: Says])[];
	readonly boards: readonly (readonly [output: number, board: Board])[];
	readonly intents: readonly Intent[];
	/** Claims that no rule makes, from now on. */
	readonly claims?: readonly Claim[];
	/** The time of day; without it, it is not known. */
	readonly wall?: Wall;
	/** The process has ended and starts again: what is saved is read, and boards tell what they can. */
	readonly restarts?: true;
}

export interface Life {
	/** Instead of the defaults. */
	readonly settings?: Settings;
	/** What the boards report before the first turn, by output; undefined where they cannot. */
	readonly found: readonly (0 | 100 | undefined)[];
	readonly rows: readonly Row[];
}

export const subjectsOf = ({ circuits, outputs }: Plant): readonly Subject[] => [...circuits, ...outputs];

/** Any life of a plant. */
export function drawLife(dice: Dice, plant: Plant): Life {
	const started = dice.once(3);
	const length = dice.of(4, 8, 12, 16, 24);
	return {
		found: plant.outputs.map(() => (started ? dice.of(0, 0, 100, undefined) : undefined)),
		rows: dice.times(length, (nth) => drawRow(dice, plant, nth === 0)),
	};
}

function drawRow(dice: Dice, plant: Plant, first: boolean): Row {
	const says = plant.sensors.flatMap(({ index, role }) =>
		first || dice.once(5) ? [[index, drawSays(dice, role)] as const] : [],
	);
	const boards = plant.outputs.flatMap(({ index }) =>
		dice.once(14)
			? [[index, dice.of<Board>("assumed", "late", "welded", "lost", "mute", "flips", "flips")] as const]
			: dice.once(3)
				? [[index, "obeys"] as const]
				: [],
	);
	return {
		dt: dice.of(1, 5, 10, 10, 30, 60, 300, 900),
		says,
		boards,
		intents: dice.once(4) ? [drawIntent(dice, plant)] : [],
		...(dice.once(4) ? { claims: dice.times(dice.nat(6), () => drawClaim(dice, plant)) } : {}),
		...(dice.once(3) ? { claims: [] } : {}),
		...(dice.once(16) ? { restarts: true } : {}),
	};
}

function drawSays(dice: Dice, role: string): Says {
	if (dice.once(14)) return dice.of("fault", "silent");
	return role === "tank" ? dice.of(20, 35, 50, 73, 74, 75, 94, 95, 96) : dice.of(3, 30, 48, 60, 75, 91, 139, 151);
}

const LEVELS = [0, 0, 30, 40, 45, 100, 100] as const;

function drawIntent(dice: Dice, plant: Plant): Intent {
	const on = dice.from(subjectsOf(plant))?.id ?? "";
	const hold: Intent = {
		kind: "hold",
		output: outputId(on),
		want: percent(dice.of(...LEVELS)),
		for: seconds(dice.of(20, 600, 99_999)),
	};
	return dice.of<Intent>(
		hold,
		hold,
		hold,
		{ kind: "release", output: outputId(on) },
		{ kind: "mode", mode: dice.of<Mode>("auto", "auto", "off", "test") },
		drawSetting(dice),
	);
}

const drawSetting = (dice: Dice): Intent => ({
	kind: "setting",
	...dice.of(
		{ rule: "tank_limit", field: "maximum", value: dice.of(80, 95, 98) },
		{ rule: "tank_limit@tank_1", field: "maximum", value: dice.of(80, 93, 98) },
		{ rule: "tank_limit", field: "target", value: dice.of(40, 70, 75) },
		{ rule: "solar_charging", field: "start_at", value: dice.of(6, 8, 20) },
		{ rule: "boil_stop", field: "stop_at", value: dice.of(140, 150, 200) },
		{ rule: "night_cooling", field: "enabled", value: true },
	),
});

const CONFLICT = reason("drawn");

/** Any claim: also those that no rule of ours would make. Valves are claimed into a position. */
function drawClaim(dice: Dice, plant: Plant): Claim {
	const on = dice.from(subjectsOf(plant));
	if (on === undefined) throw new Error("the plant has circuits");
	const [a, b] = [dice.of(...LEVELS), dice.of(...LEVELS)];
	const [low, high] = [Math.min(a, b), Math.max(a, b)];
	const position = "role" in on && on.role === "valve" ? percent(a > 0 ? 100 : 0) : undefined;
	const rank = dice.of("normal", "protection", ...RANKS);
	const claim = atLeast(on, position ?? percent(low), rank, CONFLICT, "upkeep");
	return { ...claim, at_most: position ?? percent(high), urgent: claim.urgent || dice.once(4) };
}
