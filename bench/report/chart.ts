import type { Comparison, QueryFigures } from '../measure/results.js';
import { answersOf, compared, ratio } from './ratios.js';

/** The chart: answers a second of each candidate, as a part of the floor's. Drawn by hand, since bars are all it has. */

const width = 880;
const left = 310;
const right = 70;
const bar = 13;
const gap = 3;
const between = 18;
const top = 96;
const bottom = 14;

/** Colours that can be told apart on light and dark ground, by people who see fewer colours as well. */
const colours: Readonly<Record<string, string>> = {
  gatehouse: '#1f883d',
  yoga: '#2f81f7',
  naive: '#a371f7',
  hive: '#d29922',
};

export function chart(comparison: Comparison): string {
  const shown = comparison.candidates.filter(({ name }) => Object.hasOwn(colours, name));
  const queries = compared(comparison);
  const block = shown.length * (bar + gap) - gap;
  const height = top + queries.length * (block + between) - between + bottom;
  const room = width - left - right;
  const most = Math.max(
    1,
    ...queries.flatMap((query) => shown.map(({ name }) => ratio(query, 'perSecond', name, 'floor') ?? 0)),
  );

  const legend = shown.map(({ name, title }, index) => {
    const x = left + index * 142;
    return `<rect x="${x}" y="52" width="10" height="10" rx="2" fill="${colours[name]}"/><text x="${x + 15}" y="61">${escape(title)}</text>`;
  });
  const bars = queries.flatMap((query, row) => {
    const y = top + row * (block + between);
    const title = `<text x="${left - 14}" y="${y + block / 2 + 4}" text-anchor="end">${escape(query.title)}</text>`;
    return [
      title,
      ...shown.map(({ name }, index) => {
        const part = ratio(query, 'perSecond', name, 'floor');
        const length = part === null ? 0 : Math.max(1, (part / most) * room);
        const at = y + index * (bar + gap);
        const label = said(query, name);
        return `<rect x="${left}" y="${at}" width="${length.toFixed(1)}" height="${bar}" rx="2" fill="${colours[name]}"/><text x="${(left + length + 6).toFixed(1)}" y="${at + bar - 3}" class="value">${label}</text>`;
      }),
    ];
  });
  const whole = (left + room / most).toFixed(1);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title desc">
<title id="title">Answers a second, as a part of the floor's</title>
<desc id="desc">${escape(description(comparison))}</desc>
<style>
.ground { fill: #ffffff; stroke: #d1d9e0; }
text { font: 13px system-ui, sans-serif; fill: #1f2328; }
.head { font-weight: 600; }
.value { font-size: 11px; fill: #59636e; }
line { stroke: #818b98; stroke-dasharray: 3 3; }
@media (prefers-color-scheme: dark) {
.ground { fill: #0d1117; stroke: #3d444d; }
text { fill: #f0f6fc; }
.value { fill: #9198a1; }
}
</style>
<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="6" class="ground"/>
<text x="${left}" y="22" class="head">Answers a second, floor = 100 %: longer is better</text>
<text x="${left}" y="40" class="value">Ten requests at once, upstreams that answer at once</text>
${legend.join('\n')}
<line x1="${whole}" y1="${top - 8}" x2="${whole}" y2="${height - bottom + 6}"/>
<text x="${whole}" y="${top - 11}" text-anchor="middle" class="value">floor</text>
${bars.join('\n')}
</svg>
`;
}

/** The bars in words, for those who hear the chart. */
function description(comparison: Comparison): string {
  const shown = comparison.candidates.filter(({ name }) => Object.hasOwn(colours, name));
  return compared(comparison)
    .map((query) => {
      const parts = shown.map(({ name, title }) => `${title} ${said(query, name)}`);
      return `${query.title}: ${parts.join(', ')}.`;
    })
    .join(' ');
}

function said(query: QueryFigures, name: string): string {
  const part = ratio(query, 'perSecond', name, 'floor');
  if (part !== null) return `${(part * 100).toFixed(part < 0.1 ? 1 : 0)} %`;
  return answersOf(query, name) === undefined ? 'cannot be asked' : 'takes too long';
}

function escape(text: string): string {
  return text.replaceAll('`', '').replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
