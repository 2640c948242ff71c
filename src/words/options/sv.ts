import type { Like } from "../like.ts";
import type { en } from "./en.ts";

/** Of a sensor and of an output. */
const NAMED = {
	id: {
		name: "Id",
		description:
			"Kan lämnas tomt om det finns ett namn: då bildas det av det. Det ingår i ämnen och entitets-id, så ändra det inte senare. En liten bokstav (a–z) först, sedan bokstäver, siffror och _.",
	},
	name: { name: "Namn", description: "Vad du kallar den, på vilket språk som helst." },
};

export const sv: Like<typeof en> = {
	configuration: {
		language: {
			name: "Språk",
			description:
				"Språk för namn och förklaringar i Home Assistant, för loggen och för appens egen sida. auto: sidan följer webbläsaren, allt annat är på engelska.",
		},
		sensors: {
			name: "Givare",
			description: "Vad som mäts och var det är anslutet. Pumpen styrs efter en solfångar- och en tankgivare.",
			fields: {
				...NAMED,
				role: {
					name: "Roll",
					description:
						"collector: vid den heta utgången. tank: tanken, i höjd med solslingan. tank_layer: annan plats. flow_line, return_line: fram- och retur. stove, boiler, pool: vattnet i den. room: ett rum. outdoor_air, exhaust_air, supply_air, extract_air: luft. flow, irradiance, pressure, power, surplus_power, price, energy, humidity: mätare. tap: tappning. sun_tomorrow: en prognos. other: visas bara.",
				},
				of: {
					name: "Hör till",
					description:
						"Id eller namn på den solfångare, tank eller annan del som den mäter. Behövs bara om det finns flera.",
				},
				source: {
					name: "Källa",
					description: "Var den är ansluten: typ av enhet, kolon, adress. Till exempel one_wire:28-0123456789ab.",
				},
				height: {
					name: "Höjd",
					description: "För tank_layer: höjd över tankens botten.",
				},
				offset: {
					name: "Korrigering",
					description: "Läggs till varje mätvärde, enligt en kalibrering.",
				},
				unit: {
					name: "Måttenhet",
					description:
						"För en givare över MQTT eller Home Assistant: enheten som den rapporterar i. Tomt fält betyder den som Home Assistant anger, eller °C, L/min, bar, W/m², W, kWh eller %.",
				},
				max_age: {
					name: "Åldersgräns",
					description:
						"För en givare över MQTT eller Home Assistant: utan nytt värde så här länge räknas den som förlorad. Tomt fält betyder 300.",
				},
			},
		},
		outputs: {
			name: "Utgångar",
			description: "Vad som styrs och var det är anslutet: pumpen, och elpatronen om det finns någon.",
			fields: {
				...NAMED,
				role: {
					name: "Roll",
					description:
						"Vad utgången styr. pump: solfångarkretsens pump. heater: elpatronen i tanken. valve: en ventil med två lägen. other: går bara när du slår på den.",
				},
				of: {
					name: "Hör till",
					description: "För heater: id eller namn på den tank som den värmer. Behövs bara om det finns flera.",
				},
				target: {
					name: "Mål",
					description:
						"Var den är ansluten: typ av enhet, kolon, adress. Till exempel usb_relay:/dev/serial/by-id/NAME/1, där 1 är reläet.",
				},
				wiring: {
					name: "Inkoppling",
					description:
						"no (slutande kontakt): lasten går när reläet är draget. nc (brytande kontakt): lasten går när reläet är i vila. Anslut en elpatron till no.",
				},
				rest: {
					name: "Viloläge",
					description:
						"Vad lasten gör när ingen funktion styr den. load_off: den är av. load_on: den går. hold: den förblir som den var.",
				},
				min: {
					name: "Lägsta nivå",
					description:
						"För ett mål som kan ställas i procent: utgången går på minst den här nivån. Under den står många pumpar stilla. En multipel av steget. Utelämnad är den 30.",
				},
				max: {
					name: "Högsta nivå",
					description:
						"För ett mål som kan ställas i procent: utgången går på högst den här nivån. En multipel av steget. Utelämnad är den 100.",
				},
				step: {
					name: "Steg",
					description: "För ett mål som kan ställas i procent: nivån är en hel multipel av detta. Utelämnat är det 1.",
				},
				curve: {
					name: "Signalens kurva",
					description:
						"Hur pumpen läser sin signal. direct: 0 till 10 V eller 0 till 100 % är varvtalet. inverted: 10 till 0 V. pwm_solar: PWM-profil för solpumpar, utan signal står den. pwm_heating: PWM-profil för cirkulationspumpar i värmesystem, utan signal går den på fullt varvtal. Utelämnad: direct.",
				},
				dead_band: {
					name: "Dödband",
					description:
						"För ett mål som kan ställas i procent: en mindre ändring av nivån än så får vänta. Utelämnat har en pump 5, eller lite mer än sitt steg. Starter, stopp, handkörning och säkerhet väntar inte.",
				},
				kick: {
					name: "Full fart vid start",
					description:
						"För ett mål som kan ställas i procent: efter en start går utgången så länge på sin högsta nivå, så att en pump som kärvar lossnar.",
				},
				travel: {
					name: "Ställtid",
					description:
						"För en ventil: hur lång tid den tar från det ena läget till det andra. Tills dess går ingen pump genom den.",
				},
				full_flow: {
					name: "Flöde vid full fart",
					description:
						"För en pump: flödet vid full fart, som flödesmätarens glas visar det. Med det räknas värme även utan flödesgivare.",
				},
				least_run: {
					name: "Minsta gångtid",
					description: "Efter en start går den minst så länge. Säkerhetsstopp fördröjs aldrig.",
				},
				least_rest: {
					name: "Minsta vilotid",
					description: "Efter ett stopp vilar den minst så länge.",
				},
				starts_per_hour: {
					name: "Starter per timme",
					description: "Högst så många starter på en timme; 0 betyder ingen gräns.",
				},
				excludes: {
					name: "Inte samtidigt med",
					description:
						"Id för en annan utgång. Den här utgången förblir av medan den andra ska gå. Ingen av dem startar innan den andras kort bekräftar att den är av.",
				},
				unverified_ok: {
					name: "Obekräftat godtas",
					description:
						"För en elpatron vars kort inte kan bekräfta att det gjorde som det skulle. true: du känner till det, och elpatronen har ett eget överhettningsskydd (STB) som fungerar. Annars förblir elpatronen av där.",
				},
			},
		},
		mqtt: {
			name: "MQTT-broker",
			description: "Med Home Assistants egen Mosquitto-broker behöver inget ändras här.",
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
					description: "Läser lösenordet ur den här filen i stället. Bara appens användare får kunna läsa filen.",
				},
				allow_anonymous_broker: {
					name: "Tillåt en broker utan konto",
					description:
						"Bara om det inte finns något konto alls: ansluter utan konto, till en broker som godtar alla klienter. Ett larm visas så länge det är så.",
				},
				tls: {
					name: "TLS",
					description: "Krypterar anslutningen och kontrollerar brokerns certifikat.",
				},
				ca: {
					name: "CA-certifikat (fil)",
					description: "PEM-fil för den utfärdare som har signerat brokerns certifikat, till exempel /ssl/ca.crt.",
				},
				cert: {
					name: "Klientcertifikat (fil)",
					description: "PEM-fil, om brokern kräver ett klientcertifikat.",
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
					description: "Det prefix som Home Assistant upptäcker enheter under; samma som i MQTT-integrationen.",
				},
				home_assistant_version: {
					name: "Home Assistants version",
					description:
						"Bara utan Supervisor, som själv säger den: till exempel 2026.11. Lämnas den tom visas entiteterna så som en äldre version förstår dem.",
				},
				device_name: {
					name: "Enhetens namn",
					description:
						"Vad anläggningen heter i Home Assistant. Ge varje hus ett eget namn om flera delar på en broker. Lämnas det tomt: Solvärmen.",
				},
				device_model: {
					name: "Enhetens modell",
					description:
						"Modellen som Home Assistant visar på enhetens sida. Lämnas den tom: hur många givare och utgångar som finns.",
				},
				page_url: {
					name: "Sidans adress",
					description:
						"Bara utan Supervisor, som själv säger den: adressen som en webbläsare i huset öppnar appens sida på. Home Assistants enhetssida länkar då dit.",
				},
			},
		},
		tank: {
			name: "Tank",
			description: "Ackumulatortanken som solfångaren laddar.",
			fields: {
				volume: {
					name: "Volym",
					description: "Tankens volym.",
				},
			},
		},
		heater: {
			name: "Elpatronens effekt",
			description: "Elpatronen i tanken.",
			fields: {
				power: {
					name: "Effekt",
					description: "Elpatronens effekt enligt märkskylten.",
				},
			},
		},
		energy: {
			name: "Energi",
			description: "Vad värmemätningen behöver veta om anläggningen.",
			fields: {
				glycol: { name: "Glykol", description: "Andel propylenglykol i solfångarnas vätska. 0 är vatten." },
				cold_water: {
					name: "Kallvatten",
					description: "Hur varmt vattnet är som kommer in i tanken. Lagrad och tappad värme räknas därifrån.",
				},
			},
		},
		preset: {
			name: "Förinställning",
			description:
				"Som vilken regulator funktionerna är inställda där du inte har ställt in dem själv. predecessor: som appen levereras. resol_bs4: RESOL DeltaSol BS/4. ta_uvr61: Technische Alternative UVR61-3. sorel: SOREL TDC. viessmann_sm1: Viessmann SM1. Dokumentationen visar vad var och en ställer in.",
		},
		system_mode: {
			name: "Driftläge",
			description: "auto: styrningen styr anläggningen. off: allt är i viloläge, bara säkerhetsfunktionerna verkar.",
		},
		site: {
			name: "Plats",
			description: "Var huset står.",
			fields: {
				latitude: {
					name: "Latitud",
					description: "Husets latitud; norr är positivt.",
				},
				longitude: {
					name: "Longitud",
					description: "Husets longitud; öster är positivt.",
				},
				time_zone: {
					name: "Tidszon",
					description: "Till exempel Europe/Stockholm. Om fältet är tomt gäller datorns tidszon.",
				},
			},
		},
		history: {
			name: "Historik",
			description: "Vad styrningen själv sparar av det som varit.",
			fields: {
				days: {
					name: "Sparade dagar",
					description:
						"Hur länge temperaturer (ett medelvärde per minut) och till- och frånslag sparas. 30 dagar med 15 givare tar 2 MB. Timvärden sparas alltid i tre år.",
				},
			},
		},
		watch: {
			name: "Bevakning av brokern",
			description: "Bevakar brokerns logg: nekade inloggningar, angrepp, nya adresser.",
			fields: {
				enabled: {
					name: "Påslagen",
					description: "Läser brokerns logg, och larmar i Home Assistant när någon angriper brokern.",
				},
				log_file: {
					name: "Brokerns loggfil",
					description:
						"Filen som ska läsas. Lämna tomt för att få loggen över MQTT: brokern behöver då `log_dest topic`, och appens konto rätt att läsa `$SYS/broker/log/#`.",
				},
			},
		},
		audit_trail: {
			name: "Revisionslogg",
			description:
				"Sparar inloggningar, avslag, ändringar och granskningar, hopkedjade så att senare ändringar upptäcks.",
			fields: {
				days: {
					name: "Sparade dagar",
					description: "Hur länge posterna sparas. Ett år i ett vanligt hus tar 2 MB.",
				},
			},
		},
		syslog: {
			name: "Loggmottagare (syslog)",
			description: "Skickar revisionsloggens poster, och larm, till en mottagare (SIEM), enligt RFC 5424.",
			fields: {
				host: {
					name: "Mottagarens adress",
					description:
						"Namn eller adress på den dator som samlar säkerhetshändelser. Lämna tomt för att inte skicka något.",
				},
				port: {
					name: "Mottagarens port",
					description: "Oftast 6514 med TLS, 514 eller 601 utan.",
				},
				tls: {
					name: "Kryptering (TLS)",
					description:
						"Krypterar anslutningen och kontrollerar mottagarens certifikat. Stäng bara av i ett nät som du litar på.",
				},
				ca: {
					name: "CA-certifikatfil",
					description: "PEM-fil för den utfärdare som signerade mottagarens certifikat, till exempel /ssl/ca.crt.",
				},
			},
		},
		turn: {
			name: "Styrcykel",
			description: "Hur ofta styrningen fattar beslut. Ändra bara om datorn är mycket långsam.",
		},
		log_level: {
			name: "Loggnivå",
			description:
				"Hur mycket som skrivs i loggen. info: varje ändring. warning och error: bara störningar. debug och trace: mer, för felsökning.",
		},
	},
};
