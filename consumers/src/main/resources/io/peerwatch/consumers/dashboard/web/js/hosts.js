// What stands around the plot: the metric picker, the key to its lines, and its hosts as buttons.
import { byId, el, fill } from "./dom.js";
import { percent, plural, value } from "./format.js";

const CHIPS_MAX = 4;
const BLAME_LEAST = 0.02;

/** How far back the plot reaches. */
const SPANS = [
  { name: "30m", text: "30 min", millis: 30 * 60_000 },
  { name: "2h", text: "2 h", millis: 120 * 60_000 },
  { name: "all", text: "all", millis: Infinity },
];

/** The span of that name; of no name, the one to begin with. */
export function spanOf(name) {
  return SPANS.find((span) => span.name === name) ?? SPANS[1];
}

/** Blamed metrics as chips, all of them in a list, the most blamed first. */
export function paintPicker(metrics, chosen, span, on) {
  const blamed = metrics.filter((metric) => metric.blame >= BLAME_LEAST).slice(0, CHIPS_MAX);
  const shown = [metrics.map(({ metric, blame }) => [metric, blame]), chosen, span.name];
  fill(byId("picker"), shown, () => [
    ...blamed.map(({ metric, blame }) =>
      el(
        "button",
        { class: "chip mono", type: "button", key: `chip ${metric}`, "aria-pressed": String(metric === chosen), on: { click: () => on.metric(metric) } },
        metric,
        el("span", { class: "blame", title: "Share of the blame in open alerts" }, percent(blame)),
      ),
    ),
    el("span", { class: "spans", role: "group", "aria-label": "How far back" }, SPANS.map((other) => spanButton(other, span, on.span))),
    list(metrics, chosen, on.metric),
  ]);
}

function spanButton(span, chosen, onSpan) {
  const pressed = String(span.name === chosen.name);
  return el("button", { class: "chip", type: "button", key: `span ${span.name}`, "aria-pressed": pressed, on: { click: () => onSpan(span.name) } }, span.text);
}

function list(metrics, chosen, onMetric) {
  const select = el(
    "select",
    { key: "metrics", "aria-label": "Metric", on: { change: (event) => onMetric(event.target.value) } },
    metrics.map(({ metric }) => el("option", { value: metric }, metric)),
  );
  select.value = chosen;
  return select;
}

export function paintLegend(series, chosen) {
  const odd = series.hosts.some((line) => line.onsetAt !== null);
  const banded = series.bandLow.some((edge) => edge !== null);
  const drawn = series.hosts.length;
  const own = chosen ?? series.hosts.find((line) => line.onsetAt !== null)?.host ?? null;
  fill(byId("legend"), [odd, banded, chosen, own, drawn, series.hostsKnown, series.hosts.some((line) => line.low)], () => [
    odd ? entry("k-odd", "in an open alert") : null,
    chosen && !isOdd(series, chosen) ? entry("k-chosen", chosen) : null,
    entry("k-peer", drawn < series.hostsKnown ? `${drawn} of ${plural(series.hostsKnown, "host")}: those in an alert and those furthest from the band` : plural(drawn, "host")),
    banded ? entry("k-band", "band of the peers") : null,
    own && series.hosts.some((line) => line.host === own && line.low) ? entry(own === chosen && !isOdd(series, own) ? "k-own" : "k-own odd", `what is expected of ${own}`) : null,
  ]);
}

function isOdd(series, host) {
  return series.hosts.some((line) => line.host === host && line.onsetAt !== null);
}

function entry(kind, text) {
  return el("span", {}, el("i", { class: kind }), text);
}

/** Every host drawn, with its newest value; pressing one picks it out in the plot. */
export function paintHosts(series, chosen, onHost) {
  const { unit, metric } = series;
  const shown = series.hosts.map((line) => [line.host, line.onsetAt !== null, value(newest(line), unit, metric)]);
  fill(byId("hosts"), [shown, chosen], () =>
    shown.map(([host, odd, text]) =>
      el(
        "button",
        {
          class: odd ? "host odd" : "host", type: "button", key: `host ${host}`, title: host,
          "aria-pressed": String(host === chosen), on: { click: () => onHost(host === chosen ? null : host) },
        },
        host,
        el("span", {}, text),
      ),
    ),
  );
}

function newest(line) {
  return line.values.at(-1);
}
