#include "report/style.h"

namespace attune::report {
namespace {

// Colours of series: those of M. Okabe, K. Ito, "Color universal design", 2008, darkened on a light page and
// lightened on a dark one until each stands out from its ground by 3:1 (WCAG 2.2, 1.4.11).
constexpr std::string_view sheet = R"css(
:root{color-scheme:light dark;--paper:#fdfcfa;--raised:#fff;--ink:#1c1d21;--soft:#595c66;--grid:#e4e1da;
--rule:#cfcbc2;
--accent:#0a62a6;--cool:#0a62a6;--warm:#b8500a;--on:#fff;--mark:#f4efe4;--land:#efc23a;
--s0:#0a6fb0;--s1:#c85200;--s2:#00815c;--s3:#a8428a;--s4:#8f6500;--s5:#2f8fc4;--s6:#4a505c;--s7:#c23a55;
--v0:#1b5fae;--v1:#4b86c4;--v2:#86aed6;--v3:#aaa69e;--v4:#dfa673;--v5:#cf7730;--v6:#a64c05}
@media (prefers-color-scheme:dark){:root{--paper:#15171b;--raised:#1b1e23;--ink:#e9e7e2;--soft:#a7aab3;--grid:#2c3037;
--rule:#434852;--accent:#6fb6f2;--cool:#5fb0f5;--warm:#f29a52;--on:#0d0f12;--mark:#2a2a22;--land:#b08f2a;
--s0:#5fb2ef;--s1:#ff9350;--s2:#45cf9f;--s3:#e890ca;--s4:#e3c04d;--s5:#a5dcff;--s6:#c5cad4;--s7:#ff8da3;
--v0:#4aa0f8;--v1:#78b4ec;--v2:#a2bfd9;--v3:#9d9a94;--v4:#dcae86;--v5:#ec9450;--v6:#ff7d1f}}
@media print{:root{color-scheme:light;--paper:#fff;--raised:#fff;--ink:#000;--soft:#444;--grid:#ddd;--rule:#aaa;
--accent:#0a62a6;--cool:#0a62a6;--warm:#b8500a;--on:#fff;--mark:#f2f2f2;--land:#efc23a;
--s0:#0a6fb0;--s1:#c85200;--s2:#00815c;--s3:#a8428a;--s4:#8f6500;--s5:#2f8fc4;--s6:#4a505c;--s7:#c23a55;
--v0:#1b5fae;--v1:#4b86c4;--v2:#86aed6;--v3:#aaa69e;--v4:#dfa673;--v5:#cf7730;--v6:#a64c05}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-behavior:smooth}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0;background:var(--paper);color:var(--ink);
font:1.0625rem/1.6 Charter,"Bitstream Charter","Sitka Text",Cambria,"Liberation Serif",Georgia,serif}
.skip{position:absolute;left:-100vw;padding:.6rem 1rem;background:var(--ink);color:var(--paper);z-index:2}
.skip:focus{left:0}
a{color:var(--accent);text-underline-offset:.15em}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
main,nav{max-width:46.25rem;margin:0 auto;padding:0 1.1rem}
main{padding-bottom:4rem}
h1{font-size:clamp(1.7rem,5vw,2.5rem);line-height:1.15;margin:2.2rem 0 .4rem;letter-spacing:-.015em;text-wrap:balance}
h2{font-size:1.42rem;line-height:1.25;margin:3rem 0 .6rem;letter-spacing:-.01em;text-wrap:balance}
p{margin:.7rem 0;max-width:42rem}
ul{padding-left:1.15rem;max-width:42rem}
li{margin:.3rem 0}
li::marker{color:var(--soft)}
.about{color:var(--soft);margin:0 0 1.4rem}
nav,.key,figcaption,table,details,svg,footer,.about{
font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","Liberation Sans",Arial,sans-serif}
nav{font-size:.9rem;padding-top:1.2rem}
nav h2{font-size:.78rem;font-weight:600;text-transform:uppercase;letter-spacing:.06em;color:var(--soft);
margin:0 0 .3rem}
nav ol{list-style:none;padding:0;margin:0;display:flex;flex-wrap:wrap;gap:.15rem 1.1rem}
nav li{margin:0}
nav a{text-decoration:none;display:inline-block;padding:.2rem 0}
nav a:hover{text-decoration:underline}
.notice{border:1px solid var(--warm);border-left-width:4px;padding:.5rem .8rem;margin:1.5rem 0 0;font-size:.9rem}
.key{display:grid;grid-template-columns:repeat(auto-fit,minmax(9.5rem,1fr));gap:1.1rem 1.6rem;margin:1.2rem 0 0;
padding:1.1rem 0;border-top:2px solid var(--ink);border-bottom:1px solid var(--rule)}
.key div{display:flex;flex-direction:column}
.key dt{font-size:.82rem;line-height:1.35;color:var(--soft);order:1}
.key dd{margin:0;font-size:1.85rem;font-weight:600;line-height:1.2;letter-spacing:-.02em;
font-variant-numeric:tabular-nums lining-nums}
.key .beside{order:2;font-size:.82rem;font-weight:400;line-height:1.35;letter-spacing:0;color:var(--soft)}
figure{margin:2rem 0 2.2rem}
figcaption{font-size:.92rem;line-height:1.45;margin-bottom:.7rem;max-width:44rem}
figcaption b{display:block;font-size:1rem}
svg{display:block;max-width:100%;height:auto;overflow:visible;font-size:12px}
.narrow{display:none}
@media (max-width:37.5em){.wide{display:none}.narrow{display:block}.narrow svg{width:100%;max-width:27rem}}
details{font-size:.85rem;margin-top:.5rem}
summary{color:var(--soft);cursor:pointer;padding:.2rem 0;width:max-content}
summary:hover{color:var(--ink)}
.table{overflow:auto;margin:1.2rem 0}
details .table{margin:.3rem 0 0;max-height:34rem}
table{border-collapse:collapse;font-size:.85rem;line-height:1.35;font-variant-numeric:tabular-nums lining-nums;
min-width:min(100%,20rem)}
caption{text-align:left;font-weight:600;font-size:.92rem;padding:.2rem 0 .5rem}
details caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
th,td{text-align:left;vertical-align:baseline;padding:.3rem 1.1rem .3rem 0;border-bottom:1px solid var(--grid)}
thead th{position:sticky;top:0;background:var(--paper);color:var(--soft);font-weight:600;vertical-align:bottom;
border-bottom:0;box-shadow:inset 0 -1px 0 var(--rule)}
tbody th{font-weight:400;min-width:9rem;overflow-wrap:anywhere}
thead .n{white-space:normal;min-width:4.2rem}
.n{text-align:right;white-space:nowrap}
.strong th,.strong td{font-weight:600;background:var(--mark)}
footer{margin-top:4rem;border-top:1px solid var(--rule);font-size:.82rem;color:var(--soft)}
.grid{stroke:var(--grid);stroke-width:1}
.zero{stroke:var(--soft);stroke-width:1}
.guide{stroke:var(--soft);stroke-width:1;stroke-dasharray:3 3;fill:none}
.guide-strong{stroke:var(--ink);stroke-width:1.25;stroke-dasharray:5 4}
.median{stroke:var(--s1);stroke-width:2}
.whisker{stroke:var(--ink);stroke-width:1.25;opacity:.75}
.branch{stroke:var(--soft);stroke-width:1.25;fill:none}
text{fill:var(--ink)}
.map-name{font-size:11px}.territory{fill:var(--land)}
.tick,.faint{fill:var(--soft);font-size:11px}
.value{font-size:11px;font-variant-numeric:tabular-nums}
.strong{font-weight:600}
.on{fill:var(--on);font-size:11px;font-variant-numeric:tabular-nums}
.halo{paint-order:stroke;stroke:var(--paper);stroke-width:3px;stroke-linejoin:round}
.s0{fill:var(--s0)}.s1{fill:var(--s1)}.s2{fill:var(--s2)}.s3{fill:var(--s3)}
.s4{fill:var(--s4)}.s5{fill:var(--s5)}.s6{fill:var(--s6)}.s7{fill:var(--s7)}
.l0{stroke:var(--s0)}.l1{stroke:var(--s1);stroke-dasharray:7 3}.l2{stroke:var(--s2);stroke-dasharray:2 3}
.l3{stroke:var(--s3);stroke-dasharray:9 3 2 3}.l4{stroke:var(--s4);stroke-dasharray:4 4}
.l5{stroke:var(--s5);stroke-dasharray:12 4}.l6{stroke:var(--s6);stroke-dasharray:1 3}
.l7{stroke:var(--s7);stroke-dasharray:6 2 2 2 2 2}
.l0,.l1,.l2,.l3,.l4,.l5,.l6,.l7{fill:none;stroke-width:2;stroke-linejoin:round;stroke-linecap:round}
.b0{fill:var(--s0);opacity:.16}.b1{fill:var(--s1);opacity:.16}.b2{fill:var(--s2);opacity:.16}
.b3{fill:var(--s3);opacity:.16}.b4{fill:var(--s4);opacity:.16}.b5{fill:var(--s5);opacity:.16}
.b6{fill:var(--s6);opacity:.16}.b7{fill:var(--s7);opacity:.16}
.v0{fill:var(--v0)}.v1{fill:var(--v1)}.v2{fill:var(--v2)}.v3{fill:var(--v3)}.v4{fill:var(--v4)}.v5{fill:var(--v5)}
.v6{fill:var(--v6)}.v-none{fill:var(--rule)}
.grid-cell{fill:var(--raised)}
.heat{fill:var(--warm)}.cool{fill:var(--cool)}.plain{fill:var(--soft)}
.ring{fill:none;stroke:var(--ink);stroke-width:1.5}
@media (min-width:75em){body{display:grid;grid-template-columns:minmax(12rem,1fr) 46.25rem minmax(0,1fr)}
main{margin:0}nav{position:sticky;top:0;align-self:start;padding:3rem 1.5rem 0 1.5rem;margin:0;max-height:100vh;
overflow:auto;
justify-self:end;max-width:15rem}nav ol{display:block}nav li{margin:.1rem 0}}
@media print{@page{margin:16mm}body{display:block;font-size:10.5pt}main,nav{max-width:none;padding:0}
nav,.skip,summary{display:none}h2{break-after:avoid}figure,.key,tr{break-inside:avoid}figcaption{break-after:avoid}
.table{overflow:visible;max-height:none}table{font-size:8pt}th,td{padding-right:.6rem}tbody th{min-width:5rem}
thead{display:table-header-group}thead th{position:static}
.wide{display:block}.narrow{display:none}.wide svg{width:100%}a{color:inherit;text-decoration:none}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
)css";

}  // namespace

std::string_view style_sheet() noexcept { return sheet; }

}  // namespace attune::report
