import { wishOf } from "../../acts/wish.ts";
import type { Html } from "../../html.ts";
import type { RenderContext } from "../../render-context.ts";
import type { OutputView } from "../../view.ts";
import { button } from "./button.ts";

const MINUTE = 60;
const HOUR = 60 * MINUTE;
/** Seconds. A heater is held on for an hour at most. */
const ON = [30 * MINUTE, HOUR, 2 * HOUR] as const;
const HEATER_ON = [15 * MINUTE, 30 * MINUTE, HOUR] as const;
const OFF = [HOUR, 4 * HOUR, 24 * HOUR] as const;

/**
 * Buttons for a person's hold. Nothing switches before one of them, and each says what happens and for how long. Nothing for
 * a reader who may not.
 */
export function holds(context: RenderContext, output: OutputView, inCircuit: boolean): Html | undefined {
	const { html, word, may } = context;
	const { id, name, role } = output;
	const held = manualOf(output);
	const note =
		held !== undefined && output.rank !== "manual"
			? html`<p class="note">${word("hold_overruled", { wish: held.text })}</p>`
			: undefined;
	// A valve in a circuit follows the circuit.
	if (!may || (role === "valve" && inCircuit)) return note;
	const on = role === "heater" ? HEATER_ON : ON;
	const choice = (want: number, key: "hold_on_for" | "hold_off_for", all: readonly number[]) =>
		html`<p class="buttons">${all.map((lasts) => button(context, wishOf.hold(id, want, lasts), word(key, { for: lasting(lasts) }), { about: name }))}</p>`;
	return html`${note}${
		held === undefined
			? undefined
			: html`<p class="buttons">${button(context, wishOf.release(id), word("hold_back"), { about: name, main: true })}</p>`
	}<details class="hold" id="hold-${id}"><summary>${word("hold_by_hand")}</summary><div class="panel">${choice(100, "hold_on_for", on)}${choice(0, "hold_off_for", OFF)}<p class="quiet">${word("hold_ends")}</p></div></details>`;
}

/** A person's wish, whether it won or not. */
function manualOf({ rank, text, overruled }: OutputView): { readonly text: string } | undefined {
	return rank === "manual" ? { text } : overruled.find((one) => one.rank === "manual");
}

const lasting = (seconds: number) => (seconds < HOUR ? `${seconds / MINUTE} min` : `${seconds / HOUR} h`);
