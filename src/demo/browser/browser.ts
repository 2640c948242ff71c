import { LANGUAGES } from "#texts/say.ts";
import { chosenIn } from "./plants.ts";
import { decisions, RunningDemo } from "./running.ts";

/** As much of a browser as the demo asks. */
interface Element {
	value: string;
	hidden: boolean;
	textContent: string | null;
}
declare const document: {
	readonly documentElement: { readonly lang: string };
	querySelector(selector: string): Element | null;
};
declare const location: { readonly search: string };

/** ms between two advances of the plant, between two renderings, and between two beats of the stream. */
const ADVANCE = 100;
const SHOW = 500;
const BEAT = 15_000;

const chosen = chosenIn(location.search);
const language = LANGUAGES.find((one) => one === document.documentElement.lang) ?? "en";
const running = RunningDemo.begun(chosen, language);

/** In place of the app's stream of parts. The page's script is the app's, and has this one open. */
class Parts extends EventTarget {
	readonly #timers: readonly ReturnType<typeof setInterval>[];
	#sent = new Map<string, string>();

	constructor() {
		super();
		this.#timers = [setInterval(() => void this.#show(), SHOW), setInterval(() => this.#say("beat", ""), BEAT)];
		void this.#show();
	}

	close(): void {
		for (const timer of this.#timers) clearInterval(timer);
	}

	async #show(): Promise<void> {
		const parts = (await running).parts();
		const different = [...parts].filter(([name, html]) => this.#sent.get(name) !== html);
		this.#sent = new Map(parts);
		if (different.length > 0) this.#say("parts", JSON.stringify(Object.fromEntries(different)));
	}

	#say(type: string, data: string): void {
		this.dispatchEvent(new MessageEvent(type, { data }));
	}
}

/** In place of the app's answer to a button. */
async function answered(_path: string, { body }: { readonly body: URLSearchParams }): Promise<object> {
	const error = await (await running).act(body.get("do"), body.get("value"));
	return { json: async () => (error === undefined ? { done: true } : { error }) };
}

Object.assign(globalThis, {
	EventSource: Parts,
	fetch: answered,
	/** For comparison: what control decides here, and in Node. */
	solarHeating: { decisions: (hours: number) => decisions(chosen, hours) },
});

for (const [name, value] of Object.entries(chosen)) {
	const choice = document.querySelector(`#demo select[name=${name}]`);
	if (choice !== null) choice.value = value;
}

const failed = () => {
	const told = document.querySelector("#demo-failed");
	if (told !== null) told.hidden = false;
};

const time = document.querySelector("#demo-time");
const DATE = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, {
	day: "numeric",
	month: "long",
	hour: "2-digit",
	minute: "2-digit",
	timeZone: "UTC",
});

let last = performance.now();
const advancing = setInterval(() => {
	const now = performance.now();
	const speed = Number(document.querySelector("#demo input[name=speed]:checked")?.value ?? 0);
	const elapsed = (now - last) / 1000;
	last = now;
	running
		.then(async (demo) => {
			await demo.pass(elapsed, speed);
			if (time !== null) time.textContent = DATE.format(demo.date());
		})
		.catch((bug) => {
			clearInterval(advancing);
			failed();
			throw bug;
		});
}, ADVANCE);
