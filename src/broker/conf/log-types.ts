import { type Conf, isOff, settingsOf } from "./conf.ts";
import { addedForAll, putAway, withValue } from "./conf-edit.ts";

/** What a log has to have, and what it may not have, for a program that shuts people out by it. */
export interface Logging {
	readonly types: readonly string[];
	readonly unsafe: readonly string[];
}

/** Lines without a time are all of one moment. */
const NEEDED = ["connection_messages", "log_timestamp"];

/** The configuration with just these kinds of lines in the log. What is put away stays as a comment. */
export function logged(conf: Conf, { types, unsafe }: Logging): Conf {
	let now = conf;
	for (const line of conf.lines)
		if (line.key === "log_type" && (unsafe.includes(line.value) || line.value === "none")) now = putAway(now, line);
	for (const line of conf.lines)
		if (NEEDED.includes(line.key ?? "") && isOff(line.value)) now = withValue(now, line, "true");
	const there = settingsOf(now, "log_type");
	const lacking = types.filter((type) => !there.includes(type)).map((type) => `log_type ${type}`);
	return lacking.length === 0 ? now : addedForAll(now, ["# Set by solar-heating broker fail2ban.", ...lacking]);
}
