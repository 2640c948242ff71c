import * as z from "zod";
import { refusedWith } from "#model/sentences/refusal.ts";

/** The group `syslog`: where to send security events. Nothing is sent without a host. */
export const syslog = z
	.strictObject({
		host: z.string().min(1).max(253).optional(),
		port: z.int().min(1).max(65535).default(6514).meta({ addon: "port" }),
		tls: z.boolean().default(true),
		ca: z.string().min(1).max(500).optional(),
	})
	.refine((s) => s.tls || s.ca === undefined, { path: ["tls"], ...refusedWith("only_with_tls") });
