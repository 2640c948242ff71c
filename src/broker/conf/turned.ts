import { type Conf, isOn, settingOf } from "./conf.ts";

/** What a login does not need: a person may have wanted it otherwise. */
const BESIDE: ReadonlySet<string> = new Set([
	...["persistence", "retained_persistence", "connection_messages", "log_timestamp", "log_type"],
]);

/** Lines of a person that a change turns round, as they were. */
export function turnedRound(before: Conf, after: Conf): readonly string[] {
	const lines = before.lines.filter(({ key = "" }) => BESIDE.has(key));
	return lines.flatMap(({ key, value, file, number }) => {
		const now = after.lines.find((line) => line.file === file && line.number === number && line.key === key);
		return now === undefined || now.value === value ? [] : [`\`${key} ${value}\` (${file}, ${number})`];
	});
}

/** Whether the broker keeps in a file what is retained. */
export const keepsRetained = (conf: Conf): boolean =>
	isOn(settingOf(conf, "persistence") ?? settingOf(conf, "retained_persistence"));
