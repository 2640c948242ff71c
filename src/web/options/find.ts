import type { OptionGroup } from "./option-form.ts";

/** Without case and accents: "Kylning" is found by "kylning", "Fühler" by "fuhler". */
const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Groups that have all these words in their name, their key, their entries, or in what they ask for. All of them for no word. */
export function found(groups: readonly OptionGroup[], asked: string): readonly OptionGroup[] {
	const words = plain(asked)
		.split(/\s+/)
		.filter((word) => word !== "");
	if (words.length === 0) return groups;
	return groups.filter((group) => {
		const text = plain(textsOf(group).join("\n"));
		return words.every((word) => text.includes(word));
	});
}

function textsOf({ key, name, description, fields = [], list }: OptionGroup): readonly string[] {
	const all = [...fields, ...(list?.blank ?? []).filter(({ of }) => of === undefined)];
	const rows = (list?.rows ?? []).flatMap(({ title, about }) => [title, about]);
	return [key, name, description, ...all.flatMap((one) => [one.key, one.name, one.description]), ...rows];
}
