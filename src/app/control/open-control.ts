import type { HomeAssistantPlace } from "#model/plant/device.ts";
import { emptyPlant } from "#model/plant/plant.ts";
import { instant, seconds } from "#model/quantities/units.ts";
import type { Tell } from "#model/sentences/notice.ts";
import type { Parsed } from "#options/parse.ts";
import { plantOf } from "#options/plant/plant-of.ts";
import { clock as clockFrom } from "#runtime/clock.ts";
import { Loop } from "#runtime/loop.ts";
import type { World } from "#runtime/world.ts";
import { openStore } from "#store/store.ts";
import { DeviceMessages } from "../beside/device-messages.ts";
import type { Observers } from "../beside/observers.ts";
import { acceptedHeaters } from "./accepted-heaters.ts";
import { keepingIn } from "./awaited.ts";
import { devicesFor } from "./devices.ts";
import { lastOutputsOf, shownPlant } from "./last-valid.ts";
import { restoreState } from "./restore-state.ts";
import { ALL_RULES } from "./rules.ts";

export interface ControlConfig {
	readonly parsed: Parsed;
	/** The folder for everything that must survive the process. */
	readonly folder: string;
	readonly tell: Tell;
	/** For a simulated plant: its seconds per second. */
	readonly speed?: number;
	/** Its date at the start. Absent: that of this machine. */
	readonly begins?: Date | undefined;
	/** Home Assistant, where the app runs in it. */
	readonly home_assistant?: HomeAssistantPlace;
}

export type Control = ReturnType<typeof openControl>;

/** Opens all that control is made of; nothing turns yet. While the options are invalid, the plant is an empty one. */
export function openControl(
	{ parsed, folder, tell, speed = 1, begins, home_assistant }: ControlConfig,
	observers: Pick<Observers, "findings" | "turned">,
) {
	const store = openStore(folder, tell);
	const { running = instant(0), outputs } = store.load();
	const options = parsed.kind === "valid" ? parsed.options : undefined;
	const clock = clockFrom({ start: running, speed, begins, time_zone: options?.site.time_zone });
	const plant = options === undefined ? emptyPlant() : plantOf(options);
	const shown = shownPlant(options, folder);
	const period = options?.turn ?? seconds(1);
	const turns = () => ({ until: seconds((loop.schedule.until / 1000) * speed), period });
	const messages = new DeviceMessages(tell);
	const devices = devicesFor({
		options,
		plant,
		time: clock,
		tell,
		outputs,
		speed,
		turns,
		messages,
		accepted: acceptedHeaters(folder),
		...(home_assistant && { home_assistant }),
	});
	const keeping = keepingIn({
		...{ store, time: clock, tell },
		goOn: () => restoreState(store, options, plant, folder, tell),
		shift: devices.shift,
		change: (change) => loop.change(change),
		ask: (intent) => void loop.ask(intent),
	});
	const world: World = {
		sample: () => ({
			now: clock.now(),
			wall: clock.wall(),
			samples: devices.samples(),
			findings: observers.findings(),
			broker: messages.broker,
		}),
		actuate: devices.write,
		keep: (kept) => keeping.keep(kept),
		publish: (snapshot) => observers.turned(snapshot),
	};
	const loop: Loop = new Loop(world, plant, ALL_RULES, keeping.state, keeping.on_page, seconds(period / speed));
	const lastOutputs = lastOutputsOf(parsed, folder, clock, tell, outputs);
	return { options, plant, shown, period, store, clock, messages, devices, keeping, loop, lastOutputs, tell };
}
