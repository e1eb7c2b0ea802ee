// How long a newcomer waits: drops EXPORT on the page of the program's own server and says after how many seconds the
// first statistics and the picks are there, and for how long the page's main thread was busy at a time meanwhile.
//
// usage: node first_look.mjs PROGRAM EXPORT.zip [LIBRARY]
//   LIBRARY: a folder with a library that has the catalogues already; it is copied. Without it the export brings them
//   CHROMIUM: the browser (default: /usr/bin/chromium)      THREADS: of the server (default: all)
import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";

const [program, file, library] = process.argv.slice(2);
const { chromium } = createRequire(new URL("../../web/ui/package.json", import.meta.url))("playwright-core");
const folder = mkdtempSync(join(tmpdir(), "attune-first-look-"));
if (library) cpSync(library, join(folder, "library"), { recursive: true });
else mkdirSync(join(folder, "library"));

const threads = process.env.THREADS ? ["--threads", process.env.THREADS] : [];
const server = spawn(program, ["--library", join(folder, "library"), ...threads, "serve", "--port", "0"], { stdio: ["ignore", "pipe", "inherit"] });
const address = await new Promise((resolve) => {
  let said = "";
  server.stdout.on("data", (data) => {
    said += data;
    const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
    if (found) resolve(found[0]);
  });
});

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"] });
const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
page.setDefaultTimeout(1_200_000);
// Tasks over 50 ms, as the browser itself counts them, and how late a timer of 50 ms comes: what a person feels.
await page.addInitScript(() => {
  globalThis.tasks = [];
  globalThis.late = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((task) => globalThis.tasks.push(Math.round(task.duration)))).observe({ type: "longtask" });
  let last = performance.now();
  setInterval(() => {
    const now = performance.now();
    globalThis.late = Math.max(globalThis.late, now - last - 50);
    last = now;
  }, 50);
});
await page.goto(address);
await page.locator("input[type=file]").waitFor({ state: "attached" });
await page.waitForLoadState("networkidle");
const atStart = await page.evaluate(() => globalThis.tasks.splice(0));
await page.evaluate(() => (globalThis.late = 0));

const bytes = readFileSync(file).toString("base64");
const dropped = await page.evaluateHandle((content) => {
  const raw = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
  const transfer = new DataTransfer();
  transfer.items.add(new File([raw], "my_spotify_data.zip"));
  return transfer;
}, bytes);
await page.evaluate(() => (globalThis.tasks.length = 0, globalThis.late = 0));
const start = performance.now();
const seconds = () => Number(((performance.now() - start) / 1000).toFixed(2));
await page.locator("label", { has: page.locator("input[type=file]") }).first().dispatchEvent("drop", { dataTransfer: dropped });
await page.getByText(/rows imported/).waitFor();
const imported = seconds();
await page.locator("section.facts .card").nth(3).waitFor();
const statistics = seconds();
await page.getByRole("link", { name: "See the picks" }).waitFor();
const picks = seconds();
const { tasks, late } = await page.evaluate(() => ({ tasks: globalThis.tasks, late: Math.round(globalThis.late) }));
console.log(JSON.stringify({ imported_s: imported, statistics_s: statistics, picks_s: picks,
  longest_task_ms: Math.max(0, ...tasks), tasks_over_50_ms: tasks.length, timer_late_ms: late,
  longest_task_of_the_first_load_ms: Math.max(0, ...atStart), load: Number(loadavg()[0].toFixed(1)) }));
await browser.close();
server.kill("SIGINT");
await new Promise((resolve) => server.once("exit", resolve));
rmSync(folder, { recursive: true, force: true });
