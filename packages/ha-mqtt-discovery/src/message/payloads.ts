/** What Home Assistant sends and expects where a component does not say otherwise (HA core 2026.11.0: `components/mqtt/const.py`). */
export const PAYLOAD_ON = "ON";
export const PAYLOAD_OFF = "OFF";
export const PAYLOAD_PRESS = "PRESS";
/** The state of a sensor, switch, select or number of which nobody knows the value. */
export const PAYLOAD_UNKNOWN = "None";

export const PAYLOAD_AVAILABLE = "online";
export const PAYLOAD_NOT_AVAILABLE = "offline";

export const DISCOVERY_PREFIX = "homeassistant";
/** Where Home Assistant says that it has come (`online`) or gone (`offline`); a person can move it away from the prefix. */
export const BIRTH_TOPIC = "homeassistant/status";
export const BIRTH_ONLINE = "online";

/**
 * A discovery message for a device that nobody announced, which Home Assistant passes over without a word: it asks for
 * what there is not to be moved. An empty one would be a warning in its log (HA core 2026.11.0: `mqtt/discovery.py`).
 */
export const DISCOVERY_OF_NOTHING = '{"migrate_discovery":true}';
