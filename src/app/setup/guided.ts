import type { Snapshot } from "#model/decision/snapshot.ts";
import type { DevicePorts } from "#model/plant/device.ts";
import { fault } from "#model/plant/fault.ts";
import type { Roots } from "#model/plant/found.ts";
import { notice } from "#model/sentences/notice.ts";
import { readOptions } from "#options/entries/driver-options.ts";
import { placed } from "#options/plant/plant-of.ts";
import type { App } from "../beside/running.ts";
import { hardwareFinder } from "../hardware/finder.ts";
import type { OptionsOfPage } from "../own-options/open.ts";
import { GuidedSetup, type SetupParts } from "./guided-setup.ts";
import { HardwareWatch } from "./hardware-watch.ts";
import { savingIn } from "./saving.ts";
import { type Journal, journalIn } from "./trial/journal.ts";
import { closedSoon, switchedOff, type Tried, Trying } from "./trial/trying.ts";

export interface SetupConfig {
	/** The data folder. */
	readonly folder: string;
	readonly tell: DevicePorts["tell"];
	/** Something is to be shown, though there was no turn. */
	readonly changed: () => void;
	/** Where options are saved; absent where that is not possible from here. */
	readonly own: OptionsOfPage | undefined;
	/** Where the system's folders are. Absent: at `/`. */
	readonly roots?: Roots;
	readonly first: Snapshot;
	readonly announced: SetupParts["announced"];
}

/** Opens the guided path on the running app. What an earlier process left on is switched off first. */
export async function openSetup(app: App, config: SetupConfig): Promise<GuidedSetup> {
	const { folder, tell, changed, own, roots, first, announced } = config;
	const saving = own && savingIn(own);
	const ports: DevicePorts = { tell, now: app.clock.now, messages: app.messages };
	const journal = journalIn(folder);
	const looking = { tell, now: app.clock.now, ...(roots && { roots }) };
	const watch = new HardwareWatch({ tell, open: () => hardwareFinder(app.options, looking), changed });
	const trying = new Trying({ tell, journal, changed, now: () => performance.now() / 1000, after });
	const plants = [app.plant, ...(app.shown && app.shown !== app.plant ? [app.shown] : [])];
	await switchOffLeft(journal, {
		...{ trying, ports },
		inForce: plants.flatMap(({ outputs }) => outputs.map(({ target }) => target)),
		raw: (await saving?.read()) ?? app.options ?? {},
	});
	const setup = new GuidedSetup({
		...{ folder, watch, trying, saving, plants, ports, announced },
		snapshot: () => app.snapshot() ?? first,
		now: () => app.clock.date(),
	});
	await setup.open();
	return setup;
}

interface Left {
	readonly trying: Trying;
	readonly ports: DevicePorts;
	/** Targets of the plant. They are in the hands of control. */
	readonly inForce: readonly string[];
	/** The options, which some boards need to be opened. */
	readonly raw: object;
}

/** What an earlier process was killed with while it was tried. It stays noted until it is off, or a person says that it has no power. */
async function switchOffLeft(journal: Journal, { trying, ports, inForce, raw }: Left): Promise<void> {
	const target = journal.left();
	if (target === undefined || inForce.includes(target)) return journal.ended();
	ports.tell(notice("warning", "output_left_on", { target }));
	const place = placed(target, "outputs", raw);
	if (place === undefined) return trying.leftOn(target, undefined, fault("missing", { device: target }));
	const { driver, device, channel } = place;
	const open = () => driver.open(device, [channel], readOptions(driver, raw) ?? {}, ports);
	const tried: Tried = { target, channel, sets: "switch", open };
	const opened = open();
	const why = await switchedOff(tried, opened, { after });
	await closedSoon(opened, { after });
	if (why === undefined) return journal.ended();
	trying.leftOn(target, tried, why);
}

/** Node's timers count monotonic time. */
function after(ms: number, run: () => void): () => void {
	const timer = setTimeout(run, ms);
	return () => clearTimeout(timer);
}
