import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const sv: Like<typeof en> = {
	broker: {
		does_not_start: "Mosquitto startar inte med de här filerna (slutkod {code}): {said}",
		does_not_start_now: "Mosquitto startar inte med sina filer som de är nu (slutkod {code}): {said}",
		mend_files:
			"Ingenting har ändrats, och brokern som är igång fortsätter. Rätta det som Mosquitto nämner och försök igen.",
		not_told: "Det gick inte att be brokern (process {pid}) läsa om sina filer.",
		as_root: "Kör detta som root.",
		stopped_reading: "Brokern stoppade när den läste om sina filer.",
		restart_fails: "`{command}` misslyckades (slutkod {code}): {said}",
		not_listening: "Brokern startades, men lyssnade inte inom {seconds} s.",
		log_end: "Slutet av dess logg visar varför: tail /var/log/mosquitto/mosquitto.log",
		see_broker_log: "Se brokerns logg.",
		see_check: "`solar-heating check` visar vad som hittades och vad som ska göras.",
		see_listeners: "Se över dess listener-rader.",
		no_door: "Brokern har ingen port som går att testa härifrån.",
		listens_nowhere: "Brokern lyssnar inte på någon port.",
		unproven_strangers: "Vid {door} är det inte verifierat att obehöriga avvisas ({seen}).",
		unproven_certificate: "Vid {door} är det inte verifierat att klienter utan certifikat nekas ({seen}).",
		in_without_certificate: "Vid {door} godtogs en klient utan certifikat.",
		see_require_certificate: "Se require_certificate och cafile i mosquitto.conf(5).",
		login_not_taken: "Vid {door} nekas inloggningen för {user} ({seen}).",
		login_still_in: "Vid {door} godtas den inloggningen för {user} fortfarande.",
		no_clear_refusal: "Vid {door} kom inget tydligt avslag ({seen}).",
		unproven_write: "Vid {door} är det inte verifierat att appen får skriva sina egna ämnen, som {user} ({seen}).",
		unproven_commands: "Vid {door} är det inte verifierat att kommandon når appen, som {user} ({seen}).",
		unproven_will: "Vid {door} är det inte verifierat att brokern får publicera appens last will, som {user} ({seen}).",
		unproven_write_bound:
			"Vid {door} är det inte verifierat att appen inte får skriva någon annanstans, som {user} ({seen}).",
		unproven_read_bound: "Vid {door} är det inte verifierat att appen inte får läsa något annat, som {user} ({seen}).",
		others_rules: "Andra regler i samma fil läggs till våra: leta där efter den användaren, och efter `pattern`.",
		no_tls: "Port {port} talar inte TLS.",
		unproven_name: "Vid {door} är det inte verifierat att certifikatet gäller för {name} ({seen}).",
		unproven_old_tls: "Vid {door} är det inte verifierat att TLS 1.0 och 1.1 nekas ({seen}).",
		unproven_plain: "Vid {door} är det inte verifierat att okrypterade anslutningar nekas ({seen}).",
		other_certificate: "Vid {door} är certifikatet ett annat än det i dess fil.",
		port_still_plain: "Port {port} godtar fortfarande okrypterade anslutningar.",
	},
};
