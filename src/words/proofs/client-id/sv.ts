import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const sv: Like<typeof en> = {
	proof: {
		came_under_our_id: "{other} anslöt med klient-id:t för {user}.",
		threw_us_out: "Det kopplade bort {user}. Varje användare hos brokern kan hålla appen frånkopplad.",
		threw_us_out_mend:
			"Mosquitto har ingen inställning mot detta som tillåter en användare mer än en anslutning. Appen använder ett nytt klient-id vid varje start, så låt ingen annan användare läsa brokerns logg eller $SYS/broker/log, och ge få användare ett konto.",
		both_stayed: "Båda förblev anslutna. Skyddet gäller.",
		not_let_in: "Det nekades. Skyddet gäller.",
		not_clear: "Vad som hände sedan är oklart.",
	},
};
