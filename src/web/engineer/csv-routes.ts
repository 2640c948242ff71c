import { Readable } from "node:stream";
import type { FastifyInstance } from "fastify";
import type { OnPage } from "../http/routes.ts";
import { contextOf, instead, sent, textIn } from "./answering.ts";
import { STEPS } from "./csv-asked.ts";
import type { Engineer } from "./engineer.ts";
import { exportPage } from "./export.ts";

const DAY = 86_400_000;
/** Files that are made at once. */
const MOST = 2;

/** `GET export`, a form, and `GET history.csv?from=2026-06-01&to=2026-06-30&step=5&decimal=comma`, both days included. */
export function csvRoutes(app: FastifyInstance, on: OnPage, engineer: Engineer): void {
	let making = 0;
	app.get("/export", async (request, reply) => {
		const context = await contextOf(request, on);
		const now = engineer.now();
		return sent(reply, exportPage(context, engineer.dateOf(now), engineer.dateOf(now - 30 * DAY)));
	});
	app.get("/history.csv", async (request, reply) => {
		const context = await contextOf(request, on);
		const told = (text: string, code: number) => sent(reply.code(code), instead(context, "export", text));
		const [first, last] = ["from", "to"].map((key) => textIn(request.query, key) ?? engineer.dateOf(engineer.now()));
		const [from, lastBegins] = [engineer.midnight(first ?? ""), engineer.midnight(last ?? "")];
		if (from === undefined || lastBegins === undefined) {
			const value = (from === undefined ? first : last) ?? "";
			return told(context.text("no_date", { value: value.slice(0, 40) }), 400);
		}
		if (lastBegins < from) return told(context.text("csv_order"), 400);
		if (making >= MOST) return told(context.text("csv_busy"), 503);
		// The day after the last one, whatever its length.
		const to = engineer.midnight(engineer.dateOf(lastBegins + 1.25 * DAY)) ?? lastBegins + DAY;
		const step = Number(textIn(request.query, "step") ?? 5);
		const comma = textIn(request.query, "decimal") === "comma";
		const asFile = () =>
			reply
				.type("text/csv; charset=utf-8; header=present")
				.header("content-disposition", `attachment; filename="solar-heating-${first}-${last}.csv"`);
		if (request.method === "HEAD") return asFile().send("");
		const pieces = engineer.csv({ from, to, step: STEPS.find((one) => one === step) ?? 5, comma });
		making += 1;
		const done = () => {
			making -= 1;
		};
		// Ids may be those of an owner; nothing else of a person is in it, but secrets are removed everywhere.
		const stream = await begun(pieces, (text) => on.clean.text(text)).catch((failed: unknown) => {
			done();
			throw failed;
		});
		stream.once("close", done);
		return asFile().send(stream);
	});
}

/** Its first piece is read before anything is answered, so that a failure is told, and is no broken file. */
async function begun(pieces: AsyncIterable<string>, clean: (text: string) => string): Promise<Readable> {
	const reader = pieces[Symbol.asyncIterator]();
	const first = await reader.next();
	return Readable.from(following(first, reader, clean));
}

async function* following(
	first: IteratorResult<string>,
	reader: AsyncIterator<string>,
	clean: (text: string) => string,
): AsyncGenerator<string> {
	try {
		for (let piece = first; piece.done !== true; piece = await reader.next()) yield clean(piece.value);
	} finally {
		await reader.return?.();
	}
}
