import type { Tell } from "#model/decision.ts";
import type { Problem } from "#model/finding.ts";
import type { Snapshot } from "#model/snapshot.ts";
import type { Health } from "#runtime/health.ts";
import type { Language } from "#texts/say.ts";
import type { Clean } from "#web/clean.ts";
import type { Login } from "#web/guard.ts";
import type { App } from "./app.ts";
import { VERSION } from "./version.ts";

export interface PageConfig {
	readonly health: Health;
	/** What is wrong with the options, and what was refused beside them. */
	readonly problems: readonly Problem[];
	/** Where somebody chose it. */
	readonly language?: Language;
	/** Absent behind an ingress. */
	readonly login?: Login;
	readonly names: readonly string[];
	readonly clean: Clean;
	readonly tell: Tell;
}

export interface PageSide {
	close(): Promise<void>;
}

/** Shows the running app on its HTTP port. The page is a bundle of its own, as control needs none of it; throws where it fails. */
export async function joinPage(app: App, snapshot: Snapshot, config: PageConfig): Promise<PageSide> {
	const { health, problems, language, login, names, clean, tell } = config;
	const { openPage } = await import("#web/page.ts");
	const page = await openPage({
		snapshot,
		about: () => ({ version: VERSION, problems, invalid: app.options === undefined, alive: app.alive() }),
		...(language && { language }),
		...(login && { login }),
		names,
		clean,
		tell,
		now: () => new Date(),
	});
	app.onTurn((turn) => page.see(turn));
	health.handOn((request, response) => page.handle(request, response));
	return page;
}
