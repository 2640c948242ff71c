import type { Problem } from "#model/findings/finding.ts";
import type { OptionsOfPage } from "../own-options/open.ts";
import type { Raw } from "./to-options.ts";

/** Where the owner's own options are, without defaults. */
export interface Saving {
	/** As they are now; undefined where they cannot be read. */
	read(): Promise<Raw | undefined>;
	/** What is wrong with these. */
	check(raw: Raw): Promise<readonly Problem[]>;
	/** @returns why they were not saved */
	save(raw: Raw, actor: string): Promise<Problem | undefined>;
	/** Starts the app anew. Only after a save. */
	restart(actor: string): Promise<Problem | undefined>;
}

/** The options that are changed here. All others are not sent, so that none is changed meanwhile without being seen. */
const OURS = ["sensors", "outputs", "tank", "tank_limit"];
/** ms until the app ends: the answer has to get to the browser first. */
const ANSWERED = 300;

/** The guided path over the options of the running app. */
export const savingIn = ({ settings, restart }: Pick<OptionsOfPage, "settings" | "restart">): Saving => ({
	async read() {
		const read = await settings.read();
		return read.kind === "done" ? read.value.merged : undefined;
	},
	check: (raw) => settings.check(ours(raw)),
	async save(raw, actor) {
		const saved = await settings.save(ours(raw), { actor });
		return saved.kind === "refused" ? saved.problems[0] : undefined;
	},
	async restart(actor) {
		const restarting = await restart(actor);
		if (restarting.kind === "refused") return restarting.problem;
		setTimeout(restarting.go, ANSWERED);
		return undefined;
	},
});

const ours = (raw: Raw): Raw => Object.fromEntries(Object.entries(raw).filter(([key]) => OURS.includes(key)));
