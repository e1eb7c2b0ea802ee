// The table of screens: what the page has, in the order of its menu. Each is a chunk of its own.
import type { Component } from "svelte";
import { t } from "./texts";

export interface Screen {
  name: string;
  title: string;
  /** `g`, then this letter. */
  key: string;
  icon: string;
  load: () => Promise<{ default: Component }>;
}

export const screens: Screen[] = [
  { name: "start", title: t.nav.start, key: "s", icon: "M4 11l8-7 8 7v9h-6v-6h-4v6H4z",
    load: () => import("./screens/Start.svelte") },
  { name: "inbox", title: t.nav.inbox, key: "i", icon: "M4 13l3-8h10l3 8v6H4zM4 13h5l1 3h4l1-3h5",
    load: () => import("./screens/Inbox.svelte") },
  { name: "good", title: t.nav.good, key: "q", icon: "M4 20V4M4 20h16M8 16l4-5 3 2 5-7",
    load: () => import("./screens/Good.svelte") },
  { name: "explore", title: t.nav.explore, key: "e", icon: "M6 14.5a1.5 1.5 0 110 3 1.5 1.5 0 010-3M11 7.5a1.5 1.5 0 110 3 1.5 1.5 0 010-3M18 4.5a1.5 1.5 0 110 3 1.5 1.5 0 010-3M17 14.5a1.5 1.5 0 110 3 1.5 1.5 0 010-3",
    load: () => import("./screens/Explore.svelte") },
  { name: "map", title: t.nav.map, key: "m", icon: "M9 4L3 6.5v13L9 17l6 3 6-2.5v-13L15 7zM9 4v13M15 7v13",
    load: () => import("./screens/GenreMap.svelte") },
  { name: "lab", title: t.nav.lab, key: "b", icon: "M9 3h6M10 3v6l-5.5 9.5A1.7 1.7 0 006 21h12a1.7 1.7 0 001.5-2.5L14 9V3M7.5 15h9",
    load: () => import("./screens/Lab.svelte") },
  { name: "history", title: t.nav.history, key: "h", icon: "M12 7v5l3 2M4 12a8 8 0 108-8 8 8 0 00-7 4M4 4v4h4",
    load: () => import("./screens/History.svelte") },
  { name: "playlists", title: t.nav.playlists, key: "p", icon: "M4 6h12M4 11h12M4 16h7M17 19v-8l3 1M17 19a2 2 0 11-4 0 2 2 0 014 0",
    load: () => import("./screens/Playlists.svelte") },
  { name: "library", title: t.nav.library, key: "l", icon: "M5 4v16M10 4v16M15 5l4 15",
    load: () => import("./screens/Library.svelte") },
];
