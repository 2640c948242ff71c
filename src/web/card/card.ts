import { drawPlant } from "../drawing/draw.ts";
import { drawnOf, reasonsOf } from "./drawn.ts";
import { formIn } from "./form.ts";
import type { Home } from "./home.ts";
import { type CardSettings, entitiesIn, flawIn, type PlantSettings, plantIn } from "./settings.ts";
import { CARD_STYLE } from "./style.ts";
import { CARD, suggested, suggestionFor } from "./suggested.ts";
import { wordsIn } from "./words.ts";

/** As much of a browser as the card asks. */
interface Element {
	innerHTML: string;
	textContent: string | null;
	hidden: boolean;
	append(...children: readonly Element[]): void;
	replaceChildren(...children: readonly Element[]): void;
	addEventListener(type: string, heard: () => void): void;
	dispatchEvent(event: object): boolean;
	querySelector(selector: string): Element | null;
	attachShadow(how: { readonly mode: "open" }): Element;
}
declare const HTMLElement: new () => Element;
declare const CustomEvent: new (type: string, init: object) => object;
/** Home Assistant writes the language of the person who looks into the document. */
declare const document: { createElement(tag: string): Element; readonly documentElement: { readonly lang: string } };
declare const customElements: { get(name: string): unknown; define(name: string, element: unknown): void };
declare const window: { customCards?: object[] };

let drawings = 0;

/** Where Home Assistant hands over nothing that has the person's language. */
const wordsOfPage = () => wordsIn(document.documentElement.lang || undefined);

/** Draws the plant from Home Assistant's entities, with the reason of each output below. */
class SolarHeatingCard extends HTMLElement {
	readonly #root = this.attachShadow({ mode: "open" });
	readonly #prefix = `solar-heating-${++drawings}`;
	#settings: CardSettings | undefined;
	#plant: PlantSettings | undefined;
	#language: string | undefined;
	#home: Home | undefined;
	#seen: readonly unknown[] = [];

	/** Home Assistant shows the message of what is thrown in place of the card. */
	setConfig(settings: CardSettings): void {
		const flaw = flawIn(settings as unknown as Readonly<Record<string, unknown>>, wordsOfPage());
		if (flaw !== undefined) throw new Error(flaw);
		this.#settings = settings;
		this.#plant = undefined;
		if (this.#home !== undefined) this.hass = this.#home;
	}

	set hass(home: Home) {
		this.#home = home;
		const settings = this.#settings;
		if (settings === undefined) return;
		const words = wordsIn(home.language);
		if (this.#plant === undefined || this.#language !== home.language) {
			this.#plant = plantIn(settings, words);
			this.#language = home.language;
			this.#seen = [];
		}
		const plant = this.#plant;
		const seen = [...entitiesIn(plant), "sun.sun"].map((entity) => home.states[entity]);
		if (this.#seen.length > 0 && seen.every((state, n) => state === this.#seen[n])) return;
		this.#seen = seen;
		this.#draw(settings, plant, home);
	}

	getCardSize(): number {
		return 7;
	}

	getGridOptions() {
		return { columns: 12, min_columns: 6, rows: "auto" };
	}

	static getStubConfig(home: Home): CardSettings {
		return suggested(home);
	}

	static getConfigForm() {
		return formIn(wordsOfPage());
	}

	#draw(settings: CardSettings, plant: PlantSettings, home: Home): void {
		const words = wordsIn(home.language);
		const isKnown = entitiesIn(plant).some((entity) => home.states[entity] !== undefined);
		const drawn = drawnOf(plant, home, words);
		const reasons = reasonsOf(plant, home);
		const label = reasons.map(({ name, text }) => `${name}: ${text}`).join(" ");
		this.#root.innerHTML = `<style>${CARD_STYLE}</style><ha-card><h2></h2><p class="nothing"></p><div class="drawing">${
			isKnown ? (drawPlant(drawn, { words, label, prefix: this.#prefix })?.text ?? "") : ""
		}</div><ul></ul></ha-card>`;
		this.#says("h2", settings.title);
		this.#says(".nothing", isKnown ? undefined : words.nothing);
		this.#root.querySelector("ul")?.replaceChildren(...reasons.map((reason) => this.#reason(reason)));
	}

	#says(selector: string, text: string | undefined): void {
		const element = this.#root.querySelector(selector);
		if (element === null) return;
		element.hidden = !text;
		element.textContent = text ?? "";
	}

	/** Text from outside is never markup. A click opens what Home Assistant knows of the output. */
	#reason({ name, entity, text }: ReturnType<typeof reasonsOf>[number]): Element {
		const [line, button, sentence] = ["li", "button", "span"].map((tag) => document.createElement(tag));
		if (line === undefined || button === undefined || sentence === undefined) throw new Error("no element");
		button.textContent = name;
		sentence.textContent = text;
		const detail = { entityId: entity };
		button.addEventListener("click", () =>
			this.dispatchEvent(new CustomEvent("hass-more-info", { detail, bubbles: true, composed: true })),
		);
		line.append(button, sentence);
		return line;
	}
}

// A resource that is listed twice loads twice.
if (customElements.get(CARD) === undefined) {
	customElements.define(CARD, SolarHeatingCard);
	window.customCards ??= [];
	window.customCards.push({
		type: CARD,
		name: "Solar Heating",
		get description() {
			return wordsOfPage().description;
		},
		preview: true,
		getEntitySuggestion: suggestionFor,
	});
}
