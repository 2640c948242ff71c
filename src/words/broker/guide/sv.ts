import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const sv: Like<typeof en> = {
	broker: {
		guide_login:
			"1. Ett konto bara för den här appen. Inställningar > Appar > Mosquitto broker > Konfiguration > ⋮ > Redigera i YAML: lägg till",
		guide_password:
			"Lösenordet är nytt och sparas ingenstans: skriv det också på appens konfigurationssida, och lägg det i din lösenordshanterare",
		guide_rights: "2. Rättigheter. På samma sida för Mosquitto broker, så att den läser dina filer",
		guide_acl_conf: "/share/mosquitto/acl.conf (med appen Samba, SSH eller File editor; en rad)",
		guide_acl:
			"/share/mosquitto/accesscontrollist; {users} behåller alla rättigheter. Varje annan användare behöver en egen del, eller saknar rättigheter",
		guide_tls: "3. TLS. Med ett certifikat och dess nyckel i /ssl, på samma sida; portarna 8883 och 8884 talar då TLS",
		guide_tls_clients: "Även certifikat för klienter, om du vill ha det: cafile är utfärdaren som signerat dem, i /ssl",
		guide_tls_app:
			"I den här appen, med namnet som står i certifikatet som host. Utan mqtt.ca litar den på de offentliga utfärdarna",
		guide_close:
			"4. När varje klient talar TLS: lämna 1883 och 1884 tomma under Nätverk på samma sida. Spara sedan, starta om Mosquitto broker, och kör",
		guide_seen: "Vad som syns av brokern över nätverket just nu",
		guide_unseen: "Vad som inte går att verifiera härifrån",
		unseen_users: "Vad andra användare får göra: att testa det kräver deras konton. Reglerna ovan avgör det.",
		unseen_ports:
			"Portar som appen inte använder (1883, 1884, 8883, 8884), om de inte anges: solar-heating check --listener core-mosquitto:1884",
		unseen_files:
			"Vad som står i brokerns filer och dess logg, och att de säkerhetskopieras: de ingår i Home Assistants egen säkerhetskopia.",
	},
};
