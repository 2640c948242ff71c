/** The reasons, what can be done, and what is to be looked at. */
export const TODAY = `#concerns:has(.well) { background: none; border: 0; padding: 0; } .well { color: var(--quiet); }
.concerns { display: grid; gap: 10px; }
.concerns li { display: grid; gap: 4px 14px; padding: 12px 14px; border-radius: 10px; border-left: 5px solid var(--warn); background: var(--warn-g); }
.concerns .alarm { border-color: var(--bad); background: var(--bad-g); }
.severity { color: var(--warn); } .alarm .severity { color: var(--bad); }
.remedy { color: var(--quiet); } .concerns .remedy { color: var(--ink); margin-top: 4px; } .concerns .remedy::before, .proofs .remedy::before { content: "→ "; }
.outputs { display: grid; gap: 16px; } .output + .output { border-top: 1px solid var(--line); padding-top: 16px; } .output p { margin: 6px 0 0; }
.state { display: inline-block; margin-left: 6px; padding: 1px 11px; border-radius: 99px; background: var(--shade); color: var(--quiet); font-size: 14px; font-weight: 700; }
.on .state { background: var(--good-g); color: var(--good); } .bad .state { background: var(--bad-g); color: var(--bad); }
.output h3 .quiet { font-size: 15px; margin-left: 4px; } .fault { color: var(--bad); } .output details { margin-top: 4px; font-size: 15px; } .output details li { margin: 4px 0; }
.circuits { margin-bottom: 22px; }
@media (min-width: 560px) { .concerns li { grid-template-columns: 84px 1fr; } }
`;
