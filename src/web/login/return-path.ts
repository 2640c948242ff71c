import type { FastifyRequest } from "fastify";

/** A page of ours with its question: one name, nothing that could lead elsewhere. */
const PAGE = /^[a-z][a-z-]{0,30}(?:\.(?:csv|yaml))?(?:\?[\w=&.%:+~-]{0,300})?$/i;
/** Where nobody is to be led back to. */
const NOT = /^(?:login|logout|parts|act|setup)(?:\?|$)/i;

/** Where a person is led after logging in, relative to the page. Empty for the page itself, and for everything that is not a page of ours. */
export const returnPath = (given: unknown): string =>
	typeof given === "string" && PAGE.test(given) && !NOT.test(given) ? given : "";

/** The way to the login page and back. Paths are relative, as a proxy may remove a part of them. */
export function nextOf({ url, method }: Pick<FastifyRequest, "url" | "method">): {
	readonly toLogin: string;
	readonly back: string;
} {
	const [path = "/"] = url.split("?", 1);
	const up = "../".repeat(Math.max(0, path.split("/").length - 2));
	const back = method === "GET" ? returnPath(url.slice(1)) : "";
	return { toLogin: `${up || "./"}login${back === "" ? "" : `?next=${encodeURIComponent(back)}`}`, back };
}
