/** A piece of HTML in which everything that came from outside is cleaned and escaped. */
export class Html {
	readonly text: string;
	constructor(text: string) {
		this.text = text;
	}
}
export type Piece = Html | string | number | undefined | readonly Piece[];

/** A template tag: pieces of HTML go in as they are; what is put in otherwise goes through `clean`, then is escaped. */
export const htmlFor =
	(clean: (text: string) => string) =>
	(parts: TemplateStringsArray, ...pieces: readonly Piece[]): Html =>
		new Html(parts.map((part, n) => `${part}${n < pieces.length ? written(pieces[n], clean) : ""}`).join(""));

function written(piece: Piece, clean: (text: string) => string): string {
	if (piece === undefined) return "";
	if (piece instanceof Html) return piece.text;
	// A secret is looked for before escaping could take it apart.
	if (typeof piece === "string" || typeof piece === "number") return escaped(clean(String(piece)));
	return piece.map((one) => written(one, clean)).join("");
}

/** Safe as text and within a quoted attribute; and a number keeps its unit beside it. */
const escaped = (text: string) =>
	text
		.replace(/[&<>"'`]/g, (c) => `&#${c.charCodeAt(0)};`)
		.replace(/(\d) (?=(?:K|°C|%|cm|min|h|s)(?![\p{L}\d]))/gu, "$1\u00a0");

/** With a capital, as sentences begin. */
export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
