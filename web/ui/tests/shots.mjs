// Pictures of every screen, to be looked at: node tests/shots.mjs ADDRESS FOLDER [screen,...] [width,...]
// No graphics card is imitated: that takes long, and the points of Explore are drawn without one.
import { chromium } from "playwright-core";

const [address, folder, names = "start,inbox,good,explore,map,lab,history,playlists,library", widths = "360,1280,2560"] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"] });
for (const colorScheme of ["light", "dark"]) {
  for (const width of widths.split(",").map(Number)) {
    const page = await browser.newPage({ viewport: { width, height: width < 500 ? 780 : Math.round(width * 0.62) }, colorScheme });
    page.setDefaultTimeout(240000);
    page.on("console", (message) => message.type() === "error" && console.log(message.text()));
    page.on("pageerror", (error) => console.log(String(error)));
    for (const name of names.split(",")) {
      await page.goto(`${address}/#/${name}`);
      await page.locator(`nav a[href='#/${name}'][aria-current=page]`).waitFor({ state: "attached" });
      await page.waitForTimeout(300);
      await page.locator("main [aria-busy=true]").first().waitFor({ state: "detached" });
      await page.waitForTimeout(400);
      await page.screenshot({ path: `${folder}/${name}-${width}-${colorScheme}.png`, fullPage: width < 500 });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (wide > 0) console.log(`${name} at ${width}: ${wide} px wider than the window`);
    }
    await page.close();
  }
}
await browser.close();
