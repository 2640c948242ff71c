import { randomBytes } from "node:crypto";
import type { Snapshot } from "#model/decision/snapshot.ts";
import { TRIAL } from "#model/decision/trial.ts";
import type { Problem } from "#model/findings/finding.ts";
import type { Notice } from "#model/sentences/notice.ts";
import { Mistake, remark } from "#model/sentences/sentence.ts";
import { caught } from "#model/untyped/caught.ts";
import type { Handlers } from "#runtime/socket/control-socket.ts";
import { type Standing, Watch } from "#runtime/watch.ts";
import { type Language, toldProblem } from "#texts/say.ts";
import { told } from "#texts/told.ts";
import type { App, Command, Observer } from "../beside/running.ts";
import type { BrokerSide } from "../broker/join.ts";

/** Seconds. A watch that is not queried for this long is dropped. */
const FORGOTTEN = 60;
/** Most watches at a time, so that requests cannot fill the memory. */
const MOST = 8;

interface Kept {
	readonly watch: Watch;
	askedAt: number;
}

/** Result of a command. */
interface Fared {
	readonly kind: string;
	readonly topic?: string;
	readonly seconds?: number;
	readonly refused?: Problem;
}

/** Lets commands watch the running controller: its turns, log, broker and commands. */
export class Soaking implements Observer {
	readonly #language: Language;
	readonly #speed: number;
	readonly #watches = new Map<string, Kept>();
	#app: App | undefined;
	#side: BrokerSide | undefined;

	/** @param speed seconds of the plant per second */
	constructor(language: Language, speed: number) {
		this.#language = language;
		this.#speed = speed;
	}

	heard(notice: Notice): void {
		const { code, facts } = notice;
		this.#each((watch) => watch.heard(notice, () => told(this.#language, "notice", code, facts)));
	}

	opened(app: App): void {
		this.#app = app;
	}

	asked({ refused }: Command): void {
		this.#each((watch) => watch.asked(refused !== undefined));
	}

	turned(snapshot: Snapshot): void {
		this.#forget();
		this.#each((watch) => watch.turned(snapshot, this.#app?.samples() ?? []));
	}

	broker(side: BrokerSide): void {
		this.#side = side;
		const stands = (connection: Standing) => this.#each((watch) => caught(() => watch.stands(connection), undefined));
		stands(side.session.state());
		side.session.on(stands);
	}

	/** `soak` starts a watch, or reports on the one that is named. `try_command` gives a command that changes nothing. */
	handlers(): Handlers {
		return {
			soak: async (argument) => this.#figures(argument),
			try_command: async (path) => {
				const tried: Fared | undefined = await (path === "broker" ? this.#side?.home.tryCommand() : this.#tryHere());
				const { refused, ...fared } = tried ?? { kind: "not_tried" };
				return { ...fared, ...(refused && { refused: toldProblem(this.#language, refused) }) };
			},
		};
	}

	#figures(named: unknown) {
		this.#forget();
		const watch = typeof named === "string" ? named : this.#begin();
		const known = this.#watches.get(watch);
		// After a restart the controller does not know earlier watches.
		if (known === undefined) return { watch: "" };
		known.askedAt = now();
		return { watch, ...known.watch.figures(this.#side?.home.missing() ?? 0) };
	}

	#begin(): string {
		if (this.#watches.size >= MOST) throw new Mistake(remark("watched_by_many"));
		const name = randomBytes(6).toString("hex");
		const period = (this.#app?.options?.turn ?? 1) / this.#speed;
		this.#watches.set(name, { watch: new Watch(period, this.#standing(), now), askedAt: now() });
		return name;
	}

	#standing(): Standing {
		if (this.#side !== undefined) return this.#side.session.state();
		const found = this.#app?.snapshot()?.findings.find((f) => f.code === "broker");
		return { kind: String(found?.facts["state"] ?? "not_joined") };
	}

	/** Control handles it in a turn, like any command. */
	async #tryHere(): Promise<Fared> {
		if (this.#app?.snapshot() === undefined) return { kind: "not_tried" };
		const from = now();
		const refused = await this.#app.ask(TRIAL);
		return { kind: "answered", seconds: now() - from, ...(refused && { refused }) };
	}

	#each(see: (watch: Watch) => void): void {
		for (const { watch } of this.#watches.values()) see(watch);
	}

	#forget(): void {
		for (const [name, { askedAt }] of this.#watches) if (now() - askedAt > FORGOTTEN) this.#watches.delete(name);
	}
}

const now = () => performance.now() / 1000;
