import { DRAWING_STYLE } from "../drawing/style.ts";
import { BASE } from "./base.ts";
import { ENGINEER } from "./engineer.ts";
import { HISTORY } from "./history.ts";
import { LOGIN } from "./login.ts";
import { OPTIONS } from "./options.ts";
import { SETUP } from "./setup.ts";
import { TODAY } from "./today.ts";
import { WALL } from "./wall.ts";

/** The page's style, from a phone's 360 px to a desktop, and for a tablet on a wall. */
export const STYLE = [BASE, DRAWING_STYLE, WALL, TODAY, HISTORY, ENGINEER, SETUP, OPTIONS, LOGIN].join("\n");
