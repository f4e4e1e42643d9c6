// Asks the server every few seconds, and paints what changed.
import { go, read } from "./address.js";
import { paintAlerts, paintResolved, paintSilenced } from "./alerts.js";
import { ask } from "./api.js";
import { byId, fill } from "./dom.js";
import { paintEmpty } from "./empty.js";
import { inOrder, paintGroups } from "./groups.js";
import { paintFoot, paintHead, paintReading } from "./header.js";
import { paintHosts, paintLegend, paintPicker, spanOf } from "./hosts.js";
import { paintOverview } from "./overview.js";
import { Plot } from "./plot.js";
import { paintRoom } from "./room.js";
import { startTheme } from "./theme.js";

const ASK_EVERY_MILLIS = 3000;
const DRAW_ANEW_MILLIS = 15_000;
const NO_ALERTS = { openTotal: 0, open: [], silencedTotal: 0, silenced: [], resolved: [] };

const look = ({ group, metric, host }) => go({ group, metric, host, span: read().span });
const choose = (group) => go({ group, span: read().span });
const plot = new Plot((host) => go({ ...looked(), host }));

let groupsAnswer = null;
/** The group shown before anybody chose one: it stays, so that the page does not jump. */
let opening = null;
let drawn = { key: null, at: 0 };
let round = 0;

/** What is looked at; an empty group is the overview. */
function looked() {
  const address = read();
  return { ...address, group: address.group ?? opening ?? "" };
}

/** Where to begin: with the group that needs somebody, or the only one, else with all of them. */
function beginWith(groups) {
  if (opening !== null || groups.length === 0) return;
  const first = inOrder(groups)[0];
  opening = first.openAlerts > 0 || groups.length === 1 ? first.name : "";
}

async function refresh() {
  const mine = ++round;
  try {
    const answer = await ask("/api/groups");
    beginWith(answer.groups);
    const { group } = looked();
    const alerts = answer.groups.length ? await ask("/api/alerts", { group: group || null }) : NO_ALERTS;
    if (mine !== round) return;
    groupsAnswer = answer;
    paint(answer, alerts);
    await drawGroup(answer, alerts, mine);
  } catch (failure) {
    if (mine !== round) return;
    paintReading(null);
    console.warn(failure);
  }
}

function paint(answer, alerts) {
  const { group } = looked();
  paintReading(answer);
  paintFoot(answer.reading);
  paintGroups(answer.groups, group, choose);
  document.title = answer.groups.some((known) => known.openAlerts) ? `(${answer.groups.reduce((sum, known) => sum + known.openAlerts, 0)}) Peerwatch` : "Peerwatch";
  if (paintEmpty(answer)) {
    for (const id of ["alerts", "silenced", "room", "overview", "resolved"]) fill(byId(id), null, () => null);
    return;
  }
  const shown = answer.groups.find((known) => known.name === group) ?? null;
  paintHead(shown, answer.now);
  paintAlerts(alerts, shown, answer.now, { look });
  paintSilenced(alerts, shown !== null, answer.now, { look });
  paintRoom(shown, answer.now);
  paintOverview(shown === null ? answer.groups : null, choose);
  paintResolved(alerts, shown !== null, answer.now, { look });
}

/** Draws the group's hosts when what is looked at, its newest window or its alerts have changed. */
async function drawGroup(answer, alerts, mine) {
  const { group, metric, host, span } = looked();
  const shown = answer.groups.find((known) => known.name === group);
  byId("drawing").hidden = !shown;
  if (!shown) return;
  const key = JSON.stringify([group, metric, host, span, shown.windowEnd, plot.width(), alerts.open.map((alert) => [alert.alertId, alert.updatedAt])]);
  if (key === drawn.key && Date.now() - drawn.at < DRAW_ANEW_MILLIS) return;
  const { metrics } = await ask("/api/metrics", { group });
  const chosen = metrics.some((known) => known.metric === metric) ? metric : (metrics[0]?.metric ?? "");
  const series = chosen ? await ask("/api/series", { group, metric: chosen, host, points: plot.width() }) : nothing(group);
  if (mine !== round) return;
  drawn = { key, at: Date.now() };
  const picked = series.hosts.some((line) => line.host === host) ? host : null;
  paintPicker(metrics, chosen, spanOf(span), {
    metric: (other) => go({ ...looked(), metric: other }),
    span: (other) => go({ ...looked(), span: other }),
  });
  plot.show(series, picked, spanOf(span).millis);
  paintLegend(series, picked);
  paintHosts(series, picked, (other) => go({ ...looked(), host: other }));
}

function nothing(group) {
  return { group, metric: "", unit: "", windowMillis: 0, times: [], bandLow: [], bandHigh: [], hosts: [], hostsKnown: 0 };
}

startTheme(() => plot.redraw());
addEventListener("hashchange", refresh);
byId("filter").addEventListener("input", () => groupsAnswer && paintGroups(groupsAnswer.groups, looked().group, choose));
refresh();
setInterval(() => document.hidden || refresh(), ASK_EVERY_MILLIS);
document.addEventListener("visibilitychange", () => document.hidden || refresh());
