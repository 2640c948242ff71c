/** The only output of a device, which Zigbee2MQTT calls so. */
export const ONLY = "state";

/** Where a device is set, or asked. */
export const orderAt = (topic: string, order: "set" | "get") => `${topic}/${order}`;

/** Where the whole bridge tells whether it is there. */
export const bridgeOf = (topic: string) => `${topic.split("/", 1)[0] ?? ""}/bridge/state`;

/** Topics that are read. */
export const filtersOf = (topic: string): readonly string[] => [topic, `${topic}/availability`, bridgeOf(topic)];
