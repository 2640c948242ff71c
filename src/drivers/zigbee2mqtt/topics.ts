/** The only output of a device, which Zigbee2MQTT calls so. One of several is `state_l1`. */
export const ONLY = "state";

/** `TOPIC`, or `TOPIC#state_l1`: the device, and which of its outputs. */
export const partsOf = (address: string): { readonly topic: string; readonly output: string } => {
	const [, topic = address, output = ONLY] = /^([^#]*)#(state_[a-z0-9_]{1,40})$/i.exec(address) ?? [];
	return { topic, output };
};

/** Where a device is set, or asked. */
export const orderAt = (topic: string, order: "set" | "get") => `${topic}/${order}`;

/** Where the whole bridge tells whether it is there. */
export const bridgeOf = (topic: string) => `${topic.split("/", 1)[0] ?? ""}/bridge/state`;

/** Topics that are read. */
export const filtersOf = (topic: string): readonly string[] => [topic, `${topic}/availability`, bridgeOf(topic)];
