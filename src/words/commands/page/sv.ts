import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const sv: Like<typeof en> = {
	command: {
		page_ingress:
			"Sidan finns i Home Assistant: öppna appen där, sedan dess webbgränssnitt. Ingen annan inloggning behövs.",
		page_none: "Det finns ingen sida: porten gick inte att få, eller är avstängd (--http-port 0). Loggen säger mer.",
		page_user: "Användarnamn: {user}",
		page_password: "Lösenord: {password}",
		page_password_in: "Lösenord: i {file} (eller --show-password)",
		page_no_password: "Det finns inget användbart lösenord i {file}. Starta om styrningen: den gör ett.",
		page_unreadable: "{file} kan inte läsas. Fråga som den användare som styrningen körs som.",
	},
};
