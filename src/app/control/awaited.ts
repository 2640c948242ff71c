import type { State } from "#control/step.ts";
import type { Intent } from "#model/decision/intent.ts";
import type { Settings } from "#model/decision/settings.ts";
import { type Finding, finding } from "#model/findings/finding.ts";
import { outputId } from "#model/plant/plant.ts";
import { after, type Instant, instant, percent, type Seconds, seconds, since } from "#model/quantities/units.ts";
import { notice, type Tell } from "#model/sentences/notice.ts";
import { manual } from "#rules/manual.ts";
import type { Clock } from "#runtime/clock.ts";
import type { Kept } from "#runtime/world.ts";
import type { Store } from "#store/store-contract.ts";
import type { Command } from "../beside/running.ts";
import { joinMemories, joinStarts } from "./join-memories.ts";
import type { RestoredState } from "./restore-state.ts";

/** How long outputs rest while the store is awaited. A lost store must not stop control for longer. */
const AT_MOST = seconds(600);

export interface AwaitPorts {
	readonly store: Store;
	readonly time: Clock;
	/** Continues from the saved state. The result saves it from then on. */
	readonly goOn: () => RestoredState;
	/** Shifts moments of the running time that other parts hold. */
	readonly shift: (by: Seconds) => void;
	readonly change: (change: (state: State) => State) => void;
	readonly ask: (intent: Intent) => void;
	readonly tell: Tell;
}

/** Keeps the state of control. Control starts with the saved state, or at rest until it can be read. */
export interface Keeping {
	readonly state: State;
	/** Settings from the options page. */
	readonly on_page: Settings;
	/** Called in every turn. */
	keep(kept: Kept): void;
	asked(command: Command): void;
	/** `store_awaited` while outputs rest because of it, `store_unread` afterwards, with {cause}. */
	findings(): readonly Finding[];
	finish(): void;
}

export function keepingIn(ports: AwaitPorts): Keeping {
	const begun = ports.goOn();
	const { state, on_page, keeper } = begun;
	if (ports.store.unread) return new Awaited(ports, state, on_page);
	return {
		state,
		on_page,
		keep: (kept) => keeper.keep(kept),
		asked: () => undefined,
		findings: () => [],
		finish: () => keeper.finish(),
	};
}

/**
 * The store exists but cannot be read yet: another program has it locked, or the disk refuses. Mode off may be saved in it,
 * so the outputs rest as in that mode, and nothing is saved. Once it can be read, its content applies, and then the
 * commands given in the meantime. After ten minutes the mode of the options page applies until then.
 */
class Awaited implements Keeping {
	readonly state: State;
	readonly on_page: Settings;
	readonly #ports: AwaitPorts;
	readonly #otherwise: State["mode"];
	readonly #begun: Instant;
	#heard: readonly Intent[] = [];
	#resting = true;
	#keeper: RestoredState["keeper"] | undefined;
	#reading = false;

	constructor(ports: AwaitPorts, state: State, on_page: Settings) {
		this.#ports = ports;
		this.#otherwise = state.mode;
		this.#begun = ports.time.now();
		this.state = { ...state, mode: "off" };
		this.on_page = on_page;
		ports.tell(notice("warning", "store_awaited", { cause: causeIn(ports.store) }));
	}

	keep(kept: Kept): void {
		const { store, change, time } = this.#ports;
		if (this.#keeper !== undefined) this.#keeper.keep(kept);
		else if (this.#reading) return;
		else if (!store.retry()) {
			this.#reading = true;
			change((state) => this.#adopted(state, kept.now));
		} else if (this.#resting && since(this.#begun, time.now()) >= AT_MOST) this.#giveUp();
	}

	asked({ intent, refused }: Pick<Command, "intent" | "refused">): void {
		if (refused !== undefined) return;
		if (this.#keeper === undefined) this.#heard = [...this.#heard, intent];
		if (intent.kind === "mode") this.#resting = false;
	}

	findings(): readonly Finding[] {
		if (this.#keeper !== undefined) return [];
		const facts = { cause: causeIn(this.#ports.store) };
		return [this.#resting ? finding("warning", "store_awaited", facts) : finding("alarm", "store_unread", facts)];
	}

	finish(): void {
		this.#keeper?.finish();
	}

	#giveUp(): void {
		const { store, change, tell } = this.#ports;
		this.#resting = false;
		tell(notice("error", "store_unread", { cause: causeIn(store) }));
		change((state) => ({ ...state, mode: this.#otherwise }));
	}

	/** Between two turns: running time, moments and state change together. */
	#adopted(live: State, now: Instant): State {
		const { store, time, shift, goOn, ask, tell } = this.#ports;
		const by = seconds(store.load().running ?? 0);
		time.advance(by);
		shift(by);
		const { state, keeper } = goOn();
		this.#keeper = keeper;
		tell(notice("info", "store_read"));
		for (const intent of [...this.#heard.filter(isForGood), ...holdsOf(live, now)]) ask(intent);
		return {
			...state,
			memories: joinMemories(state.memories, live.memories, by),
			starts: joinStarts(state.starts, live.starts, by),
			outputs: live.outputs.map((o) => (o.since === undefined ? o : { ...o, since: after(o.since, by) })),
		};
	}
}

const causeIn = (store: Store) =>
	store.findings().find(({ code }) => code === "store_unavailable")?.facts["cause"] ?? "unknown";

/** A test does not start by itself, and holds return with the time that is left. */
const isForGood = (intent: Intent): boolean =>
	intent.kind === "mode" ? intent.mode !== "test" : intent.kind === "setting" || intent.kind === "release";

type Holds = readonly Extract<Intent, { kind: "hold" }>[];

/** Holds that people gave while the store was awaited. */
function holdsOf({ memories }: State, now: Instant): Holds {
	const { holds } = manual.memory.parse(memories["manual"] ?? {});
	return holds.map(({ output, want, until }) => ({
		kind: "hold",
		output: outputId(output),
		want: percent(want),
		for: since(now, instant(until)),
	}));
}
