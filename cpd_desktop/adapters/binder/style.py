"""How the page of a binder looks: calm, by day and night, on a screen and on paper."""

from typing import Final

STYLE: Final = """\
:root{color-scheme:light dark;--page:#f4f6f8;--sheet:#fff;--raised:#eef1f4;--text:#1c2430;
--muted:#596473;--line:#dde2e8;--accent:#0b5d54;--good:#17663e;--good-soft:#def5e7;
--plain-soft:#eceff2;--bad:#a3221f;--bad-soft:#fde3e3}
@media (prefers-color-scheme:dark){:root{--page:#14181d;--sheet:#1c2229;--raised:#262d36;
--text:#e8ecf1;--muted:#a5b0be;--line:#323b46;--accent:#7fdccd;--good:#7fd6a4;
--good-soft:#163524;--plain-soft:#2b333d;--bad:#f5a3a0;--bad-soft:#42201f}}
*{box-sizing:border-box}
html{scroll-padding-top:1rem}
body{margin:0;background:var(--page);color:var(--text);font:1rem/1.55 system-ui,sans-serif}
a{color:var(--accent);text-underline-offset:.15em}
a:focus-visible,[tabindex]:focus-visible{outline:.15rem solid var(--accent);outline-offset:.15rem}
.skip{position:absolute;left:-99rem}
.skip:focus{left:1rem;top:1rem;background:var(--sheet);padding:.5rem 1rem}
header,nav,main{max-width:84rem;margin:0 auto;padding:0 1.5rem}
header{padding-top:3rem}
header p{margin:.15rem 0;color:var(--muted)}
.kind{font-weight:600;color:var(--accent)}
h1{font-size:2rem;line-height:1.2;margin:.2rem 0 .6rem;text-wrap:balance}
h2{font-size:1.35rem;margin:0 0 1rem}
h3{font-size:1.05rem;margin:0}
nav{margin-top:1.5rem}
nav ul{display:flex;flex-wrap:wrap;gap:.4rem 1.25rem;list-style:none;margin:0;padding:0}
section{background:var(--sheet);border:1px solid var(--line);border-radius:.75rem;
margin:1.5rem 0;padding:1.5rem}
section>p{max-width:46rem;margin:0 0 .75rem}
article{border-top:1px solid var(--line);margin-top:1.5rem;padding-top:1.25rem}
article:target{outline:.15rem solid var(--accent);outline-offset:.75rem;border-radius:.25rem}
.title{display:flex;flex-wrap:wrap;gap:.25rem .75rem;align-items:baseline}
.stamp{font-size:.875rem;border-radius:.4rem;padding:.05rem .5rem;background:var(--plain-soft)}
.good{color:var(--good);background:var(--good-soft)}
.bad{color:var(--bad);background:var(--bad-soft);border-radius:.5rem;padding:.75rem 1rem}
ul.says{margin:.5rem 0;padding-left:1.25rem}
dl{display:grid;grid-template-columns:minmax(8rem,max-content) 1fr;gap:.3rem 1.5rem;margin:.75rem 0}
dt{color:var(--muted)}
dd{margin:0;white-space:pre-line;overflow-wrap:anywhere;unicode-bidi:plaintext;max-width:60rem}
.table{margin:1.25rem 0 0}
.table p{margin:0 0 .35rem;font-weight:600}
.table p span,.table p a{font-weight:400;font-size:.875rem}
.table p span{color:var(--muted)}
.wide{overflow-x:auto;border:1px solid var(--line);border-radius:.5rem}
table{border-collapse:collapse;width:100%;font-size:.8125rem;line-height:1.45}
th,td{text-align:start;vertical-align:top;padding:.4rem .6rem;border-top:1px solid var(--line)}
td{unicode-bidi:plaintext;overflow-wrap:break-word;min-width:4rem;max-width:26rem}
td.w{white-space:nowrap}
thead th{background:var(--raised);border-top:0;font-weight:600;white-space:nowrap}
.n{text-align:end;font-variant-numeric:tabular-nums;white-space:nowrap}
.h{font:.75rem/1.6 ui-monospace,monospace;overflow-wrap:anywhere;min-width:14rem}
@media (max-width:40rem){dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:.5rem}}
@media print{:root{color-scheme:light;--page:#fff;--sheet:#fff;--raised:#f0f0f0;--text:#000;
--muted:#444;--line:#bbb;--accent:#000;--good:#000;--good-soft:#eee;--plain-soft:#eee;--bad:#000;
--bad-soft:#eee}body{font-size:10pt}nav,.skip{display:none}header{padding-top:0}
section{border:0;padding:0;border-radius:0}.wide{overflow:visible;border-radius:0}
table{font-size:7.5pt}td{overflow-wrap:anywhere;min-width:0}thead{display:table-header-group}
tr{break-inside:avoid}h2,h3,.table p{break-after:avoid}a{text-decoration:none}}
"""
