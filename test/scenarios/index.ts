import { ANCHOR_COURSES } from "./anchor-courses.ts";
import { ANCHORED } from "./anchors.ts";
import type { CourseChapter } from "./course.ts";
import { FAILURES } from "./failures.ts";
import { KNOWN_FAULTS } from "./known-faults.ts";
import type { Chapter } from "./scenario.ts";
import { STARTERS } from "./starters.ts";

/** The published suite: `docs/scenarios.md` is made of it. */
export const CHAPTERS: readonly Chapter[] = [...ANCHORED, FAILURES];

/** Stories over time, of houses of any kind. */
export const COURSES: readonly CourseChapter[] = [ANCHOR_COURSES, STARTERS, KNOWN_FAULTS];
