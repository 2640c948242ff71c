import type { Like } from "../like.ts";
import { merged } from "../merged.ts";
import { de as acl } from "./acl/de.ts";
import { de as backup } from "./backup/de.ts";
import { de as change } from "./change/de.ts";
import { de as checklist } from "./checklist/de.ts";
import type { TEXTS as EN } from "./en.ts";
import { de as files } from "./files/de.ts";
import { de as guide } from "./guide/de.ts";
import { de as help } from "./help/de.ts";
import { de as tls } from "./tls/de.ts";
import { de as trial } from "./trial/de.ts";
import { de as users } from "./users/de.ts";
import { de as verify } from "./verify/de.ts";
import { de as watch } from "./watch/de.ts";

export const TEXTS: Like<typeof EN> = merged([
	change,
	files,
	trial,
	users,
	backup,
	acl,
	tls,
	watch,
	guide,
	verify,
	checklist,
	help,
]);
