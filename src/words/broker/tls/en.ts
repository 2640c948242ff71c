export const en = {
	broker: {
		certificate_ended:
			"The certificate {path} expired on {date}. Clients refuse it, and nothing can be tried at its port. Put a new one there first.",
		certificate_begins:
			"The certificate {path} is not valid before {date}, and by this machine's clock it is {today}. Set the clock, or put another certificate there first.",
		certificate_nameless:
			"The certificate {path} names neither a host nor an address, so no client can check it. Put one there with the broker's name as subject alternative name.",
		certificate_misnamed:
			"The certificate {path} is for {names}, and the broker is not reached under any of these from this machine (it was to be tried at {host}). Put one there that names the broker's address.",
		certificate_common:
			"Note: the certificate {path} has its name {name} as common name only. Home Assistant, Python and Go refuse such a certificate; ask for one with a subject alternative name.",
		no_tls_to_renew: "This broker has no TLS set up by this program. First: solar-heating broker tls",
		no_listener_yet: "This broker's configuration has no listener yet. First: solar-heating broker harden",
		port_taken_plain:
			"Port {port} is used by a listener without a certificate ({file}, line {line}). Name another one with --port.",
		port_taken_tls:
			"Port {port} is used by a listener with {certificate} ({file}, line {line}). Name another one with --port.",
		authority_keyless:
			"The authority {path} exists without its key, ca.key. Put the key back; without it every client would need a new authority.",
		tls_new: "TLS at port {port}, 1.2 or newer, for {names}; new, valid for {days} days.",
		tls_stands: "TLS at port {port}, 1.2 or newer, for {names}; valid for {days} days.",
		tls_only: "Unencrypted connections are no longer accepted: every client needs this port, TLS and the authority.",
		tls_for_app: "The app connects with these options: mqtt.port {port}, mqtt.tls true, mqtt.ca {ca}",
		tls_for_others:
			"Other clients need the same file as their CA; it is not secret. Its key, ca.key beside it, is secret: anyone who has it can pose as the broker.",
		tls_client: "{name} connects with mqtt.cert {cert} and mqtt.key {key}; the key is its secret.",
		tls_certificate_free: "Port {port} no longer requires a client certificate. A login is required as before.",
		certificate_names_user:
			"{setting} in {file}, line {line}, makes users of the names in certificates: clients without a certificate are refused there. Remove that line first.",
		tls_certificate_required:
			"This port requires a certificate as well as a login: solar-heating broker tls --client NAME",
		tls_client_ends: "{name}: its certificate expires in {days} days. Make a new one with --client {name}.",
		tls_renew:
			"Certificates are renewed by `solar-heating broker tls --renew`, once a day from cron or the timer solar-heating-broker-tls. It renews them {days} days before they expire, and disconnects no client.",
	},
} as const;
