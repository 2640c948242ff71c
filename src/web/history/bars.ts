import type { Html } from "../html.ts";
import type { RenderContext } from "../render-context.ts";
import type { BarView } from "./history-page-view.ts";

const TALL = 180;
const FOOT = 26;
const LEFT = 38;

const tenth = (value: number) => Math.round(value * 10) / 10;

/** Heat by source, a bar for each day, month or year; the sum of each source beside its name. */
export function bars(context: RenderContext, all: readonly BarView[]): Html {
	const { html, decimal } = context;
	const label = all.flatMap((bar) => (bar.heats.length === 0 ? [] : [textOf(context, bar)])).join(" ");
	const sums = new Map<string, { readonly kind: string; kwh: number }>();
	for (const { name, kind, kwh } of all.flatMap(({ heats }) => heats)) {
		const sum = sums.get(name) ?? { kind, kwh: 0 };
		sum.kwh += kwh;
		sums.set(name, sum);
	}
	return html`${picture(context, all, 1160, "day wide", label)}${picture(context, all, 360, "day small", label)}<ul class="key">${[
		...sums,
	].map(
		([name, { kind, kwh }]) =>
			html`<li><svg class="sw ${kind}" viewBox="0 0 12 12" aria-hidden="true"><rect width="12" height="12" rx="3"/></svg>${name} <strong>${decimal(kwh, kwh < 100 ? 1 : 0)} kWh</strong></li>`,
	)}</ul>`;
}

const sumOf = ({ heats }: BarView) => heats.reduce((sum, { kwh }) => sum + kwh, 0);

/** `Mon 30 Nov: 5.2 kWh (Sun 5.0, Heater 0.2).` */
export function textOf({ decimal }: RenderContext, bar: BarView): string {
	const parts = bar.heats.map(({ name, kwh }) => `${name} ${decimal(kwh, 1)}`);
	return `${bar.title}: ${decimal(sumOf(bar), 1)} kWh${parts.length > 1 ? ` (${parts.join(", ")})` : ""}.`;
}

/** A round number of kWh between two lines of the grid, so that there are about four. */
function gridOf(most: number): number {
	const tens = 10 ** Math.floor(Math.log10(Math.max(most, 0.4) / 4));
	return [1, 2, 5, 10].map((n) => n * tens).find((step) => most / step <= 4.5) ?? 10 * tens;
}

function picture(context: RenderContext, all: readonly BarView[], width: number, kind: string, label: string): Html {
	const { html, decimal } = context;
	const most = Math.max(0.1, ...all.map(sumOf));
	const grid = gridOf(most);
	const lines = Array.from({ length: Math.floor(most / grid) + 1 }, (_, n) => n * grid);
	const y = (kwh: number) => tenth(12 + (1 - kwh / most) * (TALL - 12));
	const room = (width - LEFT - 12) / all.length;
	const thick = Math.min(56, Math.max(3, room * 0.72));
	const middle = (n: number) => tenth(LEFT + (n + 0.5) * room);
	const named = Math.ceil(all.length / (width / 46));
	return html`<svg class="${kind}" viewBox="0 0 ${width} ${TALL + FOOT}" role="img" aria-label="${label}">${lines.map(
		(at) =>
			html`<path class="grid" d="M${LEFT} ${y(at)}H${width - 12}"/><text class="end" x="${LEFT - 8}" y="${y(at) + 4}">${decimal(at, grid < 1 ? 1 : 0)}</text>`,
	)}${all.map((bar, n) => {
		const x = tenth(middle(n) - thick / 2);
		return html`<g><title>${textOf(context, bar)}</title>${stacked(bar).map(
			({ kind: source, from, to }) =>
				html`<rect class="bar ${source}" x="${x}" y="${y(to)}" width="${tenth(thick)}" height="${tenth(Math.max(0, y(from) - y(to)))}"/>`,
		)}</g>${n % named === 0 ? html`<text class="mid" x="${middle(n)}" y="${TALL + FOOT - 6}">${bar.label}</text>` : undefined}`;
	})}</svg>`;
}

function stacked({ heats }: BarView) {
	let sum = 0;
	return heats.map(({ kind, kwh }) => {
		const from = sum;
		sum += kwh;
		return { kind, from, to: sum };
	});
}
