import * as z from "zod";
import { refusedWith } from "#model/sentences/refusal.ts";

/** A topic level of ours: no wildcards, no leading or trailing slash. */
const TOPIC = /^[A-Za-z0-9_-]+(?:\/[A-Za-z0-9_-]+)*$/;
const topic = z.string().max(100).regex(TOPIC, refusedWith("topic_form"));
const path = z.string().min(1).max(500);

/** The group `mqtt`: where the broker is, and who comes to it. */
export const broker = z
	.strictObject({
		host: z
			.string()
			.max(253)
			.default("core-mosquitto")
			.meta({ title: "Broker host", description: "Name or address of the MQTT broker." }),
		port: z
			.int()
			.min(1)
			.max(65535)
			.default(1883)
			.meta({ title: "Broker port", description: "1883 without TLS, 8883 with TLS, usually.", addon: "port" }),
		username: z.string().default("").meta({
			title: "User name",
			description:
				"The login that you made for this app at the broker. Leave it empty to use the one that Home Assistant offers to its apps.",
		}),
		password: z
			.string()
			.default("")
			.meta({ title: "Password", description: "The password of that login.", addon: "password" }),
		password_file: path.optional().meta({
			title: "Password file",
			description: "Read the password from this file instead; only the app's user may be able to read it.",
		}),
		allow_anonymous_broker: z.boolean().default(false).meta({
			title: "Allow a broker without login",
			description:
				"Only where there is no login at all: connect as nobody, to a broker that lets everybody in. An alarm says so for as long as it lasts.",
		}),
		tls: z
			.boolean()
			.default(false)
			.meta({ title: "TLS", description: "Encrypt the connection and check the broker's certificate." }),
		ca: path.optional().meta({
			title: "CA certificate file",
			description: "PEM file of the authority that signed the broker's certificate, for example /ssl/ca.crt.",
		}),
		cert: path.optional().meta({
			title: "Client certificate file",
			description: "PEM file, where the broker wants a client certificate.",
		}),
		key: path
			.optional()
			.meta({ title: "Client key file", description: "PEM file of the client certificate's private key." }),
		base_topic: topic.default("solar").meta({
			title: "Base topic",
			description: "All topics of this app begin with this. Letters, digits, _ and -, with / between levels.",
		}),
		discovery_prefix: topic.default("homeassistant").meta({
			title: "Discovery prefix",
			description: "The prefix that Home Assistant listens to for discovery; the same as in its MQTT integration.",
		}),
	})
	.refine((m) => (m.cert === undefined) === (m.key === undefined), {
		path: ["key"],
		...refusedWith("cert_and_key"),
	})
	.refine((m) => m.tls || (m.ca === undefined && m.cert === undefined), {
		path: ["tls"],
		...refusedWith("only_with_tls"),
	});
