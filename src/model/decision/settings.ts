/**
 * The value in force of every field of every rule: settings[rule][field]. A place with settings of its own has the whole
 * group as it applies there, under `rule@place`.
 */
export type Settings = Readonly<Record<string, Group>>;
export type Group = Readonly<Record<string, Setting>>;
export type Setting = number | boolean | string;

/** A value set at run time, and the option value that it replaced. */
export interface Override {
	readonly rule: string;
	readonly field: string;
	readonly value: Setting;
	readonly replaced: Setting;
}
