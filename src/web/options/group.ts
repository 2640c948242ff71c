import type { ToldProblem } from "#texts/say.ts";
import type { Html } from "../html.ts";
import type { RenderContext } from "../render-context.ts";
import { fieldIn } from "./field.ts";
import { NEW_ROW, type OptionField, type OptionGroup, type OptionList, type OptionRow, WAS } from "./option-form.ts";

/** What the forms of a page have in common. */
export interface Forms {
	readonly revision: string;
	/** Of the person, against forged requests. */
	readonly token: string;
	/** What is looked for; it stays after a save. */
	readonly find: string;
	/** The form that was refused, or is to be seen. */
	readonly open?: Open;
}

export interface Open {
	readonly group: string;
	/** Of a list. */
	readonly row?: string;
	/** What was sent and refused, by field. */
	readonly sent?: Readonly<Record<string, string>>;
	readonly problems?: readonly ToldProblem[];
}

/** A group with its form, or a list with one for each entry. */
export function groupIn(context: RenderContext, group: OptionGroup, forms: Forms): Html {
	const { html, raw, word } = context;
	const { key, name, description, list, set } = group;
	const open = forms.open?.group === key ? forms.open : undefined;
	const counted = list === undefined ? word("options_set", { count: set }) : word("options_entries", { count: set });
	const count = set === 0 ? undefined : html` <span class="chip">${counted}</span>`;
	const about = description === "" ? undefined : html`<p class="quiet">${description}</p>`;
	const isOpen = open !== undefined || forms.find !== "";
	const inside =
		list === undefined
			? formIn(context, forms, group, {
					...{ id: `option-${key}`, fields: group.fields ?? [], path: group.fields?.[0]?.key === key ? "" : `${key}.` },
					...(open && { open }),
				})
			: listIn(context, forms, { group, list, ...(open && { open }) });
	return html`<details class="part" id="option-${key}"${raw(isOpen ? " open" : "")}><summary><h3>${name}</h3>${count}</summary>${about}${inside}</details>`;
}

interface Formed {
	readonly id: string;
	readonly fields: readonly OptionField[];
	/** Of its fields in problems. */
	readonly path: string;
	readonly open?: Open;
	readonly row?: string;
	readonly more?: Html;
}

function formIn(context: RenderContext, forms: Forms, { key }: OptionGroup, formed: Formed): Html {
	const { html, word } = context;
	const { id, fields, path, open, row, more } = formed;
	const { token, revision, find } = forms;
	const inner = (field: OptionField) => {
		const problem = open?.problems?.find((one) => one.path === `${path}${field.key}`);
		const sent = typed(field, open?.sent);
		return fieldIn(context, field, {
			id: `${id}-${field.key}`,
			...(sent !== undefined && { sent }),
			...(problem && { problem }),
		});
	};
	const own = [...Map.groupBy(fields, ({ of = "" }) => of)].map(([of, its]) =>
		of === "" ? its.map(inner) : ownIn(context, of, its, its.map(inner), open),
	);
	return html`<form id="${id}-form" method="post" action="options"><input type="hidden" name="token" value="${token}"><input type="hidden" name="revision" value="${revision}"><input type="hidden" name="group" value="${key}">${
		row === undefined ? undefined : html`<input type="hidden" name="row" value="${row}">`
	}${find === "" ? undefined : html`<input type="hidden" name="find" value="${find}">`}
${own}<p class="buttons"><button class="btn go" name="do" value="save">${word("options_save")}</button></p>${more}</form>`;
}

/** Of what was refused, only what the person has changed: the rest is as it is now. */
const typed = ({ key }: OptionField, sent: Open["sent"]): string | undefined =>
	sent !== undefined && sent[key] !== sent[`${WAS}${key}`] ? sent[key] : undefined;

/** Settings of one function that an entry has for itself. */
function ownIn(
	{ html, raw, word }: RenderContext,
	of: string,
	fields: readonly OptionField[],
	inside: readonly Html[],
	open: Open | undefined,
): Html {
	const set = fields.filter(({ value }) => value !== "").length;
	const isOpen = set > 0 || fields.some((field) => typed(field, open?.sent) !== undefined);
	return html`<details class="own"${raw(isOpen ? " open" : "")}><summary>${word("options_own_of", { name: of })}</summary>${inside}</details>`;
}

interface Listed {
	readonly group: OptionGroup;
	readonly list: OptionList;
	readonly open?: Open;
}

function listIn(context: RenderContext, forms: Forms, { group, list, open }: Listed): Html {
	const { html, word } = context;
	if (list.text !== undefined) return asText(context, forms, { group, list, ...(open && { open }) });
	const rows = list.rows.map((row, at) =>
		rowIn(context, forms, { group, row, at, ...(open?.row === row.key && { open }) }),
	);
	// An entry that somebody removed meanwhile, and that was changed here, can be added again.
	const lost = open !== undefined && !list.rows.some(({ key }) => key === open.row);
	const blank = { key: NEW_ROW, title: word("options_add"), about: "", fields: list.blank, entry: {} };
	const more =
		list.rows.length < list.most
			? rowIn(context, forms, { group, row: blank, at: list.rows.length, ...(lost && { open }) })
			: html`<p class="quiet">${word("options_full", { count: list.most })}</p>`;
	return html`<div class="entries">${rows.length === 0 ? html`<p class="quiet">${word("options_none")}</p>` : rows}${more}</div>`;
}

interface Rowed {
	readonly group: OptionGroup;
	readonly row: OptionRow;
	readonly at: number;
	readonly open?: Open;
}

function rowIn(context: RenderContext, forms: Forms, { group, row, at, open }: Rowed): Html {
	const { html, raw, word } = context;
	const isNew = row.key === NEW_ROW;
	const id = `option-${group.key}-${isNew ? NEW_ROW : at + 1}`;
	const more = isNew
		? undefined
		: html`<details class="remove"><summary>${word("options_remove", { name: row.title })}</summary><p>${word("options_remove_what")}</p><button class="btn danger" name="do" value="remove">${word("options_remove", { name: row.title })}</button></details>`;
	const form = formIn(context, forms, group, {
		...{ id, fields: row.fields, path: `${group.key}[${at}].`, row: row.key },
		...(open && { open }),
		...(more && { more }),
	});
	const about = row.about === "" ? undefined : html`<span class="quiet">${row.about}</span>`;
	return html`<details class="entry${isNew ? " add" : ""}" id="${id}"${raw(open ? " open" : "")}><summary><strong>${isNew ? "+ " : ""}${row.title}</strong>${about}</summary>${form}</details>`;
}

/** What is no list of entries is corrected as text. */
function asText({ html, word }: RenderContext, { token, revision }: Forms, { group, list, open }: Listed): Html {
	const { key, name } = group;
	return html`<form id="option-${key}-form" method="post" action="options"><input type="hidden" name="token" value="${token}"><input type="hidden" name="revision" value="${revision}"><input type="hidden" name="group" value="${key}"><p>${word("options_no_list")}</p><label>${name} <textarea name="list" rows="12" spellcheck="false">${open?.sent?.["list"] ?? list.text}</textarea></label><p class="buttons"><button class="btn go">${word("options_save")}</button></p></form>`;
}
