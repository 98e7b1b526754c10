// Every part in every state, looked at by axe.
import { accessible, expect, fitsTheScreen, test } from "./support";

test("every part of the design system is sound", async ({ page }) => {
  await page.goto("/gallery");
  await expect(page.getByRole("heading", { level: 1, name: "Gallery" })).toBeVisible();
  await fitsTheScreen(page);
  await accessible(page);
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
