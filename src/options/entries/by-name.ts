import { type Problem, problem } from "#model/findings/finding.ts";
import { inside, mend } from "#model/sentences/sentence.ts";
import { itemsOf } from "./with-ids.ts";

/** An id of an entry: `tanks[0].id`. */
const ID = /^([a-z]+)\[(\d+)\]\.id$/;

/**
 * Problems with ids, told as their owner knows the entry: about its name if the id is made of that.
 * @param written the options before ids were made
 */
export const byName = (problems: readonly Problem[], written: unknown): readonly Problem[] =>
	problems.flatMap((one) => {
		const [, list = "", index] = ID.exec(one.path) ?? [];
		if (index === undefined) return [one];
		const { id, name } = itemsOf(written, list)[Number(index)] ?? {};
		if (id !== undefined && id !== "") return [one];
		const lacking = one.remedy.code === "missing";
		if (typeof name !== "string" || name === "") {
			// That of a circuit is made of its ends, and what is wrong with those is told beside it.
			if (lacking) return list === "circuits" ? [] : [{ ...one, remedy: mend("id_or_name") }];
			return [one];
		}
		const remedy = lacking
			? mend("name_without_id")
			: mend("name_gives_id", { id: unquoted(one), ...inside("why", one.remedy) });
		return [problem(`${list}[${index}].name`, name, remedy)];
	});

const unquoted = ({ value }: Problem) => (typeof value === "string" ? value.replace(/^"|"$/g, "") : "");
