// How Explore bears a million points: node tests/points.mjs [ADDRESS [RUNS]]. Without an address, or with "mock", the mock
// answers, which repeats its tracks with jitter. Prints medians of RUNS (5) fresh pages, in ms, and the load beside.
// Between two actions the page rests for 400 ms (REST), as under a quick hand. An imitated graphics card puts the screen
// together; CHROMIUM_ARGS="--no-sandbox --disable-gpu" has the processor do it, as Chromium does where there is none.
import { spawn } from "node:child_process";
import { loadavg } from "node:os";
import { chromium } from "playwright-core";

const runs = Number(process.argv[3] ?? 5);
let server = null;
let address = process.argv[2] ?? "mock";
if (address === "mock") {
  address = "http://localhost:4198";
  server = spawn(process.execPath, ["node_modules/vite/bin/vite.js", "preview", "--port", "4198", "--strictPort"],
    { env: { ...process.env, MOCK_TRACKS: "12500", MOCK_REPEAT: "80" }, stdio: "ignore" });
  for (let i = 0; i < 200 && !(await fetch(address).catch(() => null)); i++) await new Promise((resolve) => setTimeout(resolve, 100));
}
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: (process.env.CHROMIUM_ARGS ?? "--no-sandbox --use-angle=swiftshader --enable-unsafe-swiftshader").split(" ") });
const rest = Number(process.env.REST ?? 400);

/** In the page: waits until what was asked for stands on the screen, also where a graphics card draws it. */
const helpers = () => {
  globalThis.shown = async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
    const canvas = document.querySelector("canvas[tabindex]");
    canvas?.getContext("webgl2")?.readPixels(0, 0, 1, 1, 6408, 5121, new Uint8Array(4));
  };
  /** Milliseconds from `act` until the picture after it. */
  globalThis.timed = async (act) => {
    await new Promise((resolve) => setTimeout(resolve, globalThis.rest));
    const began = performance.now();
    act();
    await globalThis.shown();
    return performance.now() - began;
  };
  globalThis.press = (key) => {
    document.querySelector("canvas[tabindex]").focus();
    document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  };
  /** Milliseconds from the end of a lasso of 120 corners around nine tenths of the picture until the picture after it. */
  globalThis.lassoed = async () => {
    const button = (name) => [...document.querySelectorAll("button")].find((one) => one.textContent === name);
    button("Lasso").click();
    const canvas = document.querySelector("canvas[tabindex]");
    const box = canvas.getBoundingClientRect();
    canvas.setPointerCapture = () => {};
    const send = (kind, at) => canvas.dispatchEvent(new PointerEvent(kind, { clientX: box.x + box.width * (0.5 + 0.45 * Math.cos(at)),
      clientY: box.y + box.height * (0.5 + 0.45 * Math.sin(at)), pointerId: 1, bubbles: true }));
    send("pointerdown", 0);
    for (let i = 1; i < 120; i++) {
      send("pointermove", (i * 6.28) / 120);
      if (i % 10 === 0) await globalThis.shown();
    }
    await globalThis.shown();
    const result = await globalThis.timed(() => send("pointerup", 6.28));
    button("Move").click();
    return result;
  };
  /** Between frames, in ms, while the view is dragged for `n` frames. */
  globalThis.dragged = async (n) => {
    const canvas = document.querySelector("canvas[tabindex]");
    const box = canvas.getBoundingClientRect();
    const send = (kind, x) => canvas.dispatchEvent(new PointerEvent(kind, { clientX: box.x + x, clientY: box.y + 200, pointerId: 1, bubbles: true }));
    canvas.setPointerCapture = () => {};
    send("pointerdown", 300);
    const times = [];
    let last = performance.now();
    for (let i = 0; i < n; i++) {
      send("pointermove", 300 + 8 * (i % 20));
      await new Promise((resolve) => requestAnimationFrame(resolve));
      times.push(performance.now() - last);
      last = performance.now();
    }
    send("pointerup", 300);
    return times;
  };
  const original = Response.prototype.arrayBuffer;
  Response.prototype.arrayBuffer = async function () {
    const bytes = await original.call(this);
    globalThis.arrived = performance.now();
    globalThis.size = bytes.byteLength;
    return bytes;
  };
};

async function measure() {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.setDefaultTimeout(120000);
  await page.addInitScript(helpers);
  await page.addInitScript((ms) => (globalThis.rest = ms), rest);
  await page.goto(`${address}/#/explore`);
  await page.locator("canvas[tabindex]").waitFor();
  const found = await page.evaluate(async () => {
    await globalThis.shown();
    return { "first draw after the data arrived": performance.now() - globalThis.arrived, bytes: globalThis.size };
  });
  await page.waitForTimeout(500);
  found.points = Number((await page.locator(".card p.small.soft").first().innerText()).match(/^[\d,]+/)[0].replaceAll(",", ""));
  Object.assign(found, await page.evaluate(async () => ({
    "hide one colour": await globalThis.timed(() => document.querySelector(".key").click()),
    "show it again": await globalThis.timed(() => document.querySelector(".key").click()),
    "select all that is in view": await globalThis.timed(() => globalThis.press("v")),
    "clear the selection": await globalThis.timed(() => globalThis.press("c")),
    "lasso most of them": await globalThis.lassoed(),
  })));
  found["selected by the lasso"] = Number((await page.getByRole("heading", { name: /selected/ }).innerText()).replace(/\D/g, ""));
  await page.evaluate(() => globalThis.timed(() => globalThis.press("c")));
  const drag = await page.evaluate(() => globalThis.dragged(60));
  drag.sort((a, b) => a - b);
  found["frame while dragged, median"] = drag[30];
  found["frame while dragged, 95 %"] = drag[56];
  found["zoom, one step"] = await page.evaluate(() => globalThis.timed(() => globalThis.press("+")));
  await page.evaluate(async () => { for (let i = 0; i < 5; i++) await globalThis.timed(() => globalThis.press("+")); });
  found["move, close up"] = await page.evaluate(() => globalThis.timed(() => globalThis.press("ArrowLeft")));
  await page.waitForTimeout(300);
  found["select in view, close up"] = await page.evaluate(() => globalThis.timed(() => globalThis.press("v")));
  found["selected, close up"] = Number((await page.getByRole("heading", { name: /selected/ }).innerText()).replace(/\D/g, ""));
  found["rows in the table"] = await page.locator("section:has(h2:text('selected')) tbody tr").count();
  if (process.env.SHOT) await page.screenshot({ path: process.env.SHOT });
  await page.close();
  return found;
}

const all = [];
for (let i = 0; i < runs; i++) all.push(await measure());
const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
for (const key of Object.keys(all[0])) {
  const values = all.map((one) => one[key]);
  console.log(`${key}: ${Math.round(median([...values]))}${runs > 1 ? `   (${values.map((one) => Math.round(one)).join(" ")})` : ""}`);
}
console.log(`bytes a point: ${(all[0].bytes / all[0].points).toFixed(2)}; load of the machine: ${loadavg().map((one) => one.toFixed(1)).join(" ")}`);
await browser.close();
server?.kill();
