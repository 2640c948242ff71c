import type { Level } from "./log-line.ts";

/** Receives finished lines. Winston, once it is loaded. */
export interface Sink {
	write(level: Level, text: string): void;
	end(): Promise<void>;
}

/** An empty write settles after all writes before it. */
export const drained = (out: NodeJS.WritableStream) => new Promise<void>((done) => void out.write("", () => done()));
