import type { Tell } from "#model/sentences/notice.ts";
import type { Run } from "./begin.ts";
import type { BesideControl } from "./beside/beside-control.ts";
import { keptHere } from "./beside/kept-here.ts";
import { notes } from "./beside/notes.ts";
import type { App, Observer } from "./beside/running.ts";
import { brokerParts } from "./broker/parts.ts";
import type { Commands } from "./commands.ts";
import { supervisorIn } from "./login/origin.ts";
import type { Sourced } from "./login/source.ts";
import type { Machine } from "./machine.ts";
import { httpSide } from "./page/http.ts";
import { trailProof } from "./trail/proof.ts";
import type { Trail } from "./trail/trail.ts";

/** Starts the parts that are needed before the first turn. */
export function startEarlyParts({ sourced, tell }: Run, beside: BesideControl, { serving }: Commands): void {
	const { folder } = sourced;
	const listen = async () => serving.kind === "serving" && serving.again();
	void beside.start("kept_here", ({ store }) => keptHere(folder, tell, { listen, replaced: () => store.replaced }));
	void beside.start("commands", () => (serving.kind === "serving" ? { close: serving.close } : undefined));
	void beside.start("notes", (app) => notes(app, tell));
}

export interface Started {
	/** Resolved when the last part is loaded: the page. */
	readonly whole: Promise<void>;
}

/** Starts the parts that control does not need, after the first turn, one after another. */
export async function startParts(run: Run, beside: BesideControl, commands: Commands): Promise<Started> {
	const { machine, flags, sourced, guests, tell, trail, soaking, settled, stopping, redact } = run;
	await beside.start("onlooker", () => guests.onlooker);
	await beside.start("audit_trail", (app) => trailProof(app, tell));
	await beside.start("syslog", (app) => collected(app, trail, tell));
	await beside.start("own_options", () => tookOver(machine, sourced, tell));
	await beside.start("updates", () => keptUp(machine));
	await brokerParts(sourced, {
		...{ beside, tell, supervisor: supervisorIn(machine.env) },
		joined: (broker) => soaking.broker(broker),
		settled: settled.resolve,
	});
	let whole = settled.promise;
	await beside.start("http", async (app) => {
		const supervisor = supervisorIn(machine.env);
		const ports = {
			...{ ...guests, beside, tell, redact, settled: settled.promise, stopping: stopping.signal },
			...(supervisor && { supervisor }),
			options: async () => {
				const { optionsOfPage } = await import("./own-options/open.ts");
				return optionsOfPage(machine, sourced, tell, () => run.stopping.abort());
			},
			...(machine.roots && { roots: machine.roots }),
		};
		const side = await httpSide(app, sourced, flags, ports);
		commands.page(side);
		if (side !== undefined) whole = side.loaded;
		return side;
	});
	return { whole };
}

/** Loaded only if the owner named a collector. A bug there must not stop control. */
async function collected(app: App, trail: Trail, tell: Tell) {
	const syslog = app.beside?.syslog;
	if (syslog?.host === undefined) return undefined;
	const { joinSyslog } = await import("./trail/syslog.ts");
	return joinSyslog(trail, syslog, tell);
}

/** Not waited for: the Supervisor may be slow. */
async function tookOver(machine: Machine, sourced: Sourced, tell: Tell): Promise<undefined> {
	const { moveOptions } = await import("./own-options/moving.ts");
	void moveOptions(machine, sourced, tell);
}

/** Only Home Assistant knows of newer versions. */
async function keptUp({ env }: Machine): Promise<Observer | undefined> {
	const supervisor = supervisorIn(env);
	return supervisor && (await import("./beside/outdated.ts")).outdated(supervisor);
}
