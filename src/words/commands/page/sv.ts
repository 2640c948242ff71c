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
		page_no_password: "Det finns inget användbart lösenord i {file}. Starta om styrningen, så skapas ett.",
		page_unreadable: "{file} kan inte läsas. Kör kommandot som styrningens användare.",
	},
};
