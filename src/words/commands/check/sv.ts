import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const sv: Like<typeof en> = {
	command: {
		mark_ok: "ok",
		mark_fail: "FEL",
		mark_skipped: "överhoppat",
		mark_note: "obs",
		from_environment: "miljövariabler",
		from_dotenv: "miljövariabler och .env",
		from_demo: "demon",
		login_readable: "{path}: andra kan läsa filen. Kör: chmod 600",
		login_form: "{path}: skriv användarnamnet på första raden och lösenordet på den andra, och inget annat.",
		login_unreadable: "{path}: filen kan inte läsas ({cause}).",
	},
};
