import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { languageAt } from "#app/locale.ts";
import { problemLine } from "#app/login/problem-notice.ts";
import { source } from "#app/login/source.ts";
import { complain, FINE, type Machine, NOT_FINE, print, USAGE } from "#app/machine.ts";
import { remarksIn } from "#app/words.ts";
import type { Problem } from "#model/findings/finding.ts";
import { Mistake, remark } from "#model/sentences/sentence.ts";
import { codeOf } from "#model/untyped/error-code.ts";
import { jsonAt, optionsOf, type Run, runOf, type SimulateFlags, weatherAt } from "./asked/asked.ts";
import { PLACE_NAMES } from "./asked/site.ts";
import { whatIf } from "./asked/what-if.ts";
import { dateOf } from "./calendar.ts";
import { tableOf } from "./figures/table.ts";
import { type Life, lived } from "./life.ts";
import { ProgressBar } from "./progress-bar.ts";
import { reportOf } from "./report/report.ts";

/** Runs the core over a simulated house and tells what comes of it. */
export async function simulate(machine: Machine, flags: SimulateFlags): Promise<number> {
	const sourced = source(machine, flags);
	const language = languageAt(machine, sourced);
	const word = remarksIn(language);
	const told = (problems: readonly Problem[]) => {
		for (const one of problems) complain(machine, problemLine(one, language));
		return USAGE;
	};
	const options = optionsOf(sourced.parsed, flags);
	if (options.kind === "invalid") return told(options.problems);
	try {
		const other = flags.compare === undefined ? undefined : whatIf(options.options, jsonAt(machine, flags.compare));
		if (other?.kind === "invalid") return told(other.problems);
		if (sourced.parsed !== options) complain(machine, word(remark("sim_usual_plant")));
		const weather = weatherAt(machine, flags, options.options);
		for (const note of weather?.notes ?? []) complain(machine, `${flags.weather}: ${word(note)}`);
		const runs = [options.options, ...(other === undefined ? [] : [other.options])].map((one) =>
			runOf(machine, one, flags, weather),
		);
		const lives = await livedAll(machine, runs, flags.days);
		if (lives === undefined) {
			complain(machine, word(remark("sim_stopped")));
			return NOT_FINE;
		}
		const site = weather?.place ?? runs[0]?.place ?? "";
		const place = weather?.place ?? (runs[0] && PLACE_NAMES[runs[0].place]) ?? "";
		const titles = [remark("sim_now"), remark("sim_compared")].map(word);
		const columns = lives.map((life, nth) => ({ ...life, title: titles[nth] ?? "" }));
		const about = word(remark("sim_about", { place, days: flags.days, from: dateOf(flags.from), turn: flags.turn }));
		if (flags.html !== undefined) {
			const report = reportOf({ about, columns, language, from: flags.from, faults: runs[0]?.simulated.faults ?? [] });
			written(resolve(machine.cwd, flags.html), report);
		}
		if (flags.json) print(machine, JSON.stringify(asJson(lives, { ...flags, place: site })));
		else {
			print(machine, about);
			for (const line of tableOf(columns, language)) print(machine, `  ${line}`);
			if (flags.html !== undefined) print(machine, word(remark("sim_report", { file: flags.html })));
		}
		return FINE;
	} catch (failed) {
		if (!(failed instanceof Mistake)) throw failed;
		complain(machine, word(failed.sentence));
		return USAGE;
	}
}

/** One after the other, so that the progress is that of all. */
async function livedAll(machine: Machine, runs: readonly Run[], days: number): Promise<readonly Life[] | undefined> {
	let stopped = false;
	machine.onStop(() => {
		stopped = true;
	});
	const bar = new ProgressBar(machine);
	const lives: Life[] = [];
	for (const [nth, { simulated }] of runs.entries()) {
		const life = await lived(simulated, days, (done) => {
			bar.show((nth + done) / runs.length);
			return stopped;
		});
		if (life !== undefined) lives.push(life);
	}
	bar.end();
	return lives.length === runs.length ? lives : undefined;
}

/** For scripts: the contract's keys at the top, all energies in kWh. */
function asJson(
	[life, other]: readonly Life[],
	{ place, days, from, seed, turn, draws }: SimulateFlags & { place: string },
) {
	return {
		...{ site: place, days, from_day: from, seed, turn, draws },
		...life?.figures,
		by_day: life?.days,
		...(other === undefined ? {} : { compared: { ...other.figures, by_day: other.days } }),
	};
}

function written(file: string, text: string): void {
	try {
		writeFileSync(file, text);
	} catch (failed) {
		throw new Mistake(remark("sim_unwritten", { file, why: codeOf(failed) }));
	}
}
