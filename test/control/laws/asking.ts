import type { Claim } from "#model/decision/decision.ts";
import { heard } from "./judging.ts";
import { type Law, law } from "./law.ts";

/** How strongly each function asks, by the code of its reason. Written out here, so that a changed rank is noticed. */
export const ASKED: Readonly<Record<string, readonly string[]>> = {
	boiler_hot: ["protection asks"],
	boiling: ["safety forbids"],
	circulates: ["normal asks"],
	collector_hot: ["protection asks"],
	drain_back_fills: ["normal asks", "protection asks"],
	drain_back_full: ["protection forbids"],
	drain_back_frozen: ["protection forbids urgently"],
	drain_back_holds: ["normal forbids", "protection forbids"],
	drain_back_hot: ["safety forbids"],
	drain_back_pauses: ["normal forbids", "protection forbids"],
	drain_back_settles: ["normal asks"],
	drain_back_waits: ["normal forbids", "protection forbids"],
	dumping: ["protection asks", "protection forbids"],
	first_is_charged: ["normal forbids"],
	frost_near: ["protection asks"],
	gain: ["normal asks"],
	heater_comfort: ["normal asks"],
	heater_cut_out: ["safety forbids"],
	heater_no_effect: ["safety forbids"],
	heater_ready: ["normal asks"],
	heater_runs: ["normal asks"],
	heater_surplus: ["normal asks"],
	held_off: ["manual forbids"],
	held_on: ["manual asks"],
	holiday_cools: ["protection asks"],
	holiday_unheated: ["normal forbids"],
	kept_loose: ["upkeep asks", "upkeep forbids"],
	legionella_heats: ["protection asks"],
	line_cold: ["normal asks"],
	pausing_for_first: ["normal forbids"],
	return_preheated: ["normal asks"],
	sensor_awaited: ["safety forbids"],
	sensor_lost: ["safety forbids"],
	source_warmer: ["normal asks"],
	speed_follows: ["normal limits"],
	speed_to_target: ["normal limits"],
	start_too_hot: ["safety forbids"],
	start_waits: ["protection forbids"],
	sun_expected: ["protection asks"],
	system_cooled: ["protection asks"],
	tank_being_cooled: ["normal forbids"],
	tank_full: ["normal forbids"],
	tank_maximum: ["safety forbids"],
	tank_maximum_lost: ["safety forbids"],
	tank_still_heated: ["safety forbids"],
	tank_surplus: ["protection asks"],
	tank_overheated: ["protection asks"],
	tank_cooled_unheated: ["normal forbids"],
	cooling_runs_on: ["protection asks"],
	tank_unseen: ["safety forbids"],
	tap_opened: ["normal asks"],
	tubes_kicked: ["upkeep asks"],
};

function manner({ rank, urgent, at_least, at_most }: Claim): string {
	const does = at_least > 0 ? "asks" : at_most > 0 ? "limits" : "forbids";
	return `${rank} ${does}${urgent && rank !== "safety" ? " urgently" : ""}`;
}

/** @param seen gets the code of each reason that was given */
export const asking = (seen: Set<string>): Law =>
	law("every function asks as strongly as it declares, and no weaker or stronger", (moment, applies) => {
		for (const claim of heard(moment)) {
			applies();
			const { code } = claim.because;
			seen.add(code);
			if (ASKED[code]?.includes(manner(claim)) !== true) return `${code} ${manner(claim)}`;
		}
		return undefined;
	});
