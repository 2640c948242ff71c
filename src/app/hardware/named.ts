import type { FoundPlace } from "#model/plant/found.ts";
import type { Options } from "#options/root.ts";

/** The ids of sensors and outputs in the options, each with the text of its source or target. */
export type Named = readonly { readonly id: string; readonly text: string }[];

export const namedIn = (options: Options | undefined): Named => [
	...(options?.sensors ?? []).map(({ id, source }) => ({ id, text: source })),
	...(options?.outputs ?? []).map(({ id, target }) => ({ id, text: target })),
];

export const namedSensor = (named: Named, source: string): readonly string[] =>
	named.filter(({ text }) => text.toLowerCase() === source.toLowerCase()).map(({ id }) => id);

/** Those that are wired to this place: by one of its names within the address, or by a text that this place offers. */
export function namesOf(named: Named, { at, also = [], likely }: FoundPlace): readonly string[] {
	const names = [at, ...also];
	const offered = likely.flatMap(({ sources = [], targets = [] }) => [...sources, ...targets]);
	return named.filter(({ text }) => within(text, names) || offered.some((one) => fits(text, one))).map(({ id }) => id);
}

const within = (text: string, names: readonly string[]): boolean => {
	const address = text.slice(text.indexOf(":") + 1);
	return names.some((name) => address === name || address.startsWith(`${name}/`));
};

/** `N` in an offered text stands for any channel. */
const fits = (text: string, offered: string): boolean => {
	const [parts, wanted] = [text.split("/"), offered.split("/")];
	return (
		parts.length === wanted.length &&
		wanted.every((part, at) => part === "N" || part.toLowerCase() === parts[at]?.toLowerCase())
	);
};
