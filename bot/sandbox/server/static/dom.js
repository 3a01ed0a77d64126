// Small helpers around the DOM. Text only ever becomes text nodes.
export const byId = (id) => document.getElementById(id);

export function element(tag, options = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "class") made.className = value;
    else if (name === "on") for (const [event, listener] of Object.entries(value)) made.addEventListener(event, listener);
    else if (name === "text") made.textContent = value;
    else if (name in made && typeof value !== "string") made[name] = value;
    else made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

export function button(label, options = {}, ...children) {
  return element("button", { type: "button", ...options, ...(children.length ? { "aria-label": label } : { text: label }) }, ...children);
}

const initials = (name) => [...(name || "?").trim()][0].toUpperCase();
export const tone = (id) => Math.abs(Number(id)) % 7;

export function paintAvatar(holder, id, name) {
  holder.textContent = initials(name);
  holder.className = `avatar tone-${tone(id)}`;
  holder.setAttribute("aria-hidden", "true");
  return holder;
}

export const avatar = (id, name) => paintAvatar(element("span"), id, name);

const clock = new Intl.DateTimeFormat([], { hour: "2-digit", minute: "2-digit", hour12: false });
export const timeOf = (seconds) => clock.format(new Date(seconds * 1000));
