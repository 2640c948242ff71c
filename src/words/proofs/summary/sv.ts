import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const sv: Like<typeof en> = {
	proof: {
		all_in_order:
			"Allt är i ordning: anslutningen till brokern fungerar med inloggning, och brokern avvisar alla andra vid {places}; om den har andra lyssnare är inte känt här, och ingen testades.",
		all_in_order_but:
			"Allt är i ordning: anslutningen till brokern fungerar med inloggning, och brokern avvisar alla andra vid {places}; av dess andra lyssnare testades inte dessa: {listeners}.",
		all_in_order_whole:
			"Allt är i ordning: anslutningen till brokern fungerar med inloggning, och brokern avvisar alla andra vid {places}, och {config} har ingen annan lyssnare.",
		in_order_unproven:
			"Inget steg misslyckas vid {places}, men allt är inte verifierat: brokern visade inte om dessa gäller: {steps}.",
		to_know: "Att känna till: se {steps}.",
		one_step_fails: "Ett steg är inte i ordning.",
		steps_fail: "{count} steg är inte i ordning.",
		begin_with: "Börja med {step}.",
	},
};
