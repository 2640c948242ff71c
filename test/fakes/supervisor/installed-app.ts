import { createHash } from "node:crypto";
import { AppProcess, type AppState, type Launch } from "./app-process.ts";
import type { Repository } from "./manifest.ts";
import { type Judged, judged, merged, type Options } from "./options.ts";

/** The app as the Supervisor keeps it: its repository, what the owner has set, and its process. */
export class InstalledApp {
	readonly repository: Repository;
	readonly slug: string;
	readonly process: AppProcess;
	/** Part of the page's address. */
	readonly ingressToken: string;
	/** What the owner has saved; defaults come on top of it. */
	own: Options = {};
	boot: string;
	autoUpdate = false;
	watchdog = false;
	/** Protection mode. */
	guarded = true;
	/** Its page has an entry in the side bar. */
	panel = true;
	readonly #environment: Readonly<Record<string, string>>;

	constructor(
		repository: Repository,
		data: string,
		launch: Launch,
		environment: Readonly<Record<string, string>>,
		changed: (state: AppState) => void,
	) {
		this.repository = repository;
		this.slug = `local_${repository.manifest.slug}`;
		this.boot = repository.manifest.boot === "auto" ? "auto" : "manual";
		this.ingressToken = createHash("sha256").update(this.slug).digest("base64url").slice(0, 43);
		this.process = new AppProcess(data, launch, changed);
		this.#environment = environment;
	}

	get state(): AppState {
		return this.process.state;
	}
	/** All that the process has written. */
	get log(): string {
		return this.process.lines.join("\n");
	}
	get options(): Options {
		return merged(this.repository.manifest.options, this.own);
	}

	judge(options: Options = this.options): Judged {
		const { name, schema } = this.repository.manifest;
		return judged(schema, options, `${name} (${this.slug})`);
	}
	/** Keeps valid options for the next start. */
	save(options: Options): Judged {
		const answer = this.judge(options);
		if (answer.valid) this.own = answer.options;
		return answer;
	}

	/** Starts it, or starts it anew. Refused while its options are not valid: then what is running goes on. */
	async start(): Promise<Judged> {
		const answer = this.judge();
		const { timeout } = this.repository.manifest;
		if (answer.valid) await this.process.start({ options: answer.options, env: this.#environment, timeout });
		return answer;
	}
	stop(): Promise<void> {
		return this.process.stop();
	}
}
