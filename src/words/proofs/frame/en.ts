export const en = {
	proof: {
		verbatim: "{text}",
		cause: "{cause:mqtt}",
		mend: "{remedy:mqtt}",
		detail_code: "Its code is {detail}.",
		detail: "Details: {detail:detail}.",
		nobody_to_ask: "Not tried: there is no broker to connect to.",
		needs_first: "Not tried: `{step}` has to be ok first.",
		no_result: "There was no result within {seconds} s.",
		check_broke: "The check itself failed ({kind}).",
		check_broke_mend: "This is an error of this app: please report it.",
	},
} as const;
