import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const sv: Like<typeof en> = {
	broker: {
		user_nameless: "En användare måste ha ett namn.",
		user_control: "Ett användarnamn får inte innehålla styrtecken.",
		user_colon: "Ett användarnamn får inte innehålla kolon: i Mosquittos lösenordsfil slutar namnet där.",
		user_hash: "Ett användarnamn får inte börja med #: det är en kommentar i Mosquittos lösenordsfil.",
		user_long: "Ett användarnamn får ha högst 200 byte.",
		user_blank: "”{user}” börjar eller slutar med blanksteg, vilket Mosquittos acl_file inte kan uttrycka.",
		user_twice: "{user} anges för två syften. Rättigheter läggs ihop, så använd en användare för varje.",
		no_user_yet: "Det finns inget konto än. Lägg upp ett för varje klient: solar-heating broker user add NAMN",
		logins_elsewhere:
			"Ingen lösenordsfil gäller här: ett insticksprogram eller nycklar avgör vilka klienter som godtas. Lägg upp konton där.",
		one_user:
			"1 användare har ett konto. Klienter som anslöt utan konto behöver nu ett: solar-heating broker user add NAMN",
		users_there:
			"{count} användare har ett konto. Klienter som anslöt utan konto behöver nu ett: solar-heating broker user add NAMN",
		user_added: "{user} har nu ett konto.",
		user_changed: "{user} har ett nytt lösenord; det gamla nekas.",
		still_open: "Brokern godtar fortfarande klienter utan konto. Stäng den med: solar-heating broker harden",
		user_removed: "{user} har inget konto längre; klienter som var anslutna med det kopplades bort.",
		password_once: "Lösenord (visas bara nu):",
		put_into_manager: "Spara det i din lösenordshanterare.",
		no_such_user: "Det finns ingen användare {user}. Se: solar-heating broker user list",
		nobody_has_login: "{path} innehåller inget konto.",
		bad_lines: "{path}: Mosquitto 2.1 startar inte med rad {lines}. Ta bort den, eller lägg upp användaren på nytt.",
		no_password_file:
			"Brokern har ingen password_file, så en ny användare skulle sakna verkan. Först: solar-heating broker harden",
		plugin_has_logins:
			"{config} överlåter kontona åt ett insticksprogram, så en rad i en lösenordsfil skulle sakna verkan. Lägg upp användaren där insticksprogrammet har dem.",
		password_file_each:
			"Varje lyssnare har egna inställningar här, och ingen anger någon password_file. Först: solar-heating broker harden",
		password_short: "{path}: ett lösenord ska ha minst {least} tecken.",
		password_control: "{path}: ett lösenord får inte innehålla styrtecken.",
		password_young: "Lösenordet för {user} är {days} dagar gammalt. Ingenting har ändrats.",
		rotated: "{user} har ett nytt lösenord: brokern godtar det och nekar det gamla. Appen läser det ur {path}.",
		rotation_finished: "Ett byte av lösenordet avbröts efter att brokern hade fått det nya. Nu är det slutfört.",
		copy_next_time:
			"För din lösenordshanterare: --password-to FIL skriver en kopia nästa gång; till dess står det i den filen.",
		copy_is_in:
			"En kopia finns i {path}, med rättigheterna 600: lägg den i din lösenordshanterare och ta sedan bort den.",
		goes_on: "Gör det möjligt och kör kommandot igen: det fortsätter därifrån.",
		password_unknown:
			"Brokern med {config} känner inte {user} med lösenordet i {path}. Är det brokern som mqtt.host anger? Ingenting har ändrats.",
		give_password_first:
			"Är det så, ge den först appens lösenord: solar-heating broker user add {user} --password-from {path}",
		app_not_back: "Den körande styrningen anslöt inte till brokern med det nya lösenordet inom {seconds} s.",
		see_app_options:
			"Kontrollera att mqtt.host i dess inställningar är den här brokern, och att den får läsa mappen med lösenordsfilen. I en container ska mappen monteras, inte bara filen.",
		no_login_to_change:
			"Det finns inget konto att ändra: användarnamn eller lösenord saknas eller går inte att använda. `solar-heating check` visar vilket.",
		supervisors_login:
			"Det här kontot är Home Assistants eget: det skapar lösenordet, sparar det och ger det till sina appar. Det går inte att ändra för hand, och ingenting har ändrats.",
		supervisors_new:
			"För ett nytt: Inställningar > Appar > Mosquitto broker > Avinstallera, och installera det sedan igen; appen frågar själv efter det nya kontot.",
		supervisors_own:
			"För ett eget konto i stället: lägg upp ett hos brokern, och skriv in det i appens inställningar (mqtt.username, mqtt.password).",
		page_login:
			"Lösenordet är inskrivet på appens konfigurationssida, som inget kommando får ändra. Ingenting har ändrats. För hand:",
		page_at_broker:
			"1. Inställningar > Appar > Mosquitto broker > Konfiguration > logins: ge användaren ett nytt lösenord och spara. Starta om när du blir ombedd.",
		page_at_app:
			"2. Inställningar > Appar > Solar Heating > Konfiguration > mqtt > Lösenord: samma. Spara; appen startar om.",
		page_manager: "3. Spara det nya lösenordet i din lösenordshanterare.",
		typed_login:
			"Lösenordet står i inställningarna, miljön eller .env, som den körande appen bara läser vid start. Ingenting har ändrats.",
		typed_once: "Lägg det i en fil en gång; därefter byter `solar-heating broker rotate` det utan omstart:",
		typed_file:
			"1. Som appens användare, i en egen mapp: umask 077; cat > {path}, skriv sedan dagens lösenord, Enter, Ctrl+D.",
		typed_options:
			'2. I inställningarna, mqtt: ta bort "password" och skriv {username}, {password_file}. Ta bort MQTT_PASSWORD ur miljön och .env.',
		typed_start: "3. Starta om appen och se: solar-heating check",
		typed_rotate: "4. solar-heating broker rotate",
		bad_option: "{path}: hittade {value:problem}. {remedy:problem}",
		options_not_valid: "Inställningarna är inte giltiga. Kör: solar-heating check",
		login_not_whole: "Det här kräver appens konto, som inte är komplett. Vad som saknas: solar-heating check",
		certificate_file_unreadable: "En av filerna med brokerns certifikat kan inte läsas. Kör: solar-heating check",
	},
};
