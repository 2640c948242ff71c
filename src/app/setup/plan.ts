import type { Snapshot } from "#model/decision/snapshot.ts";
import { isRecord } from "#model/untyped/untyped.ts";
import type { PlanRow } from "#web/setup/setup-view.ts";
import { itemsOf, type Raw } from "./to-options.ts";

/** What the plant of these options has, and what it lacks. */
export function planOf(
	raw: Raw,
	{ findings }: Pick<Snapshot, "findings">,
	wiring: PlanRow["state"],
): readonly PlanRow[] {
	const at = (list: "sensors" | "outputs", role: string): string | undefined => {
		const item = itemsOf(raw, list).find((one) => one["role"] === role);
		const address = item?.["source"] ?? item?.["target"];
		return typeof address === "string" ? address : undefined;
	};
	const row = (what: PlanRow["what"], address: string | undefined, otherwise: "missing" | "later"): PlanRow =>
		address === undefined ? { what, state: otherwise } : { what, state: "done", at: address };
	const tank = raw["tank"];
	const tanks = itemsOf(raw, "tanks");
	const volume = (isRecord(tank) && typeof tank["volume"] === "number") || tanks.some((one) => one["volume"]);
	const joined = findings.some(({ code, facts }) => code === "broker" && facts["state"] === "connected");
	return [
		row("collector", at("sensors", "collector"), "missing"),
		row("tank", at("sensors", "tank"), "missing"),
		row("pump", at("outputs", "pump"), "missing"),
		{ what: "volume", state: volume ? "done" : "later" },
		row("heater", at("outputs", "heater"), "later"),
		{ what: "broker", state: joined ? "done" : "later" },
		{ what: "wiring", state: wiring },
	];
}
