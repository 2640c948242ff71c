import { createContext, runInContext } from "node:vm";
import { beforeEach, describe, expect, it } from "@jest/globals";
import { SCRIPT } from "#web/http/script.ts";
import { eventually } from "../../ha/eventually.ts";

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
	/** What other scripts of the page are told. */
	readonly heard: string[] = [];
	old = false;
	readonly sources: Source[] = [];
	#timers: { id: number; at: number; run: () => void }[] = [];
	#now = 0;
	#ids = 0;

	/** Answers to `fetch`. */
	readonly asked: { readonly url: string; readonly accept: string; readonly stream: ByteStream }[] = [];

	/** @param pathname of the page */
	constructor(pathname = "/") {
		const browser = this;
		const world = {
			document: {
				getElementById: (id: string) => (id === "lost" ? this.lost : this.parts[id]),
				querySelectorAll: () => [],
				dispatchEvent: ({ type }: Event) => void this.heard.push(type),
				body: { classList: { toggle: (_: string, so: boolean) => this.#grey(so) } },
			},
			addEventListener: () => undefined,
			scrollTo: () => undefined,
			location: { hash: "", pathname },
			...{ AbortController, Event, TextDecoder },
			fetch: async (url: string, { headers, signal }: { headers: { accept: string }; signal: AbortSignal }) => {
				const stream = new ByteStream(signal);
				this.asked.push({ url, accept: headers.accept, stream });
				return { ok: true, body: { getReader: () => stream } };
			},
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

/** The body of an answer, as a test sends it. */
class ByteStream {
	readonly #signal: AbortSignal;
	readonly #sent: ({ done: false; value: Uint8Array } | { done: true })[] = [];
	#waiting: (() => void) | undefined;
	constructor(signal: AbortSignal) {
		this.#signal = signal;
		signal.addEventListener("abort", () => this.#waiting?.());
	}
	send(...pieces: readonly Uint8Array[]): void {
		this.#sent.push(...pieces.map((value) => ({ done: false as const, value })));
		this.#waiting?.();
	}
	end(): void {
		this.#sent.push({ done: true });
		this.#waiting?.();
	}
	async read() {
		for (;;) {
			if (this.#signal.aborted) throw new Error("aborted");
			const next = this.#sent.shift();
			if (next !== undefined) return next;
			await new Promise<void>((resolve) => {
				this.#waiting = resolve;
			});
		}
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
		expect(browser.heard).toEqual(["put"]);
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

describe("the script behind Home Assistant's ingress", () => {
	const opened = async () => {
		const browser = new Browser("/api/hassio_ingress/abc/");
		await eventually(() => expect(browser.asked).toHaveLength(1));
		const [asked] = browser.asked;
		if (asked === undefined) throw new Error("It does not listen.");
		return { browser, asked };
	};
	const bytes = (text: string) => new TextEncoder().encode(text);

	it("reads events out of bytes, wherever they are cut", async () => {
		const { browser, asked } = await opened();
		expect([asked.url, asked.accept, browser.sources]).toEqual(["parts", "application/octet-stream", []]);
		const all = bytes(
			'event: beat\ndata:\n\nevent: parts\ndata: {"now":"62 °C\u2028"}\n\nevent: parts\ndata: {"now":"63',
		);
		asked.stream.send(...Array.from(all, (byte) => Uint8Array.of(byte)));
		await eventually(() => expect(browser.parts["now"]?.text).toBe("62 °C\u2028"));
		asked.stream.send(bytes(' °C"}\n\n'));
		await eventually(() => expect(browser.parts["now"]?.text).toBe("63 °C"));
		expect([browser.lost.hidden, browser.old]).toEqual([true, false]);
	});

	it("says so when they end, and listens anew", async () => {
		const { browser, asked } = await opened();
		asked.stream.end();
		await eventually(() => expect([browser.lost.hidden, browser.old]).toEqual([false, true]));
		browser.pass(5000);
		await eventually(() => expect(browser.asked).toHaveLength(2));
		browser.asked[1]?.stream.send(bytes("event: beat\ndata:\n\n"));
		await eventually(() => expect([browser.lost.hidden, browser.old]).toEqual([true, false]));
	});

	it("lets go of one that is silent", async () => {
		const { browser, asked } = await opened();
		browser.pass(40_000);
		await expect(asked.stream.read()).rejects.toThrow("aborted");
		browser.pass(5000);
		await eventually(() => expect(browser.asked).toHaveLength(2));
	});
});
