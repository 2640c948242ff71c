import { type Notice, notice } from "#model/decision.ts";
import type { Problem } from "#model/finding.ts";

export const problemNotice = ({ path, value, remedy }: Problem): Notice =>
	notice("error", "options_problem", { path, value, remedy });
