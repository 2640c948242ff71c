import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const sv: Like<typeof en> = {
	page: {
		login: "Logga in",
		login_user: "Användarnamn",
		login_password: "Lösenord",
		login_stay: "Förbli inloggad på den här enheten",
		login_forgotten: "Glömt lösenordet? Sätt ett nytt på styrningens dator med",
		login_wrong: "Lösenordet är fel. Försök igen.",
		login_wait_seconds: "För många felaktiga lösenord. Försök igen om {seconds} s.",
		login_wait_minutes: "För många felaktiga lösenord. Försök igen om {minutes} min.",
		login_busy: "Många loggar in just nu. Försök igen.",
		login_expired: "Inloggningssidan var för gammal, så inget kontrollerades. Logga in nu.",
		login_cookies:
			"Webbläsaren sparar inga kakor från den här sidan och kan därför inte förbli inloggad. Tillåt kakor för adressen och försök sedan igen.",
		logout: "Logga ut",
	},
};
