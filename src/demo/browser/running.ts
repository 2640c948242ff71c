import { Today } from "#app/page/day.ts";
import { calendarIn } from "#app/page/engineer/local-day.ts";
import { ownerView } from "#app/page/owner.ts";
import { VERSION } from "#app/version.ts";
import type { Snapshot } from "#model/decision/snapshot.ts";
import { type Seconds, seconds } from "#model/quantities/units.ts";
import { type Language, say, toldProblem } from "#texts/say.ts";
import { wishIn } from "#web/acts/wish.ts";
import { Shown } from "#web/shown.ts";
import { type Chosen, optionsFor } from "./plants.ts";
import { VirtualPlant } from "./virtual-plant.ts";

/** Between two turns, as in a plant that controls once every five seconds. */
export const TURN: Seconds = seconds(5);
/** Seconds of the machine for which a plant that was not watched goes on: a hidden page is called seldom. */
const MOST = 1;

const ABOUT = { version: VERSION, problems: [], invalid: false, alive: true };
/** There are no secrets here. */
const CLEAN = { text: (text: string) => text, data: (value: unknown) => value };

/** A plant at virtual time, and the page about it. Knows nothing of a browser. */
export class RunningDemo {
	private readonly plant: VirtualPlant;
	private readonly reader: { readonly language: Language; readonly may: true };
	private readonly shown: Shown;
	/** Seconds of the plant that have to pass. */
	private owed = 0;
	private turning = false;

	private constructor(plant: VirtualPlant, first: Snapshot, language: Language) {
		this.plant = plant;
		this.reader = { language, may: true };
		const today = new Today(plant.history.read, () => plant.date().getTime(), calendarIn("UTC"));
		this.shown = new Shown(first, {
			about: () => ABOUT,
			clean: CLEAN,
			now: plant.date,
			owner: ownerView,
			day: today.view,
		});
	}

	/** After the first turn. */
	static async begun(chosen: Chosen, language: Language): Promise<RunningDemo> {
		const plant = new VirtualPlant(optionsFor(chosen, language), TURN);
		return new RunningDemo(plant, await plant.turn(), language);
	}

	/** The plant's date, as if its solar time were UTC. */
	date = (): Date => this.plant.date();
	page = (): string => this.shown.page(this.reader);
	parts = (): ReadonlyMap<string, string> => this.shown.parts(this.reader);

	/**
	 * Lets time pass.
	 * @param elapsed s of the machine
	 * @param speed s of the plant in each
	 */
	async pass(elapsed: number, speed: number): Promise<void> {
		this.owed += Math.min(MOST, elapsed) * speed;
		if (this.turning) return;
		this.turning = true;
		while (this.owed >= TURN) {
			this.owed -= TURN;
			this.shown.see(await this.plant.turn());
		}
		this.turning = false;
	}

	/** What a button asks, as in a form: undefined if it is done, otherwise why not. */
	async act(wish: unknown, typed?: unknown): Promise<string | undefined> {
		const intent = wishIn(wish, typed);
		const { language } = this.reader;
		if (intent === undefined) return say(language, "page", "act_not_understood");
		const answer = this.plant.ask(intent);
		// A paused plant takes a turn for it.
		this.owed += TURN;
		await this.pass(0, 0);
		const refused = await answer;
		return refused && toldProblem(language, refused).remedy;
	}
}

/** What control decides at each change, and each temperature once an hour, for comparison with another machine. */
export async function decisions(chosen: Chosen, hours: number): Promise<readonly string[]> {
	const plant = new VirtualPlant(optionsFor(chosen, "en"), TURN);
	const told: string[] = [];
	let last = "";
	for (let n = 0; n <= (hours * 3600) / TURN; n++) {
		const { verdicts, readings, activity } = await plant.turn();
		const decided = `${activity} ${verdicts.map(({ want, because }) => `${want} ${because.code}`).join(", ")}`;
		if (decided !== last) told.push(`${n}: ${decided}`);
		last = decided;
		if (n % (3600 / TURN) === 0)
			told.push(`${n}: ${readings.map((r) => (r.kind === "ok" ? r.value : r.kind)).join(" ")}`);
	}
	return told;
}
