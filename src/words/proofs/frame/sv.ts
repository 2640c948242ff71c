import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const sv: Like<typeof en> = {
	proof: {
		verbatim: "{text}",
		cause: "{cause:mqtt}",
		mend: "{remedy:mqtt}",
		detail_code: "Koden är {detail}.",
		detail: "Det som syntes: {detail}.",
		nobody_to_ask: "Inte prövat: det finns ingen broker att fråga.",
		needs_first: "Inte prövat: först måste `{step}` vara i ordning.",
		no_result: "Inget resultat kom inom {seconds} s.",
		check_broke: "Själva provet gick sönder ({kind}).",
		check_broke_mend: "Det är ett fel i den här appen: rapportera det gärna.",
	},
};
