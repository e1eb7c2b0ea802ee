// Keys that do something wherever the focus is, but for fields that a person types into.
import { app, go } from "./state.svelte";
import { screens } from "./screens";

let waiting = 0;

/** What an event came to: several parts of the page hear the same one, and it counts once. */
const heard = new WeakMap<KeyboardEvent, string>();

/** The key of `event`, or "" where it belongs to a field or to the browser. `g` and a letter change the screen. */
export function shortcut(event: KeyboardEvent): string {
  const known = heard.get(event);
  if (known !== undefined) return known;
  const key = meaning(event);
  heard.set(event, key);
  return key;
}

function meaning(event: KeyboardEvent): string {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return "";
  const target = event.target as HTMLElement;
  if (target.closest?.("input:not([type=range]):not([type=checkbox]), select, textarea, dialog")) return "";
  if (event.key === "g") {
    waiting = event.timeStamp;
    return "";
  }
  const screen = waiting && event.timeStamp - waiting < 3000 ? screens.find((one) => one.key === event.key) : undefined;
  waiting = 0;
  if (!screen) return event.key;
  go(screen.name);
  return "";
}

/** Whether `name` is the screen that is seen: keys of screens that are going away are not heard. */
export const on = (name: string): boolean => app.screen === name;
