import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const sv: Like<typeof en> = {
	problem: {
		setup_unknown: "Sidan är inte aktuell: ladda om den.",
		setup_cannot_save: "Inställningarna kan inte skrivas härifrån: ange det här i appens inställningar.",
		plain_number: "Ange ett vanligt tal, till exempel 300.",
		try_confirm: "Säg först att ingen arbetar med kablarna: kryssa i rutan ovanför.",
		try_busy: "En utgång provas: vänta tills den är av.",
		try_not_found: "Den är inte ansluten längre: titta på kontakten.",
		try_in_use: "Styrningen kör det här kortet. Prova dess utgångar på sidan Idag.",
		try_held: "Ett annat program använder den: stoppa det programmet, eller välj en annan utgång.",
		try_not_noted:
			"Den slogs inte på. Appen antecknar först vad som provas, så att det slås av även efter en krasch, och det gick inte ({cause}). Frigör utrymme på disken och försök igen.",
		layer_height:
			"Ange hur högt givaren sitter över tankens botten, i cm: ett lager utan höjd saknas i bilden av tanken och i dess värme.",
	},
};
