import type { Like } from "../like.ts";
import type { en } from "./en.ts";

export const sv: Like<typeof en> = {
	configuration: {
		language: {
			name: "Språk",
			description:
				"För namn och förklaringar i Home Assistant, för loggen och appens egen sida. auto: sidan följer webbläsaren, resten är på engelska.",
		},
		sensors: {
			name: "Givare",
			description: "Vad som mäts och var det sitter. Pumpen går efter solfångaren och tanken.",
			fields: {
				id: {
					name: "Id",
					description:
						"Ett kort namn som du väljer, en del av ämnen och entitets-id; behåll det för alltid. En liten bokstav (a–z), sedan bokstäver, siffror och _.",
				},
				role: {
					name: "Roll",
					description:
						"Vad givaren mäter. collector: solfångaren, vid den heta utgången. tank: tanken, där solslingan avger sin värme. tank_layer: någon annanstans i tanken. return_line: returledningen till solfångaren. outdoor_air, exhaust_air, supply_air, extract_air: ute-, av-, till- och frånluft vid ventilationsaggregatet. other: visas bara.",
				},
				source: {
					name: "Källa",
					description: "Var den sitter: typ av enhet, kolon, adress. Till exempel one_wire:28-0123456789ab.",
				},
				height: {
					name: "Höjd",
					description: "För tank_layer: höjd över tankens botten.",
				},
				offset: {
					name: "Korrigering",
					description: "Läggs till varje mätvärde, efter en kalibrering.",
				},
			},
		},
		outputs: {
			name: "Utgångar",
			description: "Vad som styrs och var det sitter: pumpen, och elpatronen om det finns någon.",
			fields: {
				id: {
					name: "Id",
					description:
						"Ett kort namn som du väljer, en del av ämnen och entitets-id; behåll det för alltid. En liten bokstav (a–z), sedan bokstäver, siffror och _.",
				},
				role: {
					name: "Roll",
					description:
						"Vad utgången styr. pump: solfångarkretsens pump. heater: elpatronen i tanken. other: går bara när du slår på den.",
				},
				target: {
					name: "Mål",
					description:
						"Var den sitter: typ av enhet, kolon, adress. Till exempel usb_relay:/dev/serial/by-id/NAME/1, där 1 är reläet.",
				},
				wiring: {
					name: "Inkoppling",
					description:
						"no (slutande kontakt): lasten går när reläet är draget. nc (brytande kontakt): lasten går när reläet är i vila. En elpatron hör hemma på no.",
				},
				rest: {
					name: "Viloläge",
					description:
						"Vad lasten gör när ingen styr den. load_off: den är av. load_on: den går. hold: den förblir som den var.",
				},
				least_run: {
					name: "Minsta gångtid",
					description: "En start varar minst så länge. Stopp för säkerheten fördröjs aldrig.",
				},
				least_rest: {
					name: "Minsta vilotid",
					description: "Efter ett stopp vilar den minst så länge.",
				},
				starts_per_hour: {
					name: "Starter per timme",
					description: "Högst så många starter i timmen; 0 är ingen gräns.",
				},
				excludes: {
					name: "Viker för",
					description:
						"En annan utgångs id: den här förblir av medan den andra ska vara på. Ingen av dem startar innan den andras kort säger att den är av.",
				},
			},
		},
		mqtt: {
			name: "MQTT-broker",
			description: "Med Home Assistants egen Mosquitto-broker finns inget att fylla i här.",
			fields: {
				host: {
					name: "Brokerns adress",
					description: "MQTT-brokerns namn eller adress.",
				},
				port: {
					name: "Brokerns port",
					description: "Oftast 1883 utan TLS och 8883 med TLS.",
				},
				username: {
					name: "Användarnamn",
					description:
						"Det konto som du har lagt upp för appen hos brokern. Lämna det tomt för att använda det som Home Assistant erbjuder sina appar.",
				},
				password: {
					name: "Lösenord",
					description: "Kontots lösenord.",
				},
				password_file: {
					name: "Lösenordsfil",
					description: "Läs lösenordet ur den här filen i stället; bara appens användare får kunna läsa den.",
				},
				allow_anonymous_broker: {
					name: "Tillåt en broker utan konto",
					description:
						"Bara om det inte finns något konto alls: anslut som ingen, till en broker som släpper in alla. Ett larm säger det så länge det varar.",
				},
				tls: {
					name: "TLS",
					description: "Kryptera anslutningen och kontrollera brokerns certifikat.",
				},
				ca: {
					name: "CA-certifikat (fil)",
					description: "PEM-fil för den utfärdare som har signerat brokerns certifikat, till exempel /ssl/ca.crt.",
				},
				cert: {
					name: "Klientcertifikat (fil)",
					description: "PEM-fil, om brokern vill ha ett klientcertifikat.",
				},
				key: {
					name: "Klientnyckel (fil)",
					description: "PEM-fil med klientcertifikatets privata nyckel.",
				},
				base_topic: {
					name: "Ämnesprefix",
					description:
						"Alla ämnen (topics) från appen börjar med detta. Bokstäver, siffror, _ och -, med / mellan nivåerna.",
				},
				discovery_prefix: {
					name: "Discovery-prefix",
					description:
						"Det prefix som Home Assistant lyssnar på för att upptäcka enheter; samma som i MQTT-integrationen.",
				},
			},
		},
		tank: {
			name: "Tank",
			description: "Ackumulatortanken som solfångaren laddar.",
			fields: {
				volume: {
					name: "Volym",
					description: "Vad tanken rymmer.",
				},
			},
		},
		heater: {
			name: "Elpatron",
			description: "Elpatronen i tanken.",
			fields: {
				power: {
					name: "Effekt",
					description: "Vad elpatronen drar enligt märkskylten.",
				},
			},
		},
		system_mode: {
			name: "Driftläge",
			description: "auto: regleringen styr. off: allt vilar, bara säkerheten verkar.",
		},
		site: {
			name: "Plats",
			description: "Var huset står.",
			fields: {
				latitude: {
					name: "Latitud",
					description: "Husets; norr är positivt.",
				},
				longitude: {
					name: "Longitud",
					description: "Husets; öster är positivt.",
				},
				time_zone: {
					name: "Tidszon",
					description: "Till exempel Europe/Stockholm; utan den gäller maskinens.",
				},
			},
		},
		history: {
			name: "Historik",
			description: "Vad styrningen själv minns av det som varit.",
			fields: {
				days: {
					name: "Sparade dagar",
					description:
						"Hur länge temperaturerna, ett medelvärde i minuten, och utgångarnas till- och frånslag sparas. 30 dagar med 15 givare tar 2 MB.",
				},
			},
		},
		watch: {
			name: "Bevakning av brokern",
			description: "Bevakar brokerns logg: nekade inloggningar, angrepp, nya adresser.",
			fields: {
				enabled: {
					name: "Påslagen",
					description: "Läs brokerns logg och larma i Home Assistant när någon prövar något.",
				},
				log_file: {
					name: "Brokerns loggfil",
					description:
						"Läs den här filen. Lämna tomt för att få loggen över MQTT: brokern behöver då `log_dest topic`, och den här appens inloggning rätt att läsa `$SYS/broker/log/#`.",
				},
			},
		},
		audit_trail: {
			name: "Revisionslogg",
			description: "Inloggningar, avslag, ändringar och granskningar, hopkedjade så att ingen kan ändra dem obemärkt.",
			fields: {
				days: {
					name: "Dagar som sparas",
					description: "Så länge sparas vem som ändrade vad. Ett år i ett vanligt hus tar 2 MB.",
				},
			},
		},
		syslog: {
			name: "Loggmottagare (syslog)",
			description: "Lämnar vidare det som står i revisionsloggen, och larm, till en mottagare (SIEM), enligt RFC 5424.",
			fields: {
				host: {
					name: "Mottagarens adress",
					description:
						"Namn eller adress på den maskin som samlar säkerhetshändelser. Lämna tomt för att inte skicka något.",
				},
				port: {
					name: "Mottagarens port",
					description: "Oftast 6514 med TLS, 514 eller 601 utan.",
				},
				tls: {
					name: "Kryptering (TLS)",
					description:
						"Kryptera anslutningen och kontrollera mottagarens certifikat. Stäng bara av i ett nät som du litar på.",
				},
				ca: {
					name: "CA-certifikatfil",
					description: "PEM-fil för den utfärdare som signerade mottagarens certifikat, till exempel /ssl/ca.crt.",
				},
			},
		},
		turn: {
			name: "Reglervarv",
			description:
				"Regleringen beslutar en gång på så många sekunder. Låt den vara, om inte maskinen är mycket långsam.",
		},
		log_level: {
			name: "Loggnivå",
			description:
				"Hur mycket som skrivs i loggen. info: det som ändras. warning och error: bara störningar. debug och trace: mer, för felsökning.",
		},
	},
};
