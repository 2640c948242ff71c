import * as z from "zod";
import { claiming, rule, silent } from "#control/rule.ts";
import { exactly } from "#model/decision/claim.ts";
import { type Compare, gauge } from "#model/decision/condition.ts";
import { reason } from "#model/decision/decision.ts";
import type { Intent, Mode } from "#model/decision/intent.ts";
import { devicesOf, driven, isCircuit, subjectOf, together } from "#model/plant/circuit.ts";
import { canDo } from "#model/plant/level.ts";
import type { Output, Plant, Subject } from "#model/plant/plant.ts";
import { minutesField } from "#model/quantities/fields.ts";
import {
	after,
	type Instant,
	inSeconds,
	minutes,
	percent,
	type Seconds,
	seconds,
	since,
} from "#model/quantities/units.ts";

const HOLD_LEFT = gauge("hold_left", "s");
const NOTHING = seconds(0);
const DAY = seconds(24 * 3600);
/** A heater must not be left on until the next morning. */
const HEATER_AT_MOST = seconds(3600);
const TEST_AT_MOST = seconds(600);

const hold = z.object({ output: z.string(), want: z.number().min(0).max(100), until: z.number() });
type Hold = z.output<typeof hold>;
type Holds = readonly Hold[];

/**
 * People hold an output or a circuit on or off for a time. Safety is stronger, and every hold ends by itself. A newer hold
 * ends the older ones that it contradicts.
 */
export const manual = rule({
	id: "manual",
	per: "plant",
	needs: {},
	options: z.object({
		hold_for: minutesField(1, 1440).default(minutes(60)),
	}),
	memory: z.object({ holds: z.array(hold).default([]) }),
	renamed: ({ holds }, ids) => ({ holds: holds.map((h) => ({ ...h, output: ids.get(h.output) ?? h.output })) }),
	propose({ at: plant }, { now, mode, intents, settings, compare }, memory) {
		let holds: Holds = memory.holds;
		for (const intent of intents) holds = heard(holds, intent, plant, now, mode, inSeconds(settings.hold_for));
		if (holds.length === 0) return silent(memory.holds.length === 0 ? memory : { holds: [] });
		if (mode === "off") return silent({ holds: [] });
		const lasting = holds.filter((h) => lasts(compare, h, subjectOf(plant, h.output), now, mode));
		const remembered = lasting.length === memory.holds.length && holds === memory.holds ? memory : { holds: lasting };
		const claims = lasting.flatMap((h) => {
			const on = subjectOf(plant, h.output);
			if (on === undefined) return [];
			const left = Math.ceil(since(now, h.until as Instant));
			return [exactly(on, percent(h.want), "manual", reason(h.want > 0 ? "held_on" : "held_off", { left }), "manual")];
		});
		return claiming(remembered, claims);
	},
});

function heard(holds: Holds, intent: Intent, plant: Plant, now: Instant, mode: Mode, usual: Seconds): Holds {
	switch (intent.kind) {
		case "hold": {
			const on = subjectOf(plant, intent.output);
			if (on === undefined) return holds;
			const until = after(now, limited(driven(on), mode, intent.for ?? usual));
			// No negative zero: memories are saved as JSON, which has none.
			const newest = { output: intent.output, want: intent.want + 0, until };
			// In a test only one thing moves at a time.
			const others = mode === "test" ? [] : holds.filter((h) => !ends(newest, on, h, subjectOf(plant, h.output)));
			return [...others, newest];
		}
		case "release":
			return holds.filter((h) => h.output !== intent.output);
		case "mode":
			return [];
		default:
			return holds;
	}
}

/** Whether the newest hold ends an older one: of the same, of a circuit's own outputs, or of a circuit that cannot run beside it. */
function ends(newest: Hold, on: Subject, older: Hold, before: Subject | undefined): boolean {
	if (older.output === newest.output || before === undefined) return true;
	if (isCircuit(on) && isCircuit(before)) return newest.want > 0 && older.want > 0 && !together(on, before);
	if (isCircuit(on)) return devicesOf(on).includes(driven(before));
	return isCircuit(before) && devicesOf(before).includes(on);
}

/** Ends holds that are over, and invalid ones: too long, or at a level that the output does not have. */
function lasts(compare: Compare, h: Hold, on: Subject | undefined, now: Instant, mode: Mode): boolean {
	if (on === undefined) return false;
	const left = since(now, h.until as Instant);
	return (
		canDo(driven(on), percent(h.want)) && compare.above(HOLD_LEFT, left, NOTHING) && left <= longest(driven(on), mode)
	);
}

const limited = (output: Output, mode: Mode, wanted: Seconds) =>
	seconds(Math.min(Math.max(wanted, 1), longest(output, mode)));

function longest(output: Output, mode: Mode): Seconds {
	if (mode === "test") return TEST_AT_MOST;
	return output.role === "heater" ? HEATER_AT_MOST : DAY;
}
