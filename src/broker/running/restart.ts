import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { phrase } from "#model/sentences/sentence.ts";
import { confOf, type Files, type Line } from "../conf/conf.ts";
import { hostOf, identityIn, wantsCertificate, whyUntried } from "../conf/listener-host.ts";
import { listenersOf } from "../conf/listeners.ts";
import { onDisk, type Place, runningWith } from "../conf/place.ts";
import type { Trouble } from "../files/trouble.ts";
import { firstAnswer } from "../proofs/trying/first-answer.ts";
import { trustIn } from "../tls/trust.ts";
import type { Door } from "./strangers.ts";

/** Seconds until a started broker must listen. It may first read a large store. */
const PATIENCE = 15;
/** ms after a SIGHUP until it has taken effect. Mosquitto acts in the next round of its loop. */
const TAKEN = 300;

/** The usual command to restart the broker on this machine; undefined if unknown. */
export function usualRestart(): string | undefined {
	if (existsSync("/run/systemd/system")) return "systemctl restart mosquitto";
	return existsSync("/etc/init.d/mosquitto") ? "service mosquitto restart" : undefined;
}

/** Makes the running broker read users, rights and certificates again. Clients whose login did not change stay connected. */
export async function reload(place: Place): Promise<Trouble | undefined> {
	const pid = runningWith(place.config);
	if (pid === undefined) return undefined;
	if ((await shell(`kill -HUP ${pid}`)).code !== 0)
		return { message: phrase("not_told", { pid }), remedy: phrase("as_root") };
	await pause(TAKEN);
	return runningWith(place.config) === pid ? undefined : { message: phrase("stopped_reading"), remedy: SEE_LOG };
}

/**
 * Restarts the broker with `command`, in a shell, and waits until every listener accepts connections.
 * @param down called with the ms for which the first listener accepted none
 */
export async function restart(
	place: Place,
	command: string,
	down: (ms: number) => void = () => undefined,
): Promise<Trouble | undefined> {
	const [before] = doorsOf(place);
	const watch = before && outage(before);
	const trouble = await restarted(place, command);
	const ms = await watch?.end();
	if (trouble === undefined && ms !== undefined) down(ms);
	return trouble;
}

/** ms between two attempts while the broker restarts. */
const LOOK = 10;

/** Watches a listener until told to end, and gives how long it was closed. */
function outage({ host, port }: { readonly host: string; readonly port: number }): { end(): Promise<number> } {
	let over = false;
	let shut = 0;
	const looking = (async () => {
		for (let last = performance.now(); ; ) {
			const open = await accepts(host, port);
			const now = performance.now();
			if (!open) shut += now - last;
			last = now;
			if (over) return Math.round(shut);
			await pause(LOOK);
		}
	})();
	return {
		end() {
			over = true;
			return looking;
		},
	};
}

async function restarted(place: Place, command: string): Promise<Trouble | undefined> {
	const { code, output } = await shell(command);
	if (code !== 0)
		return { message: phrase("restart_fails", { command, code, said: lastWords(output) }), remedy: SEE_LOG };
	const doors = doorsOf(place);
	const deadline = performance.now() + PATIENCE * 1000;
	for (;;) {
		const open = await Promise.all(doors.map(({ host, port }) => accepts(host, port)));
		if (open.every((ok) => ok)) return undefined;
		if (performance.now() > deadline) break;
		await pause(100);
	}
	return { message: phrase("not_listening", { seconds: PATIENCE }), remedy: SEE_LOG };
}

/** How to reach each listener from this machine, and how to check its certificate. See `untriedOf` for the others. */
export function doorsOf({ config }: Pick<Place, "config">, files: Files = onDisk): readonly Door[] {
	const conf = confOf(config, files);
	const listeners = listenersOf(conf);
	if (listeners.length === 0) return [{ host: "127.0.0.1", port: 1883, tls: false }];
	const tried = listeners.filter((listener) => whyUntried(listener, conf) === undefined);
	return tried.map(({ port, bind, own }) => {
		const everywhere = bind === undefined || bind === "0.0.0.0" || bind === "::";
		const host = hostOf(bind, own);
		const mounted = own.some(({ key }) => key === "mount_point") && { mounted: true };
		const how = { ...websocketIn(own), ...mounted };
		if (!own.some(({ key }) => key === "certfile")) return { host, port, tls: false, ...how };
		const wants_certificate = wantsCertificate(own);
		return {
			host,
			port,
			tls: true,
			...how,
			...trustIn(own, host, everywhere, files),
			...(wants_certificate && { wants_certificate }),
			...(identityIn(own) && { certificate_is_login: true }),
		};
	});
}

/** Present for a listener with `protocol websockets`. */
function websocketIn(own: readonly Line[]): Pick<Door, "websocket"> {
	if (!own.some(({ key, value }) => key === "protocol" && value === "websockets")) return {};
	const origin = own.find(({ key }) => key === "websockets_origin")?.value;
	return { websocket: origin === undefined ? {} : { origin } };
}

const SEE_LOG = phrase("log_end");

/** Whether a program listens on the port. */
export const accepts = (host: string, port: number): Promise<boolean> =>
	firstAnswer<boolean>(1, false, (settle) => {
		const socket = connect({ host, port });
		return socket.once("connect", () => settle(true)).on("error", () => settle(false));
	});

function shell(command: string): Promise<{ readonly code: number; readonly output: string }> {
	return new Promise((done) => {
		const child = spawn("/bin/sh", ["-c", command], { stdio: ["ignore", "pipe", "pipe"] });
		let output = "";
		for (const stream of [child.stdout, child.stderr])
			stream.on("data", (chunk: Buffer) => {
				output += chunk;
			});
		child.on("error", ({ message }) => done({ code: 127, output: message }));
		// The broker that it started may keep its streams open as long as it lives.
		child.on("exit", (code) => done({ code: code ?? 1, output }));
	});
}

const lastWords = (text: string) => text.trim().split("\n").slice(-3).join(" ");
