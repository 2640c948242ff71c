import { Writable } from "node:stream";
import { main } from "./doors.ts";
import { plant } from "./scripted-plant.ts";
import type { Asked, Said } from "./typed.ts";

plant({ kind: "plant", temperatures: { collector: 20, tank: 50 } });

// It ends with the test, however that ends.
process.on("disconnect", () => process.exit());

/** A process that runs commands of the product one after another, as a start of Node for each would take half a minute. */
process.on("message", ({ args, cwd, env }: Asked) => {
	let out = "";
	let err = "";
	const ear = (hear: (text: string) => void) =>
		new Writable({
			write(chunk, _, done) {
				hear(String(chunk));
				done();
			},
		});
	const machine = {
		...{ argv: args, env: { ...env, PATH: process.env["PATH"], HOME: cwd }, cwd, terminal: false },
		// Nothing is connected but what the day has.
		roots: { dev: cwd, sys: cwd, proc: cwd },
		out: ear((text) => {
			out += text;
		}),
		err: ear((text) => {
			err += text;
		}),
		onStop: () => undefined,
	};
	const said = (code: number): Said => ({ code, out, err });
	void main(machine).then(
		(code) => process.send?.(said(code)),
		(bug: unknown) => {
			err += String(bug);
			process.send?.(said(-1));
		},
	);
});
