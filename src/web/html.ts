/** HTML in which everything from outside has been cleaned and escaped. */
export class Html {
	readonly text: string;
	constructor(text: string) {
		this.text = text;
	}
}
export type Piece = Html | string | number | undefined | readonly Piece[];

/** A template tag. `Html` is inserted as it is; everything else is cleaned and then escaped. */
export const htmlFor =
	(clean: (text: string) => string) =>
	(parts: TemplateStringsArray, ...pieces: readonly Piece[]): Html =>
		new Html(parts.map((part, n) => `${part}${n < pieces.length ? written(pieces[n], clean) : ""}`).join(""));

function written(piece: Piece, clean: (text: string) => string): string {
	if (piece === undefined) return "";
	if (piece instanceof Html) return piece.text;
	// Secrets are removed before escaping could split them.
	if (typeof piece === "string" || typeof piece === "number") return escaped(clean(String(piece)));
	return piece.map((one) => written(one, clean)).join("");
}

/** Safe as text and in a quoted attribute. Keeps a number and its unit on one line. */
const escaped = (text: string) =>
	text
		.replace(/[&<>"'`]/g, (c) => `&#${c.charCodeAt(0)};`)
		.replace(/(\d) (?=(?:K|°C|%|cm|min|h|s|L|L\/min|bar|W|W\/m²|kWh)(?![\p{L}\d]))/gu, "$1\u00a0");

/** With a capital first letter. */
export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
