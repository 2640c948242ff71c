import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const sv: Like<typeof en> = {
	proof: {
		came_anonymous: "Kom utan användarnamn och lösenord.",
		came_empty_name: "Kom med tomt användarnamn och tomt lösenord.",
		came_wrong_password: "Kom som {user} med fel lösenord.",
		came_empty_password: "Kom som {user} med tomt lösenord.",
		came_without_password: "Kom som {user} utan lösenord.",
		came_shorter_password: "Kom som {user} med vårt lösenord utan dess sista tecken.",
		came_longer_password: "Kom som {user} med vårt lösenord och ett tecken till.",
		came_line_end_password: "Kom som {user} med vårt lösenord och en radbrytning.",
		came_other_case_password: "Kom som {user} med vårt lösenord med omvända versaler och gemener.",
		came_name_as_password: "Kom som {user} med användarnamnet som lösenord.",
		came_random_user: "Kom som en användare som inte finns.",
		came_random_user_empty: "Kom som en användare som inte finns, med tomt lösenord.",
		came_random_user_without: "Kom som en användare som inte finns, utan lösenord.",
		came_random_user_our_password: "Kom som en användare som inte finns, med vårt lösenord.",
		came_other_name: "Kom som {user} med vårt lösenord.",
		at: "Hos {place}:",
		refused_code: "Det nekades (kod {code}). Skyddet gäller.",
		tried_by_both: "Var och en med MQTT 5 och med 3.1.1.",
		tried_by_one: "Var och en med MQTT {protocols}, det enda som brokern talar.",
		tried_by: "Kom med MQTT {protocols}.",
		few_ways:
			"Andra vägar in prövades inte härifrån, eftersom brokerns brandvägg kan stänga ute en maskin som ofta nekas: `check` på brokerns maskin prövar dem, och även `check --thorough`.",
		no_clear_refusal: "Det fanns inget tydligt nej.",
		strangers_not_proven: "Det är alltså inte bevisat att brokern avvisar främlingar.",
		own_refused_too:
			"Vår egen inloggning nekades på samma sätt, så det är inte visat att det är inloggningen som stoppar främlingar.",
		own_refused_mend:
			"Rätta först vår egen inloggning; där brokern bara tar vissa klient-id:n (clientid_prefixes) går detta inte att bevisa. Försök sedan igen.",
		let_in: "Brokern släppte in oss, med MQTT {protocol}.",
		let_in_by_certificate:
			"Men med vårt klientcertifikat: brokern släppte in oss, och säger inte om det var för certifikatets skull eller för att den släpper in alla.",
		certificate_login:
			"Där certifikatet är inloggningen (use_identity_as_username) går detta inte att bevisa med det. Annars:",
		anonymous_mend: "Vem som än når porten kan läsa av och styra anläggningen.",
		wrong_password_mend: "Den här brokern kontrollerar inte lösenord.",
		empty_password_mend:
			"Den här brokern godtar ett användarnamn utan dess lösenord. Om ett insticksprogram kontrollerar inloggningar, låt det neka tomma lösenord, eller använd en lösenordsfil i stället.",
		random_user_mend: "Den här brokern släpper in vilket användarnamn som helst.",
		other_name_mend:
			"Den här brokern godtar vårt lösenord under ett annat namn än vårt. Om ett insticksprogram kontrollerar inloggningar, låt det jämföra användarnamn och lösenord tillsammans, tecken för tecken.",
		close_it:
			"Skriv `allow_anonymous false` och en `password_file` för den här porten i mosquitto.conf, och starta om Mosquitto.",
		no_name_to_try: "Inte prövat: det finns inget användarnamn att komma med och ha fel lösenord.",
		doors_tried: "Främlingar skickades bara till {places}. Brokerns andra portar har ingen sett på.",
		doors_usual: "Vanliga är {ports}.",
		doors_named: "Ange dem som den har: --listener VÄRD:PORT, VÄRD:PORT/tls, ws://VÄRD:PORT eller wss://VÄRD:PORT.",
	},
};
