import type { Line } from "./memory-broker.ts";

/** Time as a device sees it: seconds. */
export interface Timers {
	now(): number;
	after(wait: number, then: () => void): () => void;
}

/** How a device misbehaves. All may be changed at any time. */
export interface Nature {
	/** It switches on, and never off by itself. */
	ignores_timer: boolean;
	/** The contact is welded: the device reports off, and the load stays on. */
	welded: boolean;
	/** It does nothing and says nothing, although it is connected. */
	deaf: boolean;
	/** What its contact is after a start. */
	power_on: boolean;
	/** It gets no command that starts something. */
	stuck_off: boolean;
}

/** One output: its contact, and the timer that opens it. */
export class Contact {
	readonly #timers: Timers;
	readonly #nature: Nature;
	readonly #changed: () => void;
	#level = 0;
	/** When the timer began, and how long it lasts. */
	timer: { readonly began: number; readonly lasts: number; readonly stop: () => void } | undefined;
	/** When the load was last switched. */
	readonly history: { readonly at: number; readonly load: boolean }[] = [];

	constructor(timers: Timers, nature: Nature, changed: () => void) {
		this.#timers = timers;
		this.#nature = nature;
		this.#changed = changed;
	}

	/** What the device believes, in %. */
	get level(): number {
		return this.#level;
	}
	/** Whether current flows. */
	get load(): boolean {
		return this.#level > 0 || (this.#nature.welded && this.history.some(({ load }) => load));
	}
	/** Seconds that the timer still runs; 0 without one. */
	get left(): number {
		return this.timer === undefined ? 0 : Math.max(0, this.timer.began + this.timer.lasts - this.#timers.now());
	}

	set(level: number, lasts: number | undefined): void {
		this.timer?.stop();
		this.timer = undefined;
		if (level > 0 && this.#nature.stuck_off) return;
		this.#move(level);
		if (level === 0 || lasts === undefined || lasts === 0 || this.#nature.ignores_timer) return;
		const stop = this.#timers.after(lasts, () => {
			this.timer = undefined;
			this.#move(0);
			this.#changed();
		});
		this.timer = { began: this.#timers.now(), lasts, stop };
	}

	#move(level: number): void {
		const before = this.load;
		this.#level = level;
		if (this.load !== before) this.history.push({ at: this.#timers.now(), load: this.load });
	}
}

/** A device with outputs beyond a broker. */
export abstract class Bridged {
	readonly nature: Nature = {
		ignores_timer: false,
		welded: false,
		deaf: false,
		power_on: false,
		stuck_off: false,
	};
	readonly contacts: ReadonlyMap<string, Contact>;
	protected readonly timers: Timers;
	protected readonly line: Line;

	constructor(line: Line, timers: Timers, channels: readonly string[]) {
		this.line = line;
		this.timers = timers;
		this.contacts = new Map(
			channels.map((name) => [name, new Contact(timers, this.nature, () => this.nature.deaf || this.tells(name))]),
		);
	}

	contact(name: string): Contact {
		const found = this.contacts.get(name);
		if (found === undefined) throw new TypeError(`${name} is no output of this device.`);
		return found;
	}

	/** It publishes by itself how an output is. */
	protected abstract tells(channel: string): void;
	/** It says that it is there. */
	protected abstract greets(): void;
	/** Called at each start. */
	protected boots(): void {}

	/** A person presses its button. */
	press(channel: string, level: number): void {
		this.contact(channel).set(level, undefined);
		this.tells(channel);
	}

	/** Its connection breaks. Its timers go on. */
	offline(): void {
		this.line.cut();
	}

	online(): void {
		this.line.mend();
		this.greets();
		for (const name of this.contacts.keys()) this.tells(name);
	}

	/** A power cut: timers are forgotten, and contacts have their power-on state. */
	reboot(): void {
		this.line.cut();
		for (const contact of this.contacts.values()) contact.set(this.nature.power_on ? 100 : 0, undefined);
		this.boots();
		this.online();
	}
}
