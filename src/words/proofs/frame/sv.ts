import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const sv: Like<typeof en> = {
	proof: {
		verbatim: "{text}",
		cause: "{cause:mqtt}",
		mend: "{remedy:mqtt}",
		detail_code: "Koden är {detail}.",
		detail: "Detaljer: {detail:detail}.",
		nobody_to_ask: "Inte testat: det finns ingen broker att ansluta till.",
		needs_first: "Inte testat: först måste `{step}` vara i ordning.",
		no_result: "Inget resultat kom inom {seconds} s.",
		check_broke: "Själva kontrollen misslyckades ({kind}).",
		check_broke_mend: "Det är ett fel i appen: rapportera det gärna.",
	},
};
