import { type Conf, isOn, settingOf } from "./conf.ts";

/** Settings that a login does not depend on. A person may have chosen them on purpose. */
const BESIDE: ReadonlySet<string> = new Set([
	...["persistence", "retained_persistence", "connection_messages", "log_timestamp", "log_type"],
]);

/** Lines of a person that a change reverses, in their former wording. */
export function turnedRound(before: Conf, after: Conf): readonly string[] {
	const lines = before.lines.filter(({ key = "" }) => BESIDE.has(key));
	return lines.flatMap(({ key, value, file, number }) => {
		const now = after.lines.find((line) => line.file === file && line.number === number && line.key === key);
		return now === undefined || now.value === value ? [] : [`\`${key} ${value}\` (${file}, ${number})`];
	});
}

/** Whether the broker saves retained messages to a file. */
export const keepsRetained = (conf: Conf): boolean =>
	isOn(settingOf(conf, "persistence") ?? settingOf(conf, "retained_persistence"));
