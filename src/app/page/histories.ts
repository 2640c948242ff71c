import { historyOf } from "#store/history/history-query.ts";
import type { Histories } from "#web/history/ask.ts";
import type { App } from "../beside/running.ts";
import { energyHistory } from "../control/energy-history.ts";

/** What the running app has kept, for the page. */
export function historiesOf(app: App): Histories {
	const { history } = app.store;
	return {
		history: (range) => historyOf(history, range),
		energy(range) {
			const snapshot = app.snapshot();
			return snapshot === undefined ? [] : energyHistory(history, snapshot, range);
		},
	};
}
