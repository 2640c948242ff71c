import { LOGIN_OPERATIONS } from "./login-operations.ts";
import { as, error, FORBIDDEN, json, type Operation, TOKEN } from "./operation.ts";
import { object, oneOf, optional, ref, text, yes } from "./schema.ts";

const JSON_TYPE = "application/json";
const EVENTS = "text/event-stream";
const CROWDED = as("text/plain", "32 listen already. Try again in half a minute.");
const MOMENT = { type: "string", description: "A date, a moment (ISO 8601, UTC or with an offset), or ms since 1970." };
const DATE = { type: "string", format: "date" };
const REFUSED = json("Refused, with the reason of each problem. Nothing was saved.", ref("Problems"));

/** What is read. */
const READ: Readonly<Record<string, Operation>> = {
	"GET /api/snapshot": {
		summary: "The last turn of control",
		description: "Readings, decisions and states of the outputs, with texts in the reader's language.",
		answers: { 200: json("The last turn.", ref("Snapshot")) },
	},
	"GET /api/events": {
		summary: "The last turn, and each in which something is new",
		description: "Server-sent events: `snapshot` has what `GET /api/snapshot` answers, `beat` comes every 15 s.",
		answers: { 200: as(EVENTS, "A stream without an end."), 503: CROWDED },
	},
	"GET /api/history": {
		summary: "Readings and switchings of a time",
		description: "Minutes as long as the options keep them, hours for three years. One question is answered at a time.",
		parameters: [
			{ name: "from", in: "query", description: "Included. 24 hours before `to` if left out.", schema: MOMENT },
			{ name: "to", in: "query", description: "Excluded. Now if left out.", schema: MOMENT },
			{
				...{ name: "step", in: "query", description: "Minutes per point. 5 if left out." },
				schema: { type: "integer", minimum: 1, maximum: 10_080 },
			},
		],
		answers: {
			200: json("What was kept.", ref("History")),
			400: json("A parameter is wrong.", ref("Misasked")),
			503: error("Too many questions wait."),
		},
	},
	"GET /api/energy": {
		summary: "kWh by source and by day, month or year",
		parameters: [
			{ name: "from", in: "query", description: "Included. The present year if left out.", schema: DATE },
			{ name: "to", in: "query", description: "Excluded.", schema: DATE },
			{ name: "step", in: "query", description: "`month` if left out.", schema: oneOf("day", "month", "year") },
		],
		answers: {
			200: json("Periods in which something was counted.", ref("Energy")),
			400: json("A parameter is wrong.", ref("Misasked")),
		},
	},
	"GET /api/hardware": {
		summary: "What is connected",
		description: "Looks at the buses, once for all who ask within five seconds.",
		answers: { 200: json("Sensors and places of outputs.", ref("Hardware")) },
	},
	"GET /metrics": {
		summary: "Metrics for Prometheus",
		answers: { 200: as("text/plain", "Prometheus' text format 0.0.4, or OpenMetrics 1.0 for who asks for it.") },
	},
	"GET /api/openapi.json": { summary: "This document", answers: { 200: json("OpenAPI 3.1.", { type: "object" }) } },
};

/** What people change. */
const CHANGED: Readonly<Record<string, Operation>> = {
	"GET /api/token": {
		summary: "The token of a person who may change something",
		description: "It is valid until the app is started again.",
		answers: { 200: json("The token.", object({ token: text() })), 403: FORBIDDEN },
	},
	"POST /api/intents": {
		summary: "Hold or release an output, set the mode or a target",
		parameters: [TOKEN],
		body: { [JSON_TYPE]: ref("Intent") },
		answers: {
			200: json("Control has taken it.", object({ done: yes() })),
			400: error("Not understood."),
			403: FORBIDDEN,
			409: error("Control refuses it, and says why."),
		},
	},
	"POST /api/hardware/broker": {
		summary: "Look at what devices announce at the broker",
		description: "Takes half a minute. What came of it is in `GET /api/hardware`.",
		parameters: [TOKEN],
		answers: { 202: json("It has begun.", object({ broker: text() })), 403: FORBIDDEN },
	},
	"GET /api/options": {
		summary: "The options as they are saved, secrets masked",
		answers: { 200: json("The options.", { type: "object" }), 403: FORBIDDEN, 409: REFUSED },
	},
	"POST /api/options/check": {
		summary: "What the next start would refuse after this change",
		parameters: [TOKEN],
		body: { [JSON_TYPE]: object({ options: { type: "object" } }) },
		answers: { 200: json("The problems; none if it would be accepted.", ref("Problems")), 403: FORBIDDEN },
	},
	"POST /api/options": {
		summary: "Save options",
		parameters: [TOKEN],
		body: {
			[JSON_TYPE]: object({
				options: { type: "object" },
				revision: optional(text("That of the options that were changed.")),
			}),
		},
		answers: { 200: json("The options as they are saved now.", { type: "object" }), 403: FORBIDDEN, 409: REFUSED },
	},
	"POST /api/restart": {
		summary: "Start the app again, so that saved options take effect",
		parameters: [TOKEN],
		answers: { 202: json("It restarts.", object({ restarting: yes() })), 403: FORBIDDEN, 409: REFUSED },
	},
};

/** The page itself. */
const PAGE: Readonly<Record<string, Operation>> = {
	"GET /": { summary: "The page", answers: { 200: as("text/html", "HTML in the reader's language.") } },
	"GET /page.css": { summary: "The page's style", answers: { 200: as("text/css", "CSS.") } },
	"GET /page.js": { summary: "The page's script", answers: { 200: as("text/javascript", "JavaScript.") } },
	"GET /parts": {
		summary: "Parts of the page that changed",
		description: "Server-sent events: `parts` has HTML by the id of its part.",
		answers: { 200: as(EVENTS, "A stream without an end."), 503: CROWDED },
	},
	"POST /act": {
		summary: "A button of the page",
		body: { "application/x-www-form-urlencoded": object({ token: text(), do: text("Such as `hold:pump:100:3600`.") }) },
		answers: {
			200: json("Done, for who accepts JSON.", object({ done: yes() })),
			303: { description: "Done: back to the page." },
			400: error("Not understood. HTML for who does not accept JSON, as for the next two."),
			403: FORBIDDEN,
			409: error("Control refuses it, and says why."),
		},
	},
	"POST /setup": {
		summary: "A button of the guided path, with the fields of its screen",
		body: { "application/x-www-form-urlencoded": object({ token: text(), do: text("Such as `step:sensors`.") }) },
		answers: {
			200: json("Done, for who accepts JSON.", object({ done: yes() })),
			303: { description: "Done: back to the page." },
			403: FORBIDDEN,
			409: error("Refused, with the reason. HTML for who does not accept JSON."),
		},
	},
	"GET /history": {
		summary: "Curves and kWh of a week, a month, a year, or all years",
		parameters: [
			{ name: "span", in: "query", description: "`week` if left out.", schema: oneOf("week", "month", "year", "all") },
			{ name: "date", in: "query", description: "A date in it. Today if left out.", schema: DATE },
		],
		answers: {
			200: as("text/html", "HTML."),
			400: as("text/html", "No date."),
			503: as("text/html", "Too many wait."),
		},
	},
	"GET /read.js": {
		summary: "The script that reads values out of curves",
		answers: { 200: as("text/javascript", "JavaScript.") },
	},
	"GET /options": {
		summary: "The page on which the app's own options are set",
		parameters: [
			{ name: "find", in: "query", description: "Words that a group has to have.", schema: text() },
			{ name: "open", in: "query", description: "The group that is seen first.", schema: text() },
		],
		answers: { 200: as("text/html", "HTML."), 403: FORBIDDEN },
	},
	"POST /options": {
		summary: "A form of that page",
		body: {
			"application/x-www-form-urlencoded": object({
				token: text(),
				revision: text(),
				group: text("Such as `tank_limit`."),
				row: text("Of a list: the id of an entry, or `new`."),
				do: text("`save` or `remove`."),
			}),
		},
		answers: {
			303: { description: "Saved: back to that page." },
			403: FORBIDDEN,
			409: as("text/html", "Nothing was saved; that page says why."),
		},
	},
	"POST /options/restart": {
		summary: "Its button that restarts the app",
		body: { "application/x-www-form-urlencoded": object({ token: text() }) },
		answers: {
			200: as("text/html", "Not restarted; that page says why."),
			303: { description: "It restarts." },
			403: FORBIDDEN,
		},
	},
	"GET /decisions": {
		summary: "Why each output was as it was: an engineer's view of a day",
		parameters: [
			{ name: "date", in: "query", description: "Today if left out.", schema: DATE },
			{ name: "output", in: "query", description: "Id of one output.", schema: { type: "string" } },
		],
		answers: { 200: as("text/html", "HTML."), 400: as("text/html", "No such day.") },
	},
	"GET /replay": {
		summary: "A recorded day, decided again with today's settings",
		parameters: [{ name: "date", in: "query", description: "Today if left out.", schema: DATE }],
		answers: {
			200: as("text/html", "HTML."),
			400: as("text/html", "No such day."),
			503: as("text/html", "One is running."),
		},
	},
	"GET /what-if": {
		summary: "What other settings would have made of the recorded days",
		parameters: [
			{
				...{ name: "solar_charging.start_at", in: "query" },
				...{
					description: "And other fields of the form. Nothing is worked out without one.",
					schema: { type: "number" },
				},
			},
			{ name: "days", in: "query", description: "7, 14, 31 or 92.", schema: { type: "integer" } },
		],
		answers: { 200: as("text/html", "HTML.") },
	},
	"GET /yield": {
		summary: "Heat of the last days beside what was expected",
		answers: { 200: as("text/html", "HTML.") },
	},
	"GET /records": {
		summary: "Audit trail and log, for administrators",
		parameters: [
			{ name: "before", in: "query", description: "Entries before this number.", schema: { type: "integer" } },
		],
		answers: { 200: as("text/html", "HTML."), 403: as("text/html", "Not for this person.") },
	},
	"GET /export": { summary: "A form for `GET /history.csv`", answers: { 200: as("text/html", "HTML.") } },
	"GET /history.csv": {
		summary: "The history as CSV",
		parameters: [
			{ name: "from", in: "query", description: "First local day. Today if left out.", schema: DATE },
			{ name: "to", in: "query", description: "Last local day. Today if left out.", schema: DATE },
			{
				name: "step",
				in: "query",
				description: "Minutes of a row: 1, 5, 15, 60 or 1440.",
				schema: { type: "integer" },
			},
			{
				name: "decimal",
				in: "query",
				description: "`comma` separates cells by semicolons.",
				schema: oneOf("point", "comma"),
			},
		],
		answers: {
			200: as("text/csv", "RFC 4180."),
			400: as("text/html", "No such day."),
			503: as("text/html", "Two are being made."),
		},
	},
	"GET /dashboard.yaml": { summary: "A dashboard for Home Assistant", answers: { 200: as("text/plain", "YAML.") } },
	"GET /dashboard-drawn.yaml": {
		summary: "The same, with the card that draws the plant",
		answers: { 200: as("text/plain", "YAML.") },
	},
	"GET /solar-heating-card.js": { summary: "That card", answers: { 200: as("text/javascript", "JavaScript.") } },
};

/** Each route of the page, by method and path. */
export const OPERATIONS: Readonly<Record<string, Operation>> = { ...READ, ...CHANGED, ...PAGE, ...LOGIN_OPERATIONS };
