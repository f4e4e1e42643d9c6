// All hosts of a group drawn over each other: thin and grey, the odd one bold and warm, the band shaded.
import uPlot from "/vendor/uplot.js";
import { byId, el } from "./dom.js";
import { day, hour, moment, value } from "./format.js";
import { drawNames, drawOnsets, drawOwnBand, short } from "./pen.js";
import { colour } from "./theme.js";

const NEAR_PIXELS = 24;
const WARM = { light: ["#c2410c", "#b0185c", "#8a6100", "#b42318"], dark: ["#ff9350", "#ff7fb0", "#f2c14e", "#ff7a6e"] };
const BAND = 2;
const MINUTE = 60_000;
const TIME_STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 2880, 10080].map((minutes) => minutes * MINUTE);
const WINDOWS_LEAST = 15;

export class Plot {
  constructor(onHost) {
    this.onHost = onHost;
    this.container = byId("plot");
    this.tip = el("div", { class: "tip", hidden: true });
    new ResizeObserver(() => this.resize()).observe(this.container);
  }

  /** The width that points may take, in pixels. */
  width() {
    return Math.max(200, this.container.clientWidth);
  }

  /**
   * @param chosen name of the host to pick out; null for none
   * @param spanMillis how far back to reach
   */
  show(series, chosen, spanMillis) {
    this.spanMillis = spanMillis;
    this.series = series;
    this.chosen = chosen;
    this.hovered = null;
    this.uplot?.destroy();
    this.uplot = null;
    if (series.times.length === 0) {
      this.container.replaceChildren(el("p", { class: "none" }, "No readings of this metric are kept for this group."));
      return;
    }
    this.container.replaceChildren();
    const lines = this.inDrawingOrder();
    const data = [series.times, series.bandLow, series.bandHigh, ...lines.map((line) => line.values)];
    this.marked = this.marks(lines);
    this.lines = lines;
    this.uplot = new uPlot(this.options(lines), data, this.container);
    this.container.append(this.tip);
    this.uplot.over.addEventListener("click", () => this.onHost(this.near?.host ?? null));
    this.uplot.over.addEventListener("mouseleave", () => this.hover(null));
  }

  redraw() {
    if (this.series) this.show(this.series, this.chosen, this.spanMillis);
  }

  /** Grey ones first, marked ones over them, the chosen one on top. */
  inDrawingOrder() {
    const rank = (line) => (line.host === this.chosen ? 2 : line.onsetAt !== null ? 1 : 0);
    return [...this.series.hosts].sort((a, b) => rank(a) - rank(b));
  }

  marks(lines) {
    const warm = WARM[document.documentElement.dataset.theme] ?? WARM.light;
    const odd = this.series.hosts.filter((line) => line.onsetAt !== null).map((line) => line.host);
    return lines
      .map((line, i) => ({ line, host: line.host, onsetAt: line.onsetAt, index: i + 1 + BAND }))
      .filter(({ line, host }) => line.onsetAt !== null || host === this.chosen)
      .map((mark) => ({ ...mark, stroke: mark.onsetAt === null ? colour("accent") : warm[odd.indexOf(mark.host) % warm.length] }))
      .reverse();
  }

  options(lines) {
    const { unit, metric } = this.series;
    const few = this.series.times.length < 4;
    const strokes = new Map(this.marked.map((mark) => [mark.host, mark.stroke]));
    const grey = `rgba(${colour("peer-line")}, ${peerAlpha(lines.length)})`;
    const edge = { stroke: "transparent", width: 0, points: { show: false } };
    return {
      width: this.width(),
      height: this.height(),
      ms: 1,
      padding: [10, this.margin(), 0, 0],
      legend: { show: false },
      cursor: { y: false, points: { show: false }, drag: { x: false, y: false } },
      scales: { x: { time: true, range: (u, first, last) => this.span(first, last) }, y: { range: (u, low, high) => range(low, high) } },
      axes: [
        { ...axis(), size: 38, incrs: TIME_STEPS, values: (u, splits) => splits.map((at, i) => tick(at, splits[i - 1])) },
        { ...axis(), size: 70, values: (u, splits) => splits.map((at) => value(at, unit, metric)) },
      ],
      bands: [{ series: [2, 1], fill: colour("band") }],
      series: [
        {}, edge, edge,
        ...lines.map((line) => ({
          stroke: strokes.get(line.host) ?? grey,
          width: strokes.has(line.host) ? 2.6 : 1,
          points: { show: few, size: 5, fill: strokes.get(line.host) ?? grey },
        })),
      ],
      hooks: { draw: [(u) => this.drawOver(u)], setCursor: [(u) => this.lookUnder(u)] },
    };
  }

  drawOver(u) {
    const focus = this.chosen ?? this.marked.at(0)?.host;
    const mark = this.marked.find(({ host }) => host === focus);
    if (mark?.line.low) drawOwnBand(u, mark.line, mark.stroke);
    drawOnsets(u, this.marked);
    drawNames(u, this.marked);
  }

  /** Finds the line under the pointer and names it. */
  lookUnder(u) {
    const { idx, top, left } = u.cursor;
    if (idx === null || idx === undefined || top < 0) return this.hover(null);
    let nearest = null;
    this.lines.forEach((line, i) => {
      const at = line.values[idx];
      if (at === null) return;
      const distance = Math.abs(u.valToPos(at, "y") - top);
      if (distance < NEAR_PIXELS && distance < (nearest?.distance ?? Infinity)) nearest = { host: line.host, at, distance, index: i + 1 + BAND };
    });
    this.hover(nearest, idx, left, top);
  }

  hover(near, idx, left, top) {
    this.near = near;
    this.tip.hidden = near === null;
    if (near === null) return;
    const { times, unit, metric } = this.series;
    this.tip.textContent = `${near.host}  ${value(near.at, unit, metric)}  ${moment(times[idx])}`;
    const edge = left > this.uplot.over.clientWidth / 2;
    const offset = this.uplot.over.offsetLeft + left;
    this.tip.style.left = edge ? "auto" : `${offset + 14}px`;
    this.tip.style.right = edge ? `${this.container.clientWidth - offset + 14}px` : "auto";
    this.tip.style.top = `${Math.max(0, top - 10)}px`;
  }

  /** From the first window to the last; with few of them they stand at the right, where more will come. */
  span(first, last) {
    const least = WINDOWS_LEAST * this.series.windowMillis;
    return [Math.max(last - Math.max(this.spanMillis, least), Math.min(first, last - least)), last];
  }

  /** Room at the right for the names of marked lines. */
  margin() {
    if (this.marked.length === 0) return 20;
    const pen = document.createElement("canvas").getContext("2d");
    pen.font = "600 12px system-ui, sans-serif";
    const widest = Math.max(...this.marked.map(({ host }) => pen.measureText(short(host)).width));
    return Math.min(widest + 16, this.width() * 0.34);
  }

  height() {
    return this.width() < 560 ? 260 : Math.max(300, Math.min(440, Math.round(innerHeight * 0.42)));
  }

  resize() {
    if (!this.uplot || this.width() === this.uplot.width) return;
    this.uplot.setSize({ width: this.width(), height: this.height() });
  }
}

function axis() {
  return {
    stroke: colour("muted"),
    font: "12px system-ui, sans-serif",
    grid: { stroke: colour("rule"), width: 1 },
    ticks: { stroke: colour("rule"), width: 1, size: 5 },
  };
}

/** Hours and minutes; the day where it changes. */
function tick(at, before) {
  const changed = before !== undefined && new Date(at).toDateString() !== new Date(before).toDateString();
  return changed ? `${day(at)}\n${hour(at)}` : hour(at);
}

/** The more lines lie over each other, the fainter each. */
function peerAlpha(lines) {
  return Math.min(0.34, 0.1 + 5 / lines);
}

/** From the least to the most with some air; down to 0 where 0 is near anyway. */
function range(low, high) {
  if (low === null || high === null) return [0, 1];
  const air = (high - low) * 0.08 || Math.abs(high) * 0.1 || 1;
  const floor = low >= 0 && low - air < (high - low) * 0.25 ? 0 : low - air;
  return [floor, high + air];
}
