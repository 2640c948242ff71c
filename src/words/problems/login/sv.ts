import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const sv: Like<typeof en> = {
	problem: {
		options_unreadable: "Inställningsfilen kan inte läsas. Kontrollera dess namn och ägare.",
		options_comma: "JSON skriver decimaler med punkt. Skriv {number} där.",
		options_no_json: "Inställningsfilen måste vara JSON. Rätta den där.",
		port_range: "Ange ett heltal från {min} till {max}.",
		finish_rotation:
			"Ett byte av detta lösenord avbröts, så brokern kan redan ha det nya. Gör klart det: solar-heating broker rotate",
		both_or_neither:
			"Ange både användarnamn och lösenord, eller inget av dem. Till dess används det konto som Home Assistant erbjuder.",
		others_can_read: "Andra kan läsa filen. Kör: chmod 600 {file} – och byt sedan lösenord.",
		password_readable:
			"Andra kan läsa filen och lösenordet i den. Kör: chmod 600 {file} – och byt sedan lösenord, eftersom det kan ha blivit läst.",
		out_of_git:
			"Lösenordet finns i gits historik. Kör: git rm --cached .env && echo .env >> .gitignore – och byt sedan lösenord.",
		check_owner: "Filen kan inte läsas. Kontrollera dess ägare.",
		file_unreadable: "Filen kan inte läsas ({cause}).",
		no_such_file: "Det finns ingen sådan fil.",
		not_a_file: "Det här är ingen vanlig fil utan en mapp, en pipe eller en enhet. Ange en fil.",
		file_too_large: "Filen är större än {most}. Ange rätt fil.",
		no_pem: "Det här är ingen PEM-fil.",
		cannot_connect: "Appen kan inte ansluta förrän detta har rättats.",
		login_name: "Användarnamnet",
		login_password: "Lösenordet",
		login_missing: "{what:problem} saknas.",
		login_blank: "{what:problem} består bara av blanksteg.",
		login_nul: "{what:problem} innehåller ett NUL-tecken.",
		login_control: "{what:problem} innehåller ett styrtecken, till exempel en radbrytning.",
		login_long: "{what:problem} är längre än {limit} byte.",
	},
};
