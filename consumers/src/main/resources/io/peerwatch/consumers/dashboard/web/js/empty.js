// When there is nothing to show: what is missing, and what to do about it.
import { byId, el, fill } from "./dom.js";

/** Shows a notice in the main part and says so with true, when no group is known. */
export function paintEmpty(answer) {
  if (answer.groups.length > 0) return false;
  const { reading } = answer;
  fill(byId("head"), ["empty", reading.connected, reading.problem, reading.missingTopics], () => el("div", { class: "panel notice" }, notice(reading)));
  return true;
}

function notice(reading) {
  if (!reading.connected) {
    return [
      el("h2", {}, reading.problem ? "No connection to Kafka" : "Connecting to Kafka …"),
      reading.problem ? el("p", {}, reading.problem) : null,
      el("p", { class: "muted" }, "Nothing installed yet? ", el("code", {}, "peerwatch demo"), " runs everything on this machine; ", el("code", {}, "peerwatch local"), " just a broker and a registry."),
    ];
  }
  if (reading.problem) return [el("h2", {}, "Kafka answers, its records can't be understood yet"), el("p", {}, reading.problem)];
  if (reading.missingTopics.length > 0) {
    return [
      el("h2", {}, "Kafka answers, but Peerwatch's topics are not there"),
      el("p", {}, `Missing: ${reading.missingTopics.join(", ")}`),
      el("ol", {}, step("peerwatch topics apply", "creates them"), step("peerwatch stream", "judges samples"), step("peerwatch agent", "sends this machine's own")),
      el("p", { class: "muted" }, "Do they exist under another prefix? Start the dashboard with ", el("code", {}, "--prefix"), "."),
    ];
  }
  return [
    el("h2", {}, "No samples judged yet"),
    el("p", {}, "A first verdict comes when the first window of a group closes."),
    el("ol", {}, step("peerwatch stream", "has to be running: it judges"), step("peerwatch agent", "sends this machine's metrics; run it on every host of a group"), step("peerwatch simulate SCENARIO.yaml", "sends a made-up fleet")),
    el("p", { class: "muted" }, "Or see everything at once with ", el("code", {}, "peerwatch demo"), "."),
  ];
}

function step(command, does) {
  return el("li", {}, el("code", {}, command), ` ${does}`);
}
