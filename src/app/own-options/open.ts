import type { Tell } from "#model/sentences/notice.ts";
import type { Written } from "#options/own/merged-own.ts";
import { supervisorIn } from "../login/origin.ts";
import { parsedAsStarted, type Sourced } from "../login/source.ts";
import type { Machine } from "../machine.ts";
import { OwnSettings } from "./own-settings.ts";
import { placeOf } from "./place.ts";
import { type Restarting, restart } from "./restart.ts";

/** The options of this machine, to be read, checked and saved. */
export function ownSettings(machine: Machine, sourced: Sourced, tell: Tell): OwnSettings {
	const { folder, secrets, parsed } = sourced;
	return new OwnSettings({
		...{ folder, tell, secrets, in_force: parsed },
		...(sourced.read?.life && { life: sourced.read.life }),
		place: placeOf(supervisorIn(machine.env), sourced.read?.file),
		parse: (merged: Written) => parsedAsStarted(machine, sourced, merged),
	});
}

/** What administrators do with the options on the page. */
export interface OptionsOfPage {
	readonly settings: OwnSettings;
	/** @param later the answer has to be with the person first */
	readonly restart: (actor: string, later?: boolean) => Promise<Restarting>;
}

/** @param end ends this process with every output at rest */
export function optionsOfPage(machine: Machine, sourced: Sourced, tell: Tell, end: () => void): OptionsOfPage {
	const stopping = new AbortController();
	machine.onStop(() => stopping.abort());
	const ports = { env: machine.env, supervisor: supervisorIn(machine.env), end, tell, stopping: stopping.signal };
	return {
		settings: ownSettings(machine, sourced, tell),
		restart: (actor, later) => restart(actor, ports, later),
	};
}
