import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const sv: Like<typeof en> = {
	broker: {
		no_config: "{path} finns inte. Installera Mosquitto, eller ange dess fil med --config.",
		no_program: "Mosquitto är inte installerat här: inget program med det namnet i PATH eller /usr/sbin.",
		no_such_account: "Brokern ska köras som användaren {name}, som inte finns på datorn.",
		broker_is_an_app:
			"Home Assistants broker är en egen app, och dess filer kan inte ändras härifrån. Vad som ska ställas in där, steg för steg: solar-heating broker guide",
		os_not_allowed: "Du får inte läsa eller ändra {path}. Kör kommandot som root, till exempel med sudo.",
		os_is_folder: "{path} är en mapp. Ange en fil.",
		os_full: "Det finns ingen plats för {path}: disken är full. Skapa utrymme, och försök igen.",
		os_read_only:
			"{path} ligger på ett filsystem som är monterat skrivskyddat. Montera det skrivbart, och försök igen.",
		not_remembered:
			"Ändringen gäller och är verifierad. Bara anteckningen om den, som `broker verify` läser, kunde inte skrivas:",
		password_not_shown: "Det nya lösenordet kunde inte visas ({cause}), så det skulle vara okänt.",
		password_to_file: "Ange en fil för det med --password-to, eller låt utskriften gå till en terminal.",
		files_not_written: "Filerna kan inte skrivas: {cause}",
		file_not_replaced: "{path} kan inte ersättas ({cause}). Ingenting har ändrats.",
		mounted_file:
			"Filen är monterad för sig, som Docker gör med en enstaka fil. Montera i stället mappen som den ligger i, och kör sedan kommandot igen.",
		read_only_folder: "Mappen är monterad skrivskyddad. Montera den skrivbar och kör sedan kommandot igen.",
		full_disk: "Disken är full. Skaffa plats där och kör sedan kommandot igen.",
		make_room: "Ingenting har ändrats. Gör plats, eller ange en annan mapp med --backups, och försök igen.",
		roll_back_by_hand: "Kör `solar-heating broker rollback` som root; med --list visar det säkerhetskopiorna.",
		unreadable: "{path} kan inte läsas.",
		unreadable_for: "{path} kan inte läsas ({cause}).",
		not_writable: "{path} kan inte skrivas ({cause}).",
	},
};
