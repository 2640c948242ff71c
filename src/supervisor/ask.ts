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

/**
 * Makes one GET. Returns within `deadline` seconds, also if the other side hangs. Never throws, follows no redirect, does
 * not retry.
 */
export function ask({ url, token }: Supervisor, path: string, deadline: number): Promise<Asked> {
	return new Promise((resolve) => {
		const settle = (asked: Asked) => {
			clearTimeout(timer);
			resolve(asked);
			call?.destroy();
		};
		const timer = setTimeout(() => settle({ kind: "timeout" }), deadline * 1000);
		const call = opened(url, path, token, settle);
		call?.on("response", (response) => {
			let body = "";
			const status = response.statusCode ?? 0;
			response.setEncoding("utf8");
			response.on("data", (chunk: string) => {
				body += chunk;
				if (body.length > LONGEST) settle({ kind: "answered", status, body: "" });
			});
			response.on("end", () => settle({ kind: "answered", status, body }));
			response.on("error", (failed) => settle({ kind: "unreachable", cause: errorCode(failed) ?? "unknown" }));
		});
		call?.on("error", (failed) => settle({ kind: "unreachable", cause: errorCode(failed) ?? "unknown" }));
		call?.end();
	});
}

/** An invalid address or token throws at once. Its text must not be repeated. */
function opened(url: string, path: string, token: string, settle: (asked: Asked) => void) {
	try {
		const headers = { authorization: `Bearer ${token}`, accept: "application/json" };
		// A connection of its own each time. A kept one may be dead after the Supervisor was updated.
		return request(new URL(path, url), { headers, agent: false });
	} catch (failed) {
		settle({ kind: "unreachable", cause: errorCode(failed) ?? "unknown" });
		return undefined;
	}
}
