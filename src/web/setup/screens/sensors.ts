import { asks, SENSOR_ROLES, type SensorRole } from "#model/plant/sensor-role.ts";
import { KINDS, type Quantity } from "#model/quantities/quantity.ts";
import { sayAny } from "#texts/say.ts";
import { type Html, sentence } from "../../html.ts";
import { type Asking, choice, field, input } from "../ask.ts";
import type { SensorRow } from "../setup-view.ts";

/** What a thermometer usually is, the most needed first. */
const USUAL: readonly SensorRole[] = [
	...(["collector", "tank", "tank_layer", "flow_line", "return_line", "outdoor_air"] as const),
	...(["room", "stove", "boiler", "pool", "exhaust_air", "supply_air", "extract_air", "other"] as const),
];
const rolesFor = (quantity: Quantity): readonly SensorRole[] =>
	quantity === "temperature"
		? USUAL
		: SENSOR_ROLES.filter((role) => asks(role) === quantity || role === "other" || role === "tap");

/** Every sensor that is connected, live, to be told what it is. */
export function sensors(asking: Asking): Html {
	const { html, setup, say, button } = asking;
	const { sensors: all, looking } = setup;
	const title =
		all === undefined
			? say(looking ? "sensors_searching" : "step_sensors")
			: all.length === 1
				? say("sensors_one")
				: say("sensors_found", { count: all.length });
	return html`<div class="card"><div class="top"><h2>${title}</h2><p class="quiet">${say(looking ? "looks_again" : "looks_no_more")}</p></div>${
		all === undefined ? undefined : all.length === 0 ? html`<p>${say("sensors_none")}</p>` : rows(asking, all)
	}${looking ? undefined : html`<p class="buttons">${button("step:sensors", say("look_again"))}</p>`}<div class="foot"><p class="quiet">${say("sensors_needed")}</p><p class="buttons">${button("step:outputs", say("next_outputs"), { main: true })}</p></div></div>`;
}

const rows = (asking: Asking, all: readonly SensorRow[]): Html =>
	asking.html`<ul class="rows">${all.map((sensor, nth) => row(asking, sensor, nth))}</ul>`;

function row(asking: Asking, sensor: SensorRow, nth: number): Html {
	const { html, say, context } = asking;
	const { source, quantity = "temperature", value, text, held, role, name, height } = sensor;
	const id = `sensor-${source.replace(/[^\w-]+/g, "_")}`;
	const roles: readonly (readonly [string, string])[] = [
		["", say("role_choose")],
		...[...new Set([...rolesFor(quantity), ...(role === undefined ? [] : [role])])].map(
			(one) => [one, roleName(asking, one)] as const,
		),
	];
	const shown =
		value === undefined
			? html`<strong class="none">${context.word("no_value")}</strong>`
			: html`<strong>${context.measured(value, quantity)}</strong>`;
	return html`<li id="${id}" class="sensor${held ? " held" : ""}"><p class="value">${shown}</p>${line(asking, sensor)}<p class="what"><code>${shortened(source)}</code><span>${
		value === undefined ? sentence(text ?? "") : doing(asking, sensor)
	}</span></p>${field(asking, `${id}-role`, say("sensor_role"), choice(asking, { id: `${id}-role`, name: `role:${nth}`, chosen: role ?? "", all: roles }))}${field(
		asking,
		`${id}-name`,
		say("sensor_name"),
		input(asking, { id: `${id}-name`, name: `name:${nth}`, value: name }),
	)}${field(
		asking,
		`${id}-height`,
		say("sensor_height", { unit: "cm" }),
		input(asking, {
			id: `${id}-height`,
			name: `height:${nth}`,
			numeric: true,
			value: height === undefined ? "" : String(height),
		}),
		"height",
	)}<input type="hidden" name="source:${nth}" value="${source}" form="setup-form"></li>`;
}

export function roleName({ say, language }: Asking, role: SensorRole): string {
	if (role === "tank") return say("role_tank");
	if (role === "tank_layer") return say("role_tank_layer");
	return role === "other" ? say("role_other") : sayAny(language, "role", role);
}

/** What it does now, in words: that is also what a screen reader hears. */
function doing({ html, say, context }: Asking, { held, rise, guessed, role, quantity }: SensorRow): Html {
	if (held) return html`<b>▲ ${say("sensor_held", { rise: context.decimal(rise, 1) })}</b>`;
	if (guessed && role === "collector") return html`${say("guess_collector")}`;
	if (guessed && role === "tank") return html`${say("guess_tank")}`;
	if (quantity !== undefined && quantity !== "temperature") return html``;
	return html`${rise >= 0.5 ? say("sensor_rises", { rise: context.decimal(rise, 1) }) : say("sensor_steady")}`;
}

/** Of a long number only what tells it from others. */
const shortened = (source: string): string => source.replace(/^one_wire:([0-9a-f]{2}-)[0-9a-f]{8}/i, "$1…");

const WIDE = 84;
const HIGH = 24;
/** K that fill the height at least, so that noise is not drawn as a mountain. */
const SPAN = 3;

/** The last minute as a line. It says nothing that the words beside it do not say. */
function line({ html }: Asking, { line: values, quantity = "temperature" }: SensorRow): Html {
	if (values.length < 2 || KINDS[quantity].digits === undefined)
		return html`<svg class="trend" aria-hidden="true"></svg>`;
	const [low, high] = [Math.min(...values), Math.max(...values)];
	const span = Math.max(SPAN, high - low);
	const floor = (low + high - span) / 2;
	const points = values
		.map((value, n) => {
			const x = 2 + (n / (values.length - 1)) * (WIDE - 4);
			const y = HIGH - 2 - ((value - floor) / span) * (HIGH - 4);
			return `${x.toFixed(1)},${y.toFixed(1)}`;
		})
		.join(" ");
	return html`<svg class="trend" viewBox="0 0 ${WIDE} ${HIGH}" aria-hidden="true"><polyline points="${points}"/></svg>`;
}
