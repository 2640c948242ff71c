import * as z from "zod";
import { HomeSocket } from "./socket.ts";

const Session = z.object({ session: z.string() });

interface Place {
	/** Of Home Assistant, without a slash at its end. */
	readonly url: string;
	readonly ingressToken: string;
}

/** An app's page as a logged-in user gets it: through Home Assistant and the ingress, with a session of this user. */
export class AppPage {
	/** Its address, with a slash at the end. */
	readonly base: string;
	/** Of its user. */
	readonly session: string;
	readonly #headers: Readonly<Record<string, string>>;

	private constructor({ url, ingressToken }: Place, session: string) {
		this.session = session;
		this.base = `${url}/api/hassio_ingress/${ingressToken}/`;
		this.#headers = { cookie: `ingress_session=${session}`, accept: "application/json" };
	}

	static async open(place: Place, access_token: string): Promise<AppPage> {
		const socket = await HomeSocket.open(place.url, access_token);
		const asked = { type: "supervisor/api", endpoint: "/ingress/session", method: "post" };
		const { session } = Session.parse(await socket.ask(asked));
		socket.close();
		return new AppPage(place, session);
	}

	async text(path = ""): Promise<string> {
		const answer = await fetch(this.base + path, { headers: this.#headers });
		if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
		return answer.text();
	}

	/** Sends a form, the one of the buttons by default. */
	async act(
		form: Readonly<Record<string, string>>,
		path = "act",
	): Promise<{ readonly status: number; readonly text: string }> {
		const asked = { method: "POST", headers: this.#headers, body: new URLSearchParams(form) };
		const answer = await fetch(this.base + path, asked);
		return { status: answer.status, text: await answer.text() };
	}
}
