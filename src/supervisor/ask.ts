import { request } from "node:http";
import { errorCode } from "#model/untyped/error-code.ts";

/** Address and token of the Supervisor. Home Assistant gives both to every app that it starts. */
export interface Supervisor {
	/** For example `http://supervisor`. */
	readonly url: string;
	readonly token: string;
}

export type Asked =
	| { readonly kind: "answered"; readonly status: number; readonly body: string }
	/** `cause` is a code, such as ECONNREFUSED. */
	| { readonly kind: "unreachable"; readonly cause: string }
	| { readonly kind: "timeout" };

/** Characters. More than any answer that is read here. */
const LONGEST = 65_536;

/** What is unlike a GET with a short answer. */
export interface Unlike {
	/** Makes it a POST with this JSON. */
	readonly post?: unknown;
	/** Characters of the longest answer that is read. */
	readonly longest?: number;
}

/**
 * Makes one GET, or one POST. Returns within `deadline` seconds, also if the other side hangs. Never throws, follows no redirect,
 * does not retry.
 */
export function ask(
	{ url, token }: Supervisor,
	path: string,
	deadline: number,
	{ post, longest = LONGEST }: Unlike = {},
): Promise<Asked> {
	return new Promise((resolve) => {
		const settle = (asked: Asked) => {
			clearTimeout(timer);
			resolve(asked);
			call?.destroy();
		};
		const timer = setTimeout(() => settle({ kind: "timeout" }), deadline * 1000);
		const body = post === undefined ? undefined : JSON.stringify(post);
		const call = opened({ url, token }, path, body, settle);
		call?.on("response", (response) => {
			let answer = "";
			const status = response.statusCode ?? 0;
			response.setEncoding("utf8");
			response.on("data", (chunk: string) => {
				answer += chunk;
				if (answer.length > longest) settle({ kind: "answered", status, body: "" });
			});
			response.on("end", () => settle({ kind: "answered", status, body: answer }));
			response.on("error", (failed) => settle({ kind: "unreachable", cause: errorCode(failed) ?? "unknown" }));
		});
		call?.on("error", (failed) => settle({ kind: "unreachable", cause: errorCode(failed) ?? "unknown" }));
		call?.end(body);
	});
}

/** An invalid address or token throws at once. Its text must not be repeated. */
function opened({ url, token }: Supervisor, path: string, body: string | undefined, settle: (asked: Asked) => void) {
	try {
		const length = { "content-type": "application/json", "content-length": Buffer.byteLength(body ?? "") };
		const headers = { authorization: `Bearer ${token}`, accept: "application/json", ...(body !== undefined && length) };
		// A connection of its own each time. A kept one may be dead after the Supervisor was updated.
		return request(new URL(path, url), { method: body === undefined ? "GET" : "POST", headers, agent: false });
	} catch (failed) {
		settle({ kind: "unreachable", cause: errorCode(failed) ?? "unknown" });
		return undefined;
	}
}
