#include "core/report/html_style.h"

#include "core/report/svg_chart.h"

namespace labelwright {

namespace {

const char* const colors = R"(
:root{color-scheme:light dark;--page:#f5f6f8;--line:#e3e6ea;--good:#14766a;--bad:#b3401a;--warn:#8a5a00;--warnback:#fdf3dc;--tint:43,107,224}
@media(prefers-color-scheme:dark){:root{--page:#131519;--line:#2b3037;--good:#4cc9a7;--bad:#f39a5b;--warn:#f0c566;--warnback:#33290f;--tint:110,161,255}}
)";

const char* const base = R"(
*{box-sizing:border-box}html{scroll-behavior:smooth;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--page);color:var(--ink);font:15px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","DejaVu Sans",sans-serif}
main{max-width:1180px;margin:0 auto;padding:40px 28px 64px}
h1{font-size:32px;line-height:1.2;letter-spacing:-.02em;margin:4px 0 8px;font-weight:680;overflow-wrap:anywhere}
h2{font-size:20px;letter-spacing:-.01em;margin:52px 0 14px;font-weight:650}
h3{font-size:16px;margin:0;font-weight:640;overflow-wrap:anywhere}
p{margin:0 0 10px;max-width:78ch}a{color:var(--c1);text-decoration:none}a:hover{text-decoration:underline}
:focus-visible{outline:2px solid var(--c1);outline-offset:2px;border-radius:3px}
.soft{color:var(--soft)}.small{font-size:13px}.eyebrow{font-size:13px;color:var(--soft);font-weight:600}
.card{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:20px 22px}
.warning{background:var(--warnback);color:var(--warn);border-radius:10px;padding:10px 14px;margin:0 0 14px;max-width:none;overflow-wrap:anywhere}
summary{cursor:pointer;font-weight:600;padding:2px 0}details[open]>summary{margin-bottom:12px}
nav{display:flex;gap:6px 20px;flex-wrap:wrap;margin:18px 0 26px;font-size:14px}
.chart{display:block;width:100%;height:auto}
footer{margin-top:56px;padding-top:18px;border-top:1px solid var(--line);color:var(--soft);font-size:13px}
footer dl{display:grid;grid-template-columns:max-content 1fr;gap:4px 18px;margin:12px 0 18px}footer dt{font-weight:600}footer dd{margin:0;max-width:80ch}
)";

const char* const overview = R"(
.hero{display:grid;grid-template-columns:minmax(250px,1fr) 2.6fr;gap:16px}
.headline{display:flex;flex-direction:column;justify-content:center}
.headline b{font-size:56px;line-height:1.05;letter-spacing:-.03em;font-weight:680;font-variant-numeric:tabular-nums}
.figures{display:grid;grid-template-columns:repeat(auto-fill,minmax(150px,1fr));gap:20px 18px}
.figures b{display:block;font-size:21px;line-height:1.3;font-weight:620;font-variant-numeric:tabular-nums}
.figures span{display:block;font-size:13px;line-height:1.35;color:var(--soft)}
.interval{position:relative;height:6px;border-radius:3px;background:var(--grid);margin:12px 0 8px;max-width:240px}
.interval i{position:absolute;top:0;bottom:0;background:rgba(var(--tint),.4);border-radius:3px}
.interval u{position:absolute;top:-3px;bottom:-3px;width:2px;margin-left:-1px;background:var(--c1);border-radius:1px}
.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(360px,1fr));gap:16px;margin-bottom:16px}
dl.settings{display:grid;grid-template-columns:minmax(110px,max-content) 1fr;gap:12px 24px;margin:0}
dl.settings dt{color:var(--soft)}dl.settings dd{margin:0;overflow-wrap:anywhere}
.facts{display:flex;flex-wrap:wrap;gap:6px 26px;margin:18px 0 0;padding:14px 0 0;border-top:1px solid var(--line);color:var(--soft);font-size:14px}
.facts b{color:var(--ink);font-weight:600}
)";

const char* const tables = R"(
.scroll{overflow-x:auto}table{border-collapse:collapse;font-variant-numeric:tabular-nums;font-size:14px}
.wide{width:100%}caption{text-align:left;color:var(--soft);padding-bottom:8px}
th,td{padding:7px 12px;text-align:right;border-bottom:1px solid var(--line);white-space:nowrap}
thead th{font-weight:600;color:var(--soft);font-size:13px;vertical-align:bottom}
tbody tr:last-child>*{border-bottom:0}tbody tr:hover{background:rgba(var(--tint),.05)}
th:first-child,td:first-child{padding-left:2px}
th.name,td.name{text-align:left;font-weight:500;white-space:normal;overflow-wrap:anywhere;min-width:120px}
tfoot th,tfoot td{border-top:2px solid var(--line);border-bottom:0;font-weight:600}
thead button{all:unset;cursor:pointer;color:inherit;font-weight:600}thead button:hover{color:var(--ink)}
thead button:focus-visible{outline:2px solid var(--c1);outline-offset:2px}
thead th[aria-sort=ascending] button::after{content:" \2191"}thead th[aria-sort=descending] button::after{content:" \2193"}
.na{color:var(--soft)}.none{color:var(--warn);background:var(--warnback);border-radius:5px;padding:1px 7px;font-weight:600}
.ap{display:flex;align-items:center;justify-content:flex-end;gap:10px}.ap .interval{width:92px;margin:0;flex:none}
)";

const char* const labels = R"(
.label{margin-bottom:16px;content-visibility:auto;contain-intrinsic-size:auto 430px}
.label header{display:flex;flex-wrap:wrap;align-items:baseline;gap:4px 20px;margin-bottom:14px}
.label header p{margin:0;color:var(--soft);font-size:14px;max-width:none}.label header b{color:var(--ink);font-weight:600}
.panels{display:grid;grid-template-columns:repeat(auto-fit,minmax(235px,1fr));gap:18px 22px;align-items:start}
figure{margin:0;min-width:0}figcaption{font-size:13px;font-weight:600;margin-bottom:6px}
.more{margin-top:14px;font-size:14px}.more .chart{max-width:440px}
.empty{color:var(--soft);font-size:14px;padding:18px 0}
.confusion{width:100%;table-layout:fixed;border-collapse:separate;border-spacing:4px;margin-left:-4px}
.confusion th,.confusion td{border:0;padding:4px;text-align:center;font-size:13px;font-weight:500;white-space:normal}
.confusion th{color:var(--soft)}.confusion tbody th{text-align:left;padding-left:4px}.confusion tr:hover{background:none}
.confusion td{border-radius:8px;padding:14px 4px;color:var(--ink)}
.confusion td b{display:block;font-size:17px;font-weight:640;line-height:1.3}.confusion td span{font-size:12px;opacity:.85}
.samples{display:grid;grid-template-columns:repeat(auto-fill,minmax(210px,1fr));gap:16px}
.sample{padding:0;overflow:hidden}.sample img{display:block;width:100%;height:160px;object-fit:contain;background:var(--page)}
.sample div{padding:12px 14px 14px}.sample ul{list-style:none;margin:8px 0 0;padding:0;font-size:13px}
.sample li{display:flex;justify-content:space-between;gap:10px;padding:2px 0}.sample li span:first-child{overflow-wrap:anywhere}
.file{font-size:13px;font-weight:600;overflow-wrap:anywhere}.right{color:var(--good)}.wrong{color:var(--bad);font-weight:600}
@media(max-width:760px){main{padding:24px 16px 48px}.hero{grid-template-columns:1fr}dl.settings{grid-template-columns:1fr;gap:2px}dl.settings dd{margin-bottom:10px}.pair{grid-template-columns:1fr}h1{font-size:26px}}
@media print{body{background:#fff}.card,figure{break-inside:avoid}nav{display:none}.label{content-visibility:visible}}
)";

} // namespace

QByteArray htmlReportStyle()
{
    return svgChartStyle(":root") + colors + base + overview + tables + labels;
}

QByteArray htmlReportScript()
{
    return R"(
for (const table of document.querySelectorAll('table[data-sort]')) {
  const heads = [...table.tHead.rows[0].cells];
  const body = table.tBodies[0];
  heads.forEach((head, column) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => {
      const falling = head.getAttribute('aria-sort') !== 'descending' && column > 0
        || head.getAttribute('aria-sort') === 'ascending';
      heads.forEach(other => other.removeAttribute('aria-sort'));
      head.setAttribute('aria-sort', falling ? 'descending' : 'ascending');
      const key = row => row.cells[column].dataset.value ?? row.cells[column].textContent;
      const compare = (a, b) => {
        const x = key(a), y = key(b);
        if (x === '' || y === '') return (x === '') - (y === '');
        const order = column ? x - y : x.localeCompare(y, undefined, {numeric: true});
        return falling ? -order : order;
      };
      body.append(...[...body.rows].sort(compare));
    });
  });
}
)";
}

} // namespace labelwright
