import * as winston from "winston";
import { LEVELS } from "./log-line.ts";
import { drained, type Sink } from "./sink.ts";

/** Writes to `out` by winston. */
export function winstonOn(out: NodeJS.WritableStream): Sink {
	const logger = winston.createLogger({
		levels: Object.fromEntries(LEVELS.map((level, n) => [level, n])),
		// Finer entries were left out before.
		level: "trace",
		format: winston.format.printf(({ message }) => String(message)),
		transports: [new winston.transports.Stream({ stream: out, eol: "\n" })],
	});
	logger.on("error", () => undefined);
	return {
		write: (level, text) => void logger.log(level, text),
		async end() {
			await new Promise<void>((done) => {
				logger.once("finish", done);
				logger.end();
			});
			await drained(out);
		},
	};
}
