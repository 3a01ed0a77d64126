// Settings of the sandbox: what fails on purpose, where the bot stands in the open chat, the newest calls.
import { act, read } from "./api.js";
import { byId, element } from "./dom.js";
import { currentRoom, store } from "./store.js";
import { trying } from "./toast.js";

const KINDS = {
  flood: "429 flood", server_error: "5xx", broken_json: "broken JSON", timeout: "time-outs", dropped: "dropped connections", blocked: "403 blocked",
  kicked: "403 kicked", migrated: "400 migrated", conflict: "409 conflict", duplicate: "duplicate updates", reorder: "reordered updates",
};
const STANDINGS = { member: "member", administrator: "administrator", restricted: "may only read", left: "not here", kicked: "put out" };
const panel = byId("panel");

function planParts() {
  const parts = (store.faults?.plan ?? "off").split(",");
  const percent = parts.find((part) => part.endsWith("%"));
  return {
    percent: percent ? Number(percent.slice(0, -1)) : 0,
    kinds: new Set(parts.filter((part) => part in KINDS)),
    seed: Number(parts.find((part) => part.startsWith("seed="))?.slice(5) ?? 0),
    limits: parts.includes("limits"),
  };
}

export async function openPanel() {
  store.faults = (await trying(() => act("faults", {}))) ?? store.faults;
  const calls = (await trying(() => read("calls", { limit: 40 }))) ?? [];
  panel.replaceChildren(element("h2", { id: "panel-title", text: "Sandbox" }), faults(), standing(), log(calls), closing());
  panel.showModal();
}

function faults() {
  const plan = planParts();
  const number = (name, label, value, max) => element("label", { class: "stacked" }, label, element("input", { type: "number", id: name, min: "0", max: String(max), value: String(value) }));
  const kinds = Object.entries(KINDS).map(([kind, label]) => element("label", {}, element("input", { type: "checkbox", name: "kind", value: kind, checked: !plan.kinds.size || plan.kinds.has(kind) }), label));
  const counts = Object.entries(store.faults?.counts ?? {}).map(([kind, count]) => `${KINDS[kind]}: ${count}`);
  const apply = element("button", { type: "button", class: "text-button", id: "apply-faults", text: "Apply", on: { click: setFaults } });
  return element(
    "fieldset", { id: "faults" },
    element("h3", { text: "Telegram fails on purpose" }),
    element("div", { class: "fields" }, number("fault-percent", "of the calls, %", plan.percent, 100), number("fault-seed", "seed", plan.seed, 999999), element("label", {}, element("input", { type: "checkbox", id: "fault-limits", checked: plan.limits }), "hold speed limits"), apply),
    element("div", { class: "kinds" }, ...kinds),
    element("p", { class: "note", id: "fault-counts", text: counts.length ? `So far: ${counts.join(", ")}` : "Nothing has failed so far." }),
  );
}

async function setFaults() {
  const chosen = [...panel.querySelectorAll("[name=kind]:checked")].map((box) => box.value);
  const parts = [`${Number(byId("fault-percent").value) || 0}%`, `seed=${Number(byId("fault-seed").value) || 0}`];
  if (chosen.length && chosen.length < Object.keys(KINDS).length) parts.push(...chosen);
  if (byId("fault-limits").checked) parts.push("limits");
  const set = await trying(() => act("faults", { plan: parts.join(",") }));
  if (!set) return;
  store.faults = set;
  panel.close();
}

function standing() {
  const room = currentRoom();
  const holder = element("fieldset", {}, element("h3", { text: "In this chat" }));
  if (!room) return holder;
  if (room.person !== null) {
    const set = (event) => trying(() => act("block", { person: room.person, blocked: event.target.checked }));
    holder.append(element("label", {}, element("input", { type: "checkbox", id: "blocked", checked: room.is_blocked, on: { change: set } }), "the bot is blocked"));
    return holder;
  }
  const select = element("select", { id: "standing", on: { change: (event) => trying(() => act("standing", { room: room.id, status: event.target.value })) } });
  select.append(...Object.entries(STANDINGS).map(([value, text]) => element("option", { value, text, selected: value === room.bot })));
  const mute = (event) => trying(() => act("mute", { room: room.id, muted: event.target.checked }));
  holder.append(
    element("div", { class: "fields" }, element("label", { class: "stacked" }, "The bot is", select), element("label", {}, element("input", { type: "checkbox", id: "muted", checked: room.is_muted, on: { change: mute } }), "only administrators write")),
  );
  return holder;
}

function log(calls) {
  const lines = calls.reverse().map((call) => element("li", { class: call.error ? "failed" : null, text: call.error ? `${call.method}: ${call.error}` : call.method }));
  return element("section", {}, element("h3", { text: "Newest calls of the bot" }), element("ul", { class: "calls", tabindex: "0", "aria-label": "Newest calls of the bot" }, ...lines));
}

const closing = () => element("form", { method: "dialog" }, element("button", { class: "text-button", text: "Close" }));
