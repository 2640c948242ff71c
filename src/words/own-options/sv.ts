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
		masked_without_old: "En hemlighet är maskerad här, och det finns ingen gammal att behålla. Ange den.",
		restart_yourself: "Sparat. Ingenting här startar appen igen av sig själv: stoppa den och starta den.",
		restart_failed: "Home Assistant startade inte om appen ({cause}). Starta om den på dess sida i Home Assistant.",
	},
	notice: {
		options_saved: "{actor} sparade inställningar: {paths}. De gäller efter en omstart av appen.",
		restart_asked: "{actor} startar om appen.",
	},
} as const;
