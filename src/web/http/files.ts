import type { FastifyInstance } from "fastify";

/** What a person takes along to Home Assistant, by its name in the address. Read when it is asked for. */
export type PageFiles = Readonly<Record<string, PageFile>>;
export interface PageFile {
	readonly type: string;
	/** Undefined where it is not there. */
	read(): Promise<string | undefined>;
}

/** A route for each. */
export function serveFiles(app: FastifyInstance, files: PageFiles = {}): void {
	for (const [name, { type, read }] of Object.entries(files))
		app.get(`/${name}`, async (_, reply) => {
			const text = await read();
			return text === undefined ? reply.callNotFound() : reply.type(type).send(text);
		});
}
