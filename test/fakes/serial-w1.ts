import { kernelText, scratchpadOf } from "./w1.ts";

const USUALLY = 40;

/** A 1-Wire bus that powers its sensors: the kernel does one conversion at a time, in the order in which it is asked. Time is that of `setTimeout`. */
export class SerialW1 {
	readonly #takes: number;
	readonly #queue: (() => Promise<void>)[] = [];
	readonly #says = new Map<string, number[]>();
	#busy = false;

	/** Milliseconds for one conversion. */
	constructor(takes: number) {
		this.#takes = takes;
	}

	/** What a sensor says at its next reads, one after another; then, and all others always, 40 °C. */
	says(id: string, ...celsius: number[]) {
		this.#says.set(id, celsius);
	}

	/** How much of that it has not said yet. */
	left(id: string): number {
		return this.#says.get(id)?.length ?? 0;
	}

	/** A reader that is given up before its turn leaves the queue; a conversion that has begun goes on. */
	readonly read = (path: string, signal: AbortSignal): Promise<string | { code: string }> =>
		new Promise((resolve) => {
			signal.addEventListener("abort", () => resolve({ code: "killed" }));
			this.#ask(async () => {
				if (signal.aborted) return;
				await passed(this.#takes);
				const celsius = this.#says.get(path.split("/").at(-2) ?? "")?.shift() ?? USUALLY;
				resolve(kernelText(scratchpadOf("28", celsius), celsius * 1000));
			});
		});

	/** One reader for several, one after another. When it is given up, none of the others is read. */
	readonly readInTurn = (files: readonly { readonly path: string }[], signal: AbortSignal): (() => Promise<string>) => {
		const texts = files.map(() => Promise.withResolvers<string>());
		const work = async () => {
			for (const [nth, { path }] of files.entries()) {
				const read = signal.aborted ? { code: "killed" } : await this.read(path, signal);
				texts[nth]?.resolve(typeof read === "string" ? read : "");
			}
		};
		void work();
		let next = 0;
		return () => texts[next++]?.promise ?? Promise.resolve("");
	};

	/** Another program reads a sensor without a pause. */
	async occupy(signal: AbortSignal) {
		while (!signal.aborted) await this.read("/another/w1_slave", signal);
	}

	/** Answers nothing for so many milliseconds. */
	stall(takes: number) {
		this.#ask(() => passed(takes));
	}

	#ask(work: () => Promise<void>) {
		this.#queue.push(work);
		if (!this.#busy) void this.#work();
	}

	async #work() {
		this.#busy = true;
		for (let next = this.#queue.shift(); next !== undefined; next = this.#queue.shift()) await next();
		this.#busy = false;
	}
}

const passed = (milliseconds: number) => new Promise<void>((over) => setTimeout(over, milliseconds));
