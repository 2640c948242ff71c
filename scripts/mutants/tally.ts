import { dirname } from "node:path";
import type { Tried } from "./trial.ts";

/** Figures of an area: a folder of sources. */
export interface Area {
	readonly name: string;
	readonly killed: number;
	readonly survived: number;
}

export function areas(all: readonly Tried[]): readonly Area[] {
	const names = [...new Set(all.map(({ mutant }) => areaOf(mutant.file)))].sort();
	return [...names, "all"].map((name) => {
		const here = all.filter(({ mutant }) => name === "all" || areaOf(mutant.file) === name);
		const killed = here.filter((one) => one.killed !== undefined).length;
		return { name, killed, survived: here.length - killed };
	});
}
const areaOf = (file: string): string => dirname(file).replace(/^src\//, "");

export const share = ({ killed, survived }: Area): string => `${((100 * killed) / (killed + survived)).toFixed(1)} %`;
