/** A serial port of this machine, as the system describes it. It is never opened for that. */
export interface SerialPort {
	/** The path to write in the options: one that stays the same when plugs change, where there is one. */
	readonly path: string;
	/** The name that the kernel gave it, such as `/dev/ttyUSB0`. Another plug may have it tomorrow. */
	readonly device: string;
	/** All other stable paths of this port. */
	readonly aliases: readonly string[];
	/** Vendor and product on USB, four hexadecimal digits in lower case: `1a86`, `7523`. */
	readonly vendor?: string;
	readonly product?: string;
	/** What it calls itself on USB. */
	readonly maker?: string;
	readonly name?: string;
	readonly serial?: string;
}
