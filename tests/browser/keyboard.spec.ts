// The whole job by keyboard alone, and on the smallest of screens.
import {
  Api, aPatient, at, bell, expect, fitsTheScreen, freeSlots, hydrated, open, sound, status, test, type Locator, type Page,
} from "./support";

/** Goes on by Tab until this has the focus, which can be seen, and is not hidden behind the bars. */
async function tabTo(page: Page, to: Locator): Promise<void> {
  await expect(to).toBeVisible();
  for (let pressed = 0; pressed < 120; pressed++) {
    if (await to.evaluate((element) => element === document.activeElement)) {
      const seen = await to.evaluate((element) => {
        const { outlineStyle, boxShadow } = getComputedStyle(element);
        const box = element.getBoundingClientRect();
        const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
        return { ring: outlineStyle !== "none" || boxShadow !== "none", free: !!top && (element.contains(top) || top.contains(element)) };
      });
      expect(seen, `focus on ${to}`).toEqual({ ring: true, free: true });
      return;
    }
    await page.keyboard.press("Tab");
  }
  throw new Error(`${to} is not reached by Tab`);
}

async function press(page: Page, what: Locator, key = "Enter"): Promise<void> {
  await tabTo(page, what);
  await page.keyboard.press(key);
}

async function type(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.type(text);
}

test("a patient registers, asks and cancels without a mouse", async ({ page }) => {
  const [doctor, patient] = [await Api.readyDoctor(), aPatient()];
  await open(page, "/register/patient");
  // The way past the navigation comes first.
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await type(page, page.getByLabel("Full name"), patient.full_name);
  await type(page, page.getByLabel("Email"), patient.email);
  const [year, month, day] = patient.date_of_birth.split("-");
  const password = page.getByLabel("Password", { exact: true });
  // Whatever their order, fields come one after the other.
  for (const [field, text] of [["Day", day], ["Month", month], ["Year", year]]) {
    await page.getByLabel(field, { exact: true }).focus();
    await page.keyboard.type(text);
  }
  await password.focus();
  await page.keyboard.type(patient.password);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(at("/appointments"));
  await hydrated(page);

  await open(page, `/doctors?q=${encodeURIComponent(doctor.person.full_name)}`);
  await press(page, page.getByRole("main").getByRole("link", { name: doctor.person.full_name, exact: true }));
  await press(page, page.getByRole("list", { name: "Free times" }).getByRole("link").first());
  await type(page, page.getByLabel("Reason"), "A cough that stays");
  await press(page, page.getByRole("button", { name: "Request appointment" }), "Space");
  await expect(status(page)).toHaveText("Pending");
  await expect(page.getByText("Your request is sent")).toBeVisible();

  await press(page, page.locator("details.action > summary", { hasText: "Cancel appointment" }));
  await press(page, page.getByRole("main").getByRole("button", { name: "Cancel appointment" }));
  await expect(status(page)).toHaveText("Cancelled");
});

test("a doctor opens a request and accepts it without a mouse", async ({ page }) => {
  const [doctor, patient] = [await Api.readyDoctor(), await Api.patient()];
  const asked = await patient.request(doctor, (await freeSlots(doctor.id))[0]);
  await open(page, "/login");
  await type(page, page.getByLabel("Email"), doctor.person.email);
  await type(page, page.getByLabel("Password", { exact: true }), doctor.person.password);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(at("/appointments"));
  await hydrated(page);
  await expect(bell(page, 1)).toBeVisible();
  await press(page, page.getByRole("main").getByRole("link", { name: patient.person.full_name }).first());
  await expect(page).toHaveURL(at(`/appointments/${asked.id}`));
  await press(page, page.getByRole("main").getByRole("button", { name: "Accept", exact: true }));
  await expect(status(page)).toHaveText("Accepted");
});

test("at four hundred per cent nothing is lost and nothing scrolls sideways", async ({ page }) => {
  // A window of 1280 by 1024, enlarged four times (WCAG 2.2, 1.4.10).
  await page.setViewportSize({ width: 320, height: 256 });
  const [doctor, patient] = [await Api.readyDoctor(), await Api.patient()];
  const asked = await patient.request(doctor, (await freeSlots(doctor.id))[0]);
  for (const path of ["/", "/doctors", `/doctors/${doctor.id}`, "/login", "/register/patient", "/register/doctor"]) {
    await open(page, path);
    await sound(page);
  }
  await page.getByLabel("Full name").first().waitFor();
  await open(page, "/login");
  await page.getByLabel("Email").fill(doctor.person.email);
  await page.getByLabel("Password", { exact: true }).fill(doctor.person.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(at("/appointments"));
  for (const path of ["/appointments", `/appointments/${asked.id}`, "/patients", "/availability", "/notifications", "/settings"]) {
    await open(page, path);
    await sound(page);
  }
  await fitsTheScreen(page);
});

test("text of another spacing fits", async ({ page }) => {
  // WCAG 2.2, 1.4.12.
  for (const path of ["/", "/doctors", "/login"]) {
    await open(page, path);
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-block-end: 2em !important; }");
      document.adoptedStyleSheets = [sheet];
    });
    await fitsTheScreen(page);
  }
});
