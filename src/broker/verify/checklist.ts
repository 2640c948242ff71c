import { phrase, type Sentence } from "#model/sentences/sentence.ts";

/** Result of one check. */
export interface Seen {
	readonly status: "ok" | "fail" | "not_measured";
	/** What was done. */
	readonly tried: readonly Sentence[];
	readonly seen: readonly Sentence[];
}

export const seen = (status: Seen["status"], tried: Sentence, what: Sentence): Seen => ({
	status,
	tried: [tried],
	seen: [what],
});

/**
 * Results by key: `step:…` at the broker as `check` does, `app:…` the running app, `file:…`, `log:…`, `backup:…`,
 * `doors:…`.
 */
export type Evidence = ReadonlyMap<string, Seen>;

/** One line of the guide. */
export interface Line extends Seen {
	readonly id: string;
}

/** The guide's sentence in our words. */
export const lineWords = (id: string): Sentence => ({ code: `guide.${id}`, facts: {} });

type Row = readonly [id: string, ...from: readonly string[]];

const ANONYMOUS = "step:anonymous_refused";
const WRONG = "step:wrong_password_refused";
const MADE_UP = "step:random_user_refused";
const STRANGERS = [ANONYMOUS, WRONG, MADE_UP] as const;
const BACKUP = "backup:starts";
/** Every listener of the broker's machine, not only the port in the options. */
const DOORS = "doors:strangers";

/** The guide's lines that a program can measure, in its order. The others need a person, or ask nothing. */
export const ROWS: readonly Row[] = [
	["copy-2", BACKUP],
	["copy-3", BACKUP, "backup:passwords"],
	["copy-4", BACKUP],
	["user-2", "file:users"],
	["user-4", "file:users"],
	["conf-2", "file:allow_anonymous"],
	["conf-3", "file:password_file"],
	["conf-4", "file:listener"],
	["conf-5", "file:persistence"],
	["conf-6", "file:persistence_location"],
	["conf-7", "file:log_dest"],
	["conf-8", "file:log_type"],
	["conf-9", "file:log_type"],
	["conf-10", "file:log_type"],
	["conf-11", "file:log_type"],
	["conf-12", "file:connection_messages"],
	["restart-1", "file:starts"],
	["restart-2", "step:tcp"],
	["restart-4", "change:downtime"],
	["restart-6", "file:runs"],
	["try-1", "step:subscribe"],
	["try-2", "step:publish"],
	["try-6", WRONG],
	["try-7", WRONG],
	["env-20", "step:secret_files"],
	["dry-1", "step:login"],
	["dry-3", "step:credentials", "step:login"],
	["logs-2", "app:in"],
	["logs-6", "app:refused"],
	["refuse-1", ANONYMOUS],
	["refuse-2", ANONYMOUS],
	["refuse-3", WRONG, MADE_UP],
	["refuse-4", WRONG, MADE_UP],
	["brokerlog-1", "log:refusals"],
	["brokerlog-4", "log:ours"],
	["watch-1", "app:ten_minutes"],
	["watch-2", "app:published"],
	["watch-3", "app:refused"],
	["watch-4", "app:usual"],
	["watch-6", "app:temperatures"],
	["watch-7", "app:command"],
	["watch-8", "app:ten_minutes"],
	["after-1", ANONYMOUS, MADE_UP, DOORS],
	["after-2", ANONYMOUS, DOORS],
	["after-3", WRONG, MADE_UP, DOORS],
	["after-4", "step:login"],
	["after-5", "app:in"],
	["after-6", "app:refused"],
	["after-7", "app:usual"],
	["after-8", "app:temperatures", "app:published"],
	["after-9", "app:command"],
	["success-2", "app:refused"],
	["success-3", "app:ten_minutes"],
	["success-4", ...STRANGERS, DOORS],
	["daily-1", "log:refusals"],
	["weekly-3", "step:broker_outdated"],
	["monthly-1", "app:age"],
	["monthly-4", BACKUP],
	["nostart-7", "file:rights"],
	["cred-4", "step:secret_files"],
	["cred-5", "app:age"],
	["brk-1", ANONYMOUS, DOORS, "file:allow_anonymous"],
	["brk-2", WRONG, MADE_UP, DOORS, "file:password_file"],
	["brk-3", "step:tls"],
	["brk-4", "step:acl_write_escape", "step:acl_read_escape"],
	["month-1", "step:tls"],
];
/** The line that depends on all others: every box is ticked. */
export const ALL = "success-1";

/** Every line with its result. If a line depends on several checks, the worst counts. */
export function checklist(evidence: Evidence): readonly Line[] {
	const lines = ROWS.map(([id, ...from]) => ({
		id,
		...together(from.map((key) => evidence.get(key) ?? NOT_LOOKED_AT)),
	}));
	const boxes = lines.filter(({ id }) => id.startsWith("after-"));
	const open = boxes.filter(({ status }) => status !== "ok").map(({ id }) => id);
	const ticked: Line = {
		id: ALL,
		status: worst(boxes),
		tried: [phrase("looked_at_boxes")],
		seen: [open.length === 0 ? phrase("boxes_ok") : phrase("boxes_open", { lines: open.join(", ") })],
	};
	const at = lines.findIndex(({ id }) => id === "success-2");
	return lines.toSpliced(at, 0, ticked);
}

const NOT_LOOKED_AT: Seen = {
	status: "not_measured",
	tried: [phrase("tried_nothing")],
	seen: [phrase("not_looked_at")],
};

const together = (all: readonly Seen[]): Seen => ({
	status: worst(all),
	tried: once(all.map(({ tried }) => tried)),
	seen: once(all.map(({ seen }) => seen)),
});

/** Sentences that several checks share are given once, but only as a whole. */
const once = (all: readonly (readonly Sentence[])[]): readonly Sentence[] =>
	[...new Map(all.map((words) => [JSON.stringify(words), words])).values()].flat();

function worst(all: readonly Pick<Seen, "status">[]): Seen["status"] {
	if (all.some(({ status }) => status === "fail")) return "fail";
	return all.every(({ status }) => status === "ok") ? "ok" : "not_measured";
}
