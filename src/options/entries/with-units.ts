import { unitNameOf } from "#model/quantities/conversion.ts";
import { isRecord } from "#model/untyped/untyped.ts";
import { isAbsurd } from "./with-ids.ts";

/** The options with the units of sensors as the options page writes them. What is no unit that is known stays as it was. */
export function withUnits(raw: unknown): unknown {
	if (!isRecord(raw) || isAbsurd(raw) || !Array.isArray(raw["sensors"])) return raw;
	return { ...raw, sensors: raw["sensors"].map(unified) };
}

function unified(item: unknown): unknown {
	const unit = isRecord(item) && typeof item["unit"] === "string" ? unitNameOf(item["unit"]) : undefined;
	return unit === undefined || !isRecord(item) ? item : { ...item, unit };
}
