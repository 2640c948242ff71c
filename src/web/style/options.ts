/** The page of the app's own options. */
export const OPTIONS = `.view.options { display: block; } .options > p { margin: 6px 0 20px; } .options details.part { padding: 8px 20px; } .options summary { color: var(--ink); font-weight: 700; }
.options form { display: grid; gap: 18px; padding-bottom: 14px; } .options .field { display: grid; gap: 4px; max-width: 640px; } .options label { font-weight: 700; }
.options input, .options select, .options textarea { width: 100%; min-height: 44px; padding: 8px 12px; font: inherit; color: var(--ink); background: var(--card); border: 1px solid var(--edge); border-radius: 8px; }
.options textarea { font: 13px/1.5 ui-monospace, Menlo, Consolas, monospace; } .options .field p { font-size: 14px; } .options button { justify-self: start; }
`;
