import { readFile } from "node:fs/promises";
import { request } from "node:http";
import { connect, type Socket } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { freePort } from "../../test/fakes/mosquitto.ts";
import { type Bar, limit, percentile, type Row } from "../harness/figures.ts";
import { openHouse, TURN } from "../harness/plants.ts";
import { type Program, start } from "../harness/program.ts";
import { turnGaps } from "../harness/turn-gaps.ts";

/** Connections that are there at a time. */
const STREAMS = 5000;
const SLOW = 200;
/** The page grants 32 streams. One that it has ended counts here until its end arrives. */
const MOST = 64;
const HOST = "127.0.0.1";
/** Wrong logins slow down those who share their address, so the strangers have one of their own. */
const ELSEWHERE = "127.0.0.2";

export const strangers: Bar = {
	id: "strangers",
	title: "5,000 streams, slow senders and garbage at the page: turns keep their time, and the owner is served",
	async run({ app, quick, tell }) {
		const house = openHouse();
		const [port, nobody] = [await freePort(), await freePort()];
		const { args, env } = house.options(nobody);
		const data = args[args.indexOf("--data") + 1] ?? "";
		const program = start(app, [...args.slice(0, args.indexOf("--http-port")), "--http-port", String(port)], env);
		try {
			const login = await loginOf(data, port, program);
			// What a process takes in its first seconds is not the strangers' doing.
			await pause(10_000);
			const watch = turnGaps(data, program);
			const crowd = new Crowd(port, login);
			const began = performance.now();
			const lasting = (quick ? 15 : 60) * 1000;
			while (performance.now() - began < lasting) {
				crowd.fill();
				await pause(1000);
			}
			tell(`${crowd.opened} connections were opened, ${crowd.granted} streams granted`);
			crowd.leave();
			const asked = performance.now();
			const served = await status(port, "/", login);
			const took = (performance.now() - asked) / 1000;
			const gaps = await watch.end();
			return rows(gaps, crowd, served === 200 ? took : Number.NaN, program);
		} catch (failed) {
			throw new Error(`${failed instanceof Error ? failed.message : failed}\n${program.output()}`, { cause: failed });
		} finally {
			await program.end("SIGKILL");
			house.close();
		}
	},
};

const rows = (gaps: readonly number[], crowd: Crowd, took: number, program: Program): readonly Row[] => [
	limit("turns, p99", percentile(gaps, 0.99), "s", 1.1 * TURN, { turns: gaps.length, opened: crowd.opened }),
	limit("turns, slowest", Math.max(...gaps), "s", 2 * TURN),
	limit("streams at a time", crowd.most, "", MOST),
	limit("the owner's page afterwards", took, "s", 1),
	limit("exits", program.runs() ? 0 : 1, "", 0),
];

/** Once the page answers. */
async function loginOf(data: string, port: number, program: Program): Promise<string> {
	while (program.runs()) {
		const password = await readFile(join(data, "page-first-password"), "utf8").catch(() => "");
		const login = `authorization: Basic ${Buffer.from(`solar:${password.trim()}`).toString("base64")}`;
		if (password !== "" && (await status(port, "/", login)) === 200) return login;
		await pause(50);
	}
	throw new Error("the app has ended");
}

const status = (port: number, path: string, login: string): Promise<number> =>
	new Promise((done) => {
		const authorization = login.replace("authorization: ", "");
		const asked = request({ host: HOST, port, path, headers: { authorization }, timeout: 30_000 }, (response) => {
			response.resume();
			response.on("end", () => done(response.statusCode ?? 0));
		});
		asked.on("error", () => done(0));
		asked.on("timeout", () => asked.destroy());
		asked.end();
	});

/** Strangers without end: whoever is sent away comes again a second later. */
class Crowd {
	opened = 0;
	granted = 0;
	most = 0;
	#streaming = 0;
	#nth = 0;
	readonly #sockets = new Set<Socket>();
	readonly #slow = new Set<Socket>();
	readonly #port: number;
	readonly #login: string;

	constructor(port: number, login: string) {
		this.#port = port;
		this.#login = login;
	}

	fill(): void {
		while (this.#sockets.size < STREAMS) this.#come(this.#sockets, this.#bytes());
		while (this.#slow.size < SLOW) this.#come(this.#slow, "G");
		for (const socket of this.#slow) socket.write("x");
	}

	leave(): void {
		for (const socket of [...this.#sockets, ...this.#slow]) socket.destroy();
	}

	#bytes(): string {
		this.#nth += 1;
		const asks = (path: string, more = "") => `GET ${path} HTTP/1.1\r\nhost: ${HOST}\r\n${more}\r\n`;
		switch (this.#nth % 8) {
			case 0:
				return `POST /act HTTP/1.1\r\nhost: ${HOST}\r\n${this.#login}\r\ncontent-length: 1000000\r\n\r\n${"x".repeat(10_000)}`;
			case 1:
				return asks(`/${"../".repeat(500)}etc/passwd`);
			case 2:
				return asks("/api/events", "x-remote-user-id: 1\r\nx-ingress-path: /x\r\n");
			case 3:
				return asks("/api/events", "authorization: Basic c29sYXI6d3Jvbmc=\r\n");
			default:
				return asks(this.#nth % 2 === 0 ? "/api/events" : "/parts", `${this.#login}\r\n`);
		}
	}

	#come(among: Set<Socket>, bytes: string): void {
		const socket = connect({ port: this.#port, host: HOST, localAddress: ELSEWHERE }, () => socket.write(bytes));
		let streams = false;
		this.opened += 1;
		among.add(socket);
		socket.on("data", (chunk: Buffer) => {
			if (streams || !chunk.includes("text/event-stream")) return;
			streams = true;
			this.granted += 1;
			this.#streaming += 1;
			this.most = Math.max(this.most, this.#streaming);
		});
		socket.on("error", () => socket.destroy());
		socket.on("close", () => {
			among.delete(socket);
			if (streams) this.#streaming -= 1;
		});
	}
}
