/** The longest topic in MQTT: bytes of UTF-8 (5.0, section 1.5.4). */
export const LONGEST_TOPIC = 65_535;

const encoder = new TextEncoder();
export const topicFits = (topic: string) => encoder.encode(topic).length <= LONGEST_TOPIC;

/** Whether it has no control characters, half surrogates and non-characters, which Home Assistant and MQTT refuse. */
export const PRINTABLE = /^[^\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]*$/u;
