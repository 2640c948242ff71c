import type { Finder, Found, FoundPlace, PlaceState } from "#model/plant/found.ts";
import { nativeFault } from "../bus/native/file.ts";
import type { LineInfo } from "./abi.ts";
import { ANY_PI, type Chip, chipsOf, HEADER_LINES, isHeader, type Kernel, kernelAt, lineInfo } from "./chip.ts";

/** A chip with more lines is inside the machine, and most of them lead nowhere: only those with a name are listed. */
const MANY = 32;

/** @param dev where the nodes of chips are */
export const lineFinder = (dev: string): Finder => ({
	find: () => foundLines(kernelAt(dev)),
	close: async () => undefined,
});

/** Every line that may have a use, free or held. Nothing is requested, so nothing changes. */
export async function foundLines(kernel: Kernel): Promise<readonly Found[]> {
	const { chips, refused } = await chipsOf(kernel);
	const found: Found[] = [];
	for (const chip of chips) {
		found.push(...(await linesOf(chip)));
		void chip.file.close();
	}
	for (const { path, refusal } of refused) {
		const state: PlaceState = { kind: "unreachable", fault: nativeFault(refusal, { device: path }, path) };
		found.push({ kind: "board", at: path, name: "GPIO", likely: [], state });
	}
	return found;
}

async function linesOf(chip: Chip): Promise<readonly FoundPlace[]> {
	const places: FoundPlace[] = [];
	const count = isHeader(chip) ? HEADER_LINES : chip.lines;
	for (let offset = 0; offset < count; offset++) {
		const info = await lineInfo(chip, offset);
		if ("code" in info) break;
		if (info.name === "" && chip.lines > MANY) continue;
		places.push(place(chip, offset, info));
	}
	return places;
}

function place(chip: Chip, offset: number, { name, used, consumer }: LineInfo): FoundPlace {
	const address = `gpio:${isHeader(chip) ? ANY_PI : chip.label}/${offset}`;
	const held: PlaceState = consumer === "" ? { kind: "held" } : { kind: "held", by: consumer };
	return {
		kind: "line",
		at: `${chip.label}/${offset}`,
		...(name !== "" && { name }),
		likely: [{ what: "GPIO", sources: [address], targets: [address] }],
		state: used ? held : { kind: "free" },
	};
}
