import { datePatterns } from "./fail2ban-date.ts";
import type { Release } from "./read/release.ts";

/** Name of both files, and of the filter in the jail. */
export const FAIL2BAN_NAME = "solar-heating-mosquitto";

/**
 * Mosquitto cuts lines at 999 bytes, and an id could imitate the broker's text with an invented address before a cut. ASCII
 * letters take one byte, others up to four. A longer line leads to no ban.
 */
const CLIENTS = ["Client (?!.{900})[ -~]* ", "Client (?!.{230}).* "];
/**
 * Preceding lines in which each connection is accepted or ended in the next line. Then no other one is waiting for an
 * answer. The second pair is a port that is only probed. A broker that starts has no connections.
 */
const QUIET = [
	"\\A(?:(?:.*\\n)*mosquitto version \\S+ starting\\n)?(?:(?!New connection from ).*\\n",
	"New connection from \\S+ on port \\d+\\.\\nClient <unknown> (?:closed its connection|disconnected).*\\n",
	"New connection from (\\S+) on port \\d+\\.\\nNew client connected from \\1 as .*\\n)*",
].join("|");
/** Each pattern matches whole lines, one after the other. */
const REFUSED: Readonly<Record<Release, readonly string[]>> = {
	// Only a client without an id is named by its address there.
	"2.0": [
		"^Sending CONNACK to <ADDR> \\(0, (?:4|5|134|135|138)\\)\\nClient <unknown> disconnected, not authorised\\.$",
	],
	// No single line has both the refusal and the address, so the connection must be in the line before. The refusal must be
	// the newest line that fail2ban holds. Otherwise an old one would match again once the lines before it are forgotten.
	"2.0.13": CLIENTS.map(
		(client) =>
			`${QUIET}New connection from <ADDR>:\\d{1,5} on port \\d{1,5}\\.\\n${client}disconnected, not authorised\\.\\n?\\Z`,
	),
	"2.1": CLIENTS.map(
		(client) =>
			`^${client}\\[<ADDR>:\\d{1,5}\\] disconnected: (?:not authorised|bad username or password|client banned|bad authentication method)\\.$`,
	),
};

/** What mosquitto.conf must log for the filter to see every refusal and not to be deceived. */
export const LOG_TYPES: Readonly<Record<Release, readonly string[]>> = {
	"2.0": ["error", "warning", "notice", "information", "debug"],
	"2.0.13": ["error", "warning", "notice", "information"],
	"2.1": ["error", "warning", "notice", "information"],
};
/** With these, Mosquitto writes lines that consist only of a client's own text. */
export const UNSAFE_LOG_TYPES = ["subscribe", "unsubscribe", "all"];

/** Number of lines that fail2ban matches together. */
const MAX_LINES: Readonly<Record<Release, number>> = { "2.0": 2, "2.0.13": 40, "2.1": 1 };
/** The release in words. */
const SPAN: Readonly<Record<Release, string>> = {
	"2.0": "2.0.0 to 2.0.12",
	"2.0.13": "2.0.13 and later of 2.0",
	"2.1": "2.1",
};

/**
 * The filter, for fail2ban's `filter.d`. Each pattern matches whole lines, and the address comes from the broker.
 * @param dates patterns for the time of a line
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

/** The jail, for fail2ban's `jail.d`: ten refusals in five minutes block the broker's ports for an hour. */
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
