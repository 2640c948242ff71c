import { Bridged, type Timers } from "./bridged.ts";
import type { Line } from "./memory-broker.ts";

/** An ESPHome node with packaging/esphome/solar-node.yaml: each command restarts the off-script of its output. */
export class FakeEsphome extends Bridged {
	readonly node: string;
	#boot = 1001;

	constructor(line: Line, timers: Timers, node: string, channels: readonly string[] = ["switch/relay", "level/pump"]) {
		super(line, timers, channels);
		this.node = node;
		line.will(`${node}/status`, "offline");
		for (const channel of channels) {
			line.subscribe(`${node}/${channel}/set`, ({ payload }) => this.#set(channel, JSON.parse(payload)));
			line.subscribe(`${node}/${channel}/get`, ({ payload }) => {
				if (!this.nature.deaf) this.#tell(channel, JSON.parse(payload).n);
			});
		}
		this.greets();
	}

	protected greets(): void {
		this.line.publish(`${this.node}/status`, "online", true);
	}

	protected override boots(): void {
		this.#boot += 17;
	}

	protected tells(channel: string): void {
		this.#tell(channel, 0);
	}

	#set(channel: string, { n, level, for: lasts }: { n: number; level: number; for: number }): void {
		if (this.nature.deaf) return;
		// Without a time nothing starts: the package refuses such a command.
		if (level === 0 || lasts > 0)
			this.contact(channel).set(channel.startsWith("level/") ? level : level > 0 ? 100 : 0, lasts);
		this.#tell(channel, n);
	}

	#tell(channel: string, n: number): void {
		const { level, left } = this.contact(channel);
		const state = { n, level, left: Math.ceil(left), boot: this.#boot };
		this.line.publish(`${this.node}/${channel}/state`, JSON.stringify(state));
	}
}
