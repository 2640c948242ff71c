import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const de: Like<typeof en> = {
	broker: {
		guide_login:
			"1. Ein Konto nur für diese App. Einstellungen > Apps > Mosquitto broker > Konfiguration > ⋮ > Als YAML bearbeiten: hinzufügen",
		guide_password:
			"Das Passwort ist neu und nirgends aufbewahrt: es auch auf der Konfigurationsseite dieser App eintragen und in den Passwortmanager übernehmen",
		guide_rights: "2. Rechte. Auf derselben Seite von Mosquitto broker, damit er eigene Dateien liest",
		guide_acl_conf: "/share/mosquitto/acl.conf (mit der App Samba, SSH oder File editor; eine Zeile)",
		guide_acl:
			"/share/mosquitto/accesscontrollist; {users} behalten alle Rechte. Jeder andere Benutzer braucht einen eigenen Teil oder hat keine Rechte",
		guide_tls:
			"3. TLS. Mit einem Zertifikat und seinem Schlüssel in /ssl, auf derselben Seite; die Ports 8883 und 8884 sprechen dann TLS",
		guide_tls_clients:
			"Auf Wunsch auch Zertifikate für Clients: cafile ist die Zertifizierungsstelle, die sie signiert hat, in /ssl",
		guide_tls_app:
			"In dieser App, mit dem Namen, der im Zertifikat steht, als host. Ohne mqtt.ca gelten die öffentlichen Zertifizierungsstellen",
		guide_close:
			"4. Wenn jeder Client TLS spricht: auf derselben Seite unter Netzwerk 1883 und 1884 leer lassen. Dann speichern, Mosquitto broker neu starten, und ausführen",
		guide_seen: "Was über das Netz jetzt von diesem Broker zu sehen ist",
		guide_unseen: "Was von hier aus nicht nachzuweisen ist",
		unseen_users: "Was andere Benutzer dürfen: dazu wären ihre Konten nötig. Die Regeln oben entscheiden darüber.",
		unseen_ports:
			"Ports, die diese App nicht benutzt (1883, 1884, 8883, 8884), wenn sie nicht genannt werden: solar-heating check --listener core-mosquitto:1884",
		unseen_files:
			"Was in den Dateien und im Protokoll des Brokers steht, und dass sie gesichert sind: die Datensicherung von Home Assistant enthält sie.",
	},
};
