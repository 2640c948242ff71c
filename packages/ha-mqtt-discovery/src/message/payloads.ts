/** Home Assistant's default payloads (HA core 2026.11.0: `components/mqtt/const.py`). */
export const PAYLOAD_ON = "ON";
export const PAYLOAD_OFF = "OFF";
export const PAYLOAD_PRESS = "PRESS";
export const PAYLOAD_OPEN = "OPEN";
export const PAYLOAD_CLOSE = "CLOSE";
/** The state of a sensor, switch, select or number whose value is unknown. */
export const PAYLOAD_UNKNOWN = "None";

export const PAYLOAD_AVAILABLE = "online";
export const PAYLOAD_NOT_AVAILABLE = "offline";

export const DISCOVERY_PREFIX = "homeassistant";
/**
 * The topic on which Home Assistant reports that it has started (`online`) or stopped (`offline`). A person can change it.
 */
export const BIRTH_TOPIC = "homeassistant/status";
export const BIRTH_ONLINE = "online";

/**
 * A discovery message for an unknown device, which Home Assistant silently ignores: it asks to migrate something that does
 * not exist. An empty message would cause a warning in its log (HA core 2026.11.0: `mqtt/discovery.py`).
 */
export const DISCOVERY_OF_NOTHING = '{"migrate_discovery":true}';
