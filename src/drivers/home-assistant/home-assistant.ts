import * as z from "zod";
import { refusedWith } from "#model/sentences/refusal.ts";
import { loadedLater } from "../bus/loaded-later.ts";
import { driver } from "../driver.ts";
import { HOME_ASSISTANT } from "./declared.ts";

const ENTITY = /^[a-z0-9_]{1,60}\.[a-z0-9_]{1,200}$/;
const URL_FORM = /^https?:\/\/[^\s/?#@]+\/?$/i;

/** States of Home Assistant: `ha:ENTITY`. Asked of the Supervisor, or with an address and a token of the options. */
export const homeAssistant = driver({
	scheme: "ha",
	group: "home_assistant",
	options: z.object({
		url: z.string().max(300).regex(URL_FORM, refusedWith("home_assistant_url")).optional(),
		token: z.string().min(1).max(500).optional().meta({ addon: "password" }),
	}),
	offers: { sensors: true, outputs: false },
	remote: true,
	place: (address) => (ENTITY.test(address) ? { device: "", channel: address } : undefined),
	open: (_device, channels, { url, token }, ports) =>
		loadedLater(HOME_ASSISTANT, async () => {
			const [{ HomeAssistantSensors }, { asking }] = await Promise.all([import("./sensors.ts"), import("./ask.ts")]);
			const place = url !== undefined && token !== undefined ? { url, token } : ports.home_assistant;
			return new HomeAssistantSensors(channels, ports, asking(place));
		}),
});
