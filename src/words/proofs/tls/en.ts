export const en = {
	proof: {
		tls_off: "TLS is off: the login crosses the network unencrypted.",
		tls_off_mend:
			"That is acceptable on one machine. Between machines, give the broker a certificate and switch mqtt.tls on.",
		tried_handshake: "Tried a TLS handshake with {place}.",
		certificate:
			"{version}; the certificate is for {names}, signed by {issuer}, which is trusted; it expires in {days} days.",
		certificate_mend: "Renew the broker's certificate now: when it expires, the connection is lost.",
		not_without_tls: "Not tried: TLS is off.",
		knocked_plain: "Tried to connect to {place} without TLS (and without a login).",
		answered_plain: "The broker answered in MQTT, so it accepts logins that anyone on the network can read.",
		answered_plain_mend:
			"Any proxy in front of this port must accept TLS only. If plain MQTT is needed, give it a port of its own on 127.0.0.1.",
		refused_by_alert: "It was refused with a TLS alert. Enforced.",
		hung_up: "The broker closed the connection without an MQTT answer. Enforced.",
		hung_up_and_gone: "It closed the connection, and then did not accept TLS either.",
		try_again: "Try again.",
		offered_old: "Offered only TLS 1.0 and 1.1 to {place}.",
		agreed_old: "The broker accepted {version}.",
		agreed_old_mend:
			"In mosquitto.conf set `tls_version tlsv1.2`, which is then the lowest version accepted, and no `ciphers` with SECLEVEL=0; restart Mosquitto.",
		refused_alert: "It was refused (alert {alert}). Enforced.",
		other_alert: "It failed for another reason (alert {alert}).",
		cannot_offer_old: "This machine itself cannot offer TLS 1.0 and 1.1 ({detail}), so this cannot be tried from here.",
		ask_for_new_tls: "To be sure, set `tls_version tlsv1.2` in mosquitto.conf.",
	},
} as const;
