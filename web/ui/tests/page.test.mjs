// The page in a real browser, by keyboard, under the server's Content-Security-Policy, and held against axe.
// ATTUNE names the program, then it is asked (`attune serve --port 0`, a library of its own); else the mock answers.
// Skips with a word where there is no chromium. node --test tests/page.test.mjs
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

const chromiumPath = [process.env.CHROMIUM, "/usr/bin/chromium"].find((path) => path && existsSync(path));
const skip = chromiumPath ? false : "there is no chromium here";
const axeSource = skip ? "" : readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const folder = mkdtempSync(join(tmpdir(), "attune-page-"));
const SCREENS = ["start", "inbox", "good", "explore", "map", "lab", "history", "playlists", "library"];
let server, browser, address;
const faults = [];

/** Starts a server and waits for the address that it prints. */
function serve(command, args, env) {
  server = spawn(command, args, { env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
  return new Promise((resolve, reject) => {
    let said = "";
    const hear = (data) => {
      // Colour codes stand between the letters of an address where a tool paints it.
      said += String(data).replace(/\u001b\[[0-9;]*m/g, "");
      const found = /http:\/\/(127\.0\.0\.1|localhost):\d+/.exec(said);
      if (found) resolve(found[0]);
    };
    server.stdout.on("data", hear);
    server.stderr.on("data", hear);
    server.on("exit", (code) => reject(new Error(`the server ended with ${code}: ${said}`)));
  });
}

async function newPage(options = {}) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...options });
  page.setDefaultTimeout(60000);
  page.on("pageerror", (error) => faults.push(String(error)));
  // Whatever the Content-Security-Policy refuses is said here; answers of 404 are answers.
  page.on("console", (message) => message.type() === "error" && !/status of 404/.test(message.text()) && faults.push(message.text()));
  return page;
}

before(async () => {
  if (skip) return;
  address = process.env.ATTUNE
    ? await serve(process.env.ATTUNE, ["--library", join(folder, "library"), "serve", "--port", "0"])
    : await serve(process.execPath, ["node_modules/vite/bin/vite.js", "preview", "--port", "4199", "--strictPort"], { MOCK_EMPTY: "1", MOCK_TRACKS: "4000" });
  const { chromium } = await import("playwright-core");
  browser = await chromium.launch({ executablePath: chromiumPath, args: ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"] });
});

after(async () => {
  await browser?.close();
  server?.removeAllListeners("exit");
  server?.kill("SIGINT");
  rmSync(folder, { recursive: true, force: true });
});

test("a newcomer finds what to do, and a first look weighs little", { skip }, async () => {
  const page = await newPage();
  let bytes = 0;
  page.on("response", async (answer) => {
    const body = await answer.body().catch(() => Buffer.alloc(0));
    bytes += answer.url().includes("/api/") ? 0 : (await import("node:zlib")).gzipSync(body).length;
  });
  await page.goto(address);
  await page.getByRole("button", { name: "Show me a simulated listener" }).waitFor();
  await page.waitForLoadState("networkidle");
  assert.ok(bytes > 10000 && bytes < 300000, `${bytes} bytes, compressed, before the first screen is there`);
  await page.close();
});

test("from an export, or a simulated listener, to picks judged by keyboard", { skip }, async () => {
  const page = await newPage();
  await page.goto(address);
  if (process.env.ATTUNE_EXPORT || !process.env.ATTUNE) {
    const file = process.env.ATTUNE_EXPORT ?? join(folder, "my_spotify_data.zip");
    if (!process.env.ATTUNE_EXPORT) writeFileSync(file, "PK");
    await page.setInputFiles("input[type=file]", file);
    await page.getByText(/rows imported/).waitFor();
    await page.getByRole("link", { name: "See the picks" }).click();
  } else {
    await page.getByRole("button", { name: "Show me a simulated listener" }).click();
  }
  await page.locator("ol[aria-label=Picks] li").nth(6).waitFor();
  for (const key of ["l", "l", "l", "d", "d", "d"]) await page.keyboard.press(key);
  await page.getByText("6 of ").waitFor();
  await page.getByText(/You liked 50/).waitFor();
  await page.keyboard.press("u");
  await page.getByText("5 of ").waitFor();
  await page.reload();
  await page.getByText("5 of ").waitFor();
  await page.locator("input[type=range]").first().focus();
  await page.keyboard.press("End");
  await page.getByText("Preview, not kept yet").waitFor();
  await page.getByRole("button", { name: "Back to the middle" }).click();
  await page.getByText("5 of ").waitFor();
  await page.close();
});

test("a lasso becomes a playlist, and the playlist a file", { skip }, async () => {
  const page = await newPage();
  await page.goto(`${address}/#/explore`);
  await page.getByRole("button", { name: "Lasso" }).click();
  const box = await page.locator("canvas").boundingBox();
  const at = (x, y) => [box.x + box.width * x, box.y + box.height * y];
  await page.mouse.move(...at(0.3, 0.3));
  await page.mouse.down();
  for (const corner of [[0.7, 0.3], [0.7, 0.7], [0.3, 0.7]]) await page.mouse.move(...at(...corner), { steps: 4 });
  await page.mouse.up();
  const chosen = Number(/([\d,]+) tracks? selected/.exec(await page.getByRole("heading", { name: /selected/ }).innerText())[1].replace(",", ""));
  assert.ok(chosen >= 10, `${chosen} tracks in the lasso`);
  await page.getByLabel("Name of the playlist").fill("From <b>the</b> lasso");
  await page.keyboard.press("Enter");
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Export as M3U8" }).click()]);
  const text = readFileSync(await file.path(), "utf8");
  assert.match(text, /^#EXTM3U/);
  assert.equal(text.match(/#EXTINF/g).length, chosen);
  // By keyboard: what is in view, then nothing.
  await page.locator("canvas").focus();
  await page.keyboard.press("v");
  await page.keyboard.press("c");
  await page.getByRole("heading", { name: "0 tracks selected" }).waitFor();
  await page.goto(`${address}/#/playlists`);
  await page.getByRole("button", { name: /From <b>the<\/b> lasso/ }).waitFor();
  await page.close();
});

test("the keys are listed, screens are reached by them, and the colours are kept", { skip }, async () => {
  const page = await newPage();
  await page.goto(`${address}/#/history`);
  await page.getByRole("heading", { name: "History", level: 1 }).waitFor();
  await page.keyboard.press("?");
  await page.getByRole("dialog").waitFor();
  await page.keyboard.press("Escape");
  await page.locator("dialog").waitFor({ state: "detached" });
  await page.keyboard.press("g");
  await page.keyboard.press("l");
  await page.getByRole("heading", { name: "Library", level: 1 }).waitFor();
  await page.close();
});

test("axe finds nothing serious on any screen, light and dark, wide and narrow", { skip }, async () => {
  for (const [colorScheme, width] of [["light", 1280], ["dark", 360]]) {
    const page = await newPage({ colorScheme, viewport: { width, height: 800 }, bypassCSP: true });
    await page.goto(address);
    await page.addScriptTag({ content: axeSource });
    for (const screen of SCREENS) {
      await page.evaluate((name) => (location.hash = `#/${name}`), screen);
      await page.getByRole("heading", { level: 1 }).first().waitFor();
      await page.locator("[aria-busy=true]").waitFor({ state: "detached" });
      const found = await page.evaluate(async () => (await globalThis.axe.run({ resultTypes: ["violations"] })).violations);
      const bad = found.filter((one) => ["serious", "critical"].includes(one.impact)).map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`);
      assert.deepEqual(bad, [], `${screen}, ${colorScheme}, ${width} px`);
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wider <= 0, `${screen} is ${wider} px wider than ${width} px`);
    }
    await page.close();
  }
});

test("nothing was thrown or refused meanwhile", { skip }, () => assert.deepEqual(faults, []));
