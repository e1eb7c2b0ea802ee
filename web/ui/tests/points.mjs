// How Explore bears a million points: node tests/points.mjs [ADDRESS]; without an address against the mock, which
// repeats its tracks with jitter. Prints milliseconds.
import { spawn } from "node:child_process";
import { chromium } from "playwright-core";

let server = null;
let address = process.argv[2];
if (!address) {
  address = "http://localhost:4198";
  server = spawn(process.execPath, ["node_modules/vite/bin/vite.js", "preview", "--port", "4198", "--strictPort"],
    { env: { ...process.env, MOCK_TRACKS: "12500", MOCK_REPEAT: "80" }, stdio: "ignore" });
  for (let i = 0; i < 200 && !(await fetch(address).catch(() => null)); i++) await new Promise((resolve) => setTimeout(resolve, 100));
}
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"] });
const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, bypassCSP: true });
page.setDefaultTimeout(120000);
/** Milliseconds from `act` until the picture after it is drawn. */
const until = (act) => page.evaluate(async (text) => {
  const began = performance.now();
  (0, eval)(text);
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
  const canvas = document.querySelector("canvas");
  canvas?.getContext("webgl2").readPixels(0, 0, 1, 1, 6408, 5121, new Uint8Array(4));
  return Math.round(performance.now() - began);
}, act);
await page.addInitScript(() => {
  const original = Response.prototype.arrayBuffer;
  Response.prototype.arrayBuffer = async function () {
    const bytes = await original.call(this);
    globalThis.arrived = performance.now();
    globalThis.size = bytes.byteLength;
    return bytes;
  };
});
await page.goto(`${address}/#/explore`);
await page.locator("canvas").waitFor();
const first = await page.evaluate(async () => {
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
  document.querySelector("canvas").getContext("webgl2").readPixels(0, 0, 1, 1, 6408, 5121, new Uint8Array(4));
  return { draw: Math.round(performance.now() - globalThis.arrived), bytes: globalThis.size };
});
console.log(await page.locator("p.small.soft").first().innerText());
console.log("payload, bytes:", first.bytes, " first draw after it arrived, ms:", first.draw);
const press = (key) => `document.querySelector("canvas").focus(); document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "${key}", bubbles: true }))`;
console.log("hide one colour, ms:", await until(`document.querySelector(".key").click()`));
console.log("show it again, ms:", await until(`document.querySelector(".key").click()`));
const pans = [];
for (let i = 0; i < 10; i++) pans.push(await until(press(i % 2 ? "ArrowLeft" : "ArrowRight")));
console.log("move, ms:", pans.join(" "));
for (let i = 0; i < 6; i++) await until(press("+"));
console.log("zoomed in, move, ms:", await until(press("ArrowLeft")));
console.log("select what is in view, ms:", await until(press("v")), await page.getByRole("heading", { name: /selected/ }).innerText());
await browser.close();
server?.kill();
