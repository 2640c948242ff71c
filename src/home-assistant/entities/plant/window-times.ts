import { problem } from "#model/findings/finding.ts";
import { DAY_LASTS } from "#model/quantities/week.ts";
import { type Windows, windowsIn } from "#model/quantities/windows.ts";
import { mend } from "#model/sentences/sentence.ts";
import { settingFieldsIn } from "#rules/settings.ts";
import { say } from "#texts/say.ts";
import type { Entity, EntityFamily } from "../entity.ts";
import { timeIn, timeText } from "../time-text.ts";

/** Settings that are time windows of the week, by the names of their ends. */
const WINDOWS = [
	["heater_control", "heater_control_windows"],
	["circulation", "circulation_windows"],
	["tube_kick", "tube_kick_windows"],
] as const;
const ENDS = ["from", "until"] as const;

/**
 * Begin and end of a window that is the same every day. Unknown where the setting has others; the text of the setting has them.
 * Choosing one end makes it such a window, whose other end stays or is midnight.
 */
export const windowTimes: EntityFamily = (plant, language) => {
	const there = settingFieldsIn(plant);
	return WINDOWS.flatMap(([rule, name]) => {
		const field = there.find((one) => one.rule === rule && one.field === "windows");
		return field === undefined
			? []
			: ENDS.map((end): Entity => {
					const path = field.path;
					return {
						key: `${name}_${end}`,
						platform: "time",
						name: say(language, "entity", `${name}_${end}`),
						component: { entity_category: "config", icon: ICONS[end], enabled_by_default: false },
						state({ settings }) {
							const daily = dailyIn(settings[rule]?.["windows"]);
							return daily && timeText(daily[end]);
						},
						command(payload, { settings }) {
							const minute = timeIn(payload);
							if (minute === undefined) return problem(path, payload, mend("send_time"));
							const daily = { ...WHOLE_DAY, ...dailyIn(settings[rule]?.["windows"]), [end]: minute };
							const value = windowText(daily);
							if (windowsIn(value) === undefined) return problem(path, payload, mend("send_other_time"));
							return { kind: "setting", rule, field: "windows", value };
						},
					};
				});
	});
};

const ICONS = { from: "mdi:clock-start", until: "mdi:clock-end" } as const;

/** In minutes of the day. */
interface Daily {
	readonly from: number;
	readonly until: number;
}
const WHOLE_DAY: Daily = { from: 0, until: DAY_LASTS };

function dailyIn(text: unknown): Daily | undefined {
	const windows: Windows | undefined = typeof text === "string" ? windowsIn(text) : undefined;
	const [only, second] = windows?.listed ?? [];
	return only === undefined || second !== undefined || only.days.length < 7
		? undefined
		: { from: only.from, until: only.to };
}

/** `06:00-24:00`: midnight ends a day. */
const windowText = ({ from, until }: Daily): string =>
	`${timeText(from).slice(0, 5)}-${until % DAY_LASTS === 0 ? "24:00" : timeText(until).slice(0, 5)}`;
