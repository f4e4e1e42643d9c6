// What is drawn on the plot besides plain lines: names at the ends of lines, and since when.
import { hour } from "./format.js";
import { colour } from "./theme.js";

const NAMES_MAX = 8;
const NAME_LENGTH_MAX = 24;
const LINE_HEIGHT = 15;

/** A name short enough for the margin; the end tells hosts apart, so the middle goes. */
export function short(name) {
  if (name.length <= NAME_LENGTH_MAX) return name;
  return `${name.slice(0, 9)}…${name.slice(-(NAME_LENGTH_MAX - 10))}`;
}

/** Names beside the last points of marked lines, moved apart where they would overlap. */
export function drawNames(u, marked) {
  const { ctx } = u;
  const ratio = devicePixelRatio;
  const names = marked.slice(0, NAMES_MAX).map((mark) => ({ ...mark, y: lastY(u, mark.index) })).filter((mark) => mark.y !== null);
  names.sort((a, b) => a.y - b.y);
  const bottom = (u.bbox.top + u.bbox.height) / ratio;
  spread(names, u.bbox.top / ratio + 4, bottom - 4);
  ctx.save();
  ctx.font = `600 ${12 * ratio}px system-ui, sans-serif`;
  ctx.textBaseline = "middle";
  ctx.textAlign = "left";
  for (const name of names) {
    ctx.fillStyle = name.stroke;
    ctx.fillText(short(name.host), u.bbox.left + u.bbox.width + 7 * ratio, name.y * ratio);
  }
  ctx.restore();
}

function lastY(u, index) {
  const values = u.data[index];
  for (let i = values.length - 1; i >= 0; i--) {
    if (values[i] !== null) return u.valToPos(values[i], "y") + u.bbox.top / devicePixelRatio;
  }
  return null;
}

function spread(names, top, bottom) {
  for (let i = 1; i < names.length; i++) names[i].y = Math.max(names[i].y, names[i - 1].y + LINE_HEIGHT);
  let limit = bottom;
  for (let i = names.length - 1; i >= 0; i--) {
    names[i].y = Math.max(top, Math.min(names[i].y, limit));
    limit = names[i].y - LINE_HEIGHT;
  }
}

/** An upright line where each episode is thought to have begun. */
export function drawOnsets(u, marked) {
  const { ctx, bbox } = u;
  const ratio = devicePixelRatio;
  const seen = new Set();
  ctx.save();
  ctx.font = `${11 * ratio}px system-ui, sans-serif`;
  ctx.textBaseline = "top";
  for (const { onsetAt, stroke } of marked) {
    if (onsetAt === null || seen.has(onsetAt) || onsetAt < u.scales.x.min || onsetAt > u.scales.x.max) continue;
    seen.add(onsetAt);
    const x = Math.round(u.valToPos(onsetAt, "x", true));
    ctx.strokeStyle = stroke;
    ctx.globalAlpha = 0.55;
    ctx.setLineDash([3 * ratio, 4 * ratio]);
    ctx.lineWidth = ratio;
    ctx.beginPath();
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
    ctx.globalAlpha = 1;
    ctx.fillStyle = colour("muted");
    ctx.textAlign = x > bbox.left + bbox.width / 2 ? "right" : "left";
    ctx.fillText(`since ${hour(onsetAt)}`, x + (ctx.textAlign === "right" ? -5 : 5) * ratio, bbox.top + 3 * ratio);
  }
  ctx.restore();
}

/** The own band of one host as two dotted lines. */
export function drawOwnBand(u, line, stroke) {
  const { ctx, bbox } = u;
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  ctx.strokeStyle = stroke;
  ctx.globalAlpha = 0.75;
  ctx.lineWidth = 1.2 * devicePixelRatio;
  ctx.setLineDash([1.5 * devicePixelRatio, 3.5 * devicePixelRatio]);
  for (const edge of [line.low, line.high]) {
    ctx.beginPath();
    let drawing = false;
    edge.forEach((value, i) => {
      if (value !== null) {
        const x = u.valToPos(u.data[0][i], "x", true);
        const y = u.valToPos(value, "y", true);
        if (drawing) ctx.lineTo(x, y);
        else ctx.moveTo(x, y);
      }
      drawing = value !== null;
    });
    ctx.stroke();
  }
  ctx.restore();
}
