/** Where a command is written to. */
export const orderAt = (topic: string, command: string) => `cmnd/${topic}/${command}`;

/** The command that asks for the states of all outputs, and changes nothing. */
export const STATE = "STATE";

/** Topics that are read. */
export const filtersOf = (topic: string): readonly string[] => [
	`tele/${topic}/LWT`,
	`stat/${topic}/RESULT`,
	`tele/${topic}/STATE`,
];
