import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";
import { mock } from "./mock/plugin";

// One HTML file, one style sheet, a chunk a screen. Nothing is inlined: the server's Content-Security-Policy refuses
// inline scripts and styles, and data: URLs but for images.
export default defineConfig({
  plugins: [svelte(), mock()],
  base: "./",
  build: { target: "es2022", assetsInlineLimit: 0, modulePreload: { polyfill: false }, reportCompressedSize: false },
});
