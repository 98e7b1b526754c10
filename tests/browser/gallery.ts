// Every part in every state, looked at by axe.
import { accessible, expect, fitsTheScreen, test } from "./support";

test("every part of the design system is sound", async ({ page }) => {
  await page.goto("/gallery");
  await expect(page.getByRole("heading", { level: 1, name: "Gallery" })).toBeVisible();
  await fitsTheScreen(page);
  await accessible(page);
});

test("nothing hangs over, however long it is", async ({ page }) => {
  await page.goto("/gallery");
  // The frame cuts off what does, so that the page never scrolls sideways: looked at one by one.
  const over = await page.getByRole("main").evaluate((main) => {
    const wide = document.documentElement.clientWidth;
    const held = (part: Element) => {
      for (let around = part.parentElement; around && around !== main; around = around.parentElement) {
        if (getComputedStyle(around).overflowX !== "visible") return true;
      }
      return false;
    };
    return [...main.querySelectorAll("*")].filter((part) => {
      const { left, right, width } = part.getBoundingClientRect();
      return width > 1 && (left < -1 || right > wide + 1) && !held(part);
    }).map((part) => part.outerHTML.slice(0, 120));
  });
  expect(over).toEqual([]);
});

test("the gallery has every part", async ({ page }) => {
  await page.goto("/gallery");
  const main = page.getByRole("main");
  const parts = {
    combobox: "input[list]", date: ".date-fields", select: "select", "radio cards": ".choice input[type=radio]", file: "input[type=file]",
    preview: ".preview", "error summary": ".error-summary", dialog: "dialog[open]", banner: ".banner", skeleton: ".skeleton", "empty state": ".empty",
    progress: "progress", "table of cards": ".table.to-cards", tabs: ".subnav", pagination: ".more", badge: ".badge", status: ".status",
    avatar: ".avatar", timeline: ".line", calendar: ".week", columns: ".chart.plot", grid: ".chart.heat", map: ".map", "page header": ".page-head",
    stack: ".stack", cluster: ".row", "grid of columns": ".columns", cards: ".cards",
  };
  for (const [name, selector] of Object.entries(parts)) expect(await main.locator(selector).count(), name).toBeGreaterThan(0);
  for (const frame of ["header.bar", "nav.dock", "footer.foot", ".toast"]) expect(await page.locator(frame).count(), frame).toBeGreaterThan(0);
});

test("what moves stands still for those who ask for it", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto("/gallery");
  // A message's life is told by its animation, which then only fades; the sign of work goes on in steps.
  const moving = await page.evaluate(() => document.getAnimations()
    .filter((animation) => animation.playState === "running" && Number(animation.effect?.getComputedTiming().duration) > 1)
    .map((animation) => animation.effect as KeyframeEffect)
    .filter((effect) => effect.getKeyframes().some((frame) => "transform" in frame && !frame.easing.startsWith("steps")))
    .map((effect) => effect.target?.className));
  expect(moving).toEqual([]);
});

test("a block of a quarter of an hour is as high as a finger needs", async ({ page }) => {
  await page.goto("/gallery");
  const heights = await page.locator(".week.fine a.slot").evaluateAll((links) => links.map((link) => link.getBoundingClientRect()).map(({ top, bottom }) => ({ top, bottom })));
  expect(heights.length).toBeGreaterThan(2);
  for (const { top, bottom } of heights) expect(bottom - top).toBeGreaterThanOrEqual(24);
  // The two quarters follow each other.
  const [first, second] = heights.slice(-2);
  expect(second.top).toBeGreaterThanOrEqual(first.bottom);
});

test("a message waits while it has the focus", async ({ page }) => {
  await page.goto("/gallery");
  const message = page.locator(".toast").filter({ has: page.getByRole("link") });
  const state = () => message.evaluate((toast) => getComputedStyle(toast).animationPlayState);
  expect(await state()).toBe("running");
  await message.getByRole("link").focus();
  expect(await state()).toBe("paused");
});

test("more contrast is no less sound", async ({ page }) => {
  await page.emulateMedia({ contrast: "more" });
  await page.goto("/gallery");
  await accessible(page);
});

test("in the system's own colours each control keeps its edge", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await page.goto("/gallery");
  const bare = await page.getByRole("main").locator("button:not(.link, .icon-button), .button:not(.link), .input, .status, .choice").evaluateAll((controls) =>
    controls.filter((control) => {
      const { borderStyle, borderWidth } = getComputedStyle(control);
      return borderStyle === "none" || borderWidth === "0px";
    }).map((control) => control.outerHTML.slice(0, 80)));
  expect(bare).toEqual([]);
});
