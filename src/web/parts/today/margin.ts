import type { ToldExplanation } from "#texts/explanation.ts";
import type { Html } from "../../html.ts";
import type { RenderContext } from "../../render-context.ts";

const WIDTH = 360;
/** Units of the picture that a label may come near to an edge, and that the words inside need. */
const EDGE = 46;
const ROOM = 96;

/**
 * How far what is measured is from the limit at which the output changes. Nothing for times, and for a yes or no. Widths are
 * attributes, as the page has no inline style.
 */
export function margin(context: RenderContext, told: ToldExplanation | undefined, on: boolean): Html | undefined {
	const { html, word } = context;
	const condition = told?.changes[0]?.condition;
	if (condition === undefined || condition.is === "so" || condition.unit === "s") return undefined;
	const { value, limit, unit } = condition;
	const shown = (number: number, as = unit) =>
		`${context.decimal(number, Number.isInteger(number) ? 0 : 1)}${as === "" || as === "price" ? "" : ` ${as}`}`;
	const span = Math.max(Math.abs(value - limit), 0.5);
	const low = Math.min(value, limit) - span * 0.55;
	const x = (number: number) => Math.round(((number - low) / (span * 2.1)) * WIDTH);
	const [at, stop] = [x(value), x(limit)];
	const [begin, wide] = [Math.min(at, stop), Math.abs(at - stop)];
	const beyond = value > limit ? { x: 0, width: stop } : { x: stop, width: WIDTH - stop };
	const label = (number: number) => Math.min(WIDTH - EDGE, Math.max(EDGE, number));
	const now = word("margin_now", { value: shown(value) });
	const left = word("margin_left", { margin: shown(Math.abs(value - limit), unit === "°C" ? "K" : unit) });
	return html`<svg class="margin${on ? " on" : ""}" viewBox="0 0 ${WIDTH} 66" role="img" aria-label="${now}, ${left}"><rect class="track" x="0.5" y="22.5" width="${WIDTH - 1}" height="19" rx="9.5"/><rect class="beyond" x="${beyond.x + 1}" y="23" width="${Math.max(0, beyond.width - 2)}" height="18" rx="9"/><rect class="fill" x="${begin}" y="23" width="${wide}" height="18"/>${
		wide > ROOM ? html`<text class="in c" x="${begin + wide / 2}" y="36">${left}</text>` : undefined
	}<path class="limit" d="M${stop} 18v28"/><path class="at" d="M${at - 6} 13h12l-6 8z"/><text class="c now" x="${label(at)}" y="10">${now}</text><text class="c" x="${label(stop)}" y="61">${shown(limit)}</text></svg>`;
}
