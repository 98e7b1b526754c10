// The whole job by keyboard alone, and on the smallest of screens.
import {
  aDoctor, Api, aPatient, aSpecialty, at, bell, expect, fitsTheScreen, freeSlots, guideEnd, hydrated, open, signIn, sound, status, test, toast,
  type Locator, type Page, type Person,
} from "./support";

/** What has the focus, if anything: how it reads, whether that can be seen, and whether something lies over it. */
async function stop(page: Page): Promise<{ what: string; ring: boolean; free: boolean } | null> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (!focused || focused === document.body) return null;
    // A card shows the focus of what can be chosen by it.
    const shown = [focused, focused.closest("label")].filter((it) => it !== null);
    // Within a time or a date the browser draws it round the part that is on, which no script can see.
    const within = focused.matches(":is([type=time], [type=date]):not(:focus-visible)");
    const ring = within || shown.some((it) => {
      const { outlineStyle, boxShadow } = getComputedStyle(it);
      return outlineStyle !== "none" || boxShadow !== "none";
    });
    // The middle of what the window holds of it.
    const { left, right, top, bottom } = focused.getClientRects()[0] ?? focused.getBoundingClientRect();
    const [x, y] = [Math.max(left, 0) + Math.min(right, innerWidth), Math.max(top, 0) + Math.min(bottom, innerHeight)];
    const above = document.elementFromPoint(x / 2, y / 2);
    const free = !!above && shown.some((it) => it.contains(above) || above.contains(it));
    return { what: `${focused.tagName} ${focused.id} ${(focused.textContent ?? "").trim().slice(0, 40)}`, ring, free };
  });
}

/** Goes on by Tab, or back, until this has the focus. At each stop the focus can be seen, and is not hidden behind the bars. */
async function tabTo(page: Page, to: Locator, by: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  await expect(to).toBeVisible();
  const there = await to.elementHandle();
  for (let pressed = 0; pressed < 120; pressed++) {
    if (await there!.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(by);
    // Behind the last stop is the window itself.
    let { what, ...seen } = (await stop(page)) ?? { what: "window", ring: true, free: true };
    // A message in passing may lie over it on a small screen, until it goes by itself.
    if (!seen.free && (await toast(page).locator("*").count()) > 0) {
      await expect(toast(page)).toBeEmpty({ timeout: 20_000 });
      ({ what, ...seen } = (await stop(page))!);
    }
    expect(seen, `focus on ${what}`).toEqual({ ring: true, free: true });
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

/** The focus was not lost with what was pressed. */
async function atTheHeading(page: Page, heading = "page-title"): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.activeElement?.id), "where the focus is").toBe(heading);
}

async function signInByKeys(page: Page, who: Person): Promise<void> {
  await open(page, "/login");
  await type(page, page.getByLabel("Email"), who.email);
  await type(page, page.getByLabel("Password", { exact: true }), who.password);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(at("/appointments"));
  await hydrated(page);
  await atTheHeading(page);
}

test("a patient registers, asks and cancels without a mouse", async ({ page }) => {
  const [doctor, patient] = [await Api.readyDoctor(), aPatient()];
  await open(page, "/register/patient");
  // The way past the navigation comes first.
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await type(page, page.getByLabel("Full name"), patient.full_name);
  const [year, month, day] = patient.date_of_birth.split("-");
  for (const [field, text] of [["Day", day], ["Month", month], ["Year", year]]) {
    await type(page, page.getByLabel(field, { exact: true }), text);
  }
  await type(page, page.getByLabel("Email"), patient.email);
  await type(page, page.getByLabel("Password", { exact: true }), patient.password);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(at("/appointments"));
  await hydrated(page);
  await atTheHeading(page);

  await open(page, `/doctors?q=${encodeURIComponent(doctor.person.full_name)}`);
  await press(page, page.getByRole("main").getByRole("link", { name: doctor.person.full_name, exact: true }));
  await press(page, page.getByRole("list", { name: "Free times" }).getByRole("link").first());
  await type(page, page.getByLabel("Reason"), "A cough that stays");
  await press(page, page.getByRole("button", { name: "Request appointment" }), "Space");
  await expect(status(page)).toHaveText("Pending");
  await expect(page.getByText("Your request is sent")).toBeVisible();
  await atTheHeading(page);

  await press(page, page.locator("details.action > summary", { hasText: "Cancel appointment" }));
  await press(page, page.getByRole("main").getByRole("button", { name: "Cancel appointment" }));
  await expect(status(page)).toHaveText("Cancelled");
  await atTheHeading(page);
});

test("a doctor registers and sets hours without a mouse", async ({ page }) => {
  test.slow();
  const who = aDoctor();
  await open(page, "/register/doctor");
  await type(page, page.getByLabel("Full name"), who.full_name);
  // A list is chosen from by the first letters, or by the arrows.
  await type(page, page.getByLabel("Specialty"), "Cardiol");
  await expect(page.getByLabel("Specialty")).toHaveValue("cardiology");
  await type(page, page.getByLabel("Licence number"), who.licence_number);
  await type(page, page.getByLabel("Email"), who.email);
  await type(page, page.getByLabel("Password", { exact: true }), who.password);
  await press(page, page.getByRole("button", { name: "Create account" }));
  await expect(page).toHaveURL(at("/appointments"));
  await hydrated(page);
  await atTheHeading(page);

  await press(page, page.getByRole("link", { name: "Hours", exact: true }).locator("visible=true"));
  await expect(page).toHaveURL(at("/availability"));
  await atTheHeading(page);
  await type(page, page.getByLabel("Clinic name"), "Harbour Street Practice");
  await type(page, page.getByLabel("Address"), "4 Harbour Street, London E14 9GE");
  await type(page, page.getByLabel("Time zone"), "Europe/London");
  await press(page, page.getByRole("button", { name: "Add clinic" }));
  await expect(page.getByRole("heading", { name: "Harbour Street Practice" })).toBeVisible();
  await atTheHeading(page, "hours-title");

  const row = (n: number) => page.getByRole("group", { name: `Weekly hours, row ${n}`, exact: true });
  for (const [n, day] of [[1, "Tuesday"], [2, "Thursday"]] as const) {
    await type(page, row(n).getByLabel("Day"), day.slice(0, 2));
    // A clock of twelve hours asks for the half of the day as well.
    await type(page, row(n).getByLabel("From"), "0800A");
    await type(page, row(n).getByLabel("To", { exact: true }), "1230P");
    await tabTo(page, row(n).getByLabel("Length"));
    await page.keyboard.press("ArrowDown");
  }
  // A row too many comes and goes.
  await press(page, page.getByRole("button", { name: "Add hours" }));
  await tabTo(page, page.getByRole("button", { name: "Remove: Weekly hours, row 3" }), "Shift+Tab");
  await page.keyboard.press("Space");
  await expect(row(3)).toHaveCount(0);
  await atTheHeading(page, "weekly-rows");
  await press(page, page.getByRole("button", { name: "Save hours" }));
  await expect(toast(page)).toContainText("Your hours are saved.");
  await atTheHeading(page, "hours-title");
  const { weekly } = await (await Api.signIn(who)).call("GET", "/api/availability");
  expect(weekly).toMatchObject([
    { weekday: 2, from: "08:00", to: "12:30", slot_minutes: 40 },
    { weekday: 4, from: "08:00", to: "12:30", slot_minutes: 40 },
  ]);
});

test("a doctor accepts, refers and suggests another time without a mouse, and the patient agrees", async ({ page, newPage }) => {
  test.slow();
  const specialty = aSpecialty();
  const [doctor, patient] = [await Api.readyDoctor({ specialty }), await Api.patient()];
  const colleague = await Api.readyDoctor({ specialty });
  const slots = await freeSlots(doctor.id);
  const referred = await patient.request(doctor, slots[6]);
  const moved = await patient.request(doctor, slots[8]);
  const accepted = await patient.request(doctor, slots[4]);
  const main = page.getByRole("main");

  await signInByKeys(page, doctor.person);
  await expect(bell(page, 3)).toBeVisible();
  await press(page, main.locator(`.requests a[href="/appointments/${accepted.id}"]`).first());
  await expect(page).toHaveURL(at(`/appointments/${accepted.id}`));
  await atTheHeading(page);

  // Accept: the place by the arrows, and what there is to say about it.
  const where = page.getByRole("group", { name: "Where" }).getByRole("radio");
  await tabTo(page, where.first());
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("radio", { name: "Another place" })).toBeChecked();
  await type(page, page.getByLabel("Name of the place"), "Community Hall");
  await type(page, page.getByLabel("Address"), "1 Green Lane, London N13 4XA");
  await type(page, page.getByLabel("Note", { exact: true }), "Ring twice.");
  await press(page, main.getByRole("button", { name: "Accept", exact: true }), "Space");
  await expect(status(page)).toHaveText("Accepted");
  await atTheHeading(page);
  await expect(page.getByRole("region", { name: "Appointment", exact: true })).toContainText("1 Green Lane");
  await expect(page.getByRole("region", { name: "Appointment", exact: true })).toContainText("Ring twice.");

  // Refer: the panel, a colleague, one of their times, as urgent.
  await open(page, `/appointments/${referred.id}`);
  await press(page, page.locator("details.action > summary", { hasText: "Refer" }), "Space");
  const refer = page.locator("form").filter({ has: page.getByRole("button", { name: "Refer", exact: true }) });
  const colleagues = refer.getByRole("group", { name: "Colleague" }).getByRole("radio");
  await press(page, colleagues.first(), "Space");
  const theirs = colleagues.and(page.getByRole("radio", { name: colleague.person.full_name }));
  for (let n = await colleagues.count(); n > 0 && !(await theirs.isChecked()); n--) await page.keyboard.press("ArrowDown");
  await expect(theirs).toBeChecked();
  await tabTo(page, refer.getByLabel("Time"));
  await page.keyboard.press("ArrowDown");
  await tabTo(page, refer.getByRole("radio", { name: "Routine" }));
  await page.keyboard.press("ArrowRight");
  await expect(refer.getByRole("radio", { name: "Urgent" })).toBeChecked();
  await type(page, refer.getByLabel("Reason", { exact: true }), "My colleague knows more about this.");
  await press(page, refer.getByRole("button", { name: "Refer", exact: true }));
  await expect(status(page)).toHaveText("Referred");
  await atTheHeading(page);

  // Suggest another time: the times of a week are one stop, and the arrows choose among them.
  await open(page, `/appointments/${moved.id}`);
  await press(page, main.getByRole("link", { name: "Suggest another time" }));
  await atTheHeading(page, "another");
  const times = page.getByRole("group", { name: "Time" }).getByRole("radio");
  await press(page, times.first(), "Space");
  for (const key of ["ArrowRight", "ArrowDown", "ArrowLeft"]) await page.keyboard.press(key);
  await expect(times.nth(1)).toBeChecked();
  const suggest = page.locator("form").filter({ has: page.getByRole("button", { name: "Suggest another time" }) });
  await type(page, suggest.getByLabel("Note", { exact: true }), "I operate until nine.");
  await press(page, suggest.getByRole("button", { name: "Suggest another time" }));
  await expect(status(page)).toHaveText("Proposed");
  await atTheHeading(page);

  const phone = await newPage();
  await signInByKeys(phone, patient.person);
  await press(phone, phone.getByRole("main").locator(`a[href="/appointments/${moved.id}"]`).first());
  await expect(status(phone)).toHaveText("Proposed");
  await press(phone, phone.getByRole("button", { name: "Agree to this time" }));
  await expect(status(phone)).toHaveText("Accepted");
  await atTheHeading(phone);
});

/** With the lines, letters and words as far apart as somebody may set them (WCAG 2.2, 1.4.12). */
async function spaceOut(page: Page): Promise<void> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-block-end: 2em !important; }");
    document.adoptedStyleSheets = [sheet];
  });
}

test("at four hundred per cent, and with text of another spacing, pages fit the screen", async ({ page }) => {
  test.slow();
  const usual = page.viewportSize()!;
  const [doctor, patient] = [await Api.readyDoctor(), await Api.patient()];
  const [slot] = await freeSlots(doctor.id);
  const asked = await patient.request(doctor, slot);
  const look = async (check: (page: Page) => Promise<void>, ...paths: string[]) => {
    for (const path of paths) {
      // A window of 1280 by 1024, enlarged four times (WCAG 2.2, 1.4.10).
      await page.setViewportSize({ width: 320, height: 256 });
      await open(page, path);
      await check(page);
      await page.setViewportSize(usual);
      await spaceOut(page);
      await fitsTheScreen(page);
    }
  };
  await look(sound, "/", "/doctors", `/doctors/${doctor.id}`, "/login", "/register/patient", "/register/doctor");
  // What `looks.spec.ts` has the checker look at need only fit.
  await look(fitsTheScreen, "/guide", "/guide?where=chest&who=adult", "/guide?where=skin&who=adult&signs=burn", guideEnd);
  await signIn(page, doctor.person);
  await look(sound, "/appointments", `/appointments/${asked.id}`, "/patients", "/availability", "/notifications", "/settings");
  await look(fitsTheScreen, `/appointments?view=week&from=${slot.local.date}`, "/reports");
  await page.context().clearCookies();
  await signIn(page, patient.person);
  await look(fitsTheScreen, `/waiting?doctor=${doctor.id}`, `/doctors/${doctor.id}/request?start=${encodeURIComponent(slot.starts_at)}`);
});
