/** Plain data as YAML 1.2 that is also YAML 1.1: maps and lists in blocks, text over several lines as it is. */
export const yamlOf = (data: object): string => lines(data).join("\n");

function lines(value: unknown): readonly string[] {
	if (Array.isArray(value)) return value.flatMap((item) => hung("- ", lines(item)));
	if (typeof value === "object" && value !== null)
		return Object.entries(value).flatMap(([key, item]) => {
			const name = `${scalar(key)}:`;
			if (typeof item === "string" && isBlock(item)) return [`${name} |-`, ...item.split("\n").map(indented)];
			if (typeof item !== "object" || item === null) return [`${name} ${scalar(item)}`];
			return isEmpty(item) ? [`${name} ${JSON.stringify(item)}`] : [name, ...lines(item).map(indented)];
		});
	return [scalar(value)];
}

const isEmpty = (item: object) => Object.keys(item).length === 0;
const indented = (line: string) => (line === "" ? "" : `  ${line}`);
/** The first line gets the mark, the others stand below it. */
const hung = (mark: string, [first = "", ...rest]: readonly string[]) => [`${mark}${first}`, ...rest.map(indented)];
/** A first line that begins with a space would set the indentation. */
const isBlock = (text: string) => text.includes("\n") && !/^\s|[\t\r]|\s$/.test(text);

/** Words that are safe as they stand; JSON's quotes are YAML's double quotes. */
const PLAIN = /^[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ0-9_./ ()°→-]*$/;
const KEYWORD = /^(?:y|yes|n|no|on|off|true|false|null)$/i;
const scalar = (value: unknown): string =>
	typeof value === "string" && PLAIN.test(value) && !KEYWORD.test(value) && !value.endsWith(" ")
		? value
		: JSON.stringify(value);
