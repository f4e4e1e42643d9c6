// Light or dark: as the system says, until somebody presses the button.
import { byId } from "./dom.js";

const KEPT_AS = "peerwatch-theme";
const system = matchMedia("(prefers-color-scheme: dark)");

/** Calls `onChange` whenever the colours change; drawings have to be drawn anew. */
export function startTheme(onChange) {
  const button = byId("theme");
  const apply = () => {
    const dark = (localStorage.getItem(KEPT_AS) ?? (system.matches ? "dark" : "light")) === "dark";
    document.documentElement.dataset.theme = dark ? "dark" : "light";
    button.textContent = dark ? "Light" : "Dark";
    button.setAttribute("aria-label", dark ? "Switch to light colours" : "Switch to dark colours");
    onChange();
  };
  button.addEventListener("click", () => {
    const dark = document.documentElement.dataset.theme === "dark";
    localStorage.setItem(KEPT_AS, dark ? "light" : "dark");
    apply();
  });
  system.addEventListener("change", apply);
  apply();
}

/** The value of a colour of theme.css. */
export function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}
