export const en = {
	proof: {
		tls_off: "TLS is off: the login crosses the network readable.",
		tls_off_mend:
			"That is fine on one machine. Between machines, give the broker a certificate and switch mqtt.tls on.",
		tried_handshake: "Tried a TLS handshake with {place}.",
		certificate:
			"{version}; the certificate is for {names}, signed by {issuer}, which is trusted; it ends in {days} days.",
		certificate_mend: "Renew the broker's certificate now: when it ends, the connection ends.",
		not_without_tls: "Not tried: TLS is off.",
		knocked_plain: "Knocked at {place} without TLS (and without a login).",
		answered_plain: "The broker answered in MQTT, so it takes logins that anybody on the network can read.",
		answered_plain_mend:
			"Whatever stands before this port must take TLS only. Give plain MQTT, if it has to be, a port of its own on 127.0.0.1.",
		refused_by_alert: "It was refused by a TLS alert. Enforced.",
		hung_up: "The broker hung up without a word of MQTT. Enforced.",
		hung_up_and_gone: "It hung up, and did not take TLS either then.",
		try_again: "Try again.",
		offered_old: "Offered {place} TLS 1.0 and 1.1 only.",
		agreed_old: "The broker agreed on {version}.",
		agreed_old_mend:
			"In mosquitto.conf set `tls_version tlsv1.2`, which is the least that it then takes, and no `ciphers` with SECLEVEL=0; restart Mosquitto.",
		refused_alert: "It was refused (alert {alert}). Enforced.",
		other_alert: "It failed for another reason (alert {alert}).",
		cannot_offer_old: "This machine cannot offer TLS 1.0 and 1.1 itself ({detail}), so it cannot be tried from here.",
		ask_for_new_tls: "To be sure, set `tls_version tlsv1.2` in mosquitto.conf.",
	},
} as const;
