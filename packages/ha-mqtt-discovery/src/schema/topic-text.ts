/** The most that MQTT takes as a topic: bytes of UTF-8 (5.0, section 1.5.4). */
export const LONGEST_TOPIC = 65_535;

const encoder = new TextEncoder();
export const topicFits = (topic: string) => encoder.encode(topic).length <= LONGEST_TOPIC;

/** Without control characters, half surrogates and non-characters: Home Assistant and MQTT refuse those. */
export const PRINTABLE = /^[^\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]*$/u;
