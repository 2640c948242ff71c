import { datePatterns } from "./fail2ban-date.ts";
import type { Release } from "./read/release.ts";

/** Of both files, and of the filter in the jail. */
export const FAIL2BAN_NAME = "solar-heating-mosquitto";

/**
 * Mosquitto cuts lines at 999 bytes, and behind a cut an id could end in the broker's words with a made-up address. ASCII
 * letters are a byte each; others have up to four bytes. A longer line leads to no ban.
 */
const CLIENTS = ["Client (?!.{900})[ -~]* ", "Client (?!.{230}).* "];
/**
 * Lines before, in which each connection is let in, or gone, in the line behind it: then no other one is known to wait for
 * its answer. A port that is only looked at gives the second pair. A broker that starts has no connection yet.
 */
const QUIET = [
	"\\A(?:(?:.*\\n)*mosquitto version \\S+ starting\\n)?(?:(?!New connection from ).*\\n",
	"New connection from \\S+ on port \\d+\\.\\nClient <unknown> (?:closed its connection|disconnected).*\\n",
	"New connection from (\\S+) on port \\d+\\.\\nNew client connected from \\1 as .*\\n)*",
].join("|");
/** Each takes whole lines, one after the other. */
const REFUSED: Readonly<Record<Release, readonly string[]>> = {
	// Only a client without an id is named there by its address.
	"2.0": [
		"^Sending CONNACK to <ADDR> \\(0, (?:4|5|134|135|138)\\)\\nClient <unknown> disconnected, not authorised\\.$",
	],
	// No line has both the refusal and the address: the connection is the one of the line before. The refusal is the newest
	// line that fail2ban holds, or an old one would be judged again when the lines before it are forgotten.
	"2.0.13": CLIENTS.map(
		(client) =>
			`${QUIET}New connection from <ADDR>:\\d{1,5} on port \\d{1,5}\\.\\n${client}disconnected, not authorised\\.\\n?\\Z`,
	),
	"2.1": CLIENTS.map(
		(client) =>
			`^${client}\\[<ADDR>:\\d{1,5}\\] disconnected: (?:not authorised|bad username or password|client banned|bad authentication method)\\.$`,
	),
};

/** What mosquitto.conf must contain for the filter to see every refusal and not to be deceived. */
export const LOG_TYPES: Readonly<Record<Release, readonly string[]>> = {
	"2.0": ["error", "warning", "notice", "information", "debug"],
	"2.0.13": ["error", "warning", "notice", "information"],
	"2.1": ["error", "warning", "notice", "information"],
};
/** With these Mosquitto writes lines that are a client's own words and nothing else. */
export const UNSAFE_LOG_TYPES = ["subscribe", "unsubscribe", "all"];

/** Lines that fail2ban looks at together. */
const MAX_LINES: Readonly<Record<Release, number>> = { "2.0": 2, "2.0.13": 40, "2.1": 1 };
/** As its owner reads it. */
const SPAN: Readonly<Record<Release, string>> = {
	"2.0": "2.0.0 to 2.0.12",
	"2.0.13": "2.0.13 and later of 2.0",
	"2.1": "2.1",
};

/**
 * The filter, for fail2ban's `filter.d`. Each pattern takes whole lines, and the address is the broker's word.
 * @param dates what it reads the time of a line by
 */
export const fail2banFilter = (
	release: Release,
	dates = datePatterns(undefined) ?? [],
): string => `# Logins that Mosquitto ${SPAN[release]} refused. Written by solar-heating broker fail2ban.
# It is for these releases alone: of another's lines a client may choose what stands in the place of the address.
# mosquitto.conf needs: ${LOG_TYPES[release].map((type) => `log_type ${type}`).join(", ")}
# and none of: ${UNSAFE_LOG_TYPES.map((type) => `log_type ${type}`).join(", ")}

[Definition]
datepattern = ${dates.join("\n              ")}
failregex = ${REFUSED[release].join("\n            ")}
ignoreregex =
maxlines = ${MAX_LINES[release]}
`;

export interface Jail {
	readonly log: string;
	readonly ports: readonly number[];
}

/** The jail, for fail2ban's `jail.d`: ten refusals in five minutes close the broker's ports for an hour. */
export const fail2banJail = ({
	log,
	ports,
}: Jail): string => `# Written by solar-heating broker fail2ban. The machine itself is never shut out: its own audit is refused on purpose.

[${FAIL2BAN_NAME}]
enabled = true
filter = ${FAIL2BAN_NAME}
logpath = ${log}
backend = auto
port = ${ports.join(",")}
maxretry = 10
findtime = 5m
bantime = 1h
ignoreip = 127.0.0.0/8 ::1
`;
