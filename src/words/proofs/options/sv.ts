import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const sv: Like<typeof en> = {
	proof: {
		valid_options:
			"Solar Heating {version} har giltiga inställningar från {from:command}: {sensors} givare, {outputs} utgångar.",
		several_problems: "{count} fel:",
		found_at: "{path}: hittade {value:problem}.",
		mend_at: "{path}: {remedy:problem}",
		mend_alone: "{remedy:problem}",
		options_first: "Inte testat: först måste inställningarna vara giltiga.",
		has_login: "Det finns ett användarnamn ({user}) och ett lösenord.",
		no_login:
			"Det finns inget konto, och inställningarna tillåter att ansluta utan (mqtt.allow_anonymous_broker). Vem som helst i huset kan slå på pumpen.",
		credentials_mend:
			"Lägg upp ett konto för appen hos brokern, och ange dess användarnamn och lösenord i inställningarna.",
		files_not_looked_at: "Inte testat: det är inte känt vilka filer som finns.",
		files_closed: "Ingen fil med ett lösenord eller en nyckel kan läsas av alla användare på datorn.",
		files_open: "Alla användare på datorn kan läsa lösenordet eller nyckeln i {files}.",
		files_open_mend: "Kör: chmod 600 {files} – och byt sedan lösenordet, eller gör en ny nyckel.",
	},
};
