import { createContext, runInContext } from "node:vm";
import { beforeEach, describe, expect, it } from "@jest/globals";
import { SCRIPT } from "#web/http/script.ts";

/** A part whose markup is one text. */
class Part {
	childNodes: { readonly nodeType: number; readonly nodeName: string; data: string }[] = [];
	constructor(text: string) {
		this.innerHTML = text;
	}
	set innerHTML(text: string) {
		this.childNodes = [{ nodeType: 3, nodeName: "#text", data: text }];
	}
	get text(): string {
		return this.childNodes.map(({ data }) => data).join("");
	}
	cloneNode(): Part {
		return new Part("");
	}
}

/** As much of a browser as the script needs. */
class Browser {
	readonly parts: Record<string, Part> = { now: new Part("old") };
	readonly lost = { hidden: true };
	old = false;
	readonly sources: Source[] = [];
	#timers: { id: number; at: number; run: () => void }[] = [];
	#now = 0;
	#ids = 0;

	constructor() {
		const browser = this;
		const world = {
			document: {
				getElementById: (id: string) => (id === "lost" ? this.lost : this.parts[id]),
				querySelectorAll: () => [],
				body: { classList: { toggle: (_: string, so: boolean) => this.#grey(so) } },
			},
			addEventListener: () => undefined,
			scrollTo: () => undefined,
			location: { hash: "" },
			setTimeout: (run: () => void, ms: number) => {
				this.#ids += 1;
				this.#timers.push({ id: this.#ids, at: this.#now + ms, run });
				return this.#ids;
			},
			clearTimeout: (id: number) => {
				this.#timers = this.#timers.filter((timer) => timer.id !== id);
			},
			EventSource: class extends Source {
				constructor(url: string) {
					super(url);
					browser.sources.push(this);
				}
			},
		};
		runInContext(SCRIPT, createContext(world));
	}

	#grey(so: boolean): void {
		this.old = so;
	}

	pass(ms: number): void {
		const until = this.#now + ms;
		for (;;) {
			const next = this.#timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
			if (next === undefined) break;
			this.#timers = this.#timers.filter((timer) => timer !== next);
			this.#now = next.at;
			next.run();
		}
		this.#now = until;
	}

	get source(): Source {
		const last = this.sources.at(-1);
		if (last === undefined) throw new Error("It does not listen.");
		return last;
	}
}

class Source {
	readonly url: string;
	closed = false;
	onerror: () => void = () => undefined;
	readonly #listeners = new Map<string, (event: { data: string }) => void>();
	constructor(url: string) {
		this.url = url;
	}
	addEventListener(name: string, listener: (event: { data: string }) => void): void {
		this.#listeners.set(name, listener);
	}
	say(name: string, data: unknown = ""): void {
		this.#listeners.get(name)?.({ data: JSON.stringify(data) });
	}
	close(): void {
		this.closed = true;
	}
}

describe("the script in a browser", () => {
	let browser: Browser;
	beforeEach(() => {
		browser = new Browser();
	});
	const shown = () => [browser.lost.hidden, browser.old];

	it("listens beside the page, and puts new parts in the place of old ones", () => {
		expect(browser.source.url).toBe("parts");
		browser.source.say("parts", { now: "new", nowhere: "ignored" });
		expect(browser.parts["now"]?.text).toBe("new");
		expect(shown()).toEqual([true, false]);
	});

	it("says so when the connection breaks, and listens anew until it is back", () => {
		browser.source.say("beat");
		const first = browser.source;
		first.onerror();
		expect(shown()).toEqual([false, true]);
		expect(first.closed).toBe(true);
		browser.pass(5000);
		expect(browser.sources).toHaveLength(2);
		expect(shown()).toEqual([false, true]);
		browser.source.say("parts", {});
		expect(shown()).toEqual([true, false]);
	});

	it("also when nothing comes any more: after 40 s without a beat", () => {
		for (let n = 0; n < 10; n += 1) {
			browser.source.say("beat");
			browser.pass(15_000);
			expect(shown()).toEqual([true, false]);
		}
		browser.pass(25_000);
		expect(shown()).toEqual([false, true]);
		browser.pass(5000);
		expect(browser.sources).toHaveLength(2);
	});

	it("never has two streams open, however often it fails", () => {
		for (let n = 0; n < 20; n += 1) {
			browser.source.onerror();
			browser.pass(60_000);
		}
		expect(browser.sources.filter(({ closed }) => !closed).length).toBeLessThanOrEqual(1);
	});
});
