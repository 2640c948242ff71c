import { type Conf, isOff, settingsOf } from "./conf.ts";
import { addedForAll, putAway, withValue } from "./conf-edit.ts";

/** What a log must and must not contain for a program that bans clients because of it. */
export interface Logging {
	readonly types: readonly string[];
	readonly unsafe: readonly string[];
}

/** Without time stamps all lines would seem to be from one moment. */
const NEEDED = ["connection_messages", "log_timestamp"];

/** The configuration with exactly these log types. Removed lines become comments. */
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
