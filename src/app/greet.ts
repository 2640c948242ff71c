import { type Finding, finding } from "#model/findings/finding.ts";
import { notice, type Tell } from "#model/sentences/notice.ts";
import { inside } from "#model/sentences/sentence.ts";
import type { Options } from "#options/root.ts";
import { sayAny } from "#texts/say.ts";
import type { App } from "./beside/running.ts";
import { loginMissing } from "./broker/parts.ts";
import { optionsChanged } from "./control/options-changed.ts";
import { nothingToDo } from "./control/views.ts";
import { problemNotice } from "./login/problem-notice.ts";
import type { Sourced } from "./login/source.ts";
import { VERSION } from "./version.ts";

/** The first lines of the log: what runs, what is new in its options, and what is wrong with them. */
export function greet(app: App, sourced: Sourced, tell: Tell, before: Options | undefined): void {
	const { parsed, login, complaints, from } = sourced;
	tell(
		notice("info", "started", {
			version: VERSION,
			sensors: app.plant.sensors.length,
			outputs: app.plant.outputs.length,
			from: sayAny("en", "command", from),
		}),
	);
	const changed = before === undefined || app.options === undefined ? [] : optionsChanged(before, app.options);
	if (changed.length > 0) tell(notice("info", "options_changed", { paths: changed.join(", ") }));
	for (const p of [...complaints, ...(parsed.kind === "invalid" ? parsed.problems : [])]) tell(problemNotice(p));
	if (nothingToDo(parsed)) tell(notice("warning", "nothing_configured"));
	if (loginMissing(sourced) && login.kind === "required")
		tell(notice("error", "mqtt_credentials_required", inside("why", login.why)));
}

/** A password that every user can read is not secret. It is still used. */
export const secretsOpen = ({ exposed = [] }: Sourced): readonly Finding[] =>
	exposed.length === 0 ? [] : [finding("warning", "secret_readable", { files: exposed.join(" ") })];
