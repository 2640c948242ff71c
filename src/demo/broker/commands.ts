/** What a visitor needs to connect from another terminal. */
export interface Door {
	readonly host: string;
	readonly port: number;
	readonly username: string;
	readonly password: string;
	/** Prefix of this installation's topics: `solar/1f3a`. */
	readonly root: string;
	/** Id of the pump to try. Default: `pump`. */
	readonly pump?: string;
}

/** Parts that belong together, so that a line can be broken between them. */
type Command = readonly string[];

const login = ({ host, port, username, password }: Door) => [
	`-h ${host}`,
	`-p ${port}`,
	`-u ${username}`,
	`-P ${password}`,
];

export const watchCommand = (door: Door): Command => ["mosquitto_sub", ...login(door), "-t 'solar/#'", "-v"];
export const holdCommand = (door: Door): Command => [
	"mosquitto_pub",
	...login(door),
	`-t ${door.root}/${door.pump ?? "pump"}/set`,
	"-m ON",
];

/** As lines of at most `width` columns that a shell reads as one command. A longer part is not broken. */
export function shellLines(command: Command, width: number): readonly string[] {
	const lines: string[] = [];
	let line = "";
	for (const [n, piece] of command.entries()) {
		const more = n < command.length - 1 ? 2 : 0;
		if (line !== "" && line.length + 1 + piece.length + more > width) {
			lines.push(`${line} \\`);
			line = `  ${piece}`;
		} else line = line === "" ? piece : `${line} ${piece}`;
	}
	return [...lines, line];
}
