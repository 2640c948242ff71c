/** One or more levels, none empty, without wildcards; a topic that begins with $ belongs to the broker. */
const TOPIC = /^(?!\$)[^+#/\0]+(?:\/[^+#/\0]+)*$/;

/** An MQTT topic that a device may have. */
export const isTopic = (text: string): boolean => TOPIC.test(text) && text.trim() === text;

/** `TOPIC/N`: the topic of a device, and the number of its output. */
export function topicAndNumber(address: string, least: number, most: number) {
	const [, topic = "", number = ""] = /^(.+)\/(\d{1,2})$/s.exec(address) ?? [];
	const right =
		isTopic(topic) && String(Number(number)) === number && Number(number) >= least && Number(number) <= most;
	return right ? { device: topic, channel: number } : undefined;
}
