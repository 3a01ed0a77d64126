// The page's few icons, drawn as paths so that nothing is loaded.
const PATHS = {
  send: "M4 12 L20 4 L14 20 L11 13 Z",
  theme: "M20 14 A8 8 0 1 1 10 4 A6.5 6.5 0 0 0 20 14 Z",
  settings: "M4 7 H12 M16 7 H20 M4 17 H8 M12 17 H20 M14 5 V9 M10 15 V19",
  back: "M15 5 L8 12 L15 19",
  down: "M6 9 L12 15 L18 9",
  close: "M6 6 L18 18 M18 6 L6 18",
  more: "M12 6 V6.01 M12 12 V12.01 M12 18 V18.01",
  copy: "M9 9 H20 V20 H9 Z M5 15 H4 V4 H15 V5",
  open: "M8 16 L17 7 M9 7 H17 V15",
  inline: "M7 7 H17 M7 12 H14 M7 17 H11",
  unseen: "M3 3 L21 21 M10 6 A11 11 0 0 1 21 12 A14 14 0 0 1 18 15 M6 8 A14 14 0 0 0 3 12 A11 11 0 0 0 14 18",
};

export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}
