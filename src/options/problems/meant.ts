import { mend, type Sentence } from "#model/sentences/sentence.ts";
import { idFrom } from "../entries/id-from.ts";
import { roleIn } from "./role-words.ts";

/** What to write in place of something that is none of the choices: the one that was meant, if one is near. */
export function noChoice(found: unknown, choices: readonly string[]): Sentence {
	const all = choices.join(", ");
	const meant = typeof found === "string" ? (nearest(found, choices) ?? roleIn(found, choices)) : undefined;
	return meant === undefined ? mend("no_choice", { choices: all }) : mend("meant_choice", { meant, choices: all });
}

/** The same of an id of an entry. */
export function noSuchEntry(found: string, known: readonly string[]): Sentence {
	const all = known.join(", ");
	// Names are written too, and most ids are made of them.
	const meant = nearest(found, known) ?? nearest(idFrom(found, "") ?? "", known);
	return meant === undefined ? mend("no_such_entry", { known: all }) : mend("meant_choice", { meant, choices: all });
}

/** Letters that may differ: a slip of the finger in a short word, two in a long one. */
const slips = (word: string) => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2);

/** The only choice that differs in so few letters. Swapped neighbours count as one. */
function nearest(found: string, choices: readonly string[]): string | undefined {
	const written = found.trim().toLowerCase();
	if (written.length > 40) return undefined;
	// Another number is no slip: `tank_3` is not meant as `tank_2`.
	const alike = choices.filter((choice) => numberIn(choice) === numberIn(written));
	const near = alike.map((choice) => ({ choice, by: distance(written, choice.toLowerCase()) }));
	const least = Math.min(...near.map(({ by }) => by));
	const [one, ...others] = near.filter(({ by }) => by === least);
	return one !== undefined && others.length === 0 && least <= slips(one.choice) ? one.choice : undefined;
}

const numberIn = (text: string) => text.replaceAll(/\D/g, "");

/** How many letters have to be put in, left out, replaced, or swapped with their neighbour. */
function distance(one: string, other: string): number {
	const rows: number[][] = [Array.from({ length: other.length + 1 }, (_, n) => n)];
	for (let i = 1; i <= one.length; i += 1) {
		const row = [i];
		for (let j = 1; j <= other.length; j += 1) {
			const at = (up: number, left: number) => rows[i - up]?.[j - left] ?? 0;
			const same = one[i - 1] === other[j - 1] ? 0 : 1;
			let least = Math.min(at(1, 0) + 1, (row[j - 1] ?? 0) + 1, at(1, 1) + same);
			if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
				least = Math.min(least, at(2, 2) + 1);
			row.push(least);
		}
		rows.push(row);
	}
	return rows[one.length]?.[other.length] ?? 0;
}
