import { caught } from "#model/untyped/caught.ts";

/** For listeners: a bug in one must not reach its caller, least of all control. */
export const contained = (run: () => void): void => caught(run, undefined);
