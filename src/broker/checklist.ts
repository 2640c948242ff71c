/** What was found of one thing that was looked at. */
export interface Seen {
	readonly status: "ok" | "fail" | "not_measured";
	/** What was done to find it. */
	readonly tried: string;
	readonly seen: string;
}

/** By what was looked at: `step:…` at the broker as `check` does, `app:…` the running app, `file:…`, `log:…`, `backup:…`. */
export type Evidence = ReadonlyMap<string, Seen>;

/** One line of the guide. */
export interface Line extends Seen {
	readonly id: string;
	readonly words: string;
}

type Row = readonly [id: string, words: string, ...from: readonly string[]];

const ANONYMOUS = "step:anonymous_refused";
const WRONG = "step:wrong_password_refused";
const MADE_UP = "step:random_user_refused";
const STRANGERS = [ANONYMOUS, WRONG, MADE_UP] as const;
const BACKUP = "backup:starts";

/** The guide's lines that a program can measure, in its order; the rest of it is done by a person, or is no question. */
export const ROWS: readonly Row[] = [
	["copy-2", "Copy mosquitto.conf", BACKUP],
	["copy-3", "Copy the password file", BACKUP],
	["copy-4", "See that the copies are there", BACKUP],
	["user-2", "Make the user at the broker", "file:users"],
	["user-4", "Expected: the user with a hash, not a password", "file:users"],
	["conf-2", "Turn anonymous access off", "file:allow_anonymous"],
	["conf-3", "Name the password file", "file:password_file"],
	["conf-4", "Name the listener", "file:listener"],
	["conf-5", "Turn persistence on", "file:persistence"],
	["conf-6", "Name the folder of persistence", "file:persistence_location"],
	["conf-7", "Name the log file", "file:log_dest"],
	["conf-8", "Log errors", "file:log_type"],
	["conf-9", "Log warnings", "file:log_type"],
	["conf-10", "Log notices", "file:log_type"],
	["conf-11", "Log information", "file:log_type"],
	["conf-12", "Log connections", "file:connection_messages"],
	["restart-1", "Let Mosquitto read its configuration once", "file:starts"],
	["restart-2", "Look for: it listens on its port", "step:tcp"],
	["restart-4", "Restart the broker", "change:downtime"],
	["restart-6", "Expected: it is running", "file:runs"],
	["try-1", "Listen with the right login", "step:subscribe"],
	["try-2", "Publish with the right login", "step:publish"],
	["try-6", "Listen with a wrong login", WRONG],
	["try-7", "Expected: not authorised", WRONG],
	["env-20", "Expected: its owner alone reads and writes", "step:secret_files"],
	["dry-1", "Connect once without controlling", "step:login"],
	["dry-3", "Expected: connected with a login", "step:credentials", "step:login"],
	["logs-2", "Look for: successful", "app:in"],
	["logs-6", "Expected: none", "app:refused"],
	["refuse-1", "Connect without a login, from elsewhere", ANONYMOUS],
	["refuse-2", "Expected: refused", ANONYMOUS],
	["refuse-3", "Connect with a wrong login", WRONG, MADE_UP],
	["refuse-4", "Expected: refused", WRONG, MADE_UP],
	["brokerlog-1", "Search the broker’s log for refusals", "log:refusals"],
	["brokerlog-4", "Expected: a line for a bad login", "log:ours"],
	["watch-1", "Let it run for ten minutes", "app:ten_minutes"],
	["watch-2", "Watch that it publishes", "app:published"],
	["watch-3", "Watch that there is no authentication error", "app:refused"],
	["watch-4", "Watch that it works as usual", "app:usual"],
	["watch-6", "Look for: temperatures", "app:temperatures"],
	["watch-7", "Look for: heater commands", "app:command"],
	["watch-8", "Look for: no disconnection", "app:ten_minutes"],
	["after-1", "The broker demands a login", ANONYMOUS, MADE_UP],
	["after-2", "Nobody gets in anonymously", ANONYMOUS],
	["after-3", "Nobody gets in with a wrong login", WRONG, MADE_UP],
	["after-4", "The right login gets in", "step:login"],
	["after-5", "The system connects", "app:in"],
	["after-6", "No authentication errors in the log", "app:refused"],
	["after-7", "It works as usual", "app:usual"],
	["after-8", "Sensor data are published", "app:temperatures", "app:published"],
	["after-9", "The heater can be controlled", "app:command"],
	["success-2", "No authentication error in the log", "app:refused"],
	["success-3", "Ten minutes without trouble", "app:ten_minutes"],
	["success-4", "Strangers were turned away by hand", ...STRANGERS],
	["daily-1", "Search the broker’s log for attacks", "log:refusals"],
	["weekly-3", "Look for updates", "step:broker_outdated"],
	["monthly-1", "Change the login every 90 days", "app:age"],
	["monthly-4", "Try the way back", BACKUP],
	["nostart-7", "Expected: its group reads, others do not", "file:rights"],
	["cred-4", ".env with rights 600", "step:secret_files"],
	["cred-5", "A new login every 90 days", "app:age"],
	["brk-1", "No anonymous access", ANONYMOUS, "file:allow_anonymous"],
	["brk-2", "Passwords", WRONG, MADE_UP, "file:password_file"],
	["brk-3", "TLS", "step:tls"],
	["brk-4", "Rights for each topic", "step:acl_write_escape", "step:acl_read_escape"],
	["month-1", "TLS", "step:tls"],
];
const ALL = ["success-1", "Every box is ticked"] as const;

/** Every line with what was seen; where a line rests on several things, the worst of them. */
export function checklist(evidence: Evidence): readonly Line[] {
	const lines = ROWS.map(([id, words, ...from]) => ({
		id,
		words,
		...together(from.map((key) => evidence.get(key) ?? NOT_LOOKED_AT)),
	}));
	const boxes = lines.filter(({ id }) => id.startsWith("after-"));
	const open = boxes.filter(({ status }) => status !== "ok").map(({ id }) => id);
	const ticked: Line = {
		id: ALL[0],
		words: ALL[1],
		status: worst(boxes),
		tried: "Looked at after-1 to after-9.",
		seen: open.length === 0 ? "All are ok." : `Not ok: ${open.join(", ")}.`,
	};
	const at = lines.findIndex(({ id }) => id === "success-2");
	return lines.toSpliced(at, 0, ticked);
}

const NOT_LOOKED_AT: Seen = { status: "not_measured", tried: "Nothing.", seen: "It was not looked at." };

const together = (all: readonly Seen[]): Seen => ({
	status: worst(all),
	tried: [...new Set(all.map(({ tried }) => tried))].join(" "),
	seen: [...new Set(all.map(({ seen }) => seen))].join(" "),
});

function worst(all: readonly Pick<Seen, "status">[]): Seen["status"] {
	if (all.some(({ status }) => status === "fail")) return "fail";
	return all.every(({ status }) => status === "ok") ? "ok" : "not_measured";
}
