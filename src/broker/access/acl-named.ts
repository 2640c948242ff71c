import { phrase, type Sentence } from "#model/sentences/sentence.ts";
import { type Conf, perListener, settingsOf } from "../conf/conf.ts";
import { added, addedForAll } from "../conf/conf-edit.ts";
import { listenersOf } from "../conf/listeners.ts";

/** The file that holds the rules, and the configuration that names it; or why that is unclear. */
export type Named =
	| { readonly kind: "named"; readonly path: string; readonly conf: Conf; readonly before: boolean }
	| { readonly kind: "refused"; readonly why: Sentence };

/** The acl_file of a broker. If none is named, `path` becomes it, for each listener where each has its own settings. */
export function aclNamed(conf: Conf, path: string): Named {
	const files = [...new Set(settingsOf(conf, "acl_file"))];
	const [file = path, more] = files;
	if (more !== undefined) return { kind: "refused", why: phrase("acl_files_differ", { files: files.join(", ") }) };
	if (!perListener(conf)) {
		if (files.length > 0) return { kind: "named", path: file, conf, before: true };
		const logins = conf.lines.findLast(({ key }) => key === "password_file");
		const texts = [`acl_file ${file}`];
		const now = logins === undefined ? addedForAll(conf, texts) : added(conf, logins, texts);
		return { kind: "named", path: file, conf: now, before: false };
	}
	const lacking = listenersOf(conf).filter(({ own }) => !own.some(({ key }) => key === "acl_file"));
	return {
		kind: "named",
		path: file,
		conf: lacking.reduce((all, { behind }) => added(all, behind, [`acl_file ${file}`]), conf),
		before: lacking.length === 0,
	};
}
