import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { languageAt } from "#app/locale.ts";
import { supervisorIn } from "#app/login/origin.ts";
import { problemLine } from "#app/login/problem-notice.ts";
import { type SourceFlags, source } from "#app/login/source.ts";
import { complain, FINE, type Machine, notFine, print, USAGE } from "#app/machine.ts";
import { dashboardFor, yamlOf } from "#app/page/home-dashboard.ts";
import { VERSION } from "#app/version.ts";
import { remarksIn } from "#app/words.ts";
import { remark, type Sentence } from "#model/sentences/sentence.ts";
import { languageIn } from "#options/language.ts";
import { causeOf } from "#store/database.ts";
import { cardScript } from "#web/card-script.ts";

export interface DashboardFlags extends SourceFlags {
	readonly json?: boolean;
	/** A new file for the script of the card that draws the plant. */
	readonly card?: string;
}

/** Prints a dashboard for the plant of the options. Nothing has to run. */
export async function dashboard(machine: Machine, flags: DashboardFlags): Promise<number> {
	const sourced = source(machine, flags);
	const { parsed, folder } = sourced;
	if (parsed.kind === "invalid") {
		for (const problem of parsed.problems) complain(machine, problemLine(problem, languageAt(machine, sourced)));
		return USAGE;
	}
	const { options } = parsed;
	const word = remarksIn(languageIn(options));
	const failed = flags.card === undefined ? undefined : written(resolve(machine.cwd, flags.card));
	if (failed !== undefined) return notFine(machine, word(failed));
	const supervisor = supervisorIn(machine.env);
	const asked = { options, folder, drawn: flags.card !== undefined, ...(supervisor && { supervisor }) };
	const made = await dashboardFor(asked);
	if (flags.json) print(machine, JSON.stringify(made));
	else {
		for (const line of hints(flags)) print(machine, `# ${word(line)}`);
		print(machine, yamlOf(made));
	}
	return FINE;
}

/** Writes the card's script; what is in the way otherwise. */
function written(file: string): Sentence | undefined {
	const script = cardScript();
	if (script === undefined) return remark("dashboard_no_card");
	try {
		writeFileSync(file, script);
		return undefined;
	} catch (failed) {
		return remark("dashboard_not_written", { file, cause: causeOf(failed) });
	}
}

const hints = ({ card }: DashboardFlags): readonly Sentence[] => [
	...(card === undefined ? [] : [remark("dashboard_card", { version: VERSION })]),
	remark("dashboard_how"),
	remark("dashboard_renamed"),
];
