// Keys that do something wherever the focus is, but for fields that a person types into.
import { app, go } from "./state.svelte";
import { screens } from "./screens";

let waiting = 0;

/** The key of `event`, or "" where it belongs to a field or to the browser. `g` and a letter change the screen. */
export function shortcut(event: KeyboardEvent): string {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return "";
  const target = event.target as HTMLElement;
  if (target.closest?.("input:not([type=range]):not([type=checkbox]), select, textarea, dialog")) return "";
  if (event.key === "g") {
    waiting = event.timeStamp;
    return "";
  }
  if (waiting && event.timeStamp - waiting < 1500) {
    waiting = 0;
    const screen = screens.find((one) => one.key === event.key);
    if (screen) {
      go(screen.name);
      return "";
    }
  }
  return event.key;
}

/** Whether `name` is the screen that is seen: keys of screens that are going away are not heard. */
export const on = (name: string): boolean => app.screen === name;
