import type { Intent } from "./intent.ts";

/**
 * A command that never changes anything. It has its own topic below those of commands, so a late one cannot restore an old
 * setting. Control handles it in a turn like any other.
 */
export const TRIAL_KEY = "try_command";
export const TRIAL: Intent = { kind: "acknowledge", code: TRIAL_KEY };
