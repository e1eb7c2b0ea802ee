// From an export to a playlist, in a real browser against the program itself: drops a simulated listener's ZIP on the
// page, waits for picks, judges six by keyboard alone, sees the learning curve, takes one back, draws a lasso around
// tracks, keeps them as a playlist and exports that as M3U8.
//
// usage: node page_test.mjs PROGRAM     exit status 77: skipped, with a word why
//   CHROMIUM  the browser (default: /usr/bin/chromium)      web/ui/node_modules must hold playwright-core
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const program = process.argv[2] ?? "build/attune";
const root = fileURLToPath(new URL("../..", import.meta.url));
const chromium = process.env.CHROMIUM ?? "/usr/bin/chromium";
const patience = 240_000;  // a busy machine learns for minutes

function skip(why) {
  console.log(`skipped: ${why}`);
  process.exit(77);
}

/** Playwright from the page's own lock, or a word why there is none. */
async function playwright() {
  if (!existsSync(chromium)) skip(`there is no ${chromium}; scripts/install-dependencies --browser installs it`);
  const fromPage = createRequire(join(root, "web/ui/package.json"));
  try {
    return fromPage("playwright-core");
  } catch {
    return skip("web/ui/node_modules has no playwright-core; scripts/build-page installs it");
  }
}

/** The ZIP that the simulated listener would drop: history, catalogue and genres of `attune demo`, as one archive. */
function sampleZip(folder) {
  const library = join(folder, "demo");
  execFileSync(program, ["--library", library, "--quiet", "demo", "--only-files"], { stdio: "ignore" });
  const zip = join(folder, "my_spotify_data.zip");
  execFileSync("python3", ["-c", "import shutil, sys; shutil.make_archive(sys.argv[1], 'zip', sys.argv[2])",
    zip.replace(/\.zip$/, ""), join(library, "input")]);
  return zip;
}

/** The program's own server with a library that is not there yet, and the address that it prints. */
function serve(folder) {
  const server = spawn(program, ["--library", join(folder, "library"), "--threads", "1", "serve", "--port", "0"], { stdio: ["ignore", "pipe", "inherit"] });
  const address = new Promise((resolve, reject) => {
    let said = "";
    server.stdout.on("data", (data) => {
      said += data;
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
      if (found) resolve(found[0]);
    });
    server.once("exit", (code) => reject(new Error(`attune serve ended with ${code}: ${said}`)));
  });
  return { server, address };
}

/** Ends the server as Ctrl-C does. */
function stop(server) {
  return new Promise((resolve) => {
    server.removeAllListeners("exit");
    server.once("exit", resolve);
    server.kill("SIGINT");
  });
}

/** Drops a file as a hand does: on the page, not by its button. */
async function drop(page, file) {
  const bytes = readFileSync(file).toString("base64");
  const data = await page.evaluateHandle(([content, name]) => {
    const raw = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
    const transfer = new DataTransfer();
    transfer.items.add(new File([raw], name));
    return transfer;
  }, [bytes, "my_spotify_data.zip"]);
  for (const kind of ["dragenter", "dragover", "drop"]) await page.locator("label", { has: page.locator("input[type=file]") }).first().dispatchEvent(kind, { dataTransfer: data });
}

/** Chooses with the mouse what lies in the middle of the picture. @return how many tracks that were */
async function lasso(page) {
  await page.getByRole("button", { name: "Lasso" }).click();
  const canvas = page.locator("canvas[tabindex]").first();
  await canvas.waitFor();
  const box = await canvas.boundingBox();
  const at = (x, y) => [box.x + box.width * x, box.y + box.height * y];
  await page.mouse.move(...at(0.35, 0.35));
  await page.mouse.down();
  for (const corner of [[0.65, 0.35], [0.65, 0.65], [0.35, 0.65]]) await page.mouse.move(...at(...corner), { steps: 4 });
  await page.mouse.up();
  const heading = await page.getByRole("heading", { name: /selected/ }).innerText();
  return Number(/([\d,]+) tracks? selected/.exec(heading)[1].replaceAll(",", ""));
}

const began = performance.now();
const reached = (where) => console.log(`${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s  ${where}`);

async function walk(page, address, zip) {
  await page.goto(address);
  await page.locator("input[type=file]").waitFor({ state: "attached" });
  await drop(page, zip);
  reached("dropped");
  await page.getByText(/rows imported/).waitFor();
  reached("imported");
  await page.getByRole("link", { name: "See the picks" }).waitFor();
  reached("picks are there");

  // From here on by keyboard alone, to the playlist.
  await page.keyboard.press("g");
  await page.keyboard.press("i");
  await page.locator("ol[aria-label=Picks] li").nth(6).waitFor();
  for (const key of ["l", "l", "l", "d", "d", "d"]) await page.keyboard.press(key);
  await page.getByText(/\b6 of \d+ judged/).waitFor();
  await page.getByRole("img", { name: /You liked 50/ }).waitFor();
  await page.keyboard.press("u");
  await page.getByText(/\b5 of \d+ judged/).waitFor();
  const status = await (await page.request.get(`${address}/api/v1/status`)).json();
  const { liked, disliked } = status.cycles.at(-1);
  assert.deepEqual([liked, disliked], [3, 2], "what the server keeps after one was taken back");

  reached("judged by keyboard, the learning curve seen, one taken back");

  await page.keyboard.press("g");
  await page.keyboard.press("e");
  const chosen = await lasso(page);
  assert.ok(chosen >= 10, `${chosen} tracks in the lasso`);
  await page.getByLabel("Name of the playlist").fill("By hand");
  await page.keyboard.press("Enter");
  const link = page.getByRole("link", { name: "Export as M3U8" });
  const [file] = await Promise.all([page.waitForEvent("download"), link.click()]);
  const text = readFileSync(await file.path(), "utf8");
  assert.match(text, /^#EXTM3U/);
  assert.equal(text.match(/#EXTINF/g).length, chosen, "every track of the lasso stands in the file");
  reached("the lasso is a playlist, and a file");
}

const { chromium: browsers } = await playwright();
const folder = mkdtempSync(join(tmpdir(), "attune-page-"));
const { server, address } = serve(folder);
let browser;
try {
  const zip = sampleZip(folder);
  browser = await browsers.launch({ executablePath: chromium, args: ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"] });
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.setDefaultTimeout(patience);
  const faults = [];
  page.on("pageerror", (error) => faults.push(String(error)));
  // What the Content-Security-Policy refuses is said here; an answer of 404 is an answer.
  page.on("console", (message) => message.type() === "error" && !/status of 404/.test(message.text()) && faults.push(message.text()));
  await walk(page, await address, zip);
  assert.deepEqual(faults, [], "nothing was thrown or refused");
} finally {
  await browser?.close();
  const status = await stop(server);
  rmSync(folder, { recursive: true, force: true });
  assert.equal(status, 0, "attune serve ends on Ctrl-C");
}
console.log("passed");
