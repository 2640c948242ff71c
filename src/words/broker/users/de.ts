import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const de: Like<typeof en> = {
	broker: {
		user_nameless: "Ein Benutzer braucht einen Namen.",
		user_control: "Ein Benutzername darf keine Steuerzeichen enthalten.",
		user_colon:
			"Ein Benutzername darf keinen Doppelpunkt enthalten: in der Passwortdatei von Mosquitto endet der Name dort.",
		user_hash: "Ein Benutzername darf nicht mit # beginnen: das ist in der Passwortdatei von Mosquitto ein Kommentar.",
		user_long: "Ein Benutzername darf höchstens 200 Byte haben.",
		user_blank:
			"„{user}“ beginnt oder endet mit einem Leerzeichen, was die acl_file von Mosquitto nicht ausdrücken kann.",
		user_twice:
			"{user} ist für zwei Zwecke angegeben. Rechte addieren sich, daher für jeden einen eigenen Benutzer verwenden.",
		no_user_yet: "Es gibt noch kein Konto. Für jeden Client eines anlegen: solar-heating broker user add NAME",
		logins_elsewhere:
			"Hier gilt keine Passwortdatei: Ein Plugin oder Schlüssel entscheiden, welche Clients angenommen werden. Konten dort anlegen.",
		one_user:
			"1 Benutzer hat ein Konto. Clients, die sich ohne Konto verbunden haben, brauchen jetzt eines: solar-heating broker user add NAME",
		users_there:
			"{count} Benutzer haben ein Konto. Clients, die sich ohne Konto verbunden haben, brauchen jetzt eines: solar-heating broker user add NAME",
		user_added: "{user} hat jetzt ein Konto.",
		user_changed: "{user} hat ein neues Passwort; das alte wird abgelehnt.",
		still_open: "Dieser Broker nimmt noch Clients ohne Konto an. Schließen mit: solar-heating broker harden",
		user_removed: "{user} hat kein Konto mehr; damit verbundene Clients wurden getrennt.",
		password_once: "Passwort (wird nur jetzt angezeigt):",
		put_into_manager: "Im Passwortmanager speichern.",
		no_such_user: "Einen Benutzer {user} gibt es nicht. Siehe: solar-heating broker user list",
		nobody_has_login: "{path} enthält kein Konto.",
		bad_lines: "{path}: Mosquitto 2.1 startet mit Zeile {lines} nicht. Sie entfernen oder den Benutzer neu anlegen.",
		no_password_file:
			"Dieser Broker hat keine password_file, ein neuer Benutzer wäre also wirkungslos. Zuerst: solar-heating broker harden",
		plugin_has_logins:
			"{config} überlässt die Konten einem Plugin, eine Zeile in einer Passwortdatei wäre also wirkungslos. Den Benutzer dort anlegen, wo das Plugin sie führt.",
		password_file_each:
			"Jeder Listener hat hier eigene Einstellungen, und keiner nennt eine password_file. Zuerst: solar-heating broker harden",
		password_short: "{path}: ein Passwort muss mindestens {least} Zeichen haben.",
		password_control: "{path}: ein Passwort darf keine Steuerzeichen enthalten.",
		password_young: "Das Passwort von {user} ist {days} Tage alt. Es wurde nichts geändert.",
		rotated:
			"{user} hat ein neues Passwort: Der Broker nimmt es an und lehnt das alte ab. Die App liest es aus {path}.",
		rotation_finished:
			"Ein Wechsel dieses Passworts wurde abgebrochen, nachdem der Broker das neue schon hatte. Jetzt ist er abgeschlossen.",
		copy_next_time:
			"Für den Passwortmanager: --password-to DATEI schreibt nächstes Mal eine Kopie; bis dahin steht es in dieser Datei.",
		copy_is_in: "Eine Kopie liegt in {path}, mit den Rechten 600: in den Passwortmanager übernehmen, dann löschen.",
		goes_on: "Das ermöglichen, dann den Befehl erneut ausführen: Er fährt dort fort.",
		password_unknown:
			"Der Broker zu {config} kennt {user} mit dem Passwort in {path} nicht. Ist es der Broker, den mqtt.host nennt? Es wurde nichts geändert.",
		give_password_first:
			"Wenn ja, ihm zuerst das Passwort der App geben: solar-heating broker user add {user} --password-from {path}",
		app_not_back:
			"Die laufende Regelung hat sich nicht binnen {seconds} s mit dem neuen Passwort mit diesem Broker verbunden.",
		see_app_options:
			"Prüfen, ob mqtt.host in ihren Optionen dieser Broker ist und ob sie den Ordner ihrer Passwortdatei lesen darf. In einem Container muss der Ordner eingehängt sein, nicht nur die Datei.",
		no_login_to_change:
			"Es gibt kein Konto zu ändern: Benutzername oder Passwort fehlt oder ist nicht verwendbar. `solar-heating check` zeigt, welches.",
		supervisors_login:
			"Dieses Konto gehört Home Assistant selbst: Es erzeugt das Passwort, bewahrt es auf und gibt es seinen Apps. Es lässt sich nicht von Hand ändern, und es wurde nichts geändert.",
		supervisors_new:
			"Für ein neues: Einstellungen > Apps > Mosquitto broker > Deinstallieren, dann wieder installieren; diese App fragt automatisch nach dem neuen Konto.",
		supervisors_own:
			"Für ein eigenes Konto stattdessen: beim Broker eines anlegen und in die Optionen dieser App eintragen (mqtt.username, mqtt.password).",
		page_login:
			"Das Passwort ist auf der Konfigurationsseite dieser App eingetragen, die kein Befehl ändern darf. Es wurde nichts geändert. Von Hand:",
		page_at_broker:
			"1. Einstellungen > Apps > Mosquitto broker > Konfiguration > logins: dem Benutzer ein neues Passwort geben und speichern. Neu starten, wenn danach gefragt wird.",
		page_at_app:
			"2. Einstellungen > Apps > Solar Heating > Konfiguration > mqtt > Passwort: dasselbe. Speichern; die App startet neu.",
		page_manager: "3. Das neue Passwort im Passwortmanager speichern.",
		typed_login:
			"Das Passwort steht in den Optionen, der Umgebung oder .env, die die laufende App nur beim Start liest. Es wurde nichts geändert.",
		typed_once: "Es einmal in eine Datei legen; danach ändert `solar-heating broker rotate` es ohne Neustart:",
		typed_file:
			"1. Als Benutzer der App, in einem eigenen Ordner: umask 077; cat > {path}, dann das heutige Passwort eintippen, Enter, Strg+D.",
		typed_options:
			'2. In den Optionen, mqtt: "password" herausnehmen und {username}, {password_file} schreiben. MQTT_PASSWORD aus Umgebung und .env nehmen.',
		typed_start: "3. Die App neu starten und nachsehen: solar-heating check",
		typed_rotate: "4. solar-heating broker rotate",
		bad_option: "{path}: gefunden: {value:problem}. {remedy:problem}",
		options_not_valid: "Die Optionen sind ungültig. Ausführen: solar-heating check",
		login_not_whole: "Dazu ist das Konto der App nötig, das nicht vollständig ist. Was fehlt: solar-heating check",
		certificate_file_unreadable:
			"Eine Datei mit Zertifikaten des Brokers ist nicht lesbar. Ausführen: solar-heating check",
	},
};
