/** The value in force for every field of every rule's group: settings[rule][field]. */
export type Settings = Readonly<Record<string, Group>>;
export type Group = Readonly<Record<string, Setting>>;
export type Setting = number | boolean | string;

/** A value set at run time, with the option value that it replaced. */
export interface Override {
	readonly rule: string;
	readonly field: string;
	readonly value: Setting;
	readonly replaced: Setting;
}
