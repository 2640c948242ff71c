/** Follows the reader's choice of light or dark. A plot shrinks with the page: its labels grow on a narrow one, and those
 * below are fewer. */
export const STYLE = `
:root{color-scheme:light dark;--ground:#fff;--ink:#1c1f23;--soft:#5d6670;--line:#dfe3e8;--c1:#e07b00;--c2:#c62828;--c3:#1769aa;--c4:#5b8c3e}
@media (prefers-color-scheme:dark){:root{--ground:#14171a;--ink:#e8eaed;--soft:#9aa3ad;--line:#2e343b;--c1:#ffa63d;--c2:#ff7a70;--c3:#66b2f0;--c4:#9ccc7a}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.5 system-ui,sans-serif}
main{max-width:60rem;margin:0 auto;padding:1.5rem 1rem 3rem}
h1{font-size:1.6rem;margin:0 0 .25rem}h2{font-size:1.2rem;margin:2rem 0 .5rem}
.wide{overflow-x:auto}
table{border-collapse:collapse;margin:1rem 0;font-variant-numeric:tabular-nums}
th,td{padding:.25rem 1rem .25rem 0;border-bottom:1px solid var(--line);text-align:left;font-weight:400}
thead th{color:var(--soft);font-size:.9rem}
td,thead th:not(:first-child){text-align:right;padding:.25rem 0 .25rem 1.5rem;white-space:nowrap}
figure{margin:1.5rem 0}figcaption{font-weight:600}small{color:var(--soft);font-weight:400}
.legend{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;list-style:none;margin:.25rem 0;padding:0;font-size:.9rem}
.key{display:inline-block;width:.8em;height:.8em;margin-right:.4em;border-radius:2px}
svg{width:100%;height:auto;display:block;overflow:visible}
.grid{stroke:var(--line)}.tick{fill:var(--soft);font-size:12px}
.line{fill:none;stroke-width:1.5;stroke-linejoin:round;vector-effect:non-scaling-stroke}
@media (max-width:46rem){.tick{font-size:19px}}
@media (max-width:30rem){.tick{font-size:29px}.mark{transform:translateY(18px)}.mark.between{display:none}svg{margin-bottom:1rem}}
.line.c1{stroke:var(--c1)}.line.c2{stroke:var(--c2)}.line.c3{stroke:var(--c3)}.line.c4{stroke:var(--c4)}
.bar.c1{fill:var(--c1)}.bar.c2{fill:var(--c2)}.bar.c3{fill:var(--c3)}.bar.c4{fill:var(--c4)}
.key.c1{background:var(--c1)}.key.c2{background:var(--c2)}.key.c3{background:var(--c3)}.key.c4{background:var(--c4)}
.note{color:var(--soft);font-size:.9rem}
`;
