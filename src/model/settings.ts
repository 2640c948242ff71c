/** The value in force for every field of every rule's group: settings[rule][field]. */
export type Settings = Readonly<Record<string, Group>>;
export type Group = Readonly<Record<string, Setting>>;
export type Setting = number | boolean | string;
