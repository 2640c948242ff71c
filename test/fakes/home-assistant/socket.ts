import * as z from "zod";

type Command = Readonly<{ type: string } & Record<string, unknown>>;

const Message = z.object({
	type: z.string(),
	id: z.number().optional(),
	success: z.boolean().optional(),
	result: z.unknown().optional(),
	event: z.unknown().optional(),
	error: z.unknown().optional(),
});
type Message = z.output<typeof Message>;

/** ms. */
const PATIENCE = 20_000;

/** Home Assistant's WebSocket API, logged in. */
export class HomeSocket {
	readonly #socket: WebSocket;
	readonly #waiting = new Map<number, (message: Message) => void>();
	readonly #listening = new Map<number, (event: unknown) => void>();
	#last = 0;

	private constructor(socket: WebSocket) {
		this.#socket = socket;
	}

	/** Throws when it does not let us in. */
	static open(url: string, token: string): Promise<HomeSocket> {
		const socket = new WebSocket(`${url.replace(/^http/, "ws")}/api/websocket`);
		const home = new HomeSocket(socket);
		return new Promise((resolve, reject) => {
			const failed = (why: string) => () => reject(new Error(`${url}: ${why}`));
			socket.addEventListener("error", failed("no connection"));
			socket.addEventListener("close", failed("closed"));
			socket.addEventListener("message", ({ data }) => {
				const message = Message.parse(JSON.parse(String(data)));
				if (message.type === "auth_required") socket.send(JSON.stringify({ type: "auth", access_token: token }));
				else if (message.type === "auth_ok") resolve(home);
				else if (message.type === "auth_invalid") failed("the token is refused")();
				else home.#take(message);
			});
		});
	}

	/** One command, and its result; throws what Home Assistant says against it. */
	ask(command: Command): Promise<unknown> {
		const id = ++this.#last;
		return new Promise((resolve, reject) => {
			const impatient = setTimeout(() => reject(new Error(`${command.type}: no answer`)), PATIENCE);
			this.#waiting.set(id, ({ success, result, error }) => {
				clearTimeout(impatient);
				if (success === true) resolve(result);
				else reject(new Error(`${command.type}: ${JSON.stringify(error)}`));
			});
			this.#socket.send(JSON.stringify({ id, ...command }));
		});
	}

	/** A command that goes on answering with events, such as `subscribe_events`. */
	async listen(command: Command, hear: (event: unknown) => void): Promise<void> {
		this.#listening.set(this.#last + 1, hear);
		await this.ask(command);
	}

	close(): void {
		this.#socket.close();
	}

	#take(message: Message): void {
		const { id = 0, type, event } = message;
		if (type === "event") this.#listening.get(id)?.(event);
		else {
			this.#waiting.get(id)?.(message);
			this.#waiting.delete(id);
		}
	}
}
