import type { Like } from "../like.ts";
import { merged } from "../merged.ts";
import { sv as acl } from "./acl/sv.ts";
import { sv as backup } from "./backup/sv.ts";
import { sv as change } from "./change/sv.ts";
import { sv as checklist } from "./checklist/sv.ts";
import type { TEXTS as EN } from "./en.ts";
import { sv as files } from "./files/sv.ts";
import { sv as guide } from "./guide/sv.ts";
import { sv as help } from "./help/sv.ts";
import { sv as tls } from "./tls/sv.ts";
import { sv as trial } from "./trial/sv.ts";
import { sv as users } from "./users/sv.ts";
import { sv as verify } from "./verify/sv.ts";
import { sv as watch } from "./watch/sv.ts";

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
