import { ANCHORED } from "./anchors.ts";
import { FAILURES } from "./failures.ts";
import type { Chapter } from "./scenario.ts";

/** The published suite: `docs/scenarios.md` is made of it. */
export const CHAPTERS: readonly Chapter[] = [...ANCHORED, FAILURES];
