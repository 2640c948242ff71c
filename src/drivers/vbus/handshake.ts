import { type Fault, fault } from "#model/plant/fault.ts";
import type { Manner } from "./bytes.ts";

/** What the devices have from the factory. */
const FACTORY_PASSWORD = "vbus";
/** Characters of a line. A greeting has a name in it. */
const LONGEST = 200;

type Step = { readonly send: string } | { readonly data: Uint8Array } | { readonly failed: Fault };

/**
 * The commands before the data (RESOL, VBus Over TCP): the device greets, and answers each command with a line that begins with + or
 * -. After DATA everything is the bus's own bytes.
 */
export class Handshake {
	readonly #device: string;
	readonly #commands: string[];
	#line: number[] = [];

	constructor(device: string, { password, channel }: Manner) {
		this.#device = device;
		this.#commands = [
			// A line break would begin another command.
			`PASS ${(password === "" ? FACTORY_PASSWORD : password).replace(/[\r\n]/g, "")}`,
			...(channel === 0 ? [] : [`CHANNEL ${channel}`]),
			"DATA",
		];
	}

	/** What these bytes ask for, one step after another. */
	*take(bytes: Uint8Array): Generator<Step> {
		for (const [at, byte] of bytes.entries()) {
			this.#line.push(byte);
			if (this.#line.length > LONGEST) yield { failed: this.#refused("greeting") };
			if (byte !== 0x0a) continue;
			const line = String.fromCharCode(...this.#line);
			this.#line = [];
			// A payload, such as a list.
			if (line.startsWith("*")) continue;
			if (!line.startsWith("+")) yield { failed: this.#refused(line.startsWith("-") ? "refused" : "greeting") };
			const command = this.#commands.shift();
			if (command !== undefined) yield { send: `${command}\r\n` };
			else {
				yield { data: bytes.subarray(at + 1) };
				return;
			}
		}
	}

	/** A refused password or channel needs a person; anything else is not a device of this kind. */
	#refused(reason: "refused" | "greeting"): Fault {
		const code = reason === "refused" ? "no_permission" : "bus";
		return fault(code, { device: this.#device, reason });
	}
}
