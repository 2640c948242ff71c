import crypto from "node:crypto";
import { syncBuiltinESMExports } from "node:module";
import net from "node:net";
import { setImmediate as soon } from "node:timers/promises";
import { hand } from "./hand-clock.ts";
import type { Order, Report, SocketFigures } from "./orders.ts";
import { plant } from "./scripted-plant.ts";

/** Loaded before the app, in its process: obeys the test, which says how time passes and what the plant does. */
const sockets = new Set<net.Socket>();
const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function (this: net.Socket, ...given: readonly unknown[]) {
	sockets.add(this.once("close", () => sockets.delete(this)));
	return Reflect.apply(connect, this, given);
} as typeof connect;

/** Hashes that a thread works out: the process does not count them among what it waits for. */
let hashes = 0;
const { pbkdf2 } = crypto;
crypto.pbkdf2 = (...given: Parameters<typeof pbkdf2>) => {
	hashes += 1;
	const done = given.pop() as Parameters<typeof pbkdf2>[5];
	const counted: typeof done = (...answer) => {
		hashes -= 1;
		done(...answer);
	};
	Reflect.apply(pbkdf2, crypto, [...given, counted]);
};
syncBuiltinESMExports();

const send = (report: Report) => process.send?.(report);
let orders = Promise.resolve();
let answered: ((quiet: boolean) => void) | undefined;
process.on("message", (order: Order) => {
	if (order.kind === "quiet") answered?.(order.quiet);
	else orders = orders.then(() => obey(order));
});
// Ends with the test, however the test ends. Otherwise time would stay stopped for ever.
process.on("disconnect", () => process.exit());
send({ kind: "ready" });

async function obey(order: Exclude<Order, { kind: "quiet" }>): Promise<void> {
	if (order.kind === "plant") plant(order);
	else await pass(order.ms, order.leap);
	send({ kind: "done", at: hand.wall() });
}

/** Lets time pass; `leap` puts it ahead at once, so that everything due on the way comes late, as after a standstill. */
async function pass(ms: number, leap: boolean): Promise<void> {
	const until = hand.now + ms;
	await quiet(true);
	if (leap) hand.now = until;
	while (hand.runNext(until)) await quiet(false);
	hand.now = until;
}

let before = "";
/** Comes back when nothing happens any more by itself: no file is read, and nothing is under way to the broker or from it. */
async function quiet(sure: boolean): Promise<void> {
	for (let ask = sure; ; ask = true) {
		await drained();
		const figures = [...sockets].filter(isBrokers).map(figuresOf);
		const now = JSON.stringify(figures);
		if (!ask && now === before) return;
		const told = new Promise<boolean>((resolve) => {
			answered = resolve;
		});
		send({ kind: "quiet?", sockets: figures });
		if (await told) {
			await drained();
			before = JSON.stringify([...sockets].filter(isBrokers).map(figuresOf));
			if (before === now) return;
		}
	}
}

const figuresOf = (socket: net.Socket): SocketFigures => ({
	port: socket.localPort ?? 0,
	written: socket.bytesWritten,
	read: socket.bytesRead,
});
const isBrokers = (socket: net.Socket) => !socket.connecting && !socket.destroyed && socket.remotePort !== undefined;
/** A connection that is coming about, or one of TLS, which no broker of the day speaks: it ends by itself. */
const isUnderWay = (socket: net.Socket) => socket.connecting || ("encrypted" in socket && !socket.destroyed);

/** Rounds of the event loop without anything to do, after which nothing more is expected. */
const IDLE = 3;
async function drained(): Promise<void> {
	for (let idle = 0; idle < IDLE; ) {
		await soon();
		const busy =
			hashes > 0 || process.getActiveResourcesInfo().some((kind) => BUSY.test(kind)) || [...sockets].some(isUnderWay);
		idle = busy ? 0 : idle + 1;
	}
}
/** Files, names that are looked up, connections under way. */
const BUSY = /^(?:FSReq|FSEvent|.*REQUEST|.*Job|GetAddrInfo|TCPConnect|PipeConnect|Process)/i;
