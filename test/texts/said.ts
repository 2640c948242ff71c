import type { Notice } from "#model/sentences/notice.ts";
import type { Language } from "#texts/say.ts";
import { told } from "#texts/told.ts";

/** What the log says of a notice. */
export const said = (notice: Pick<Notice, "code" | "facts"> | undefined, language: Language = "en"): string =>
	notice === undefined ? "" : told(language, "notice", notice.code, notice.facts);
