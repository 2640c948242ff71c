import * as z from "zod";
import { refusedWith } from "#model/sentences/refusal.ts";

/** Levels of a topic of ours: no wildcards, no leading or trailing slash. */
const TOPIC = /^[A-Za-z0-9_-]+(?:\/[A-Za-z0-9_-]+)*$/;
const topic = z.string().max(100).regex(TOPIC, refusedWith("topic_form"));
/** In one line, as it is shown. */
const shown = z
	.string()
	.min(1)
	.max(40)
	.refine((text) => !/\p{Cc}/u.test(text), refusedWith("one_line"));
const path = z.string().min(1).max(500);

/** The group `mqtt`: the broker's address and our login. */
export const broker = z
	.strictObject({
		host: z.string().max(253).default("core-mosquitto"),
		port: z.int().min(1).max(65535).default(1883).meta({ addon: "port" }),
		username: z.string().default(""),
		password: z.string().default("").meta({ addon: "password" }),
		password_file: path.optional(),
		allow_anonymous_broker: z.boolean().default(false),
		tls: z.boolean().default(false),
		ca: path.optional(),
		cert: path.optional(),
		key: path.optional(),
		base_topic: topic.default("solar"),
		discovery_prefix: topic.default("homeassistant"),
		home_assistant_version: z
			.string()
			.max(30)
			.regex(/^\d{4}\.\d{1,2}(?:\.\d{1,3})?$/, refusedWith("core_version_form"))
			.optional(),
		device_name: shown.optional(),
		device_model: shown.optional(),
		page_url: z
			.string()
			.max(200)
			.regex(/^https?:\/\/[^\s/]+\S*$/, refusedWith("web_address_form"))
			.optional(),
	})
	.refine((m) => (m.cert === undefined) === (m.key === undefined), {
		path: ["key"],
		...refusedWith("cert_and_key"),
	})
	.refine((m) => m.tls || (m.ca === undefined && m.cert === undefined), {
		path: ["tls"],
		...refusedWith("only_with_tls"),
	});
