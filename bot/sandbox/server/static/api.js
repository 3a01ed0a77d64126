// Talks to the control API: actions by POST, readings by GET, and the stream of what happens.
export class Refusal extends Error {}

async function answered(response) {
  let envelope;
  try {
    envelope = await response.json();
  } catch {
    throw new Refusal("The sandbox does not answer any more.");
  }
  if (!envelope.ok) throw new Refusal(envelope.description.replace(/^Bad Request: /, ""));
  return envelope.result;
}

async function fetched(path, options) {
  try {
    return await answered(await fetch(path, options));
  } catch (error) {
    if (error instanceof Refusal || error.name === "AbortError") throw error;
    throw new Refusal("The sandbox is closed.");
  }
}

export const act = (action, params, signal) =>
  fetched(`/control/${action}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(params),
    signal,
  });

export const read = (action, params = {}) => fetched(`/control/${action}?${new URLSearchParams(params)}`);

export function listen({ onEvent, onReset, onLost }) {
  const source = new EventSource("/control/events");
  source.addEventListener("hello", onReset);
  source.addEventListener("reset", onReset);
  source.addEventListener("message", (event) => onEvent(JSON.parse(event.data)));
  source.addEventListener("error", onLost);
  return source;
}
