import type { Snapshot } from "#model/decision/snapshot.ts";
import type { Tell } from "#model/sentences/notice.ts";
import type { Language } from "#texts/say.ts";
import type { OptionActs } from "../acts/option-routes.ts";
import type { Acts } from "../acts/person.ts";
import type { DayView } from "../day-view.ts";
import type { Engineer } from "../engineer/engineer.ts";
import type { Kept } from "../history/routes.ts";
import type { Login } from "../login/login.ts";
import type { OptionForms } from "../options/routes.ts";
import type { OwnerView } from "../owner-view.ts";
import type { SetupPort } from "../setup/setup-view.ts";
import type { About } from "../view.ts";
import type { Clean } from "./clean.ts";
import type { PageFiles } from "./files.ts";
import type { Routes } from "./routes.ts";

/** What a page is made of. */
export interface PageOptions {
	/** The last turn. */
	readonly snapshot: Snapshot;
	readonly about: () => About;
	/** What is connected, for scripts. Looks at the buses when it is asked. */
	readonly hardware?: (language: Language) => Promise<unknown>;
	/** Begins a look at what devices announce at the broker. Its result is with the hardware. */
	readonly lookAtBroker?: () => void;
	/** What is shown to an engineer. */
	readonly engineer?: Engineer;
	/** Routes of single views and of the API, beside those that every page has. */
	readonly routes?: readonly Routes[];
	/** What a person takes along to Home Assistant. */
	readonly files?: PageFiles;
	readonly clean: Clean;
	readonly tell: Tell;
	/** The time of day. */
	readonly now: () => Date;
	/** Set if the options name it. Otherwise each browser chooses. */
	readonly language?: Language;
	/** What administrators may change. Absent: the page only shows. */
	readonly acts?: Acts;
	/** The options, for administrators to read and save. */
	readonly options?: OptionActs;
	/** The app's own options as forms, for administrators. */
	readonly forms?: OptionForms;
	/** What an owner looks at beside the turn. Worked out when it is shown. */
	readonly owner?: (snapshot: Snapshot, language: Language) => OwnerView;
	/** The guided path, for those who may change something. */
	readonly setup?: SetupPort;
	/** Today's history. Undefined while it is not known. */
	readonly day?: (snapshot: Snapshot, language: Language) => DayView | undefined;
	/** What was kept. */
	readonly histories?: Kept;
	/** The login of a page without an ingress. Absent behind an ingress, which has checked it. */
	readonly login?: Login;
	/** ms that only grow, for how long a login lasts and waits. Absent: of the process. */
	readonly steady?: () => number;
	/** Names of this machine that a browser may use, besides its addresses. */
	readonly names?: readonly string[];
	/** Least milliseconds between two messages to a browser. */
	readonly calm?: number;
}
