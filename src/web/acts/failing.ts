import type { FastifyReply, FastifyRequest } from "fastify";
import { notice, type Tell } from "#model/sentences/notice.ts";
import { codeOf } from "#model/untyped/error-code.ts";
import { fieldOf } from "#model/untyped/untyped.ts";
import { type Language, say } from "#texts/say.ts";
import { type Acting, told, wantsJson } from "./routes.ts";

export const NOT_UNDERSTOOD = { error: "Not understood." };

/** SQLite's result codes of a full disk, of one that is read-only, of no right, and of an input or output error (sqlite.org/rescode.html). */
const SQLITE: Readonly<Record<number, Failed>> = {
	13: "disk_full",
	8: "disk_read_only",
	14: "disk_failed",
	10: "disk_failed",
};
const SYSTEM: Readonly<Record<string, Failed>> = {
	...{ ENOSPC: "disk_full", EDQUOT: "disk_full", EFBIG: "disk_full", EROFS: "disk_read_only" },
	...{ EACCES: "disk_not_allowed", EPERM: "disk_not_allowed" },
	...{ EIO: "disk_failed", EMFILE: "disk_failed", ENFILE: "disk_failed", ENODEV: "disk_failed" },
};
type Failed = "disk_full" | "disk_read_only" | "disk_not_allowed" | "disk_failed";

/** Which failure of a disk this is; undefined for anything else. */
export function diskFailure(error: unknown): Failed | undefined {
	const result = fieldOf(error, "errcode");
	if (typeof result === "number") return SQLITE[result % 256];
	const code = codeOf(error);
	return Object.hasOwn(SYSTEM, code) ? SYSTEM[code] : undefined;
}

/**
 * An invalid request is answered. A disk that does not take or give something is told to the person, with what to do about it. A
 * bug of ours is logged once, and the page continues.
 */
export function failing({ clean, languageOf }: Pick<Acting, "clean" | "languageOf">, tell: Tell) {
	const known = new Set<string>();
	return (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
		const status = statusOf(error);
		if (status < 500) return reply.code(status).send(NOT_UNDERSTOOD);
		const disk = diskFailure(error);
		const kind = disk ?? "failed";
		if (!known.has(kind)) tell(notice("error", "view_failed", { what: "page", error: String(error) }));
		known.add(kind);
		const language = languageOf(request);
		const page = !wantsJson(request) && !request.url.startsWith("/api/");
		const text = textOf(language, disk, error);
		return told({ request, reply, clean, language, page, back: "./" }, disk === undefined ? 500 : 503, text);
	};
}

const textOf = (language: Language, disk: Failed | undefined, error: unknown): string =>
	disk === undefined ? say(language, "page", "failed") : say(language, "page", disk, { cause: causeOf(error) });

const causeOf = (error: unknown): string => {
	const said = fieldOf(error, "errstr");
	return typeof said === "string" ? said : codeOf(error);
};

const statusOf = (error: unknown): number => {
	const status = fieldOf(error, "statusCode");
	return typeof status === "number" && status >= 400 ? status : 500;
};
