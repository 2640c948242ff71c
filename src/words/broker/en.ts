import { merged } from "../merged.ts";
import { en as acl } from "./acl/en.ts";
import { en as backup } from "./backup/en.ts";
import { en as change } from "./change/en.ts";
import { en as checklist } from "./checklist/en.ts";
import { en as files } from "./files/en.ts";
import { en as guide } from "./guide/en.ts";
import { en as help } from "./help/en.ts";
import { en as tls } from "./tls/en.ts";
import { en as trial } from "./trial/en.ts";
import { en as users } from "./users/en.ts";
import { en as verify } from "./verify/en.ts";
import { en as watch } from "./watch/en.ts";

export const TEXTS = merged([change, files, trial, users, backup, acl, tls, watch, guide, verify, checklist, help]);
