// Builds page elements. Texts only ever become text: names and summaries come from strangers.

/** An element. `props`: class, text attributes, `on` (event handlers), `key` (finds its focus again). */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "on") {
      for (const [event, handler] of Object.entries(value)) node.addEventListener(event, handler);
    } else if (name === "key") {
      node.dataset.key = value;
    } else {
      node.setAttribute(name, value === true ? "" : value);
    }
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return node;
}

/**
 * Fills a container, unless what it shows is the same as last time. Focus, scrolling and details
 * that were unfolded stay as they were.
 */
export function fill(container, shown, build) {
  const signature = JSON.stringify(shown);
  if (container.shownSignature === signature) return;
  container.shownSignature = signature;
  const focused = container.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
  const scrolled = container.scrollTop;
  const unfolded = new Set([...container.querySelectorAll("details[open]")].map((node) => node.dataset.key));
  container.replaceChildren(...[build()].flat().filter(Boolean));
  container.scrollTop = scrolled;
  for (const node of container.querySelectorAll("details")) node.open = unfolded.has(node.dataset.key);
  if (focused !== undefined) {
    for (const node of container.querySelectorAll("[data-key]")) {
      if (node.dataset.key === focused) node.focus({ preventScroll: true });
    }
  }
}

export function byId(id) {
  return document.getElementById(id);
}

const SHAPES = {
  good: ["circle", { cx: 6, cy: 6, r: 4.5, fill: "currentColor" }],
  critical: ["path", { d: "M6 .6 11.7 11H.3z", fill: "currentColor" }],
  warning: ["path", { d: "M6 .3 11.7 6 6 11.7.3 6z", fill: "currentColor" }],
  info: ["rect", { x: 1.5, y: 1.5, width: 9, height: 9, rx: 1.5, fill: "currentColor" }],
  unknown: ["circle", { cx: 6, cy: 6, r: 4, fill: "none", stroke: "currentColor", "stroke-width": 2 }],
};

/** A small sign that differs in shape as well as in colour: good, critical, warning, info, unknown. */
export function sign(kind) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 12 12");
  svg.setAttribute("class", `sign ${kind}`);
  svg.setAttribute("aria-hidden", "true");
  const [shape, attributes] = SHAPES[kind];
  const node = document.createElementNS("http://www.w3.org/2000/svg", shape);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  svg.append(node);
  return svg;
}
