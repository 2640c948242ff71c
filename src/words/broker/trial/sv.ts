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
		stopped_reading: "Brokern stannade när den läste om sina filer.",
		restart_fails: "`{command}` misslyckades (slutkod {code}): {said}",
		not_listening: "Brokern startades, men lyssnade inte inom {seconds} s.",
		log_end: "Slutet av dess logg säger varför: tail /var/log/mosquitto/mosquitto.log",
		see_broker_log: "Se i brokerns logg.",
		see_check: "`solar-heating check` säger vad som syntes och vad som ska göras.",
		see_listeners: "Se över dess listener-rader.",
		no_door: "Brokern har ingen port som går att pröva härifrån.",
		listens_nowhere: "Brokern lyssnar ingenstans.",
		unproven_strangers: "Vid {door} är det inte bevisat att främlingar avvisas ({seen}).",
		unproven_certificate: "Vid {door} är det inte bevisat att ingen kommer in utan certifikat ({seen}).",
		in_without_certificate: "Vid {door} släpptes någon utan certifikat in.",
		see_require_certificate: "Se require_certificate och cafile i mosquitto.conf(5).",
		login_not_taken: "Vid {door} godtas inte inloggningen för {user} ({seen}).",
		login_still_in: "Vid {door} kommer {user} fortfarande in med den inloggningen.",
		no_clear_refusal: "Vid {door} kom inget tydligt nej ({seen}).",
		unproven_write: "Vid {door} är det inte bevisat att appen får skriva sina egna ämnen, som {user} ({seen}).",
		unproven_commands: "Vid {door} är det inte bevisat att kommandon når appen, som {user} ({seen}).",
		unproven_will:
			"Vid {door} är det inte bevisat att brokern får tala för appen när den är borta, som {user} ({seen}).",
		unproven_write_bound:
			"Vid {door} är det inte bevisat att appen inte får skriva någon annanstans, som {user} ({seen}).",
		unproven_read_bound: "Vid {door} är det inte bevisat att appen inte får läsa något annat, som {user} ({seen}).",
		others_rules: "Andras regler i samma fil läggs till våra: leta där efter den användaren, och efter `pattern`.",
		no_tls: "Ingenting talar TLS på port {port}.",
		unproven_name: "Vid {door} är det inte bevisat att certifikatet gäller för {name} ({seen}).",
		unproven_old_tls: "Vid {door} är det inte bevisat att TLS 1.0 och 1.1 nekas ({seen}).",
		unproven_plain: "Vid {door} är det inte bevisat att okrypterat nekas ({seen}).",
		other_certificate: "Vid {door} visas ett annat certifikat än det i dess fil.",
		port_still_plain: "Port {port} tar fortfarande emot okrypterat.",
	},
};
