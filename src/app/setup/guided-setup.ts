import type { Snapshot } from "#model/decision/snapshot.ts";
import { type Problem, problem } from "#model/findings/finding.ts";
import type { DevicePorts } from "#model/plant/device.ts";
import type { FoundPlace, FoundSensor } from "#model/plant/found.ts";
import type { Plant } from "#model/plant/plant.ts";
import { mend } from "#model/sentences/sentence.ts";
import { type Language, toldProblem } from "#texts/say.ts";
import { HEARD, type Heard, type SetupPort, type SetupView, STEPS, type Step } from "#web/setup/setup-view.ts";
import { boardRows } from "./boards.ts";
import { type Draft, draftIn, isNew, keepDraft, saved, withRecord } from "./draft.ts";
import { guessesFor } from "./guesses.ts";
import type { HardwareWatch } from "./hardware-watch.ts";
import { planOf } from "./plan.ts";
import { figuresOf, outputRows, trialRow, wiredRows } from "./rows.ts";
import { layerWithoutHeight, withFields } from "./said.ts";
import type { Saving } from "./saving.ts";
import { sensorRows } from "./sensor-rows.ts";
import { isSimulated, itemsOf, type Raw, simulatedPlant, toOptions, withoutSimulated } from "./to-options.ts";
import { isProblem, permitted } from "./trial/permitted.ts";
import type { Trying } from "./trial/trying.ts";
import { wiringState } from "./wiring-state.ts";

export interface SetupParts {
	readonly folder: string;
	readonly watch: HardwareWatch;
	readonly trying: Trying;
	/** Devices that announce themselves at the broker: what the last look found, and how it stands. */
	readonly announced: {
		places(): readonly FoundPlace[];
		state(): SetupView["announced"];
		look(): void;
	};
	/** Absent: nothing can be saved from here. */
	readonly saving: Saving | undefined;
	/** Plants whose devices are open. */
	readonly plants: readonly Plant[];
	readonly snapshot: () => Snapshot;
	readonly ports: DevicePorts;
	/** The time of day. */
	readonly now: () => Date;
}

/** What a heard thing says of the output. */
const MEANS: Readonly<Record<Exclude<Heard, "nothing">, Draft["outputs"][string]>> = {
	pump_ran: { role: "pump", wiring: "no" },
	heater_on: { role: "heater", wiring: "no" },
	// Its contact opens when the relay is energised.
	pump_stopped: { role: "pump", wiring: "nc" },
	heater_off: { role: "heater", wiring: "nc" },
};

/** The guided path: what was found, said, tried and saved. One for all who set up, so that a phone in the cellar goes on where the desk was. */
export class GuidedSetup implements SetupPort {
	readonly #parts: SetupParts;
	#draft: Draft;
	#raw: Raw = {};
	#restarting = false;
	/** Of what would be saved. */
	#problems: readonly Problem[] | undefined;
	/** From the first look: what is held in a hand later is no collector. */
	#guesses: ReturnType<typeof guessesFor> | undefined;
	/** Seconds that pumps have run, and the turn that was looked at last. */
	readonly #ran = wiringState();

	constructor(parts: SetupParts) {
		this.#parts = parts;
		this.#draft = draftIn(parts.folder);
	}

	/** Reads what is written in the options. */
	async open(): Promise<void> {
		this.#raw = (await this.#parts.saving?.read()) ?? {};
		if (this.#isBare) this.#parts.watch.awake(true);
		// A plant that runs already is not set up from the beginning.
		else if (isNew(this.#draft)) this.#draft = { ...this.#draft, step: "wiring" };
	}

	turned(snapshot: Snapshot): void {
		this.#ran.turned(snapshot);
	}

	readonly view = (language: Language): SetupView => {
		const { watch, trying, saving, snapshot } = this.#parts;
		const { record } = this.#draft;
		// What comes next begins with the next process.
		const step = this.#restarting ? "save" : this.#draft.step;
		const next = toOptions(this.#raw, this.#draft);
		const sensors = watch.sensors();
		if (sensors !== undefined) this.#guesses ??= guessesFor(sensors, snapshot().wall);
		const ago = watch.ago();
		const trial = trying.trial;
		return {
			step,
			...(sensors && { sensors: sensorRows(sensors, next, this.#draft, this.#guesses ?? new Map(), language) }),
			...(ago !== undefined && { looked: ago }),
			looking: watch.isAwake,
			announced: this.#parts.announced.state(),
			boards: step === "outputs" ? this.#boards(language) : [],
			...(trial && { trying: trialRow(trial, language) }),
			outputs: outputRows(next),
			...figuresOf(next),
			plan: planOf(next, snapshot(), this.#ran.state(snapshot())),
			...(step === "save" && this.#problems && { problems: this.#problems.map((one) => toldProblem(language, one)) }),
			simulated: isSimulated(this.#raw),
			saves: saving !== undefined,
			restarting: this.#restarting,
			wired: wiredRows(snapshot().plant),
			record,
		};
	};

	/** The connected sensors. Undefined before the first look. */
	found(): readonly FoundSensor[] | undefined {
		return this.#parts.watch.sensors();
	}

	/** What is connected, as the options name it. Looks again, for who asks a little later. */
	channels(): { readonly sources: readonly string[]; readonly targets: readonly string[] } {
		const { watch, announced } = this.#parts;
		watch.awake();
		const places = [...watch.places(), ...announced.places()].flatMap(({ likely }) => likely);
		const numbered = (all: readonly string[]) => all.filter((one) => !one.endsWith("/N"));
		const sources = [
			...(watch.sensors() ?? []).map(({ source }) => source),
			...places.flatMap(({ sources = [] }) => sources),
		];
		const targets = boardRows(this.#parts.watch.places(), [], this.#raw, "en").flatMap(({ kinds }) =>
			kinds.slice(0, 1).flatMap(({ outputs }) => outputs.map(({ target }) => target)),
		);
		return { sources: [...new Set(numbered(sources))], targets: [...new Set(targets)] };
	}

	async act(fields: Readonly<Record<string, string>>, actor: string): Promise<Problem | undefined> {
		this.#parts.watch.awake();
		const draft = withFields(this.#draft, fields);
		if ("remedy" in draft) return draft;
		this.#keep(draft);
		const [kind = "", rest = ""] = (fields["do"] ?? "").split(/:(.*)/s);
		switch (kind) {
			case "keep":
				return undefined;
			case "step":
				return this.#step(rest);
			case "announced":
				this.#parts.announced.look();
				return undefined;
			case "try":
				return this.#try(rest, fields["nobody"] === "yes", actor);
			case "stop":
				await this.#parts.trying.stop();
				return undefined;
			case "forget":
				this.#parts.trying.forget();
				return undefined;
			case "heard":
				return this.#heard(rest, actor);
			case "remove":
				return this.#remove(rest);
			case "save":
				return layerWithoutHeight(this.#draft) ?? this.#save((now) => toOptions(now, this.#draft), "saved", actor);
			case "simulate":
				return this.#save(rest === "end" ? withoutSimulated : simulatedPlant, "simulated", actor);
			default:
				return problem("do", fields["do"], mend("setup_unknown"));
		}
	}

	async close(): Promise<void> {
		await this.#parts.trying.close();
		await this.#parts.watch.close();
	}

	get #isBare(): boolean {
		return this.#parts.plants.every(({ sensors, outputs }) => sensors.length + outputs.length === 0);
	}

	#boards(language: Language) {
		const named = [...itemsOf(this.#raw, "sensors"), ...itemsOf(this.#raw, "outputs")].map(
			({ id, source, target }) => ({
				id: String(id ?? ""),
				text: String(source ?? target ?? ""),
			}),
		);
		const places = [...this.#parts.watch.places(), ...this.#parts.announced.places()];
		return boardRows(places, named, this.#raw, language);
	}

	async #step(name: string): Promise<Problem | undefined> {
		const step: Step | undefined = STEPS.find((one) => one === name);
		if (step === undefined) return problem("do", name, mend("setup_unknown"));
		const unplaced = step === "sensors" ? undefined : layerWithoutHeight(this.#draft);
		if (unplaced !== undefined) return unplaced;
		// What is written may have changed, or could not be read before.
		this.#raw = (await this.#parts.saving?.read()) ?? this.#raw;
		this.#problems = step === "save" ? await this.#parts.saving?.check(toOptions(this.#raw, this.#draft)) : undefined;
		this.#keep({ ...this.#draft, step });
		return undefined;
	}

	async #try(target: string, confirmed: boolean, actor: string): Promise<Problem | undefined> {
		const { trying, plants, ports } = this.#parts;
		if (!confirmed) return problem("nobody", undefined, mend("try_confirm"));
		if (trying.isOn) return problem("target", target, mend("try_busy"));
		const tried = permitted(target, { plants, boards: this.#boards("en"), raw: this.#raw, ports });
		if (isProblem(tried)) return tried;
		const unnoted = await trying.start(tried, actor);
		if (unnoted !== undefined) return problem("target", target, mend("try_not_noted", { cause: unnoted }));
		this.#record({ actor, what: "tried", target });
		return undefined;
	}

	async #heard(what: string, actor: string): Promise<Problem | undefined> {
		const { trying } = this.#parts;
		const heard = HEARD.find((one) => one === what);
		const target = trying.trial?.target;
		if (heard === undefined || target === undefined) return problem("do", what, mend("setup_unknown"));
		// It was understood, so it need not run any longer.
		await trying.stop();
		trying.forget();
		// What was heard belongs to the trial that is recorded already.
		const last = this.#draft.record.at(-1);
		if (last?.target === target && last.heard === undefined)
			this.#keep({ ...this.#draft, record: [...this.#draft.record.slice(0, -1), { ...last, heard }] });
		else this.#record({ actor, what: "tried", target, heard });
		if (heard === "nothing") return undefined;
		const outputs = { ...this.#draft.outputs, [target]: MEANS[heard] };
		this.#keep({ ...this.#draft, outputs });
		return undefined;
	}

	#remove(target: string): Problem | undefined {
		const before = this.#draft.outputs[target] ?? { role: "other" as const, wiring: "no" as const };
		this.#keep({ ...this.#draft, outputs: { ...this.#draft.outputs, [target]: { ...before, removed: true } } });
		return undefined;
	}

	/** @param change of the options as they are written now: somebody may have changed them since this page was opened */
	async #save(change: (written: Raw) => Raw, what: "saved" | "simulated", actor: string): Promise<Problem | undefined> {
		const { saving, trying } = this.#parts;
		if (trying.isOn) return problem("do", what, mend("try_busy"));
		const written = await saving?.read();
		// What cannot be read must not be replaced.
		if (saving === undefined || written === undefined) return problem("do", what, mend("setup_cannot_save"));
		const raw = change(written);
		const [wrong] = await saving.check(raw);
		if (wrong !== undefined) return wrong;
		const failed = await saving.save(raw, actor);
		if (failed !== undefined) return failed;
		this.#raw = raw;
		this.#keep(what === "saved" ? saved(this.#draft) : { ...this.#draft, step: "sensors" });
		this.#record({ actor, what });
		this.#restarting = true;
		const refused = await saving.restart(actor);
		if (refused !== undefined) this.#restarting = false;
		return refused;
	}

	#record(entry: Omit<Draft["record"][number], "at">): void {
		this.#keep(withRecord(this.#draft, { at: this.#parts.now().toISOString(), ...entry }));
	}

	#keep(draft: Draft): void {
		if (JSON.stringify(draft) === JSON.stringify(this.#draft)) return;
		this.#draft = draft;
		keepDraft(this.#parts.folder, draft);
	}
}
