import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { hashOf, newPassword } from "../../../src/broker/access/passwords.ts";
import type { Release } from "../../fakes/mosquitto.ts";
import { type Debian, debian, type Ended } from "./debian.ts";

/** A machine whose broker is hardened, with the app's options and its login. */
export interface Furnished {
	readonly machine: Debian;
	/** The app's options. */
	readonly options: string;
	/** A command that changes the broker. */
	broker(...args: readonly string[]): Promise<Ended>;
	/** The app's options with these beside. */
	also(name: string, mqtt: Readonly<Record<string, unknown>>): string;
}

export const USER = "solar_heating";

/** @param how the users come to their logins */
export async function furnished(
	release: Release,
	users: readonly string[] = [],
	how: "by command" | "in one file" = "in one file",
): Promise<Furnished> {
	const lines: string[] = [];
	const machine = await debian(release);
	mkdirSync(machine.data, { recursive: true, mode: 0o700 });
	const password_file = join(machine.data, USER);
	const broker = (...args: readonly string[]) => machine.cli("broker", ...args, "--restart-with", machine.restartWith);
	const also = (name: string, mqtt: Readonly<Record<string, unknown>>) => {
		const path = join(machine.data, name);
		const whole = { host: "127.0.0.1", port: 1883, username: USER, password_file, ...mqtt };
		writeFileSync(path, JSON.stringify({ mqtt: whole }), { mode: 0o600 });
		return path;
	};
	for (const user of [USER, ...users]) {
		const password = newPassword();
		writeFileSync(join(machine.data, user), `${password}\n`, { mode: 0o600 });
		if (how === "in one file") lines.push(`${user}:${await hashOf(password)}\n`);
	}
	if (how === "in one file") machine.write("/etc/mosquitto/passwd", lines.join(""));
	await machine.startBroker();
	const done = [await broker("harden")];
	if (how === "by command")
		for (const user of [USER, ...users])
			done.push(await broker("user", "add", user, "--password-to", join(machine.data, user)));
	const failed = done.find(({ code }) => code !== 0);
	if (failed !== undefined) {
		await machine.close();
		throw new Error(failed.err);
	}
	return { machine, options: also("options.json", {}), broker, also };
}
