import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const de: Like<typeof en> = {
	command: {
		now: "{mode}, jetzt: {activity}.",
		although: "nicht {want} ({rank}), obwohl: {text}",
	},
};
