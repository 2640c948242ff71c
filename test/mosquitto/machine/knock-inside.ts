import type { Debian } from "./debian.ts";

/** Comes to a broker without a login, as a program of the machine itself; the code of the CONNACK that it was given. */
export async function knock(machine: Debian, place: string, port?: number): Promise<number | undefined> {
	const where = port === undefined ? { path: place } : { host: place, port };
	const { out } = await machine.run(process.execPath, "-e", PROGRAM, JSON.stringify(where));
	return out === "" ? undefined : Number(out);
}

/** CONNECT of MQTT 3.1.1 without user name and password, client id `guest`; prints the fourth byte of the answer. */
const PROGRAM = `
const socket = require("node:net").connect(JSON.parse(process.argv[1]));
socket.on("connect", () => socket.write(Buffer.from("101100044d5154540402003c00056775657374", "hex")));
socket.on("data", (answer) => { process.stdout.write(String(answer[3])); socket.destroy(); });
socket.on("error", () => undefined);
`;
