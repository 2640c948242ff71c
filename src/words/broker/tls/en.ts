export const en = {
	broker: {
		certificate_ended:
			"The certificate {path} ended on {date}. Clients turn away from it, and nothing can be tried at its port. Put a new one there first.",
		certificate_begins:
			"The certificate {path} is not valid before {date}, and by this machine's clock it is {today}. Set the clock, or put another certificate there first.",
		certificate_nameless:
			"The certificate {path} names neither a host nor an address, so no client can check it. Put one there with the broker's name as subject alternative name.",
		certificate_misnamed:
			"The certificate {path} is for {names}, and the broker is not reached under any of these from this machine (it was to be tried at {host}). Put one there that names the broker's address.",
		certificate_common:
			"Note: the certificate {path} bears its name {name} as common name alone. Home Assistant, Python and Go refuse such a certificate; ask for one with a subject alternative name.",
		no_tls_to_renew: "This broker has no TLS of ours to renew. First: solar-heating broker tls",
		no_listener_yet: "This broker names no listener yet. First: solar-heating broker harden",
		port_taken_plain:
			"Port {port} is taken by a listener with no certificate ({file}, line {line}). Name another one with --port.",
		port_taken_tls:
			"Port {port} is taken by a listener with {certificate} ({file}, line {line}). Name another one with --port.",
		authority_keyless:
			"The authority {path} is there without its key, ca.key. Put the key back for this; without it every client would need a new authority.",
		tls_new: "TLS at port {port}, 1.2 or newer, for {names}; new, good for {days} days.",
		tls_stands: "TLS at port {port}, 1.2 or newer, for {names}; good for {days} days.",
		tls_only: "Nothing is spoken in the clear any more: every client needs this port, TLS and the authority.",
		tls_for_app: "The app finds its broker by these options: mqtt.port {port}, mqtt.tls true, mqtt.ca {ca}",
		tls_for_others:
			"Others need the same file as their CA; it is no secret. Its key, ca.key beside it, is: whoever has it can pose as the broker.",
		tls_client: "{name} comes with mqtt.cert {cert} and mqtt.key {key}; the key is its secret.",
		tls_certificate_free: "Port {port} asks for no client certificate any more. A login is asked for as before.",
		certificate_names_user:
			"{setting} in {file}, line {line}, makes users of the names in certificates: without one nobody gets in there. Take that line out first.",
		tls_certificate_required:
			"Nobody gets in at this port without a certificate as well as a login: solar-heating broker tls --client NAME",
		tls_client_ends: "{name}: its certificate ends in {days} days. Make it anew with --client {name}.",
		tls_renew:
			"Certificates are renewed by `solar-heating broker tls --renew`, once a day from cron or the timer solar-heating-broker-tls: it acts {days} days before the end, and throws nobody out.",
	},
} as const;
