import type { FailureClass } from "#mqtt/failure.ts";
import { en } from "#words/failures/en.ts";

/** Cause and remedy of a failure in English. */
export const failureWords = (failure: FailureClass) => ({
	cause: en.mqtt[`${failure}.cause`],
	remedy: en.mqtt[`${failure}.remedy`],
});
