// What every screen shares: the session, where we are, what was just done.
import type { Session, Undo } from "./api/types";

export interface Toast {
  id: number;
  text: string;
  undo?: () => Promise<unknown> | void;
}

interface App {
  session: Session | null;
  person: string;
  notice: string;
  offline: boolean;
  screen: string;
  toasts: Toast[];
  theme: "auto" | "light" | "dark";
  /** How much of the careful training is done, 0 to 1; null where none goes on. */
  learning: number | null;
}

export const app = $state<App>({
  session: null,
  person: "",
  notice: "",
  offline: false,
  screen: "",
  toasts: [],
  theme: "auto",
  learning: null,
});

let last = 0;

/** Says `text` for eight seconds, with a way back where there is one. */
export function say(text: string, undo?: Toast["undo"]): void {
  const id = ++last;
  app.toasts = [{ id, text, undo }];
  setTimeout(() => drop(id), 8000);
}

export function drop(id: number): void {
  app.toasts = app.toasts.filter((toast) => toast.id !== id);
}

export function go(screen: string): void {
  location.hash = "#/" + screen;
}

/** Light, dark, or as the system; kept in this browser. */
export function setTheme(theme: App["theme"]): void {
  app.theme = theme;
  if (theme === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  localStorage.setItem("attune-theme", theme);
}

export type { Undo };
