import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const sv: Like<typeof en> = {
	page: {
		failed: "Sidan fungerade inte; loggen säger varför. Styrningen fortsätter.",
		disk_full: "Disken är full, så det här blev inte gjort. Styrningen fortsätter. Frigör utrymme och försök igen.",
		disk_read_only:
			"Disken tar inte emot ändringar längre, så det här blev inte gjort. Styrningen fortsätter. Så gör diskar som håller på att gå sönder: titta i datorns logg och ta en säkerhetskopia.",
		disk_not_allowed:
			"Appen får inte skriva sina filer, så det här blev inte gjort. Styrningen fortsätter. Ge datamappen till den användare som appen körs som.",
		disk_failed:
			"Disken gjorde inte det som begärdes ({cause}), så det här blev inte gjort. Styrningen fortsätter. Titta i datorns logg och försök igen.",
	},
};
