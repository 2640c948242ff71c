import { type Language, type Needed, say } from "#texts/say.ts";
import type { Key } from "#words/keys.ts";
import { SETUP_FORM } from "../acts/form.ts";
import type { Html, htmlFor, Piece } from "../html.ts";
import type { RenderContext } from "../render-context.ts";
import type { SetupView } from "./setup-view.ts";

/** What the screens of the guided path need. */
export interface Asking {
	readonly html: ReturnType<typeof htmlFor>;
	readonly language: Language;
	readonly setup: SetupView;
	readonly context: RenderContext;
	/** A text of the guided path. */
	say<K extends Key<"setup">>(key: K, ...facts: Needed<"setup", K>): string;
	/** A button that sends the screen. */
	button(act: string, text: Piece, look?: Look): Html;
}

interface Look {
	/** Filled. */
	readonly main?: boolean;
	/** Said in place of the text. */
	readonly label?: string;
	readonly how?: string;
	readonly off?: boolean;
}

export function asking(context: RenderContext, setup: SetupView): Asking {
	const { html, language } = context;
	return {
		...{ html, language, setup, context },
		say: (key, ...facts) => say(language, "setup", key, ...facts),
		button: (act, text, { main, label, how = "", off } = {}) =>
			html`<button class="btn${main ? " go" : ""}${how && ` ${how}`}" form="${SETUP_FORM}" name="do" value="${act}"${
				label === undefined ? undefined : html` aria-label="${label}"`
			}${off ? html` disabled` : undefined}>${text}</button>`,
	};
}

/** A field with its name above. */
export const field = ({ html }: Asking, id: string, name: string, input: Html, how = ""): Html =>
	html`<p class="field${how && ` ${how}`}"><label for="${id}">${name}</label>${input}</p>`;

/** A choice among some. */
export const choice = (
	{ html }: Asking,
	{ id, name, chosen, all }: { id: string; name: string; chosen: string; all: readonly (readonly [string, string])[] },
): Html =>
	html`<select id="${id}" name="${name}" form="${SETUP_FORM}">${all.map(
		([value, text]) => html`<option value="${value}"${value === chosen ? html` selected` : undefined}>${text}</option>`,
	)}</select>`;

export const input = (
	{ html }: Asking,
	{ id, name, value = "", numeric }: { id: string; name: string; value?: string | undefined; numeric?: boolean },
): Html =>
	html`<input id="${id}" name="${name}" value="${value}" form="${SETUP_FORM}" autocomplete="off" maxlength="60"${
		numeric ? html` inputmode="decimal"` : undefined
	}>`;
