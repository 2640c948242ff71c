import type { Intent } from "./intent.ts";

/**
 * A command that changes nothing, whenever it arrives: it has a topic of its own under the commands', so that an old one
 * can never bring back a setting's old value. Control takes it in a turn like any other.
 */
export const TRIAL_KEY = "try_command";
export const TRIAL: Intent = { kind: "acknowledge", code: TRIAL_KEY };
