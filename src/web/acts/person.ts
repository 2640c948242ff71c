import type { IncomingHttpHeaders } from "node:http";
import type { Intent } from "#model/decision/intent.ts";
import type { Problem } from "#model/findings/finding.ts";
import { cut } from "#model/untyped/cut.ts";

/** Who looks at the page. */
export interface Person {
	/** Of a user of Home Assistant. Absent for the login of the page itself. */
	readonly id?: string;
	readonly name: string;
}

/** Key of the text that says why somebody may not change something. */
export type Refusal = "act_not_allowed" | "act_again";

/** What a person may change. Provided by the composition; without it the page only shows. */
export interface Acts {
	/** Whether this user of Home Assistant is an administrator. False while that is not known. */
	readonly isAdmin: (id: string) => Promise<boolean>;
	/**
	 * Asks control for it.
	 * @param actor is recorded with it
	 * @returns why it was refused
	 */
	readonly ask: (intent: Intent, actor: string) => Promise<Problem | undefined>;
}

/** Characters of a name in the audit trail. */
const LONGEST = 64;

/**
 * Behind an ingress the Supervisor names its user, and only its address gets here. Otherwise it is who has logged in.
 * @param login user name of the page's own login; absent behind an ingress
 */
export function personIn(headers: IncomingHttpHeaders, login: string | undefined): Person | undefined {
	if (login !== undefined) return { name: login };
	const id = one(headers["x-remote-user-id"]);
	if (id === undefined || !/^[\w-]{1,64}$/.test(id)) return undefined;
	const names = [headers["x-remote-user-display-name"], headers["x-remote-user-name"]].map(printable);
	return { id, name: names.find((name) => name !== "") ?? id };
}

/** For the audit trail: the name, and the id, which nobody can change. */
export const actorOf = ({ id, name }: Person): string => (id === undefined ? name : `${name} (${id})`);

const one = (header: string | readonly string[] | undefined): string | undefined =>
	typeof header === "string" ? header : undefined;

/** Node reads headers as Latin-1; the Supervisor sends UTF-8. Empty where there is nothing to be read. */
function printable(header: string | readonly string[] | undefined): string {
	const text = one(header) ?? "";
	const decoded = Buffer.from(text, "latin1").toString("utf8");
	const read = decoded.includes("\ufffd") ? text : decoded;
	return cut(read.replace(/[\p{C}\p{Z}]+/gu, " ").trim(), LONGEST);
}
