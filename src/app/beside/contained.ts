import { caught } from "#model/untyped/caught.ts";

/** Calls a listener. A bug in it must not reach the caller, least of all control. */
export const contained = (run: () => void): void => caught(run, undefined);
