// Evidence of an alert: what was observed against what was expected and its band, by metric.
import { el } from "./dom.js";
import { between, digits, percent, value } from "./format.js";

const SHOWN_FIRST = 3;

/** Rows of evidence, the most blamed first; more than a few are folded away. */
export function evidenceRows(alert, onMetric) {
  const rows = alert.evidence.map((evidence) => row(alert, evidence, onMetric));
  const rest = rows.slice(SHOWN_FIRST);
  return [
    el("div", { class: "rows" }, rows.slice(0, SHOWN_FIRST)),
    rest.length ? el("details", { key: `evidence ${alert.alertId}` }, el("summary", {}, `${rest.length} more by metric`), el("div", { class: "rows" }, rest)) : null,
  ];
}

function row(alert, evidence, onMetric) {
  const { metric, unit, observed, expected, peerLow, peerHigh, deviation, share } = evidence;
  const band = between(peerLow, peerHigh, unit, metric);
  return el(
    "div",
    { class: "row" },
    el(
      "button",
      { class: "metric mono", type: "button", key: `metric ${alert.alertId} ${metric}`, title: `Draw ${metric}`, on: { click: () => onMetric(metric) } },
      metric,
    ),
    el("span", { class: "share muted small", title: "This metric's share of the blame" }, share == null ? "" : `${percent(share)} of blame`),
    track(evidence),
    el(
      "span",
      { class: "figures small" },
      el("b", {}, value(observed, unit, metric)),
      el("span", { class: "muted", title: deviation == null ? null : `${digits(deviation)} spreads from the expected` }, ` peers ${band}`),
    ),
  );
}

/** The band as a block, the expected as a tick in it, the observed as a dot, on a scale of their own. */
function track({ observed, expected, peerLow, peerHigh }) {
  const track = el("div", { class: "track", "aria-hidden": "true" });
  const known = [observed, expected, peerLow, peerHigh].filter((edge) => edge !== null && edge !== undefined);
  if (observed === null || known.length < 4) return track;
  const least = Math.min(...known);
  const room = (Math.max(...known) - least) * 0.06 || 1;
  const scale = Math.max(...known) - least + 2 * room;
  const at = (edge) => `${(100 * (edge - least + room)) / scale}%`;
  const length = (from, to) => `${(100 * Math.abs(to - from)) / scale}%`;
  const part = (name, left, width) => {
    const node = el("i", { class: name });
    node.style.left = left;
    if (width) node.style.width = width;
    return node;
  };
  track.append(
    part("range", at(peerLow), length(peerLow, peerHigh)),
    part("reach", at(Math.min(observed, expected)), length(observed, expected)),
    part("middle", at(expected)),
    part("seen", at(observed)),
  );
  return track;
}
