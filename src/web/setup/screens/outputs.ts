import { type Html, sentence } from "../../html.ts";
import type { Asking } from "../ask.ts";
import { type BoardKind, type BoardRow, HEARD, type TryingRow } from "../setup-view.ts";

/** Seconds for which one is on. */
const TRIED_FOR = 10;
/** Relays that are shown at once. Boards do not tell how many they have before they are opened. */
const SHOWN = 4;

/** Each output, to be tried once, and what it then is. */
export function outputs(asking: Asking): Html {
	const { html, setup, say, button } = asking;
	const { boards, trying } = setup;
	const [single, lines] = [boards.filter(isSingle), boards.filter((one) => !isSingle(one))];
	const foot = html`<div class="foot"><p class="quiet">${say("outputs_needed")}</p><p class="buttons">${button("step:sensors", say("back"))}${button("step:tank", say("next_tank"), { main: true })}</p></div>`;
	return html`${trying === undefined ? undefined : tried(asking, trying)}<div class="card"><h2>${say("boards_found", { count: boards.length })}</h2>${
		boards.length === 0 ? html`<p>${say("boards_none")}</p>` : confirmation(asking)
	}${lines.map((board) => boardOf(asking, board))}${
		single.length === 0
			? undefined
			: html`<details id="lines"><summary>${say("lines", { count: single.length })}</summary>${single.map((board) => boardOf(asking, board))}</details>`
	}${beyond(asking)}${chosen(asking)}${foot}</div>`;
}

/** A line of a chip has one output, and there are dozens of them. */
const isSingle = ({ kinds }: BoardRow): boolean =>
	kinds.every(({ what, outputs }) => what === "GPIO" && outputs.length === 1);

/** Before anything is switched, a person says that nobody can be hurt by it. */
const confirmation = ({ html, say }: Asking): Html =>
	html`<p class="check"><input type="checkbox" id="nobody" name="nobody" value="yes" form="setup-form"><label for="nobody">${say("nobody")}</label></p><p class="note">${say("try_warning", { seconds: TRIED_FOR })}</p>`;

function boardOf(asking: Asking, board: BoardRow): Html {
	const { html, say } = asking;
	const { at, name, state, held_by, text, kinds } = board;
	const said =
		state === "held"
			? held_by === undefined
				? say("board_held")
				: say("board_held_by", { by: held_by })
			: state === "used"
				? say("board_used")
				: state === "unreachable"
					? (text ?? say("board_held"))
					: undefined;
	const several = kinds.length > 1;
	return html`<div class="board"><h3>${kinds.length === 1 ? kinds[0]?.what : (name ?? say("board_unknown"))}</h3><p><code>${at}</code></p>${
		several && name === undefined
			? undefined
			: name === undefined || !several
				? html`<p class="quiet">${name}</p>`
				: undefined
	}${said === undefined ? undefined : html`<p class="quiet">${said}</p>`}${state === "free" ? kinds.map((kind) => relays(asking, kind, several)) : undefined}</div>`;
}

function relays(asking: Asking, { what, outputs }: BoardKind, named: boolean): Html {
	const { html, say } = asking;
	const [first, more] = [outputs.slice(0, SHOWN), outputs.slice(SHOWN)];
	const all = (some: BoardKind["outputs"]) =>
		html`<p class="buttons">${some.map((one) => tryButton(asking, what, one))}</p>`;
	const id = `more-${(outputs[0]?.target ?? "").replace(/[^\w-]+/g, "_")}`;
	return html`${named ? html`<p class="kind">${say("board_if", { what })}</p>` : undefined}${all(first)}${
		more.length === 0
			? undefined
			: html`<details id="${id}"><summary>${say("relays_more")}</summary>${all(more)}</details>`
	}`;
}

function tryButton(
	{ setup, say, button }: Asking,
	what: string,
	{ target, channel }: { target: string; channel: string },
) {
	const on = setup.trying?.state === "on" || setup.trying?.state === "stuck";
	const text = say("try", { output: outputName(say, target, channel), seconds: TRIED_FOR });
	return button(`try:${target}`, text, { label: `${what}: ${text}`, off: on, how: "try" });
}

/** Relay 1, line 17, or output 0 of a device beyond the broker. */
function outputName(say: Asking["say"], target: string, channel: string): string {
	if (target.startsWith("gpio:")) return say("name_line", { channel });
	return /^(?:shelly|tasmota|zigbee2mqtt|esphome):/.test(target)
		? say("name_output", { channel })
		: say("name_relay", { channel });
}

/** Devices that are reached through the broker are looked for when a person asks: it takes half a minute. */
const beyond = ({ html, setup, say, button }: Asking): Html =>
	html`<div class="board"><h3>${say("beyond")}</h3><p class="quiet">${say(`beyond_${setup.announced}`)}</p><p class="buttons">${button("announced", say("beyond_look"), { off: setup.announced === "looking" })}</p></div>`;

/** The one that is on, or was: what happened, and what it is therefore. */
function tried(asking: Asking, { target, state, left, seconds, text, confirmed }: TryingRow): Html {
	const { html, say, button } = asking;
	const output = sentence(outputName(say, target, target.slice(target.lastIndexOf("/") + 1)));
	const said =
		state === "on"
			? say("trying_on", { output })
			: state === "stuck"
				? say("trying_stuck", { output })
				: state === "failed"
					? say("trying_failed", { output })
					: say("trying_off", { output });
	const more = state === "on" ? (confirmed ? say("trying_ends") : say("trying_unconfirmed")) : (text ?? "");
	return html`<div class="card trying ${state}" role="status">${state === "on" ? dial(asking, left, seconds) : undefined}<div><p><strong>${said}</strong> ${
		state === "on" || state === "off" ? say("trying_asks") : undefined
	}</p>${more === "" ? undefined : html`<p class="quiet">${more}</p>`}<p class="buttons">${
		state === "failed" || state === "stuck"
			? undefined
			: HEARD.map((one) => button(`heard:${one}`, say(`heard_${one}`)))
	}${
		state === "on" || state === "stuck"
			? html`${button("stop", say("trying_stop"), { how: "danger" })}${state === "stuck" ? button("forget", say("trying_powerless")) : undefined}`
			: button("forget", say(state === "failed" ? "trying_close" : "trying_unsure"))
	}</p></div></div>`;
}

const AROUND = 2 * Math.PI * 32;

/** The seconds that are left, as a ring and in figures. */
function dial({ html }: Asking, left: number, seconds: number): Html {
	const part = (Math.max(0, left) / seconds) * AROUND;
	return html`<svg class="dial" viewBox="0 0 76 76" aria-hidden="true"><circle class="track" cx="38" cy="38" r="32"/><circle class="left" cx="38" cy="38" r="32" stroke-dasharray="${part.toFixed(1)} ${AROUND.toFixed(1)}" transform="rotate(-90 38 38)"/><text x="38" y="46">${Math.ceil(left)} s</text></svg>`;
}

function chosen({ html, setup, say, button }: Asking): Html | undefined {
	if (setup.outputs.length === 0) return undefined;
	return html`<h3>${say("outputs_chosen")}</h3><ul class="chosen">${setup.outputs.map(
		({ target, role, wiring }) =>
			html`<li><span><b>${role === "pump" || role === "heater" ? say(`is_${role}`) : role}</b> <span class="quiet">${say(wiring === "nc" ? "wired_nc" : "wired_no")}</span><br><code>${target}</code></span>${button(`remove:${target}`, say("remove"), { label: `${say("remove")}: ${target}` })}</li>`,
	)}</ul>`;
}
