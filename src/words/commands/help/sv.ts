import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const sv: Like<typeof en> = {
	command: {
		"help.about": "Styr en solvärmeanläggning för Home Assistant och förklarar varje beslut.",
		"help.options_file":
			"inställningar som JSON-fil; utelämnas den: /data/options.json, annars miljövariabler och .env",
		"help.data": "mapp med inställda värden, räknare och installationens id",
		"help.json": "skriv resultatet som JSON",
		"help.run": "Kör styrningen.",
		"help.http_port": "port för sidan, dess API och GET /healthz; 0 för ingen",
		"help.http_host": "adress som porten lyssnar på",
		"help.http_names": "namn under vilka en proxy lämnar sidan vidare, åtskilda med komma",
		"help.ingress_peer": "bara den här adressen får sidan, och behöver ingen inloggning",
		"help.run_speed": "hur många gånger snabbare en simulerad anläggning går",
		"help.run_json": "logga som JSON-rader; standard när utmatningen inte går till en terminal",
		"help.demo":
			"Kör allt utan hårdvara: en broker med inloggning, en simulerad anläggning och en tabell som uppdateras.",
		"help.demo_options": "kör anläggningen i den här alternativfilen, med simulerade källor och mål",
		"help.demo_speed": "hur många gånger snabbare anläggningen går",
		"help.demo_port": "brokerns port; 0 för en ledig",
		"help.demo_minutes": "sluta efter så här många minuter",
		"help.demo_data": "spara de inställda värdena i den här mappen; utelämnas den sparas de inte",
		"help.demo_json": "skriv en JSON-rad med inloggningen när allt är igång, och ingen tabell",
		"help.check": "Kontrollera inställningar, broker, inloggning och rättigheter: en rad var, med vad som ska göras.",
		"help.check_listener": "en annan av brokerns portar, som ska neka okända klienter; kan upprepas",
		"help.check_thorough":
			"testa okända klienter på alla sätt, också från en annan maskin; en brandvägg kan spärra den för det",
		"help.check_second_login":
			"fil med en annan användares namn och lösenord, på var sin rad: kan den ta appens klient-id?",
		"help.read": "Läs alla givare och utgångar en gång.",
		"help.read_discover":
			"lista alla anslutna givare, kort och portar, också de som inte finns i inställningarna, och vad som skrivs för dem",
		"help.read_broker":
			"med --discover: lyssna också i 30 s på vad Shelly, Tasmota, ESPHome, Zigbee2MQTT och andra enheter meddelar hos brokern",
		"help.rest": "Ställ alla utgångar i viloläge, och kontrollera det.",
		"help.silence_test": "Testa att varje utgång bakom ett nätverk slås av när appen är tyst.",
		"help.explain": "Fråga styrningen som är igång varför varje utgång är på eller av.",
		"help.energy": "Fråga styrningen som är igång om värme och el per källa, och var varje värde mäts.",
		"help.energy_days": "de senaste så många dygnen, dygn för dygn, i stället för summor",
		"help.energy_months": "månad för månad, alla som är sparade",
		"help.energy_years": "år för år, alla som är sparade",
		"help.energy_csv": "skriv dygn, månader eller år som en tabell för kalkylprogram",
		"help.options": "Visa de inställningar som är satta, och var. Hemligheter är maskerade.",
		"help.options_set":
			"Sätt en inställning, till exempel tank_limit.target 60. Ett värde är JSON eller text; null går tillbaka till förvalet. Den gäller från nästa start.",
		"help.options_check": "Kontrollera om nästa start godtar inställningarna som de är sparade nu.",
		"help.page": "Skriv adressen till sidan hos styrningen som är igång, och hur man loggar in.",
		"help.page_password": "skriv lösenordet också",
		"help.page_set_password": "Sätt sidans lösenord. Kommandot frågar efter det, eller läser det från standard in.",
		"help.dashboard": "Skriv ut en kontrollpanel för Home Assistant för den här anläggningen, som YAML att klistra in.",
		"help.dashboard_card":
			"skriv skriptet för kortet som ritar anläggningen till den här filen, och använd kortet i kontrollpanelen",
		"help.import":
			"Ta över från den tidigare styrningen: inställningar ur dess .env, dess entitets-id:n och det som den lämnat hos brokern.",
		"help.import_file": "dess .env; annars .env i den här mappen",
		"help.import_out": "skriv inställningarna till denna nya fil; lösenordet får en egen fil bredvid",
		"help.import_broker": "visa också vad brokern har kvar från den, och spara dess entitets-id:n åt appen",
		"help.import_remove": "ta bort det som brokern har kvar, när det visats; inte medan den ännu är igång",
		"help.backup": "Skriv inställda värden, räknare, historik och installationens id till en fil.",
		"help.backup_file": "ersätts om den finns; bara ägaren får läsa den",
		"help.backup_prepare": "lägg en komplett kopia bredvid databasen, innan datamappen säkerhetskopieras",
		"help.backup_finish": "ta bort den kopian",
		"help.restore": "Ersätt sparade data med en säkerhetskopia, medan ingen styrning är igång.",
		"help.restore_file": "en fil som `backup` skrev, eller en databas som lades åt sidan",
		"help.audit_trail": "Skriv vem som ändrade vad och när, och bevisa att posterna är oförändrade.",
		"help.trail_since": "bara poster sedan 2026-07-01 eller 2026-07-01T12:00:00Z, eller från de senaste 7d eller 12h",
		"help.trail_verify": "kontrollera kedjan genom alla poster; slutkod 1 om den är bruten",
		"help.trail_head": "kontrollera också att en kontrollsumma som noterats någon annanstans hör till kedjan",
		"help.trail_json": "skriv en JSON-rad per post, eller beviset som JSON",
		"help.soak": "Bevaka styrningen som är igång och dess broker en stund, och bedöm dem.",
		"help.soak_minutes": "hur många minuter",
		"help.simulate":
			"Simulera ett hus med dessa inställningar, från en dag till år: vad solen ger, starter, värme, fel.",
		"help.simulate_days": "hur många dagar",
		"help.simulate_site":
			"klimat: stockholm, wuerzburg, davos eller athens; standard: det som ligger närmast site.latitude",
		"help.simulate_from": "dag på året då den börjar, 1 till 365",
		"help.simulate_draws": "när varmvatten tappas: family, morning, evening, all_day eller bath",
		"help.simulate_litres": "liter varmvatten per dag; standard: 200",
		"help.simulate_seed": "vilket år i klimatet: samma tal ger samma väder",
		"help.simulate_turn": "sekunder mellan styrcykler",
		"help.simulate_weather": "ett års väder från en fil: TMY3, EPW, PVGIS (CSV) eller tysk TRY",
		"help.simulate_faults": "fel som JSON, en lista med namn och dagar; DOCS.md har dem",
		"help.simulate_compare":
			"simulera samma sak en gång till med de ändrade inställningarna i denna fil, och visa skillnaden",
		"help.simulate_html": "skriv en rapport med diagram till denna fil",
		"help.replay": "Kör styrningens kärna på en tabell med mätvärden; skriver en JSON-rad per styrcykel.",
		"help.replay_readings":
			"kolumnerna `time` och en per givar-id; en tom cell är en misslyckad läsning; kolumnen `intent` kan innehålla kommandon som JSON",
		"help.replay_history":
			"i stället för en tabell: de senaste så många dagarna av appens egen historik, en rad per minut",
		"help.replay_compare":
			"kör en gång till med de ändrade inställningarna i denna fil, visa båda, och en sammanfattning sist",
		"help.broker": "Kontrollera, säkra och ändra en Mosquitto-broker; se broker --help.",
		"help.show_help": "visa den här hjälpen",
		"help.help_of": "visa hjälpen för ett kommando",
		"help.show_version": "visa versionen",
		"help.title_usage": "Användning:",
		"help.title_arguments": "Argument:",
		"help.title_options": "Flaggor:",
		"help.title_commands": "Kommandon:",
		"help.any_options": "[flaggor]",
		"help.any_command": "[kommando]",
		"help.default": "{says} (standard: {value})",
	},
};
