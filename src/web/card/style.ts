import { DRAWING_STYLE } from "../drawing/style.ts";

/** The drawing in the colours of Home Assistant's theme, light or dark. */
export const CARD_STYLE = `:host {
	display: block;
	--bg: var(--ha-card-background, var(--card-background-color, #fff));
	--card: var(--secondary-background-color, #f0f2f4);
	--ink: var(--primary-text-color, #14202a);
	--quiet: var(--secondary-text-color, #55636e);
	--edge: color-mix(in srgb, var(--ink) 38%, var(--bg));
	--shade: var(--secondary-background-color, #f0f2f4);
	--pipe: color-mix(in srgb, var(--ink) 16%, var(--bg));
	--good: var(--success-color, #2e7d4f);
	--warn: var(--warning-color, #b26a00);
	--sun: #f5a623;
}
ha-card { padding: 16px; box-sizing: border-box; height: 100%; }
[hidden] { display: none !important; }
h2 { margin: 0 0 12px; font-size: var(--ha-font-size-xl, 20px); font-weight: var(--ha-font-weight-normal, 400); color: var(--ink); }
.nothing { margin: 0; color: var(--ink); }
.drawing svg { max-height: 640px; }
ul { list-style: none; margin: 12px 0 0; padding: 0; display: grid; gap: 8px; color: var(--ink); line-height: 1.4; }
li button { all: unset; cursor: pointer; font-weight: 600; margin-inline-end: 8px; }
li button:focus-visible { outline: 2px solid var(--primary-color, #03a9f4); outline-offset: 2px; border-radius: 4px; }
${DRAWING_STYLE}`;
