import type { Results } from '../measure/results.js';
import { ratio } from './ratios.js';

/** The chart: answers a second of each candidate, as a part of the floor's. Drawn by hand, since bars are all it has. */

const width = 860;
const left = 290;
const right = 60;
const bar = 13;
const gap = 3;
const between = 16;
const top = 64;

/** Colours that can be told apart on light and dark ground, by people who see fewer colours as well. */
const colours: Readonly<Record<string, string>> = {
  gatehouse: '#1f883d',
  yoga: '#2f81f7',
  naive: '#a371f7',
  hive: '#d29922',
};

export function chart({ queries, candidates }: Results): string {
  const shown = candidates.filter(({ name }) => name !== 'floor');
  const block = shown.length * (bar + gap);
  const height = top + queries.length * (block + between);
  const room = width - left - right;
  const most = Math.max(
    1,
    ...queries.flatMap((query) => shown.map(({ name }) => ratio(query, 'perSecond', name, 'floor') ?? 0)),
  );

  const legend = shown.map(({ name, title }, index) => {
    const x = left + index * 135;
    return `<rect x="${x}" y="34" width="10" height="10" rx="2" fill="${colourOf(name)}"/><text x="${x + 15}" y="43">${escape(title)}</text>`;
  });
  const bars = queries.flatMap((query, row) => {
    const y = top + row * (block + between);
    const title = `<text x="${left - 12}" y="${y + block / 2 + 3}" text-anchor="end">${escape(query.title)}</text>`;
    return [
      title,
      ...shown.map(({ name }, index) => {
        const part = ratio(query, 'perSecond', name, 'floor');
        const length = Math.max(1, ((part ?? 0) / most) * room);
        const at = y + index * (bar + gap);
        const label = part === null ? '–' : `${(part * 100).toFixed(part < 0.1 ? 1 : 0)} %`;
        return `<rect x="${left}" y="${at}" width="${part === null ? 0 : length.toFixed(1)}" height="${bar}" rx="2" fill="${colourOf(name)}"/><text x="${(left + (part === null ? 0 : length) + 6).toFixed(1)}" y="${at + bar - 3}" class="value">${label}</text>`;
      }),
    ];
  });
  const whole = left + room / most;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="Answers a second with ten requests at once, as a part of the floor's">
<style>
text { font: 13px system-ui, sans-serif; fill: #1f2328; }
.value { font-size: 11px; fill: #59636e; }
line { stroke: #8c959f; stroke-dasharray: 3 3; }
@media (prefers-color-scheme: dark) { text { fill: #e6edf3; } .value { fill: #9198a1; } }
</style>
<text x="${left}" y="18">Answers a second with ten requests at once; the floor's are 100 %</text>
${legend.join('\n')}
<line x1="${whole.toFixed(1)}" y1="${top - 8}" x2="${whole.toFixed(1)}" y2="${height - between}"/>
${bars.join('\n')}
</svg>
`;
}

function colourOf(name: string): string {
  return colours[name] ?? '#8c959f';
}

function escape(text: string): string {
  return text.replaceAll('`', '').replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
