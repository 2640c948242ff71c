import * as z from "zod";
import { refusedWith } from "#model/sentences/refusal.ts";

/** The group `syslog`: who collects security events. Without a host nothing is sent. */
export const syslog = z
	.strictObject({
		host: z.string().min(1).max(253).optional().meta({
			title: "Collector's host",
			description: "Name or address of the machine that collects security events. Leave it empty to send nothing.",
		}),
		port: z
			.int()
			.min(1)
			.max(65535)
			.default(6514)
			.meta({ title: "Collector's port", description: "6514 with TLS, 514 or 601 without, usually.", addon: "port" }),
		tls: z.boolean().default(true).meta({
			title: "TLS",
			description:
				"Encrypt the connection and check the collector's certificate. Off only inside a network that you trust.",
		}),
		ca: z.string().min(1).max(500).optional().meta({
			title: "CA certificate file",
			description: "PEM file of the authority that signed the collector's certificate, for example /ssl/ca.crt.",
		}),
	})
	.refine((s) => s.tls || s.ca === undefined, { path: ["tls"], ...refusedWith("only_with_tls") });
