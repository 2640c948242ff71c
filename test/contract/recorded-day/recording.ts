import { readIn } from "ha-mqtt-discovery/home-assistant";
import type { IConnectPacket, IPublishPacket, Packet } from "mqtt-packet";
import { Announced } from "./announced.ts";
import { type Known, leaves, marked, markedText } from "./marks.ts";

/** Writes down what happens, a line for each fact, under the scene in which it happened. */
export class Recording {
	readonly #scenes: string[] = [];
	readonly #known: Known;
	readonly #topics = new Map<string, string[]>();
	readonly #connections: string[] = [];
	readonly #log: string[] = [];
	readonly #answers: string[] = [];
	readonly #announced = new Announced();

	constructor(known: Known) {
		this.#known = known;
	}

	/** What comes now belongs to this scene. */
	begin(scene: string): void {
		this.#scenes.push(scene);
	}

	/** A packet of the app. */
	packet(from: "app" | "broker", packet: Packet): void {
		if (from === "broker") return;
		if (packet.cmd === "connect") this.#connections.push(`${this.#at} connect ${this.#connect(packet)}`);
		if (packet.cmd === "subscribe")
			for (const { topic, ...how } of packet.subscriptions)
				this.#connections.push(`${this.#at} subscribe ${this.#text(topic)} ${JSON.stringify(how)}`);
		if (packet.cmd === "publish") this.#publish(packet);
	}

	/** What the app has logged, a line of JSON each; `sceneAt` tells the scene of a moment. */
	log(lines: readonly string[], sceneAt: (ms: number) => string): void {
		for (const line of lines) {
			// The message is a sentence. Its content is in code and facts.
			const { time, level, code, message: _, facts, ...rest } = JSON.parse(line);
			const told = [level, code, JSON.stringify(marked(facts, this.#known))];
			const more = Object.keys(rest).length > 0 ? [JSON.stringify(marked(rest, this.#known))] : [];
			this.#log.push([`[${sceneAt(Date.parse(time))}]`, ...told, ...more].join(" "));
		}
	}

	/** An answer, with a line for each leaf. */
	answer(question: string, answered: unknown): void {
		this.#answers.push(`${this.#at} ${question}`, ...leaves(marked(answered, this.#known)).map(indented));
	}

	/** The files of the recording, by name. Lines that may come in any order within a scene are put in one. */
	files(): ReadonlyMap<string, readonly string[]> {
		const topics = [...this.#topics].sort(([a], [b]) => (a < b ? -1 : 1));
		return new Map([
			["mqtt.txt", topics.flatMap(([, lines]) => lines)],
			["discovery.txt", this.#announced.told()],
			["connections.txt", this.#inScenes(this.#connections)],
			["log.txt", this.#inScenes(this.#log)],
			["answers.txt", this.#answers],
		]);
	}

	/** Scene after scene; within one, what happens at once may come in any order. */
	#inScenes(lines: readonly string[]): readonly string[] {
		return this.#scenes.flatMap((scene) => lines.filter((line) => line.startsWith(`[${scene}] `)).sort());
	}

	get #at(): string {
		return `[${this.#scenes.at(-1)}]`;
	}
	readonly #text = (text: string): string => markedText(text, this.#known);

	#connect({ clientId, protocolVersion, clean, keepalive, will, username, password, properties }: IConnectPacket) {
		const login = username === "solar" ? { username } : { username: username === undefined ? "none" : "<random>" };
		const last = will && { ...will, payload: String(will.payload) };
		const told = { clientId, protocolVersion, clean, keepalive, will: last, properties, ...login };
		return JSON.stringify(marked({ ...told, with_password: password !== undefined }, this.#known));
	}

	#publish({ topic, payload, retain, qos, properties }: IPublishPacket): void {
		const name = this.#text(topic);
		const how = `q${qos}${retain ? " retained" : ""}${properties === undefined ? "" : ` ${JSON.stringify(properties)}`}`;
		const lines = this.#topics.get(name) ?? [];
		this.#topics.set(name, lines);
		lines.push(`${name} ${this.#at} ${how}: ${this.#payload(name, String(payload))}`);
	}

	/** JSON in a line; of a device that is announced, the name under which its message is kept. */
	#payload(topic: string, text: string): string {
		// `soak` tries commands that say nothing but when they were given.
		if (topic.endsWith("/try_command/set")) return "<time>";
		if (!/^[{[]/.test(text)) return JSON.stringify(this.#text(text));
		const isDevice = /\/config$/.test(topic);
		// The short form is none of the contract. What Home Assistant reads in it is.
		const told = JSON.stringify(marked(isDevice ? readIn(text) : JSON.parse(text), this.#known));
		return isDevice ? this.#announced.named(topic, told) : told;
	}
}

const indented = (line: string) => `\t${line}`;
