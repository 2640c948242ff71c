import { spawn } from "node:child_process";
import { once } from "node:events";
import { connect, type Socket } from "node:net";

const LISTENER =
	'const s=require("net").createServer().listen({port:0,host:"127.0.0.1",backlog:1},()=>console.log(s.address().port))';

/**
 * A port at which the kernel answers nobody any more, as behind a firewall that drops: a stopped process listens there,
 * and its queue is full, so that whoever knocks gets no answer to his SYN (tcp(7), listen(2)).
 */
export async function fullPort(): Promise<{ readonly port: number; close(): Promise<void> }> {
	const child = spawn(process.execPath, ["-e", LISTENER], { stdio: ["ignore", "pipe", "inherit"] });
	const ended = once(child, "exit");
	const [said] = await once(child.stdout, "data");
	const port = Number(said);
	child.kill("SIGSTOP");
	const waiting: Socket[] = [];
	for (let full = false; !full; ) {
		const socket = connect(port, "127.0.0.1").on("error", () => undefined);
		waiting.push(socket);
		full = !(await joined(socket));
	}
	return {
		port,
		async close() {
			for (const socket of waiting) socket.destroy();
			child.kill("SIGKILL");
			await ended;
		},
	};
}

/** Seconds in which a loopback answers, were it to. */
const ANSWER = 0.2;

const joined = (socket: Socket): Promise<boolean> =>
	new Promise((resolve) => {
		const timer = setTimeout(() => resolve(false), ANSWER * 1000);
		socket.once("connect", () => {
			clearTimeout(timer);
			resolve(true);
		});
	});
