import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const sv: Like<typeof en> = {
	command: {
		now: "{mode}, nu: {activity}.",
		although: "inte {want} ({rank}), trots att: {text}",
	},
};
