import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const sv: Like<typeof en> = {
	proof: {
		came_under_our_id: "{other} kom under {user}s klient-id.",
		threw_us_out: "Det kastade ut {user}. Varje användare hos brokern kan hålla appen frånkopplad.",
		threw_us_out_mend:
			"Mosquitto har ingen inställning mot detta som lämnar en användare mer än en anslutning. Det som hjälper: appens klient-id är nytt vid varje start, så låt ingen annan användare läsa brokerns logg eller $SYS/broker/log; och ge få ett konto.",
		both_stayed: "Båda blev kvar. Skyddet gäller.",
		not_let_in: "Den släpptes inte in. Skyddet gäller.",
		not_clear: "Vad som hände sedan är oklart.",
	},
};
