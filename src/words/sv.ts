import { DRIVERS } from "#drivers/texts.ts";
import { RULES } from "#rules/texts.ts";
import { sv as activities } from "./activities/sv.ts";
import { sv as alerts } from "./alerts/sv.ts";
import { sv as commandsAsking } from "./commands/asking/sv.ts";
import { sv as commandsAuditTrail } from "./commands/audit-trail/sv.ts";
import { sv as commandsBackup } from "./commands/backup/sv.ts";
import { sv as commandsCheck } from "./commands/check/sv.ts";
import { sv as commandsDashboard } from "./commands/dashboard/sv.ts";
import { sv as commandsEnergy } from "./commands/energy/sv.ts";
import { sv as commandsExplain } from "./commands/explain/sv.ts";
import { sv as commandsHelp } from "./commands/help/sv.ts";
import { sv as commandsImport } from "./commands/import/sv.ts";
import { sv as commandsPage } from "./commands/page/sv.ts";
import { sv as commandsRead } from "./commands/read/sv.ts";
import { sv as commandsReplay } from "./commands/replay/sv.ts";
import { sv as commandsRest } from "./commands/rest/sv.ts";
import { sv as commandsSimulate } from "./commands/simulate/sv.ts";
import { sv as commandsSoak } from "./commands/soak/sv.ts";
import { sv as commandsUsage } from "./commands/usage/sv.ts";
import { sv as conditions } from "./conditions/sv.ts";
import { sv as dashboard } from "./dashboard/sv.ts";
import type { TEXTS as EN } from "./en.ts";
import { sv as entities } from "./entities/sv.ts";
import { sv as failures } from "./failures/sv.ts";
import { sv as faults } from "./faults/sv.ts";
import { sv as findingsPlant } from "./findings/plant/sv.ts";
import { sv as findings } from "./findings/sv.ts";
import type { Like } from "./like.ts";
import { merged } from "./merged.ts";
import { sv as notices } from "./notices/sv.ts";
import { sv as optionsPlant } from "./options/plant/sv.ts";
import { sv as options } from "./options/sv.ts";
import { sv as ownOptions } from "./own-options/sv.ts";
import { sv as pageHistory } from "./page/history/sv.ts";
import { sv as pageLogin } from "./page/login/sv.ts";
import { sv as pageSettings } from "./page/settings/sv.ts";
import { sv as page } from "./page/sv.ts";
import { sv as pageYield } from "./page/yield/sv.ts";
import { sv as problemsCommands } from "./problems/commands/sv.ts";
import { sv as problemsFound } from "./problems/found/sv.ts";
import { sv as problemsLogin } from "./problems/login/sv.ts";
import { sv as problemsOptions } from "./problems/options/sv.ts";
import { sv as problemsPlant } from "./problems/plant/sv.ts";
import { sv as problemsSetup } from "./problems/setup/sv.ts";
import { sv as proofsClientId } from "./proofs/client-id/sv.ts";
import { sv as proofsFrame } from "./proofs/frame/sv.ts";
import { sv as proofsLogin } from "./proofs/login/sv.ts";
import { sv as proofsOptions } from "./proofs/options/sv.ts";
import { sv as proofsReach } from "./proofs/reach/sv.ts";
import { sv as proofsRights } from "./proofs/rights/sv.ts";
import { sv as proofsStrangers } from "./proofs/strangers/sv.ts";
import { sv as proofsSummary } from "./proofs/summary/sv.ts";
import { sv as proofsTls } from "./proofs/tls/sv.ts";
import { sv as proofsTopics } from "./proofs/topics/sv.ts";
import { sv as proofsVersion } from "./proofs/version/sv.ts";
import { sv as quantities } from "./quantities/sv.ts";
import { sv as reasonsHeldBack } from "./reasons/held-back/sv.ts";
import { sv as reasonsIdle } from "./reasons/idle/sv.ts";
import { sv as roles } from "./roles/sv.ts";
import { sv as setup } from "./setup/sv.ts";
import { sv as silence } from "./silence/sv.ts";

export const TEXTS: Like<typeof EN> = merged([
	reasonsIdle,
	...Object.values(RULES).map(({ sv }) => sv),
	reasonsHeldBack,
	...Object.values(DRIVERS).map(({ sv }) => sv),
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
