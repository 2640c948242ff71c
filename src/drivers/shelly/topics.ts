/** Parts of `src`: of commands, and of questions. */
export const SET = "set";
export const ASKED = "status";

/** Where the device is told to answer: below its own prefix, to `<src>/rpc`. */
export const sourceOf = (prefix: string, channel: string, kind: string) => `${prefix}/solar_heating/${channel}/${kind}`;

/** The topic that requests are written to. */
export const requestsAt = (prefix: string) => `${prefix}/rpc`;

/** Topics that are read. */
export const filtersOf = (prefix: string, channels: readonly string[]): readonly string[] => [
	`${prefix}/online`,
	...channels.flatMap((channel) => [
		`${prefix}/status/switch:${channel}`,
		`${sourceOf(prefix, channel, SET)}/rpc`,
		`${sourceOf(prefix, channel, ASKED)}/rpc`,
	]),
];
