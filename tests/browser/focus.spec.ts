// Where the keyboard and the eye are, as the client leads from page to page.
import { action, Api, bell, expect, freeSlots, open, signIn, status, test, type Page } from "./support";

const focused = (page: Page) => page.evaluate(() => document.activeElement?.id ?? "");

/** The page's heading has the focus. */
async function atTheHeading(page: Page): Promise<void> {
  await expect.poll(() => focused(page)).toBe("page-title");
}

test("the focus comes with each page, and with the form once a time is chosen", async ({ page }) => {
  const [doctor, patient] = [await Api.readyDoctor(), await Api.patient()];
  await signIn(page, patient.person);
  await atTheHeading(page);

  await open(page, `/doctors?q=${encodeURIComponent(doctor.person.full_name)}`);
  await page.getByRole("main").getByRole("link", { name: doctor.person.full_name }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(doctor.person.full_name);
  await atTheHeading(page);

  const times = page.getByRole("list", { name: "Free times" }).getByRole("link");
  await times.first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Request an appointment");
  await atTheHeading(page);

  await times.nth(1).click();
  await expect.poll(() => focused(page)).toBe("request");

  await page.getByLabel("Reason").fill("A cough that stays");
  await page.getByRole("button", { name: "Request appointment" }).click();
  await expect(status(page)).toHaveText("Pending");
  await atTheHeading(page);
});

test("the focus stays on the page when an action takes its form away", async ({ page }) => {
  const [doctor, patient] = [await Api.readyDoctor(), await Api.patient()];
  const asked = await patient.request(doctor, (await freeSlots(doctor.id))[0]);
  await signIn(page, patient.person);
  await open(page, `/appointments/${asked.id}`);
  const panel = await action(page, "Cancel appointment");
  await panel.getByRole("button", { name: "Cancel appointment" }).click();
  await expect(status(page)).toHaveText("Cancelled");
  await atTheHeading(page);
});

test("back leads to the place in a long list that somebody left", async ({ page }) => {
  await open(page, "/doctors");
  const doctor = page.getByRole("main").getByRole("heading", { level: 2 }).getByRole("link").last();
  await doctor.scrollIntoViewIfNeeded();
  const before = await page.evaluate(() => window.scrollY);
  expect(before).toBeGreaterThan(200);
  await doctor.click();
  await expect(page).toHaveURL(/\/doctors\/[0-9a-f-]{36}/);
  await atTheHeading(page);
  // A new page begins at its top.
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Find a doctor");
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(before - 100);
});

test("Escape closes what is open and gives the focus back; a press elsewhere closes the menu", async ({ page }) => {
  const patient = await Api.patient();
  await signIn(page, patient.person);
  await expect(bell(page, 0)).toBeVisible();
  const menu = page.locator("details.menu");
  const account = menu.locator("summary");
  await account.click();
  await expect(menu).toHaveAttribute("open", "");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Escape");
  await expect(menu).not.toHaveAttribute("open", "");
  await expect(account).toBeFocused();

  await account.click();
  await expect(menu).toHaveAttribute("open", "");
  await page.mouse.click(8, page.viewportSize()!.height / 2);
  await expect(menu).not.toHaveAttribute("open", "");
});

test("Escape in a field leaves open what it stands in", async ({ page }) => {
  const [doctor, patient] = [await Api.readyDoctor(), await Api.patient()];
  const [slot] = await freeSlots(doctor.id);
  const asked = await patient.request(doctor, slot);
  await signIn(page, doctor.person);
  await open(page, `/appointments/${asked.id}`);
  const form = await action(page, "Decline");
  const reason = form.getByRole("textbox").first();
  await reason.fill("We have moved.");
  await page.keyboard.press("Escape");
  await expect(reason).toBeVisible();
  await expect(reason).toHaveValue("We have moved.");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Escape");
  await expect(reason).toBeHidden();
});

test("a block of the week is read in full, and Escape puts that away until the focus goes elsewhere", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  const [doctor, patient] = [await Api.readyDoctor(), await Api.patient()];
  const [slot] = await freeSlots(doctor.id);
  await patient.request(doctor, slot);
  await signIn(page, doctor.person);
  await open(page, `/appointments?view=week&from=${slot.local.date}`);
  const block = page.locator(".week .column .slot").filter({ hasText: patient.person.full_name });
  await block.hover();
  await expect(block).toHaveCSS("overflow", "visible");
  await page.keyboard.press("Escape");
  await expect(block).toHaveCSS("overflow", "hidden");
  await page.keyboard.press("Tab");
  await expect(block).toHaveCSS("overflow", "visible");
});
