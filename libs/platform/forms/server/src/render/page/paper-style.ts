/** The look all forms share: a Chinese official form in thin rules on A4 (console.md "Forms on paper"). */

/** Margins in millimetres; the right one holds the copy label, the top one the number, the bottom one the page count. */
export const MARGIN = { top: 20, right: 17, bottom: 16, left: 18 } as const;

const margin = `${MARGIN.top}mm ${MARGIN.right}mm ${MARGIN.bottom}mm ${MARGIN.left}mm`;

export const PAPER_STYLE = `
@page portrait { size: A4 portrait; margin: ${margin}; }
@page landscape { size: A4 landscape; margin: ${margin}; }
* { box-sizing: border-box; }
html, body { margin: 0; padding: 0; background: #fff; color: #000; }
body { font: 10.5pt/1.5 'Noto Sans SC', sans-serif; font-synthesis: none; }
.form { position: relative; break-after: page; padding: 0 1px; }
.form:last-child { break-after: auto; }
.portrait { page: portrait; }
.landscape { page: landscape; }
.begin { position: absolute; top: 0; left: 0; width: 2px; height: 2px; overflow: hidden; }
.head { text-align: center; margin-bottom: 4mm; }
.head p { margin: 0; font-size: 10.5pt; min-height: 1.5em; }
.head h1 { margin: 0; font-size: 17pt; font-weight: 700; line-height: 1.35; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
.sheet { border: 1.2pt solid #000; }
th, td { border: .5pt solid #000; padding: 1.2mm 2mm; height: 8.5mm; vertical-align: middle; text-align: left;
  font-weight: 400; overflow-wrap: anywhere; }
th { text-align: center; padding: 1mm .5mm; }
.text { white-space: pre-wrap; }
.above { display: flex; gap: 8mm; margin-bottom: 1.5mm; align-items: baseline; }
.above .right { margin-left: auto; }
.below { display: flex; gap: 10mm; margin-top: 4mm; break-inside: avoid; }
.line { display: inline-block; min-width: 32mm; min-height: 1.5em; border-bottom: .5pt solid #000; padding: 0 1mm; }
.box { display: inline-block; margin-right: 4mm; white-space: nowrap; }
.box i { position: absolute; margin: -.04em 0 0 .05em; font-style: normal; font-weight: 700; font-size: 1.05em; line-height: 1.3; }
.phone { white-space: nowrap; }
.phone span + span { margin-left: .3em; }
.tally { width: 5mm; height: 5mm; margin-right: 1mm; vertical-align: middle; }
.tally path { fill: none; stroke: #000; stroke-width: 1.5; stroke-linecap: square; }
.block td { vertical-align: top; padding: 1.5mm 2mm; }
.sign { display: flex; justify-content: flex-end; gap: 12mm; padding-top: 2mm; break-inside: avoid; break-before: avoid; }
.sign .who { display: inline-block; min-width: 26mm; }
.seal { position: relative; width: 30mm; height: 30mm; line-height: 30mm; text-align: center; font-size: 8pt; }
.seal svg { position: absolute; left: 0; top: 0; width: 30mm; height: 30mm; fill: none; stroke: #888; stroke-width: .2; }
.number { text-align: center; font-variant-numeric: tabular-nums; }
.center { text-align: center; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
.block { break-inside: auto; }
.whole { break-inside: avoid; }
`;
