import type { Job } from "#model/decision/intent.ts";
import type { Problem } from "#model/findings/finding.ts";
import { mend } from "#model/sentences/sentence.ts";
import type { Credentials } from "#options/credentials.ts";
import { besideIn } from "#options/parse.ts";
import type { Observers } from "./beside/observers.ts";
import type { App } from "./beside/running.ts";
import { control } from "./control/control.ts";
import { type ControlConfig, openControl } from "./control/open-control.ts";
import { silenceTests } from "./control/silence.ts";
import { narrator, pulseOf, recording, standing } from "./control/views.ts";

export interface AppConfig extends Omit<ControlConfig, "tell"> {
	/** The login, where it is fixed at the start. */
	readonly login?: Credentials;
	/** They are told everything, from the opening of the store on. */
	readonly observers: Observers;
}

/** Opens devices and store and runs the loop. Needs no network. Returns before the first turn. */
export function openApp({ login, observers, ...config }: AppConfig): App {
	const { parsed, speed = 1 } = config;
	const opened = openControl({ ...config, tell: observers.tell }, observers);
	const { options, plant, shown, store, clock, messages, devices, loop, keeping, lastOutputs, period } = opened;
	const pulse = pulseOf(period / speed);
	const stands = standing(parsed, login);
	observers.add("pulse", pulse);
	observers.add("devices", devices);
	observers.add("store", { findings: () => store.findings() });
	observers.add("options", { findings: () => stands });
	observers.add("last_outputs", lastOutputs);
	observers.add("keeping", keeping);
	observers.add("silence_test", silenceTests(plant, devices, messages, observers.tell));
	observers.add("log", narrator(observers.tell));
	observers.add("history", recording(store, clock, options?.history.days));

	const stop = new AbortController();
	const ended = control(opened, observers, stop.signal);
	const { begin, onJob } = jobs();
	const app: App = {
		...{ plant, options, beside: besideIn(parsed), shown, store, clock, messages },
		snapshot: () => loop.snapshot,
		samples: devices.samples,
		async ask(intent, origin) {
			const before = loop.snapshot;
			const refused = (await loop.ask(intent)) ?? (intent.kind === "job" ? begin(intent.name) : undefined);
			observers.asked({ intent, origin, before, refused });
			return refused;
		},
		alive: pulse.alive,
		observe: (part, observer) => observers.add(part, observer),
		onJob,
		started: pulse.started,
		ended,
		stop: () => stop.abort(),
	};
	observers.opened(app);
	return app;
}

/** What persons may ask for beside control. */
function jobs() {
	const known = new Map<Job, () => Problem | undefined>();
	const needsBroker = (name: Job): Problem => ({ path: name, value: mend("a_job"), remedy: mend("broker_needed") });
	return {
		begin: (name: Job) => (known.get(name) ?? (() => needsBroker(name)))(),
		onJob: (name: Job, begin: () => Problem | undefined) => void known.set(name, begin),
	};
}
