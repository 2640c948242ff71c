import { problem } from "#model/findings/finding.ts";
import { mend } from "#model/sentences/sentence.ts";
import { settingFieldsIn } from "#rules/settings.ts";
import { sayAny } from "#texts/say.ts";
import type { Entity, EntityFamily } from "../entity.ts";
import { timeIn, timeText } from "../time-text.ts";

/** Settings that are times of the week, and have a time of the day as well. */
const TIMES = [
	["heater_control", "ready_by"],
	["legionella", "start_at"],
] as const;
const DAILY = /^(\d|[01]\d|2[0-3])[:.]([0-5]\d)$/;

/** One time for every day of the week. Unknown where the setting has other times, or none; the text of the setting has them. */
export const dailyTimes: EntityFamily = (plant, language, { unseen = [] } = {}) => {
	const there = settingFieldsIn(plant);
	return TIMES.flatMap(([rule, field]): readonly Entity[] => {
		if (!there.some((one) => one.rule === rule && one.field === field)) return [];
		const path = `${rule}.${field}`;
		const key = `${rule}_${field}_daily` as const;
		return [
			{
				key,
				platform: "time",
				name: sayAny(language, "entity", key),
				component: {
					entity_category: "config",
					icon: "mdi:clock-outline",
					...(unseen.includes(path) && { enabled_by_default: false }),
				},
				state({ settings }) {
					const [, hours, minutes] = DAILY.exec(String(settings[rule]?.[field] ?? "")) ?? [];
					return hours === undefined ? undefined : timeText(Number(hours) * 60 + Number(minutes));
				},
				command(payload) {
					const minute = timeIn(payload);
					if (minute === undefined) return problem(path, payload, mend("send_time"));
					return { kind: "setting", rule, field, value: timeText(minute).slice(0, 5) };
				},
			},
		];
	});
};
