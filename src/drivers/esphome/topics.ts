/** Where an output is set, or asked. */
export const orderAt = (node: string, channel: string, order: "set" | "get") => `${node}/${channel}/${order}`;

/** Topics that are read. */
export const filtersOf = (node: string, channels: readonly string[]): readonly string[] => [
	`${node}/status`,
	...channels.map((channel) => `${node}/${channel}/state`),
];
