import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const sv: Like<typeof en> = {
	proof: {
		came_anonymous: "Försökte logga in utan användarnamn och lösenord.",
		came_empty_name: "Försökte logga in med tomt användarnamn och tomt lösenord.",
		came_wrong_password: "Försökte logga in som {user} med fel lösenord.",
		came_empty_password: "Försökte logga in som {user} med tomt lösenord.",
		came_without_password: "Försökte logga in som {user} utan lösenord.",
		came_shorter_password: "Försökte logga in som {user} med vårt lösenord utan dess sista tecken.",
		came_longer_password: "Försökte logga in som {user} med vårt lösenord och ett tecken till.",
		came_line_end_password: "Försökte logga in som {user} med vårt lösenord och en radbrytning.",
		came_other_case_password: "Försökte logga in som {user} med vårt lösenord med omvända versaler och gemener.",
		came_name_as_password: "Försökte logga in som {user} med användarnamnet som lösenord.",
		came_random_user: "Försökte logga in som en användare som inte finns.",
		came_random_user_empty: "Försökte logga in som en användare som inte finns, med tomt lösenord.",
		came_random_user_without: "Försökte logga in som en användare som inte finns, utan lösenord.",
		came_random_user_our_password: "Försökte logga in som en användare som inte finns, med vårt lösenord.",
		came_other_name: "Försökte logga in som {user} med vårt lösenord.",
		at: "Hos {place}:",
		refused_code: "Det nekades (kod {code}). Skyddet gäller.",
		tried_by_both: "Var och en med MQTT 5 och med 3.1.1.",
		tried_by_one: "Var och en med MQTT {protocols}, den enda version som brokern talar.",
		tried_by: "Försökt med MQTT {protocols}.",
		few_ways:
			"Andra vägar in testades inte härifrån, eftersom brokerns brandvägg kan spärra en dator som ofta nekas. `check` på brokerns dator testar dem, och även `check --thorough`.",
		no_clear_refusal: "Det kom inget tydligt avslag.",
		strangers_not_proven: "Det är alltså inte verifierat att brokern avvisar obehöriga.",
		own_refused_too:
			"Vår egen inloggning nekades på samma sätt. Det är alltså inte visat att det är inloggningen som stoppar obehöriga.",
		own_refused_mend:
			"Rätta först vår egen inloggning och försök sedan igen. Om brokern bara godtar vissa klient-id:n (clientid_prefixes) går detta inte att verifiera.",
		let_in: "Brokern godtog inloggningen, med MQTT {protocol}.",
		let_in_by_certificate:
			"Men med vårt klientcertifikat: brokern anger inte om den godtog inloggningen på grund av certifikatet eller för att den godtar alla.",
		certificate_login:
			"Om certifikatet är inloggningen (use_identity_as_username) går detta inte att verifiera med det. Annars:",
		anonymous_mend: "Vem som helst som når porten kan läsa av och styra anläggningen.",
		wrong_password_mend: "Den här brokern kontrollerar inte lösenord.",
		empty_password_mend:
			"Den här brokern godtar ett användarnamn utan dess lösenord. Om ett insticksprogram kontrollerar inloggningar, låt det neka tomma lösenord, eller använd en lösenordsfil i stället.",
		random_user_mend: "Den här brokern godtar vilket användarnamn som helst.",
		other_name_mend:
			"Den här brokern godtar vårt lösenord under ett annat namn än vårt. Om ett insticksprogram kontrollerar inloggningar, låt det jämföra användarnamn och lösenord tillsammans, tecken för tecken.",
		close_it:
			"Skriv `allow_anonymous false` och en `password_file` för den här porten i mosquitto.conf, och starta om Mosquitto.",
		no_name_to_try: "Inte testat: det finns inget användarnamn att testa med fel lösenord.",
		doors_tried: "Obehöriga inloggningar testades bara mot {places}. Brokerns andra portar testades inte.",
		doors_usual: "Vanliga är {ports}.",
		doors_named:
			"Ange de portar som den har: --listener VÄRD:PORT, VÄRD:PORT/tls, ws://VÄRD:PORT eller wss://VÄRD:PORT.",
	},
};
