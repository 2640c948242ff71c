import type { Snapshot } from "#model/decision/snapshot.ts";
import type { Problem } from "#model/findings/finding.ts";
import type { Roots } from "#model/plant/found.ts";
import { notice, type Tell } from "#model/sentences/notice.ts";
import type { Health } from "#runtime/health/health.ts";
import type { Supervisor } from "#supervisor/ask.ts";
import { usersOf } from "#supervisor/users.ts";
import type { Language } from "#texts/say.ts";
import type { Clean } from "#web/http/clean.ts";
import type { PageFiles } from "#web/http/files.ts";
import type { Page } from "#web/http/page.ts";
import type { Login } from "#web/login/login.ts";
import type { App, Observer } from "../beside/running.ts";
import { type HardwareAnswers, hardwareAnswers } from "../hardware/answers.ts";
import type { Looked } from "../hardware/at-broker.ts";
import { optionForms } from "../own-options/form.ts";
import type { OptionsOfPage } from "../own-options/open.ts";
import { VERSION } from "../version.ts";
import { Admins } from "./admins.ts";
import { Today } from "./day.ts";
import { calendarIn } from "./engineer/local-day.ts";
import { historiesOf } from "./histories.ts";
import { ownerView } from "./owner.ts";

/** Seconds. A person waits for the page meanwhile. */
const USERS_DEADLINE = 3;

export interface PageConfig {
	readonly health: Health;
	/** Faults of the options, including refused ones. */
	readonly problems: readonly Problem[];
	/** If it was chosen. */
	readonly language?: Language;
	/** Absent behind an ingress. */
	readonly login?: Login;
	readonly names: readonly string[];
	/** Knows the users of Home Assistant, where there is one. */
	readonly supervisor?: Supervisor;
	/** Looks at the broker, where there is one. */
	readonly atBroker: () => Promise<Looked>;
	readonly files: PageFiles;
	/** The options, to be read and saved. */
	readonly own?: OptionsOfPage;
	readonly clean: Clean;
	readonly tell: Tell;
	/** With the guided path. */
	readonly guided: boolean;
	/** The data folder. */
	readonly folder: string;
	/** Where the system's folders are. Absent: at `/`. */
	readonly roots?: Roots;
}

/**
 * Shows the running app on its HTTP port. The page is a bundle of its own, because control does not need it. Throws where
 * it fails.
 */
export async function joinPage(app: App, snapshot: Snapshot, config: PageConfig): Promise<Observer> {
	const { health, problems, language, login, names, supervisor, atBroker, files, own, clean, tell, roots } = config;
	const [{ openPage }, { engineerOf }] = await Promise.all([
		import("#web/http/page.ts"),
		import("./engineer/engineer.ts"),
	]);
	const { options, clock, plant } = app;
	const bare = options !== undefined && plant.sensors.length + plant.outputs.length === 0;
	let page: Page | undefined;
	const answers = hardwareAnswers(options, { tell, now: clock.now, ...(roots && { roots }) }, atBroker);
	const setup = config.guided
		? await guided(app, snapshot, { config, answers, changed: () => page?.changed() })
		: undefined;
	const about = () => {
		const found = bare ? setup?.found() : undefined;
		return { version: VERSION, problems, invalid: options === undefined, alive: app.alive(), ...(found && { found }) };
	};
	const admins = new Admins(async () => supervisor && usersOf(supervisor, USERS_DEADLINE));
	const today = new Today(app.store.history, () => clock.date().getTime(), calendarIn(options?.site.time_zone));
	const side = engineerOf(app, snapshot, clean.data);
	page = await openPage({
		snapshot,
		...(own && { options: optionActs(own), forms: optionForms(own, setup && (() => setup.channels())) }),
		acts: { isAdmin: admins.isAdmin, ask: (intent, actor) => app.ask(intent, { source: "page", actor }) },
		owner: ownerView,
		...(setup && { setup }),
		day: today.view,
		engineer: side.engineer,
		about,
		hardware: answers.hardware,
		lookAtBroker: answers.look,
		...(language && { language }),
		...(login && { login }),
		names,
		files,
		histories: historiesOf(app),
		clean,
		tell,
		now: clock.date,
	});
	const opened = page;
	health.handOn((request, response) => opened.handle(request, response));
	return {
		heard: side.heard,
		turned(turn) {
			setup?.turned(turn);
			side.turned(turn);
			opened.see(turn);
		},
		close: () => Promise.all([opened.close(), answers.close(), setup?.close()]).then(() => undefined),
	};
}

const optionActs = ({ settings, restart }: OptionsOfPage) => ({
	shown: () => settings.shown(),
	check: (wanted: unknown) => settings.check(wanted),
	save: (wanted: unknown, who: { readonly actor: string; readonly revision?: string }) => settings.save(wanted, who),
	restart,
});

interface Guided {
	readonly config: PageConfig;
	readonly answers: HardwareAnswers;
	readonly changed: () => void;
}

const bound = ({ announced }: HardwareAnswers) => ({
	places: () => announced.places(),
	state: () => announced.view().state,
});

/** A bug in it costs the guided path alone. */
async function guided(app: App, first: Snapshot, { config, answers, changed }: Guided) {
	const { folder, tell, own, roots } = config;
	const announced = { look: answers.look, ...bound(answers) };
	const { openSetup } = await import("../setup/guided.ts");
	return openSetup(app, { folder, tell, own, first, changed, announced, ...(roots && { roots }) }).catch(
		(bug: unknown) => {
			tell(notice("error", "view_failed", { what: "page", error: String(bug) }));
			return undefined;
		},
	);
}
