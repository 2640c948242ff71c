import type { Intent } from "#model/decision/intent.ts";
import type { Origin } from "#model/findings/trail.ts";
import { inside, Mistake, remark } from "#model/sentences/sentence.ts";
import { type Handlers, NotYet } from "#runtime/socket/control-socket.ts";
import type { Language } from "#texts/say.ts";
import type { App } from "../beside/running.ts";
import { energyHistory, energyQuery } from "../control/energy-history.ts";
import { plain } from "./snapshot-json.ts";

/** The requests that commands may send to a running controller. */
export function controlHandlers(app: () => App | undefined, language: Language): Handlers {
	const shown = () => {
		const snapshot = app()?.snapshot();
		if (snapshot === undefined) throw new NotYet();
		return plain(snapshot, language);
	};
	const asked = async (intent: Intent, actor: unknown) => {
		const origin: Origin = { source: "cli", ...(typeof actor === "string" && { actor: actor.slice(0, 64) }) };
		const refused = await app()?.ask(intent, origin);
		if (refused !== undefined) throw new Mistake(remark("refused", inside("problem", refused.remedy)));
		return shown();
	};
	return {
		snapshot: async () => shown(),
		/** kWh by source and period. */
		energy: async (query) => {
			const running = app();
			const snapshot = running?.snapshot();
			if (running === undefined || snapshot === undefined) throw new NotYet();
			return energyHistory(running.store.history, snapshot, energyQuery(query));
		},
		/** Sets the mode to off: every output goes to rest and stays there until the mode is auto. */
		rest: (actor) => asked({ kind: "mode", mode: "off" }, actor),
		/** Tests that outputs beyond a network go off without the app. */
		silence_test: (actor) => asked({ kind: "job", name: "silence_test" }, actor),
	};
}
