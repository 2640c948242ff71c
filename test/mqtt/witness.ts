import type { Notice } from "#model/sentences/notice.ts";
import type { Broker, Connection, Received } from "#mqtt/broker.ts";
import { openSession, type Session, type SessionPorts } from "#mqtt/session.ts";
import type { Timer } from "#mqtt/wire/timer.ts";

export const USER = "solar";
export const PASSWORD = "correct horse";
export const LOGIN = { [USER]: PASSWORD };

export const WILL = { topic: "solar/1/availability", payload: "offline", retain: true, qos: 1 } as const;

export const broker = (change: Partial<Broker> & { readonly port: number }): Broker => ({
	host: "127.0.0.1",
	username: USER,
	password: PASSWORD,
	client_id: `solar-${Math.random().toString(16).slice(2)}`,
	will: WILL,
	// Longer than a busy machine needs; who tests patience gives its own.
	connect_timeout: 20,
	publish_timeout: 20,
	...change,
});

/** Waiting without time: it notes how long it should have been, and `go` ends it. With `hurry` it ends by itself at once. */
export interface PatientTimer extends Timer {
	readonly waits: readonly number[];
	waiting(): boolean;
	go(): void;
}
export const patient = ({ hurry = false } = {}): PatientTimer => {
	const waits: number[] = [];
	let pending: (() => void) | undefined;
	const go = () => {
		const run = pending;
		pending = undefined;
		run?.();
	};
	return {
		waits,
		waiting: () => pending !== undefined,
		go,
		random: () => 0,
		after: (wait, run) => {
			waits.push(wait);
			pending = run;
			const soon = hurry ? setTimeout(go, 20) : undefined;
			return () => {
				pending = undefined;
				clearTimeout(soon);
			};
		},
	};
};

export interface Witness {
	readonly session: Session;
	readonly timer: PatientTimer;
	readonly notices: readonly Notice[];
	readonly states: readonly Connection[];
	readonly heard: readonly Received[];
	/** How often a connection came about. */
	connected(): number;
	/** Comes back when the session is so, or throws after 20 s. */
	reach(kind: Connection["kind"], failure?: string): Promise<Connection>;
}

const open = new Set<Session>();
/** For `afterEach`: no session outlives its test. */
export const closeAll = async () => {
	await Promise.all([...open].map((session) => session.close([])));
	open.clear();
};

/** A session whose messages, states and notices are recorded. */
export const watch = (
	options: Broker,
	{
		timer = patient({ hurry: true }),
		...ports
	}: Omit<SessionPorts, "tell" | "timer"> & { readonly timer?: PatientTimer } = {},
): Witness => {
	const notices: Notice[] = [];
	const states: Connection[] = [];
	const heard: Received[] = [];
	const session = openSession(options, { tell: (said) => notices.push(said), timer, ...ports });
	open.add(session);
	session.on((state) => states.push(state));
	session.onMessage((received) => heard.push(received));
	const reach = async (kind: Connection["kind"], failure?: string) => {
		await until(
			() => {
				const state = session.state();
				return state.kind === kind && (failure === undefined || state.failure?.class === failure);
			},
			() => `wanted ${kind} ${failure ?? ""}, is ${JSON.stringify(session.state())}`,
		);
		return session.state();
	};
	return {
		session,
		timer,
		notices,
		states,
		heard,
		reach,
		connected: () => states.filter(({ kind }) => kind === "connected").length,
	};
};

/** Polls: for effects that come over a network and have no event here. */
export const until = async (so: () => boolean, otherwise: () => string = () => "it did not come true") => {
	const end = performance.now() + 60_000;
	while (!so()) {
		if (performance.now() > end) throw new Error(otherwise());
		await new Promise((resolve) => setTimeout(resolve, 5));
	}
};

export const text = ({ payload }: Received) => Buffer.from(payload).toString();
export const coded = (notices: readonly Notice[], code: string) => notices.filter((said) => said.code === code);
