import type { Alert } from "#broker/log/alert.ts";
import { keeping, loadKnown } from "#broker/log/count/known-file.ts";
import type { Own } from "#broker/log/count/own.ts";
import { follow } from "#broker/log/read/follow.ts";
import { LOG_TOPICS, releaseOf, VERSION_TOPIC } from "#broker/log/read/topic.ts";
import { type Heard, isUnderstood, Watch } from "#broker/log/watch.ts";
import { type Finding, finding } from "#model/findings/finding.ts";
import { notice, type Tell } from "#model/sentences/notice.ts";
import type { Options } from "#options/root.ts";
import type { Language } from "#texts/say.ts";
import type { App } from "../app.ts";
import { type After, later } from "../beside.ts";
import { alertWords } from "./alert-words.ts";
import type { BrokerSide } from "./join.ts";

export interface WatchConfig {
	readonly watch: Options["watch"];
	readonly folder: string;
	readonly language: Language;
	readonly own: Own;
	readonly tell: Tell;
	/** Called with a bug in the watching itself: then it has ended. */
	readonly broke?: (bug: unknown) => void;
	/** Seconds since 1970. */
	readonly now?: () => number;
	readonly after?: After;
}

/** An alarm that ends before it was reported is still shown for so long, in seconds. */
const SHOWN = 60;
/** Alarms that are shown at once; a house with more of them has other troubles. */
const MOST = 20;

/** Lines after which it is clear whether a log is Mosquitto's. */
const ENOUGH = 10;

interface Told {
	readonly nth: number;
	readonly alert: Alert;
}

/** Watches the broker's log beside the running app: over MQTT, or in a file where one is named. Ends in Findings. */
export function joinWatch(
	app: Pick<App, "addFindings">,
	broker: Pick<BrokerSide, "listen">,
	{ watch: { log_file }, folder, language, own, tell, broke, now = seconds, after = later }: WatchConfig,
): { close(): void } {
	const watch = new Watch({ own, known: loadKnown(folder) });
	const kept = keeping(folder, watch.known, after);
	const stop = new AbortController();
	const told: Told[] = [];
	let nth = 0;
	let readable = true;

	const hear = (text: string) => {
		for (const alert of watch.hear(text, now())) {
			nth++;
			told.push({ nth, alert });
			if (told.length > MOST) told.shift();
			const { happened, remedy } = alertWords(language, alert);
			tell(notice("warning", "broker_alert", { text: `${happened} ${remedy}`, ...whoIn(alert) }));
		}
		kept.look();
	};
	const there = (is: boolean) => {
		readable = is;
		if (!is) tell(notice("warning", "broker_log_unreadable", { file: log_file ?? "" }));
	};
	broker.listen(VERSION_TOPIC, ({ payload }) => {
		const release = releaseOf(textOf(payload));
		if (release !== undefined) watch.is(release);
	});
	if (log_file === undefined) {
		broker.listen(LOG_TOPICS, ({ payload }) => hear(textOf(payload)));
	} else {
		const before = (line: string) => watch.learn(line);
		void (async () => {
			for await (const line of follow(log_file, { signal: stop.signal, before, state: there })) hear(line);
		})().catch((bug: unknown) => broke?.(bug));
	}
	tell(notice("info", "broker_watched", { from: log_file ?? LOG_TOPICS }));
	app.addFindings(() => {
		const { by_address, ...heard } = watch.heard;
		const state = readable ? stateOf(heard) : "unreadable";
		return [
			finding("info", "broker_watch", { state, ...heard, addresses: Object.keys(by_address).length }),
			...(readable ? [] : [finding("warning", "broker_log_unreadable", { file: log_file ?? "" })]),
			...standing(watch, told, now()).map((one) => findingOf(one, language)),
		];
	});
	return {
		close() {
			stop.abort();
			kept.close();
		},
	};
}

/** `watching` only where a refusal would be seen. */
function stateOf(heard: Pick<Heard, "lines" | "understood" | "old" | "release">) {
	if (heard.old > 0 || (heard.lines >= ENOUGH && !isUnderstood(heard))) return "not_understood";
	if (!isUnderstood(heard)) return "waiting";
	return heard.lines > 0 && heard.release !== undefined ? "watching" : "waiting";
}

/** With the figures of now; what is over stays for a moment. */
function standing(watch: Watch, told: readonly Told[], now: number): readonly Told[] {
	const going = watch.standing(now);
	return told.flatMap(({ nth, alert }) => {
		const today = going.find((one) => one.kind === alert.kind && one.at === alert.at && one.address === alert.address);
		if (today !== undefined) return [{ nth, alert: today }];
		return now - alert.at < SHOWN ? [{ nth, alert }] : [];
	});
}

const findingOf = ({ nth, alert }: Told, language: Language): Finding => {
	const { kind, at, count, window, address, client, user, addresses } = alert;
	const { happened, means, remedy } = alertWords(language, alert);
	return finding("warning", "broker_alert", {
		nth,
		kind,
		count,
		window,
		when: new Date(at * 1000).toISOString(),
		...(address !== undefined && { address }),
		...(client !== undefined && { client: client.slice(0, 80) }),
		...(user !== undefined && { user }),
		...(addresses !== undefined && { addresses: addresses.join(", ").slice(0, 500) }),
		happened,
		means,
		remedy,
		text: `${happened} ${remedy}`,
	});
};

/** For programs that read the log, and for the audit trail. */
const whoIn = ({ kind, count, window, address, client, user }: Alert) => ({
	kind,
	count,
	window,
	...(address !== undefined && { address }),
	...(client !== undefined && { client: client.slice(0, 80) }),
	...(user !== undefined && { user }),
});

const textOf = (payload: Uint8Array) => new TextDecoder().decode(payload);
const seconds = () => Date.now() / 1000;
