export const sv = {
	problem: {
		of_version: "en fil från version {version}",
		own_options_unreadable:
			"Appens egna inställningar kan inte läsas, så utgångarna vilar. Kontrollera disken och filens ägare och starta sedan om appen.",
		own_options_newer:
			"En nyare version av appen har skrivit dess egna inställningar, och den här versionen förstår dem inte. Uppdatera appen, eller återställ en säkerhetskopia som den här versionen har gjort.",
		own_options_damaged:
			"Appens egna inställningar är skadade, så utgångarna vilar. Återställ en säkerhetskopia av appen. Eller ta bort filen, eller ersätt den med {before} som ligger bredvid, och starta om appen.",
		own_options_not_kept:
			"Appens egna inställningar kunde inte sparas ({cause}); de gamla finns kvar. Kontrollera disken.",
		page_not_reached:
			"Home Assistants Supervisor svarar inte ({cause}), så ingenting sparades. Försök igen om en minut.",
		page_refused: "Home Assistant tog inte emot inställningarna: {said}. Ingenting sparades.",
		options_file_not_written:
			"Inställningsfilen kunde inte skrivas ({cause}), så ingenting sparades. Ge appen rätt att skriva den, eller ändra i filen.",
		options_changed_meanwhile:
			"Någon har ändrat {paths} under tiden, så ingenting sparades. Titta på inställningarna igen och spara sedan en gång till.",
		options_seen_long_ago:
			"De här inställningarna lästes före appens senaste start, så ingenting sparades. Läs dem igen.",
		options_not_the_same:
			"Efter flytten skulle de här inte vara som de är nu: {paths}. De stannar på inställningssidan. Rapportera gärna detta.",
		page_forgot:
			"Home Assistant tog emot inställningarna men har de gamla kvar. Ingenting sparades. Försök igen om en minut.",
		options_unsure:
			"Det är inte känt om allt sparades: Home Assistant har nu andra inställningar, eller svarar inte. Inget värde har gått förlorat. Titta på inställningarna igen och spara sedan en gång till.",
		masked_without_old: "En hemlighet är maskerad här, och det finns ingen gammal att behålla. Ange den.",
		preset_goes_first:
			"Förinställningen har {preset} här, och bredvid en förinställning räknas appens eget förval som inte satt. Lämna fältet tomt, eller ange ett värde som skiljer sig lite.",
		restart_yourself: "Sparat. Ingenting här startar appen igen av sig själv: stoppa den och starta den.",
		restart_failed: "Home Assistant startade inte om appen ({cause}). Starta om den på dess sida i Home Assistant.",
	},
	page: {
		options: "Inställningar",
		options_where: "För ett tomt fält gäller förvalet. Det som sparas här är också i appens säkerhetskopior.",
		options_elsewhere:
			"Språk, inloggningen till brokern och loggnivån finns på appens konfigurationssida i Home Assistant. Givare, utgångar, tank och elpatron finns på båda: spara dem på ett ställe i taget.",
		options_refused: "Ingenting sparades",
		options_saved: "Sparade ändringar väntar: de gäller när appen har startats om.",
		options_restart: "Starta om appen",
		options_save: "Spara",
		options_set: "{count} satta",
		options_default: "Förval: {value}",
		options_on: "på",
		options_off: "av",
		options_link: "Alla inställningar",
	},
	command: {
		options_own: "appens egen",
		options_page: "inställningssidan",
		options_in_file: "inställningsfilen",
		options_rest: "Allt annat har sitt förval.",
		options_wait: "Sparade ändringar väntar: de gäller när appen har startats om.",
		options_kept: "{path} är sparat.",
		options_kept_wait: "{path} är sparat och gäller när appen har startats om.",
		options_fine: "Nästa start godtar de här inställningarna.",
	},
	notice: {
		options_saved: "{actor} sparade inställningar: {paths}. De gäller efter en omstart av appen.",
		options_moved:
			"Inställningar har flyttats från inställningssidan till appen, där dess egen sida ändrar dem: {paths}. Värdena är desamma, och de finns i appens säkerhetskopior.",
		options_not_moved:
			"Inställningar stannar på inställningssidan och gäller: {problem:problem} Appen försöker igen vid nästa start.",
		restart_asked: "{actor} startar om appen.",
		restart_refused:
			"Appen startades inte om: Home Assistant vägrade ({cause}). Det sparade gäller när appen har startats om på sin sida i Home Assistant.",
	},
} as const;
