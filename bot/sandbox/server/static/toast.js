// Short notices, alerts that want an OK, and what a screen reader is told.
import { byId, element } from "./dom.js";

const SHOWN_FOR = 4500;

export function toast(text) {
  const shown = element("p", { class: "toast", text });
  byId("toasts").append(shown);
  setTimeout(() => shown.remove(), SHOWN_FOR);
}

export function alertOf(text) {
  byId("alert-text").textContent = text;
  byId("alert").showModal();
}

export function announce(text) {
  const region = byId("announcer");
  region.replaceChildren(element("p", { text: text.length > 400 ? `${text.slice(0, 400)}…` : text }));
}

// Runs an action of somebody's; what is refused is told instead of thrown.
export async function trying(action) {
  try {
    return await action();
  } catch (error) {
    toast(error.message);
    return null;
  }
}
