import { keeping, loadKnown } from "#broker/log/count/known-file.ts";
import type { Own } from "#broker/log/count/own.ts";
import { follow } from "#broker/log/read/follow.ts";
import { LOG_TOPICS, releaseOf, VERSION_TOPIC } from "#broker/log/read/topic.ts";
import { type Heard, isUnderstood, Watch } from "#broker/log/watch.ts";
import { type Finding, finding } from "#model/findings/finding.ts";
import { notice, type Tell } from "#model/sentences/notice.ts";
import type { Options } from "#options/root.ts";
import { type After, later } from "../beside/beside-control.ts";
import type { Observer } from "../beside/running.ts";
import { alarmsOf } from "./alarms.ts";
import type { BrokerSide } from "./join.ts";

export interface WatchConfig {
	readonly watch: Options["watch"];
	readonly folder: string;
	readonly own: Own;
	readonly tell: Tell;
	/** Called with a bug in the watch, which has then ended. */
	readonly broke?: (bug: unknown) => void;
	/** Seconds since 1970. */
	readonly now?: () => number;
	readonly after?: After;
}

/** Lines after which it is clear whether this is Mosquitto's log. */
const ENOUGH = 10;

/**
 * Watches the broker's log beside the running app: over MQTT, or in the file that the options name. Results become
 * Findings.
 */
export function joinWatch(
	broker: Pick<BrokerSide, "listen">,
	{ watch: { log_file }, folder, own, tell, broke, now = seconds, after = later }: WatchConfig,
) {
	const watch = new Watch({ own, known: loadKnown(folder) });
	const kept = keeping(folder, watch.known, after);
	const alarms = alarmsOf(watch, tell, now);
	const stop = new AbortController();
	let readable = true;
	const hear = (text: string) => {
		alarms.hear(text);
		kept.look();
	};
	const state = (is: boolean) => {
		readable = is;
		if (!is) tell(notice("warning", "broker_log_unreadable", { file: log_file ?? "" }));
	};
	broker.listen(VERSION_TOPIC, ({ payload }) => {
		const release = releaseOf(textOf(payload));
		if (release !== undefined) watch.is(release);
	});
	if (log_file === undefined) broker.listen(LOG_TOPICS, ({ payload }) => hear(textOf(payload)));
	else {
		const before = (line: string) => watch.learn(line);
		heardOf(follow(log_file, { signal: stop.signal, before, state }), hear).catch((bug: unknown) => broke?.(bug));
	}
	tell(notice("info", "broker_watched", { from: log_file ?? LOG_TOPICS }));
	return {
		findings: () => [...standingOf(watch, readable, log_file), ...alarms.findings()],
		close() {
			stop.abort();
			kept.close();
		},
	} satisfies Observer;
}

async function heardOf(lines: AsyncIterable<string>, hear: (line: string) => void): Promise<void> {
	for await (const line of lines) hear(line);
}

function standingOf({ heard: { by_address, ...heard } }: Watch, readable: boolean, file = ""): readonly Finding[] {
	const state = readable ? stateOf(heard) : "unreadable";
	return [
		finding("info", "broker_watch", { state, ...heard, addresses: Object.keys(by_address).length }),
		...(readable ? [] : [finding("warning", "broker_log_unreadable", { file })]),
	];
}

/** `watching` only if a refusal would be seen. */
function stateOf(heard: Pick<Heard, "lines" | "understood" | "old" | "release">) {
	if (heard.old > 0 || (heard.lines >= ENOUGH && !isUnderstood(heard))) return "not_understood";
	if (!isUnderstood(heard)) return "waiting";
	return heard.lines > 0 && heard.release !== undefined ? "watching" : "waiting";
}

const textOf = (payload: Uint8Array) => new TextDecoder().decode(payload);
const seconds = () => Date.now() / 1000;
