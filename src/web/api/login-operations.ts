import { as, error, type Operation } from "./operation.ts";
import { object, optional, text } from "./schema.ts";

const FORM = "application/x-www-form-urlencoded";

/** Logging in and out, on a page without an ingress. */
export const LOGIN_OPERATIONS: Readonly<Record<string, Operation>> = {
	"GET /login": {
		summary: "The page on which a person logs in",
		description: "A program sends its login with each request instead (HTTP Basic).",
		parameters: [
			{
				...{ name: "next", in: "query", description: "The page to go to then, such as `history?span=year`." },
				schema: { type: "string" },
			},
		],
		answers: { 200: as("text/html", "HTML."), 303: { description: "This browser is logged in already." } },
	},
	"POST /login": {
		summary: "Its form",
		body: {
			[FORM]: object({
				form: text("What the page of this browser has."),
				password: text(),
				next: optional(text("As for `GET login`.")),
				stay: optional(text("With any value: the session outlives the browser's.")),
			}),
		},
		answers: {
			303: { description: "Logged in: the session is a cookie." },
			403: as("text/html", "The password is wrong, or the form is not of this browser."),
			429: as("text/html", "Too many wrong passwords; the page says for how long."),
			503: as("text/html", "Too many at a time."),
		},
	},
	"POST /logout": {
		summary: "The button that ends this browser's session, and with it its streams",
		answers: {
			204: { description: "Logged out." },
			303: { description: "The same, for a browser: to the login page." },
			403: error("From another site."),
		},
	},
};
