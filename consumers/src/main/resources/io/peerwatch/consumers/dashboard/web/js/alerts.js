// Open alerts as cards, and what was resolved lately as a table.
import { byId, el, fill, sign } from "./dom.js";
import { evidenceRows } from "./evidence.js";
import { moment, plural, span } from "./format.js";
import { signOfSeverity } from "./groups.js";

const CARDS_MAX = 30;
const RESOLVED_MAX = 12;

const VERDICTS = {
  LONE_HOST: "stands apart from its peers",
  SILENT_HOST: "stopped reporting",
  SKEWED_CLOCK: "has a clock that is off",
  GROUP_SHIFT: "moved as a whole",
  SUBGROUP: "split: several hosts moved apart together",
  PAIR_DIVERGED: "diverged: its two hosts differ",
  GROUP_SILENT: "fell silent as a whole",
};

const ENDINGS = {
  RECOVERED: "recovered",
  REMOVED: "host removed",
  RECLASSIFIED: "became another finding",
  ACKNOWLEDGED: "acknowledged",
  EXPIRED: "expired",
};

/**
 * @param alerts the answer of /api/alerts
 * @param group the group that they are of; null for all groups
 */
export function paintAlerts(alerts, group, now, on) {
  const ages = alerts.open.map((alert) => span(now - alert.onsetAt));
  const inGroup = group !== null;
  const quiet = calm(group);
  fill(byId("alerts"), [alerts.open, alerts.openTotal, ages, inGroup, quiet], () => {
    if (alerts.openTotal === 0) return el("div", { class: "panel calm" }, sign(quiet[0]), quiet[1]);
    const cards = alerts.open.slice(0, CARDS_MAX).map((alert, i) => card(alert, ages[i], inGroup, now, on));
    const more = alerts.openTotal - cards.length;
    return [
      el("h3", {}, plural(alerts.openTotal, "open alert")),
      el("div", { class: "cards" }, cards),
      more > 0 ? el("p", { class: "muted" }, `and ${more} more: choose a group to see its own`) : null,
    ];
  });
}

/** No alert is good news only where somebody looked. */
function calm(group) {
  if (group === null) return ["good", "No open alerts."];
  const judged = group.state !== null && group.state !== "NOT_JUDGED";
  return judged ? ["good", "No open alerts in this group."] : ["unknown", "No open alerts; but nothing was judged in the newest window."];
}

function card(alert, age, inGroup, now, on) {
  const kind = signOfSeverity(alert.severity);
  return el(
    "article",
    { class: `panel alert ${kind}` },
    el(
      "div",
      { class: "line" },
      el("span", { class: `badge ${kind}` }, sign(kind), alert.severity.toLowerCase()),
      who(alert, on),
      el("span", {}, VERDICTS[alert.verdict] ?? alert.verdict),
      inGroup || alert.host === null ? null : el("span", { class: "muted" }, `in ${alert.group}`),
      el("span", { class: "since" }, `since ${moment(alert.onsetAt, now)} (${age})`),
    ),
    el("p", { class: "summary" }, alert.summary),
    evidenceRows(alert, (metric) => on.look({ group: alert.group, metric, host: alert.host })),
    footing(alert, now),
  );
}

function who(alert, on) {
  const name = alert.host ?? alert.group;
  const look = () => on.look({ group: alert.group, host: alert.host, metric: alert.evidence[0]?.metric });
  return el("button", { class: "link who", type: "button", key: `alert ${alert.alertId}`, on: { click: look } }, name);
}

function footing(alert, now) {
  const opened = `Opened ${moment(alert.openedAt, now)}`;
  const compared = alert.peerCount > 0 ? `, worst window ${moment(alert.windowStart, now)} against ${plural(alert.peerCount, "peer")}` : "";
  const names = alert.host === null ? alert.hosts : alert.peers;
  if (names.length === 0) return el("p", { class: "peers" }, opened + compared);
  const more = alert.host === null ? 0 : alert.peerCount - names.length;
  return el(
    "details",
    { key: `peers ${alert.alertId}` },
    el("summary", {}, opened + compared),
    el("p", { class: "peers" }, (alert.host === null ? "Hosts: " : "Peers: ") + names.join(", ") + (more > 0 ? ` and ${more} more` : "")),
  );
}

/** Open episodes that a silence covers: who wanted quiet, why, and until when. */
export function paintSilenced(alerts, inGroup, now, on) {
  const shown = alerts.silenced.slice(0, CARDS_MAX);
  fill(byId("silenced"), [shown, alerts.silencedTotal, inGroup], () => {
    if (shown.length === 0) return null;
    const more = alerts.silencedTotal - shown.length;
    return el(
      "details",
      { class: "panel silenced", key: "silenced" },
      el("summary", {}, `${plural(alerts.silencedTotal, "silenced alert")}: ${reasons(alerts.silenced)}`),
      shown.map((one) => silencedRow(one, inGroup, now, on)),
      more > 0 ? el("p", { class: "muted" }, `and ${more} more`) : null,
    );
  });
}

function reasons(silenced) {
  const all = [...new Set(silenced.flatMap(({ by }) => by.map((silence) => silence.why || silence.silenceId)))];
  return all.slice(0, 3).join(", ") + (all.length > 3 ? ", …" : "");
}

function silencedRow({ alert, by }, inGroup, now, on) {
  return el(
    "div",
    { class: "quieted" },
    el(
      "div",
      { class: "line" },
      who(alert, on),
      el("span", {}, VERDICTS[alert.verdict] ?? alert.verdict),
      inGroup || alert.host === null ? null : el("span", { class: "muted" }, `in ${alert.group}`),
      el("span", { class: "since" }, `since ${moment(alert.onsetAt, now)}`),
    ),
    by.map((silence) =>
      el("p", { class: "muted small" }, `Silenced until ${moment(silence.to, now)}${silence.who ? ` by ${silence.who}` : ""}${silence.why ? `: ${silence.why}` : ""} (${silence.silenceId})`),
    ),
  );
}

export function paintResolved(alerts, inGroup, now, on) {
  const shown = alerts.resolved.slice(0, RESOLVED_MAX);
  fill(byId("resolved"), [shown, inGroup], () => (shown.length ? table(shown, inGroup, now, on) : null));
}

function table(shown, inGroup, now, on) {
  const rows = shown.map((alert) =>
    el(
      "tr",
      {},
      el("td", {}, who(alert, on), inGroup || alert.host === null ? null : el("span", { class: "muted" }, ` in ${alert.group}`)),
      el("td", {}, ENDINGS[alert.resolution] ?? "resolved"),
      el("td", { class: "tight" }, `${moment(alert.onsetAt, now)} to ${moment(alert.resolvedAt, now)}`),
      el("td", { class: "number" }, span(alert.resolvedAt - alert.onsetAt)),
      el("td", { class: "muted" }, alert.summary),
    ),
  );
  const heads = ["What", "How it ended", "When"].map((text) => el("th", { scope: "col" }, text));
  return el(
    "div",
    { class: "panel" },
    el("h3", {}, "Recently resolved"),
    el(
      "div",
      { class: "scroll" },
      el("table", {}, el("thead", {}, el("tr", {}, heads, el("th", { scope: "col", class: "number" }, "Lasted"), el("th", { scope: "col" }, "Summary"))), el("tbody", {}, rows)),
    ),
  );
}
