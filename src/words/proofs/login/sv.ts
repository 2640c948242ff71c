import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const sv: Like<typeof en> = {
	proof: {
		tried_login: "Försökte logga in hos {place} som {user}.",
		login_required:
			"Inloggning till MQTT behövs: {why:problem} Ange den på appens alternativsida (mqtt.username, mqtt.password), i en alternativfil (--options FIL, med mqtt.username och mqtt.password eller mqtt.password_file), eller i miljön eller en .env-fil (MQTT_USERNAME, MQTT_PASSWORD). Tills dess ansluter inget till brokern; styrningen går vidare.",
		login_not_had: "{finding:finding}",
		logged_in:
			"MQTT Connection Successful - Broker: {host}:{port}, User: {user} (MQTT {protocol}). Inloggningen fungerar.",
		logged_in_once: "Loggade in hos {place} som {user}.",
		one_per_user:
			"En andra anslutning av användaren stängde den första: brokern tillåter var och en bara en. Varje kontroll stänger därför den körande appens anslutning, som återupprättas automatiskt.",
		one_per_user_mend:
			"Inget måste göras. För en fullständig granskning, ta bort `use_username_as_clientid` ur mosquitto.conf och tryck en gång på ”Granska brokern”.",
		app_is_in:
			"Inte testat på nytt: den körande appen är inloggad, och en andra inloggning skulle stänga dess anslutning.",
		left_out_one_per_user:
			"Inte testat: brokern tillåter varje användare en anslutning, och den körande appen använder den.",
	},
};
