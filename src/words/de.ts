import { DRIVERS } from "#drivers/texts.ts";
import { RULES } from "#rules/texts.ts";
import { de as activities } from "./activities/de.ts";
import { de as alerts } from "./alerts/de.ts";
import { de as commandsAsking } from "./commands/asking/de.ts";
import { de as commandsAuditTrail } from "./commands/audit-trail/de.ts";
import { de as commandsBackup } from "./commands/backup/de.ts";
import { de as commandsCheck } from "./commands/check/de.ts";
import { de as commandsDashboard } from "./commands/dashboard/de.ts";
import { de as commandsEnergy } from "./commands/energy/de.ts";
import { de as commandsExplain } from "./commands/explain/de.ts";
import { de as commandsHelp } from "./commands/help/de.ts";
import { de as commandsImport } from "./commands/import/de.ts";
import { de as commandsPage } from "./commands/page/de.ts";
import { de as commandsRead } from "./commands/read/de.ts";
import { de as commandsReplay } from "./commands/replay/de.ts";
import { de as commandsRest } from "./commands/rest/de.ts";
import { de as commandsSimulate } from "./commands/simulate/de.ts";
import { de as commandsSoak } from "./commands/soak/de.ts";
import { de as commandsUsage } from "./commands/usage/de.ts";
import { de as conditions } from "./conditions/de.ts";
import { de as dashboard } from "./dashboard/de.ts";
import type { TEXTS as EN } from "./en.ts";
import { de as entities } from "./entities/de.ts";
import { de as failures } from "./failures/de.ts";
import { de as faults } from "./faults/de.ts";
import { de as findings } from "./findings/de.ts";
import { de as findingsPlant } from "./findings/plant/de.ts";
import type { Like } from "./like.ts";
import { merged } from "./merged.ts";
import { de as notices } from "./notices/de.ts";
import { de as options } from "./options/de.ts";
import { de as optionsPlant } from "./options/plant/de.ts";
import { de as ownOptions } from "./own-options/de.ts";
import { de as page } from "./page/de.ts";
import { de as pageHistory } from "./page/history/de.ts";
import { de as pageLogin } from "./page/login/de.ts";
import { de as pageSettings } from "./page/settings/de.ts";
import { de as pageYield } from "./page/yield/de.ts";
import { de as problemsCommands } from "./problems/commands/de.ts";
import { de as problemsFound } from "./problems/found/de.ts";
import { de as problemsLogin } from "./problems/login/de.ts";
import { de as problemsOptions } from "./problems/options/de.ts";
import { de as problemsPlant } from "./problems/plant/de.ts";
import { de as problemsSetup } from "./problems/setup/de.ts";
import { de as proofsClientId } from "./proofs/client-id/de.ts";
import { de as proofsFrame } from "./proofs/frame/de.ts";
import { de as proofsLogin } from "./proofs/login/de.ts";
import { de as proofsOptions } from "./proofs/options/de.ts";
import { de as proofsReach } from "./proofs/reach/de.ts";
import { de as proofsRights } from "./proofs/rights/de.ts";
import { de as proofsStrangers } from "./proofs/strangers/de.ts";
import { de as proofsSummary } from "./proofs/summary/de.ts";
import { de as proofsTls } from "./proofs/tls/de.ts";
import { de as proofsTopics } from "./proofs/topics/de.ts";
import { de as proofsVersion } from "./proofs/version/de.ts";
import { de as quantities } from "./quantities/de.ts";
import { de as reasonsHeldBack } from "./reasons/held-back/de.ts";
import { de as reasonsIdle } from "./reasons/idle/de.ts";
import { de as roles } from "./roles/de.ts";
import { de as setup } from "./setup/de.ts";
import { de as silence } from "./silence/de.ts";

export const TEXTS: Like<typeof EN> = merged([
	reasonsIdle,
	...Object.values(RULES).map(({ de }) => de),
	reasonsHeldBack,
	...Object.values(DRIVERS).map(({ de }) => de),
	roles,
	quantities,
	activities,
	conditions,
	faults,
	entities,
	dashboard,
	findings,
	findingsPlant,
	notices,
	failures,
	silence,
	alerts,
	ownOptions,
	problemsFound,
	problemsOptions,
	problemsPlant,
	problemsLogin,
	problemsCommands,
	problemsSetup,
	proofsFrame,
	proofsOptions,
	proofsReach,
	proofsTls,
	proofsLogin,
	proofsTopics,
	proofsStrangers,
	proofsRights,
	proofsClientId,
	proofsVersion,
	proofsSummary,
	commandsAsking,
	commandsRead,
	commandsEnergy,
	commandsExplain,
	commandsDashboard,
	commandsRest,
	commandsHelp,
	commandsImport,
	commandsPage,
	commandsBackup,
	commandsCheck,
	commandsAuditTrail,
	commandsReplay,
	commandsSimulate,
	commandsSoak,
	commandsUsage,
	page,
	setup,
	pageHistory,
	pageYield,
	pageSettings,
	pageLogin,
	options,
	optionsPlant,
]);
