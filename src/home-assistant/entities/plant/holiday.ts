import { memoryAt } from "#model/decision/memory-key.ts";
import type { Snapshot } from "#model/decision/snapshot.ts";
import { problem } from "#model/findings/finding.ts";
import { instant, seconds, since } from "#model/quantities/units.ts";
import { daysTo, laterBy } from "#model/quantities/wall.ts";
import { mend } from "#model/sentences/sentence.ts";
import { isRecord } from "#model/untyped/untyped.ts";
import { settingFieldsIn } from "#rules/settings.ts";
import { say } from "#texts/say.ts";
import type { Asked, EntityFamily } from "../entity.ts";

const KEY = "holiday_until";
const RULE = "holiday";
const DAY = 86_400;
const DATE = /^\d{4}-\d\d-\d\d$/;

/**
 * The day on which the holiday ends: choosing one switches the holiday on, and today or an earlier day ends it. Unknown while
 * there is none.
 */
export const holiday: EntityFamily = (plant, language) =>
	settingFieldsIn(plant).some(({ rule }) => rule === RULE)
		? [
				{
					key: KEY,
					platform: "date",
					name: say(language, "entity", KEY),
					component: { icon: "mdi:beach" },
					state: endOf,
					command: until,
				},
			]
		: [];

function endOf(snapshot: Snapshot): string | undefined {
	const { settings, wall } = snapshot;
	const { enabled, days } = settings[RULE] ?? {};
	if (enabled !== true || typeof days !== "number" || !wall.trusted) return undefined;
	const left = days * DAY - elapsed(snapshot);
	return left > 0 ? laterBy(wall, seconds(left)).date : undefined;
}

/** Seconds since the holiday began; 0 before. */
function elapsed({ memories, plant, now }: Snapshot): number {
	const began = plant.circuits.flatMap(({ id }) => {
		const memory = memoryAt(memories, RULE, id);
		const begun = isRecord(memory) ? memory["begun"] : undefined;
		return typeof begun === "number" && begun >= 0 ? [since(instant(begun), now)] : [];
	});
	return Math.max(0, ...began);
}

function until(payload: string, snapshot: Snapshot): Asked {
	const { wall } = snapshot;
	const isDate = DATE.test(payload);
	if (isDate && !wall.trusted) return problem(KEY, payload, mend("clock_unset"));
	const ahead = isDate ? daysTo(wall.date, payload) : undefined;
	if (ahead === undefined) return problem(KEY, payload, mend("send_date"));
	if (ahead === 0) return { kind: "setting", rule: RULE, field: "enabled", value: false };
	const isOn = snapshot.settings[RULE]?.["enabled"] === true;
	// Its days count from when it began, and end at that time of the day.
	const midnights = isOn ? Math.max(0, Math.ceil((elapsed(snapshot) - wall.minute_of_day * 60) / DAY)) : 0;
	return [
		{ kind: "setting", rule: RULE, field: "days", value: ahead + midnights },
		{ kind: "setting", rule: RULE, field: "enabled", value: true },
	];
}
