/** A line of a chart: its name and its points. */
export interface Series {
  readonly name: string;
  readonly points: readonly (readonly [number, number])[];
}
export interface Chart {
  readonly title: string;
  readonly x: string;
  readonly series: readonly Series[];
}

const WIDTH = 360;
const HEIGHT = 240;
const LEFT = 52;
const BOTTOM = 40;
const TOP = 34;
const COLOURS = ["#2563eb", "#d97706", "#059669", "#9333ea"];

/** Charts side by side, both axes from 0 and linear: cost that grows linearly is a straight line. Milliseconds upwards. */
export function plot(charts: readonly Chart[]): string {
  const width = WIDTH * charts.length;
  const parts = charts.map((chart, i) => `<g transform="translate(${i * WIDTH} 0)">${draw(chart)}</g>`);
  const style = "text{font:11px sans-serif;fill:#444}.t{font-size:13px;fill:#111}";
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${HEIGHT}" viewBox="0 0 ${width} ${HEIGHT}" role="img" aria-labelledby="title"><title id="title">${charts.map(({ title, x }) => `${title} against ${x}`).join("; ")}</title><style>${style}</style><rect width="100%" height="100%" fill="#fff"/>${parts.join("")}</svg>\n`;
}

function draw({ title, x, series }: Chart): string {
  const points = series.flatMap((one) => one.points);
  const [most, highest] = [
    nice(Math.max(1, ...points.map(([a]) => a))),
    nice(Math.max(1, ...points.map(([, b]) => b))),
  ];
  const px = (a: number): string => (LEFT + (a / most) * (WIDTH - LEFT - 20)).toFixed(1);
  const py = (b: number): string => (HEIGHT - BOTTOM - (b / highest) * (HEIGHT - BOTTOM - TOP)).toFixed(1);
  const lines = series.map(({ name, points: own }, i) => {
    const colour = COLOURS[i % COLOURS.length];
    const dots = own.map(([a, b]) => `<circle cx="${px(a)}" cy="${py(b)}" r="3" fill="${colour}"/>`).join("");
    const path = own.map(([a, b]) => `${px(a)},${py(b)}`).join(" ");
    const legend = `<text x="${LEFT + 8}" y="${TOP + 12 + i * 14}" style="fill:${colour}">${name}</text>`;
    return `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="1.5"/>${dots}${legend}`;
  });
  const halves = [0.5, 1].map((part) => {
    const [a, b] = [most * part, highest * part];
    const across = `<line x1="${LEFT}" y1="${py(b)}" x2="${WIDTH - 20}" y2="${py(b)}" stroke="#eee"/>`;
    const ends = `<text x="${LEFT - 6}" y="${py(b)}" text-anchor="end" dy="4">${b}</text><text x="${px(a)}" y="${HEIGHT - BOTTOM + 15}" text-anchor="middle">${a}</text>`;
    return across + ends;
  });
  const axes = `<polyline points="${LEFT},${TOP} ${LEFT},${HEIGHT - BOTTOM} ${WIDTH - 20},${HEIGHT - BOTTOM}" fill="none" stroke="#888"/>`;
  const words = `<text class="t" x="${LEFT}" y="18">${title}, ms</text><text x="${(LEFT + WIDTH) / 2}" y="${HEIGHT - 8}" text-anchor="middle">${x}</text>`;
  return words + halves.join("") + axes + lines.join("");
}

/** The next round number. */
function nice(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 5, 10].find((step) => step * power >= value) ?? 10) * power;
}
