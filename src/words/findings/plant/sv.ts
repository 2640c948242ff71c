import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

/** What checks of the plant found. */
export const sv: Like<typeof en> = {
	finding: {
		no_flow:
			"{output:id} har gått i {minutes} min utan att flytta något: solfångaren håller {collector:°C}, {gain:K} mer än tanken. Titta på pumpen, säkringen och ventilerna, och om det finns luft eller för lite vätska i kretsen. Det här upphör när en körning ger under 40 K.",
		no_flow_metered:
			"{output:id} har gått i {minutes} min, och flödesmätaren visar {flow} L/min. Titta på pumpen, säkringen och ventilerna, och om det finns luft i kretsen; eller på mätaren. Det här upphör när mätaren visar ett flöde igen.",
		night_flow:
			"På natten, medan pumpen vilar, håller {part:id} {collector:°C} och uteluften {outdoor:°C}: varm vätska stiger från tanken. Titta på backventilen, som inte stänger, och om pumpen verkligen vilar. Det här upphör efter en natt utan det.",
		night_flow_alone:
			"På natten, medan pumpen vilar, håller {part:id} {collector:°C}: varm vätska stiger från tanken. Titta på backventilen, som inte stänger, och om pumpen verkligen vilar. Det här upphör efter en natt utan det.",
		swapped_at_night:
			"{circuit:id} laddade på natten, med {sensor:id} på {collector:°C} och {by:id} på {tank:°C}. Det gör ingen sol: de två givarna är troligen förväxlade, eller så går klockan fel. Byt plats på deras källor. Det här upphör två dygn efter att det hände sist.",
		swapped_by_day:
			"{by:id} steg till {tank:°C} på en halvtimme utan att något värmde tanken, och {sensor:id} stod kvar på {collector:°C}: så beter sig en solfångare i solen. De två givarna är troligen förväxlade. Byt plats på deras källor. Det här upphör två dygn efter att det hände sist.",
		swapped_lines:
			"Medan pumpen laddar håller {sensor:id} {flow:°C} och {by:id} {back:°C}: returen är varmare än framledningen. Givarna är förväxlade, eller rören. Det här upphör när en körning visar dem rätt.",
		pump_reversed:
			"{output:id} startade {starts} gånger under en timme då tanken blev {rise:K} varmare: i sådan sol borde den gå vidare. Varje gång kommer kall vätska till solfångarens givare. Titta på pilen på pumpen: den ska trycka från tankens kalla ände till solfångaren. Eller så är solfångarens tillopp och retur förväxlade: byt rören, eller flytta givaren till den varma änden. Eller så visar givaren några K för lite: på natten, efter timmar av vila, är den lika varm som luften. Om allt stämmer, låt pumpen gå långsammare. Detta upphör efter en timmes sol med högst 2 starter.",
		wired_the_other_way:
			"När {output:id} är på blir solfångaren allt hetare, och när den vilar rör sig vätskan. Pumpen sitter på reläets andra kontakt. Flytta ledningen från NC till NO med säkringen av, eller välj i Installation att pumpen stannade när den provades (wiring: nc). Detta upphör när en körning värmer tanken.",
		sensor_without_power:
			"{sensor:id} hoppade till exakt {value:°C} och står kvar där: det visar en DS18B20 som tappat strömmen. Titta på dess ledningar. Det här upphör när den visar något annat.",
		sensor_stuck:
			"{sensor:id} har visat exakt {value:°C} för länge för att det ska stämma. Titta på givaren och enheten som läser den. Det här upphör när den visar något annat.",
		sensor_offset:
			"På natten, när de borde vara lika, skiljer sig {sensor:id} från {by:id} med {offset:K}, natt efter natt. Titta om den sitter i sin dykficka, eller rätta dess offset. Det här upphör efter tre nätter med mindre än 3 K.",
		heater_no_effect:
			"{output:id} var på i {minutes} min utan att någon givare på tanken blev 2 K varmare. Titta på säkringen, dess egen termostat och överhettningsskydd, och elementet. Det här upphör när en körning värmer tanken.",
		relay_stays_off:
			"{output:id} slogs på, men kortet rapporterar sedan flera minuter att den är av. Titta på reläet och kortet. Det här upphör när båda stämmer överens.",
		relay_stays_on:
			"{output:id} slogs av, men kortet rapporterar sedan flera minuter att den är på: kontakten har fastnat. Slå av den vid säkringen och byt reläet. Det här upphör när båda stämmer överens.",
		pump_starts_often:
			"{output:id} startade {starts} gånger på ett dygn, {days} dygn i rad, vilket sliter på den och reläet. Öka skillnaden mellan start och stopp, eller dess least_run. Det här upphör efter ett dygn med färre än 60 starter.",
		pump_worn:
			"{output:id} har gått i {hours} h och startat {starts} gånger: pumpar och reläer i hus är gjorda för ungefär 40000 h och 100000 starter. Ha en i reserv. Det här står kvar tills utgången får ett annat id.",
		flow_fallen:
			"Vid full fart ger {output:id} {flow} L/min, och {usual} L/min är det vanliga: så har det varit i {days} dagar. Leta efter luft, ett igensatt filter eller en halvstängd ventil, och kontrollera trycket och pumpen, eller mätaren. Detta upphör med en dag nära det vanliga. Om det är avsikten lärs det in på nytt när utgången får ett annat id.",
		yield_low:
			"{circuit:id} ger högst {percent} % av sin vanliga värme vid detta ljus, {days} soliga dagar i rad. Kontrollera glaset (snö, löv, smuts, skugga), att alla solfångare är varma och genomströmmas, luft i kretsen, isoleringen och givarna. Detta upphör efter två soliga dagar nära det vanliga.",
		yield_low_alone:
			"{circuit:id} har inte kommit i närheten av sina egna bra timmar på {days} dagar med tillräckligt med sol för drift: högst {percent} % av dem. Kanske var det aldrig klart; om himlen var klar, kontrollera glaset (snö, löv, smuts, skugga), att alla solfångare är varma och genomströmmas, luft i kretsen och givarna. Detta upphör med två bra timmar i rad.",
		yield_high:
			"{circuit:id} visar {percent} % eller mer av sin vanliga värme, under {days} dagar: mer än solen ger. Troligen är flödet mindre än alternativen eller mätaren anger, på grund av luft, ett igensatt filter eller en förkalkad slinga, eller så visar en givare för mycket. Kontrollera flödesglaset, trycket och givarna. Rätta full_flow eller area efter en ändring av anläggningen: då lärs den in på nytt. Detta upphör när värmen åter är nära den vanliga.",
	},
};
