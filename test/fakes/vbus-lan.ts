import { createServer, type Server, type Socket } from "node:net";

/** A VBus/LAN adapter or data logger: VBus over TCP with its password. */
export class VbusLan {
	readonly commands: string[] = [];
	/** How it differs from a good one. */
	readonly temper = { password: "vbus", greeting: "+HELLO\r\n", pieces: false };
	readonly #server: Server;
	readonly #sockets = new Set<Socket>();
	readonly #listening = new Set<Socket>();
	#port = 0;

	constructor() {
		this.#server = createServer((socket) => this.#serve(socket));
	}

	get host(): string {
		return `127.0.0.1:${this.#port}`;
	}
	/** How many were let in and hear the data. */
	get listeners(): number {
		return this.#listening.size;
	}

	async open(): Promise<this> {
		await new Promise<void>((done) => this.#server.listen(this.#port, "127.0.0.1", done));
		const at = this.#server.address();
		if (typeof at === "object" && at !== null) this.#port = at.port;
		return this;
	}

	/** What the bus says now. */
	send(bytes: Uint8Array): void {
		for (const socket of this.#listening) socket.write(bytes);
	}

	/** Every connection is cut; new ones are taken. */
	cut(): void {
		for (const socket of this.#sockets) socket.destroy();
	}

	/** It is gone: connections are cut and new ones refused. `open` brings it back. */
	async close(): Promise<void> {
		const closed = new Promise<void>((done) => this.#server.close(() => done()));
		this.cut();
		await closed;
	}

	#serve(socket: Socket): void {
		this.#sockets.add(socket);
		socket.on("error", () => undefined);
		socket.on("close", () => {
			this.#sockets.delete(socket);
			this.#listening.delete(socket);
		});
		let text = "";
		let known = false;
		const answer = (line: string) => {
			if (!this.temper.pieces) return void socket.write(line);
			for (const letter of line) socket.write(letter);
		};
		answer(this.temper.greeting);
		socket.on("data", (bytes) => {
			text += bytes.toString("latin1");
			for (let end = text.indexOf("\r\n"); end >= 0; end = text.indexOf("\r\n")) {
				const command = text.slice(0, end);
				text = text.slice(end + 2);
				this.commands.push(command);
				const [, word = "", value = ""] = /^(\S+) ?(.*)$/.exec(command) ?? [];
				if (word === "PASS") {
					known = value === this.temper.password;
					answer(known ? "+OK: Password accepted\r\n" : "-ERROR: Password rejected\r\n");
				} else if (!known) answer("-ERROR: Not allowed\r\n");
				else if (word === "CHANNEL") answer("*1:DeltaSol MX\r\n+OK: Channel selected\r\n");
				else if (word === "DATA") {
					answer("+OK: Data incoming...\r\n");
					this.#listening.add(socket);
				}
			}
		});
	}
}
