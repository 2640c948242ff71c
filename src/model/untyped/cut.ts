/** The beginning of a text, without half a character: Home Assistant's JSON parser refuses a whole message for one. */
export const cut = (text: string, most: number): string =>
	text.length <= most ? text : text.slice(0, most).replace(/[\ud800-\udbff]$/, "");
