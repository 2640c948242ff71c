import { epw } from "./epw.ts";
import type { Columns, Format } from "./format.ts";
import { pvgis } from "./pvgis.ts";
import { tmy3 } from "./tmy3.ts";
import { germanTry } from "./try.ts";

const FORMATS: readonly Format[] = [tmy3, epw, pvgis, germanTry];

export function columnsIn(text: string): Columns | undefined {
	for (const format of FORMATS) {
		const columns = format(text);
		if (columns !== undefined) return columns;
	}
	return undefined;
}
