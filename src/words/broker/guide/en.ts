export const en = {
	broker: {
		guide_login:
			"1. A login for this app only. Settings > Apps > Mosquitto broker > Configuration > ⋮ > Edit in YAML: add",
		guide_password:
			"The password is new and stored nowhere: enter it on this app's Configuration page as well, and in your password manager",
		guide_rights: "2. Rights. On the same page of Mosquitto broker, so that it reads files of yours",
		guide_acl_conf: "/share/mosquitto/acl.conf (by the Samba, SSH or File editor app; one line)",
		guide_acl:
			"/share/mosquitto/accesscontrollist; {users} keep all rights. Every other user needs a part of its own, or has no rights",
		guide_tls: "3. TLS. With a certificate and its key in /ssl, on the same page; ports 8883 and 8884 speak TLS then",
		guide_tls_clients:
			"Certificates for clients too, if you want them: cafile is the authority that signed them, in /ssl",
		guide_tls_app:
			"In this app, with the name that stands in the certificate as host. Without mqtt.ca the public authorities are trusted",
		guide_close:
			"4. When every client speaks TLS: on the same page under Network, leave 1883 and 1884 empty. Then save, restart Mosquitto broker, and",
		guide_seen: "What can be seen of this broker over the network now",
		guide_unseen: "What cannot be proven from here",
		unseen_users: "What other users may do: testing that needs their logins. The rules above decide it.",
		unseen_ports:
			"Ports that this app does not use (1883, 1884, 8883, 8884), unless they are named: solar-heating check --listener core-mosquitto:1884",
		unseen_files:
			"What is in the broker's files and its log, and that they are backed up: Home Assistant's own backup holds them.",
	},
} as const;
