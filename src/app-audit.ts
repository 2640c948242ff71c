import { type House, topicsOf } from "#entities/house.ts";
import { notice, type Tell } from "#model/decision.ts";
import { type Finding, finding, type Problem, problem } from "#model/finding.ts";
import type { Broker } from "#mqtt/broker.ts";
import { findingOf, isFinding, type Seen, scoreOf } from "#proof/findings.ts";
import { type Found, type KeptAudit, keptAudit } from "#proof/kept-audit.ts";
import { Nightly } from "#proof/nightly.ts";
import type { App } from "./app.ts";
import type { BrokerSide } from "./app-broker.ts";

/** Where it is kept, beside what the rules remember. */
const KEPT = "security_audit";

/** Of the app's own options there is nothing to audit: with others it would not run. */
const NOT_THE_BROKERS: ReadonlySet<string> = new Set(["options", "credentials"]);

/**
 * The broker's nightly audit, and the one that a person asks for. It comes under client ids of its own, never while the
 * broker is away, one at a time, and ends in Findings; one that was broken off leaves those of the last.
 */
export function joinAudit(
	app: App,
	side: Pick<BrokerSide, "session" | "broker">,
	house: House,
	folder: string,
	tell: Tell,
	chance: () => number = Math.random,
): { close(): void } {
	let kept = keptIn(app);
	let shown = findingsOf(kept);
	const nightly = new Nightly(chance, kept);
	let running: AbortController | undefined;
	let closed = false;

	const begin = (): Problem | undefined => {
		const broker = side.broker();
		if (running !== undefined) return problem(KEPT, "a second audit", "One is running: wait for its result.");
		if (closed || broker === undefined || side.session.state().kind !== "connected")
			return problem(KEPT, "no connection", "Try again when the broker is connected.");
		const stop = new AbortController();
		running = stop;
		kept = { ...kept, ...nightly.begun(app.clock.now(), app.clock.wall()) };
		// Whatever it finds: a broker that does not bear it is not asked again the same night.
		save(app, kept);
		void ran(broker, stop)
			.catch((bug: unknown) => tell(notice("error", "view_failed", { text: `The audit broke: ${String(bug)}` })))
			.finally(() => {
				running = undefined;
			});
		return undefined;
	};

	async function ran(broker: Broker, stop: AbortController): Promise<void> {
		const off = side.session.on(({ kind }) => kind === "connected" || stop.abort());
		const found = await audited(broker, house, folder, stop.signal);
		off();
		if (found === undefined) return tell(notice("warning", "audit_broken_off"));
		kept = { ...kept, found: { ...found, when: app.clock.date().toISOString() } };
		shown = findingsOf(kept);
		save(app, kept);
		tell(notice("info", "audit_done", { score: found.score, problems: found.steps.filter(isFinding).length }));
	}

	app.onJob("audit", begin);
	app.onTurn(({ now, wall }) => {
		if (running === undefined && nightly.due(now, wall)) begin();
	});
	app.addFindings(() => shown);
	return {
		close() {
			closed = true;
			running?.abort();
		},
	};
}

/** Every proof that is safe to repeat; undefined where it was stopped. */
async function audited(
	broker: Broker,
	house: House,
	folder: string,
	signal: AbortSignal,
): Promise<Omit<Found, "when"> | undefined> {
	// Loaded when it is needed, once a day.
	const [{ PROOFS }, { prove }, { marksIn }] = await Promise.all([
		import("#proof/index.ts"),
		import("#proof/prove.ts"),
		import("#proof/own-logins.ts"),
	]);
	const proofs = PROOFS.filter(({ by_hand }) => !by_hand);
	const steps: Seen[] = [];
	const context = {
		options: { summary: "", problems: [] },
		login: { kind: "complete", username: broker.username },
		target: { broker, topics: topicsOf(house), marks: marksIn(folder) },
	} as const;
	for await (const step of prove(proofs, context)) {
		if (signal.aborted) return undefined;
		if (!NOT_THE_BROKERS.has(step.id)) steps.push(step);
	}
	return { score: scoreOf(proofs, steps), steps };
}

/** Where nothing is kept, a day has to pass from now on before an unset clock makes it due. */
const keptIn = ({ store, clock }: App): KeptAudit => keptAudit(store.load().memories[KEPT]) ?? { at: clock.now() };

const save = ({ store }: App, kept: KeptAudit) => store.save({ memories: { [KEPT]: kept } });

function findingsOf({ found }: KeptAudit): readonly Finding[] {
	if (found === undefined) return [];
	const { score, when, steps } = found;
	return [finding("info", "security_audit", { score, when }), ...steps.map((one) => findingOf(one, when))];
}
