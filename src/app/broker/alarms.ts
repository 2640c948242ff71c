import type { Alert } from "#broker/log/alert.ts";
import type { Watch } from "#broker/log/watch.ts";
import { type Finding, finding } from "#model/findings/finding.ts";
import { notice, type Tell } from "#model/sentences/notice.ts";
import { whoIn } from "./alert-facts.ts";

/** Seconds for which an alarm is still shown that ended before it was reported. */
const SHOWN = 60;
/** Most alarms that are shown at once. */
const MOST = 20;

interface Told {
	readonly nth: number;
	readonly alert: Alert;
}

/**
 * The alarms that come of a broker's log: each is told once, and shown with its figures of now. What is over stays for a moment.
 * @param now seconds since 1970
 */
export function alarmsOf(watch: Watch, tell: Tell, now: () => number) {
	const told: Told[] = [];
	let nth = 0;
	return {
		hear(line: string) {
			for (const alert of watch.hear(line, now())) {
				nth++;
				told.push({ nth, alert });
				if (told.length > MOST) told.shift();
				tell(notice("warning", "broker_alert", whoIn(alert)));
			}
		},
		findings(): readonly Finding[] {
			const going = watch.standing(now());
			return told.flatMap(({ nth, alert }) => {
				const { kind, at, address } = alert;
				const today = going.find((one) => one.kind === kind && one.at === at && one.address === address);
				if (today === undefined && now() - at >= SHOWN) return [];
				return [findingOf({ nth, alert: today ?? alert })];
			});
		},
	};
}

const findingOf = ({ nth, alert }: Told): Finding =>
	finding("warning", "broker_alert", { nth, when: new Date(alert.at * 1000).toISOString(), ...whoIn(alert) });
