/** How the trusted lines of the broker begin. */
const BROKERS = /^(?:Client|New|Sending|Protocol|Denied|mosquitto)(?: |$)/;
/** Text that could pass for a time, or for a prefix by docker or syslog. */
const BEFORE = /^.*[:|] +/s;
/** More suspects are a flood, and each was reported. */
const MOST = 1000;

/**
 * With `log_type subscribe`, `unsubscribe` or `all` Mosquitto writes lines that consist of a client's id and its topic, so
 * a logged-in client can forge any line. Forged lines are recognised by the line before, if debug is logged; otherwise by
 * the clients that came with such an id.
 */
export class Forgery {
	#echo: string | undefined;
	readonly #ids = new Set<string>();

	/** Whether a client with this id could forge lines. */
	suspicious(client: string): boolean {
		const forger = BROKERS.test(client) || BROKERS.test(client.replace(BEFORE, ""));
		if (forger && this.#ids.size < MOST) this.#ids.add(client);
		return forger;
	}

	/**
	 * Whether a line is certainly or perhaps a client's own text. Call it for every line, in order.
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
