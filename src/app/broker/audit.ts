import { findingOf, isFinding, type Seen, scoreOf } from "#broker/proofs/findings.ts";
import { type Found, type KeptAudit, keptAudit, stillHolds } from "#broker/proofs/kept-audit.ts";
import { Nightly } from "#broker/proofs/nightly.ts";
import type { Context } from "#broker/proofs/proof.ts";
import { withoutOwnLogin } from "#broker/proofs/without-own-login.ts";
import { type Installation, topicsOf } from "#home-assistant/installation.ts";
import type { Snapshot } from "#model/decision/snapshot.ts";
import { type Finding, finding, type Problem } from "#model/findings/finding.ts";
import { notice, type Tell } from "#model/sentences/notice.ts";
import { mend } from "#model/sentences/sentence.ts";
import type { Broker } from "#mqtt/broker.ts";
import type { App, Observer } from "../beside/running.ts";
import type { BrokerSide } from "./join.ts";

/** Its key among the memories of the rules. */
const KEPT = "security_audit";

/** These check the app's own options, and with wrong ones the app would not run. */
const NOT_THE_BROKERS: ReadonlySet<string> = new Set(["options", "credentials", "secret_files"]);

export interface AuditPlan {
	readonly app: App;
	readonly side: Pick<BrokerSide, "session" | "broker">;
	readonly house: Installation;
	readonly folder: string;
	readonly tell: Tell;
	readonly chance?: () => number;
}

/**
 * The broker's nightly audit, and the one that a person starts. It uses client ids of its own, waits while the broker is
 * away, and runs one at a time. Its results become Findings; an interrupted audit keeps those before it. If the broker
 * allows one connection per user, our login disconnects the app once. From then on only a person's audit tries that again.
 */
export class BrokerAudit implements Observer {
	readonly #plan: AuditPlan;
	readonly #nightly: Nightly;
	#kept: KeptAudit;
	#shown: readonly Finding[];
	#running: AbortController | undefined;
	#closed = false;

	constructor(plan: AuditPlan) {
		const { app, chance = Math.random } = plan;
		this.#plan = plan;
		this.#kept = keptIn(app);
		this.#shown = findingsOf(this.#kept);
		this.#nightly = new Nightly(chance, this.#kept);
		app.onJob("audit", () => this.#begin(true));
	}

	turned({ now, wall }: Pick<Snapshot, "now" | "wall">): void {
		if (this.#running === undefined && this.#nightly.due(now, wall)) this.#begin(false);
	}

	findings(): readonly Finding[] {
		const { found } = this.#kept;
		return found !== undefined && stillHolds(found, this.#plan.app.clock.date()) ? this.#shown : [];
	}

	close(): void {
		this.#closed = true;
		this.#running?.abort();
	}

	#begin(asked: boolean): Problem | undefined {
		const { app, side, tell } = this.#plan;
		const broker = side.broker();
		if (this.#running !== undefined) return { path: KEPT, value: mend("second_audit"), remedy: mend("audit_runs") };
		if (this.#closed || broker === undefined || side.session.state().kind !== "connected")
			return { path: KEPT, value: mend("no_connection"), remedy: mend("broker_away") };
		const stop = new AbortController();
		this.#running = stop;
		// Saved before it runs: if the broker fails because of it, it does not run again in the same night.
		this.#keep({ ...this.#kept, ...this.#nightly.begun(app.clock.now(), app.clock.wall()) });
		void this.#run(broker, stop, this.#kept.one_per_user === true && !asked)
			.catch((bug: unknown) => tell(notice("error", "view_failed", { what: "audit", error: String(bug) })))
			.finally(() => {
				this.#running = undefined;
			});
		return undefined;
	}

	async #run(broker: Broker, stop: AbortController, gently: boolean): Promise<void> {
		const { house, folder, tell, side } = this.#plan;
		const off = side.session.on(({ kind }) => kind === "connected" || stop.abort());
		const found = await audited({ broker, house, folder, gently }, stop.signal);
		off();
		if (found.kind === "thrown_out") return this.#runGently(broker);
		if (found.kind === "broken_off") return tell(notice("warning", "audit_broken_off"));
		const { score, steps } = found;
		const { one_per_user: _, ...rest } = this.#kept;
		const when = this.#plan.app.clock.date().toISOString();
		this.#keep({ ...rest, ...(gently && { one_per_user: true }), found: { score, steps, when } });
		this.#shown = findingsOf(this.#kept);
		tell(notice("info", "audit_done", { score, problems: steps.filter(isFinding).length }));
	}

	/** Our own login ended the app's connection: once that is back, again without it. */
	async #runGently(broker: Broker): Promise<void> {
		const { side, tell } = this.#plan;
		this.#keep({ ...this.#kept, one_per_user: true });
		if (this.#closed) return;
		tell(notice("warning", "audit_one_per_user", { user: broker.username }));
		const next = new AbortController();
		this.#running = next;
		await connected(side.session, next.signal);
		return this.#run(broker, next, true);
	}

	#keep(kept: KeptAudit): void {
		this.#kept = kept;
		this.#plan.app.store.save({ memories: { [KEPT]: kept } });
	}
}

/** Waits until the app is connected again, or until `stop`. */
const connected = (session: BrokerSide["session"], stop: AbortSignal): Promise<void> =>
	new Promise((resolve) => {
		const look = () => {
			if (session.state().kind !== "connected" && !stop.aborted) return;
			off();
			stop.removeEventListener("abort", look);
			resolve();
		};
		const off = session.on(look);
		stop.addEventListener("abort", look);
		look();
	});

interface Audit {
	readonly broker: Broker;
	readonly house: Installation;
	readonly folder: string;
	/** Without logging in as the app. */
	readonly gently: boolean;
}

type Audited =
	| ({ readonly kind: "done" } & Omit<Found, "when">)
	| { readonly kind: "broken_off" }
	/** The broker allows one connection per user, and our own login ended the app's. */
	| { readonly kind: "thrown_out" };

/** Every proof that may be repeated safely. */
async function audited({ broker, house, folder, gently }: Audit, signal: AbortSignal): Promise<Audited> {
	// Loaded when needed, once a day.
	const [{ PROOFS }, { prove }, { clientIdsIn }] = await Promise.all([
		import("#broker/proofs/index.ts"),
		import("#broker/proofs/prove.ts"),
		import("#broker/proofs/trying/own/own-logins.ts"),
	]);
	const safe = PROOFS.filter(({ by_hand }) => !by_hand);
	const proofs = gently ? withoutOwnLogin(safe) : safe;
	const steps: Seen[] = [];
	const context: Context = {
		options: { summary: [], problems: [] },
		login: broker.anonymous ? { kind: "none" } : { kind: "complete", username: broker.username },
		target: { broker, topics: topicsOf(house), clientIds: clientIdsIn(folder) },
	};
	for await (const step of prove(proofs, context)) {
		if (step.class === "one-per-user" && !gently) return { kind: "thrown_out" };
		if (signal.aborted) return { kind: "broken_off" };
		if (!NOT_THE_BROKERS.has(step.id)) steps.push(step);
	}
	return { kind: "done", score: scoreOf(proofs, steps), steps };
}

/** Without a saved audit and a set clock, the audit is due in a day. */
const keptIn = ({ store, clock }: App): KeptAudit => keptAudit(store.load().memories[KEPT]) ?? { at: clock.now() };

function findingsOf({ found }: KeptAudit): readonly Finding[] {
	if (found === undefined) return [];
	const { score, when, steps } = found;
	return [finding("info", "security_audit", { score, when }), ...steps.map((one) => findingOf(one, when))];
}
