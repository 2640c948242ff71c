/** How the broker begins the lines that are believed here. */
const BROKERS = /^(?:Client|New|Sending|Protocol|Denied|mosquitto)(?: |$)/;
/** What could be taken for a time, or for what docker or syslog put before a line. */
const BEFORE = /^.*[:|] +/s;
/** More of them are a flood, and each was reported. */
const MOST = 1000;

/**
 * With `log_type subscribe`, `unsubscribe` or `all` Mosquitto writes lines that begin with a client's id and end with its
 * topic, and nothing else: who is let in can have any line written that way. They are known by the line before, where
 * debug is logged, and by who came in under such an id, where it is not.
 */
export class Forgery {
	#echo: string | undefined;
	readonly #ids = new Set<string>();

	/** Whether a client that calls itself so could be after that. */
	suspicious(client: string): boolean {
		const forger = BROKERS.test(client) || BROKERS.test(client.replace(BEFORE, ""));
		if (forger && this.#ids.size < MOST) this.#ids.add(client);
		return forger;
	}

	/**
	 * Whether the broker's words are a client's own, for sure or perhaps. To be asked of every line, in its order.
	 * @param text without its time
	 */
	forged(text: string): "surely" | "perhaps" | "no" {
		const echo = this.#echo;
		this.#echo = text.startsWith("\t") ? text.slice(1) : undefined;
		if (echo !== undefined && topicsIn(echo).some((topic) => text.endsWith(` ${topic}`))) return "surely";
		for (const id of this.#ids) if (text.startsWith(`${id} `)) return "perhaps";
		return "no";
	}
}

const topicsIn = (echo: string) => [echo, echo.replace(/ \((?:QoS \d|denied)\)$/, "")];
