import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const sv: Like<typeof en> = {
	page: {
		failed: "Sidan fungerade inte; loggen säger varför. Styrningen fortsätter.",
		disk_full: "Disken är full, så det här blev inte gjort. Styrningen fortsätter. Frigör utrymme och försök igen.",
		disk_read_only:
			"Disken tar inte emot ändringar längre, så det här blev inte gjort. Styrningen fortsätter. Så gör diskar som håller på att gå sönder: titta i datorns logg och ta en säkerhetskopia.",
		disk_not_allowed:
			"Appen får inte skriva sina filer, så det här blev inte gjort. Styrningen fortsätter. Ge datamappen till den användare som appen körs som.",
		disk_failed:
			"Disken gjorde inte det som begärdes ({cause}), så det här blev inte gjort. Styrningen fortsätter. Titta i datorns logg och försök igen.",
		options_needed: "krävs",
		options_entries: "{count} i listan",
		options_own_of: "{name}, bara för den här posten",
		options_add: "Lägg till en post",
		options_full: "Listan är full: den rymmer {count} poster.",
		options_none: "Listan är tom.",
		options_remove: "Ta bort {name}",
		options_remove_what:
			"Posten försvinner genast ur inställningarna, och ur anläggningen när appen startas om. Det som hänvisar till den, till exempel en krets, måste ändras först.",
		options_no_list:
			"Det som är sparat här är ingen lista med poster, så det visas som det är skrivet. Rätta det, eller töm fältet.",
		options_find: "Sök en inställning",
		options_find_go: "Sök",
		options_found: "{count} grupper innehåller ”{text}”.",
		options_found_one: "En grupp innehåller ”{text}”.",
		options_found_none: "Ingenting innehåller ”{text}”. Prova ett kortare ord.",
		options_found_all: "Visa alla inställningar",
		options_contents: "Inställningar efter ämne",
		options_h_plant: "Anläggning",
		options_h_plant_what: "Det som står i huset: solfångare, tankar, kretsar, och var huset ligger.",
		options_h_wiring: "Givare och utgångar",
		options_h_wiring_what: "Det som mäter och det som kopplas, var det är anslutet, och korten och enheterna för det.",
		options_h_heating: "Värme",
		options_h_heating_what: "När värme hämtas, flyttas och tillverkas.",
		options_h_protection: "Skydd och kylning",
		options_h_protection_what:
			"Gränser som skyddar anläggning och människor: kokning, överhettning, frost, legionella, kärvning.",
		options_h_home: "Home Assistant och broker",
		options_h_home_what: "Språket, inloggningen till MQTT-brokern och bevakningen av den.",
		options_h_records: "Historik, loggar och styrcykel",
		options_h_records_what: "Hur länge saker sparas, vart loggar skickas, och hur ofta styrningen beslutar.",
		target_ready_by: "Varmvatten klart till",
		target_heater_hours: "Elpatronens tider",
		target_circulation_hours: "Cirkulationens tider",
		target_legionella_at: "Värm mot legionella klockan",
		target_never: "Aldrig",
		target_always: "alltid",
		target_save: "Ställ in",
		target_example: "Till exempel {example}",
	},
};
