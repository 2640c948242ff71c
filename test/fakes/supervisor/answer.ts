import type { ServerResponse } from "node:http";

/** Answers in the Supervisor's forms. */
export const ok = (response: ServerResponse, data: unknown = {}): void => json(response, 200, { result: "ok", data });
export const fail = (response: ServerResponse, status: number, message: string, more: object = {}): void =>
	json(response, status, { result: "error", message, ...more });
export const text = (response: ServerResponse, body: string): void =>
	void response.writeHead(200, { "content-type": "text/plain; charset=utf-8" }).end(body);
/** A refusal outside the API: for those without a token or a session. */
export const bare = (response: ServerResponse, status: number): void =>
	void response.writeHead(status, { "content-type": "text/plain" }).end(`${status}`);
export const file = (response: ServerResponse, found: Buffer | undefined, type: string): void =>
	found === undefined
		? fail(response, 404, "No such file")
		: void response.writeHead(200, { "content-type": type }).end(found);

const json = (response: ServerResponse, status: number, body: object): void =>
	void response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
