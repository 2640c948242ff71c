import { confOf } from "#broker/conf/conf.ts";
import { hostOf } from "#broker/conf/listener-host.ts";
import { listenersOf } from "#broker/conf/listeners.ts";
import { CONFIG, onDisk } from "#broker/conf/place.ts";
import { isFinding } from "#broker/proofs/findings.ts";
import { isHere } from "#broker/proofs/here.ts";
import { type Context, listenerText } from "#broker/proofs/proof.ts";
import type { Step } from "#broker/proofs/prove.ts";
import { type Sentence, says } from "#model/sentences/sentence.ts";

/** Passed, but was not proven. */
const UNPROVEN: ReadonlySet<string> = new Set(["denial-invisible", "not-proven"]);

/** The final sentence. It covers only the ports that were tried, and names those that were not. */
export function summary(steps: readonly Step[], context: Context, config = CONFIG): readonly Sentence[] {
	const failed = steps.filter(({ status }) => status === "fail");
	const [first] = failed;
	if (first !== undefined) {
		const count = failed.length === 1 ? says("one_step_fails") : says("steps_fail", { count: failed.length });
		return [count, says("begin_with", { step: first.id })];
	}
	const unproven = steps.filter(({ class: class_ }) => UNPROVEN.has(class_)).map(({ id }) => id);
	const notes = steps.filter(isFinding).map(({ id }) => id);
	const places = placesOf(context).join(", ");
	const known = untriedIn(context, config);
	const end =
		unproven.length > 0
			? says("in_order_unproven", { places, steps: unproven.join(", ") })
			: known === undefined
				? says("all_in_order", { places })
				: known.length > 0
					? says("all_in_order_but", { places, listeners: known.join(", ") })
					: says("all_in_order_whole", { places, config });
	return [end, ...(notes.length === 0 ? [] : [says("to_know", { steps: notes.join(", ") })])];
}

function triedIn({ target, listeners = [] }: Context) {
	if (target === undefined) return [];
	const { host, port, tls, websocket } = target.broker;
	return [{ host, port, tls: tls !== undefined, ...(websocket && { websocket }) }, ...listeners];
}

const placesOf = (context: Context): readonly string[] => triedIn(context).map(listenerText);

/**
 * Listeners of this machine's broker that were not tried; undefined if its configuration is not read, or belongs to another
 * broker.
 */
function untriedIn(context: Context, config: string): readonly string[] | undefined {
	const tried = triedIn(context).filter(({ host }) => isHere(host));
	if (onDisk.read(config) === undefined) return undefined;
	const all = listenersOf(confOf(config, onDisk)).map(({ port, bind, own }) => {
		const tls = own.some(({ key }) => key === "certfile");
		const websocket = own.some(({ key, value }) => key === "protocol" && value === "websockets")
			? { websocket: {} }
			: {};
		const everywhere = bind === undefined || bind === "0.0.0.0" || bind === "::";
		return { host: port === 0 ? (bind ?? "") : hostOf(bind, own), port, tls, everywhere, ...websocket };
	});
	const was = (one: (typeof all)[number]) =>
		tried.some(({ host, port }) => port === one.port && (one.everywhere || host === one.host));
	if (!all.some(was)) return undefined;
	return all.filter((one) => !was(one)).map((one) => (one.port === 0 ? one.host : listenerText(one)));
}
