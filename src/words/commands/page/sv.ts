import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const sv: Like<typeof en> = {
	command: {
		page_ingress:
			"Sidan finns i Home Assistant: öppna appen där, sedan dess webbgränssnitt. Ingen annan inloggning behövs.",
		page_none: "Det finns ingen sida: porten är inte tillgänglig, eller är avstängd (--http-port 0). Se loggen.",
		page_user: "Användarnamn: {user}",
		page_password: "Lösenord: {password}",
		page_password_in: "Lösenord: i {file} (eller --show-password)",
		page_password_hashed:
			"Lösenord: sparat som en hash, så det kan inte visas. Sätt ett nytt: solar-heating page set-password",
		page_password_ask: "Sidans nya lösenord (minst 12 tecken):",
		page_password_repeat: "Samma en gång till:",
		page_password_differs: "De två är inte lika, så inget ändrades. Försök igen.",
		page_password_short: "Lösenordet måste ha minst 12 tecken. Inget ändrades.",
		page_password_long: "Lösenordet får ha högst 200 tecken. Inget ändrades.",
		page_password_characters:
			"Lösenordet innehåller en radbrytning eller ett styrtecken, eller börjar eller slutar med ett mellanslag. Inget ändrades.",
		page_password_none:
			"Det kom inget lösenord. Skriv det när kommandot frågar, eller skicka det som första raden på standard in.",
		page_password_set: "Lösenordet är ändrat och gäller genast. Alla måste logga in på sidan igen.",
		page_password_not_saved:
			"{file} kan inte skrivas ({cause}), så inget ändrades. Kör kommandot som styrningens användare.",
		page_no_password: "Det finns inget användbart lösenord i {file}. Sätt ett: solar-heating page set-password",
		page_unreadable: "{file} kan inte läsas. Kör kommandot som styrningens användare.",
	},
};
