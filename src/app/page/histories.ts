import { historyOf } from "#store/history/history-query.ts";
import type { Kept } from "#web/history/routes.ts";
import type { App } from "../beside/running.ts";
import { energyHistory } from "../control/energy-history.ts";
import { calendarIn } from "./engineer/local-day.ts";

/** What the running app has kept, for the page. */
export function historiesOf(app: App): Kept {
	const { history } = app.store;
	return {
		calendar: calendarIn(app.options?.site.time_zone),
		now: () => app.clock.date().getTime(),
		history: (range) => historyOf(history, range),
		energy(range) {
			const snapshot = app.snapshot();
			return snapshot === undefined ? [] : energyHistory(history, snapshot, range);
		},
	};
}
