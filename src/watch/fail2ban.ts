import type { Release } from "./line.ts";

/** Of both files, and of the filter in the jail. */
export const FAIL2BAN_NAME = "solar-heating-mosquitto";

/**
 * Mosquitto 2.1 cuts lines at 999 bytes, and behind a cut an id could end in a made-up address. Letters of ASCII are a byte
 * each; of others up to four bytes make one. What is longer than these bans nobody.
 */
const REFUSED_21 = ["^(?!.{900})Client [ -~]* ", "^(?!.{230})Client .* "].map(
	(begin) =>
		`${begin}\\[<ADDR>:\\d{1,5}\\] disconnected: (?:not authorised|bad username or password|client banned)\\.$`,
);
const REFUSED_20 = ["^Sending CONNACK to <ADDR> \\(0, (?:4|5|134|135|138)\\)$"];

/** What has to stand in mosquitto.conf for the filter to see every refusal, and to be fooled by nobody. */
export const LOG_TYPES: Readonly<Record<Release, readonly string[]>> = {
	"2.0": ["error", "warning", "notice", "information", "debug"],
	"2.1": ["error", "warning", "notice", "information"],
};
/** With these Mosquitto writes lines that are a client's own words and nothing else. */
export const UNSAFE_LOG_TYPES = ["subscribe", "unsubscribe", "all"];

/** The filter, for fail2ban's `filter.d`. Each pattern takes a whole line, and the address is the broker's word. */
export const fail2banFilter = (
	release: Release,
): string => `# Logins that Mosquitto ${release} refused. Written by solar-heating broker fail2ban.
# It is for ${release} alone: of the other release's lines a client may choose what stands in the place of the address.
# mosquitto.conf needs: ${LOG_TYPES[release].map((type) => `log_type ${type}`).join(", ")}
# and none of: ${UNSAFE_LOG_TYPES.map((type) => `log_type ${type}`).join(", ")}

[Definition]
datepattern = ^{EPOCH}:\\s
              ^%%Y-%%m-%%d[T ]%%H:%%M:%%S(?:%%z)?:\\s
failregex = ${(release === "2.0" ? REFUSED_20 : REFUSED_21).join("\n            ")}
ignoreregex =
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
