// Where a clinic is: the map that patients see, and the doctor's way to choose a point on it.
import { Api, expect, freeSlots, open, reload, signIn, sound, test, toast, type Locator, type Page } from "./support";

/** The address of a tile, whoever serves it. */
const tile = /\/\d+\/\d+\/\d+\.png$/;
const asked = /\/api\/map\?/;

/** Where on the map of the world a point is, in pixels. */
function pixels(latitude: number, longitude: number, zoom: number): [number, number] {
  const world = 256 * 2 ** zoom;
  const north = (latitude * Math.PI) / 180;
  return [((longitude + 180) / 360) * world, (0.5 - Math.asinh(Math.tan(north)) / (2 * Math.PI)) * world];
}

/** The middle of the last picture of a map, in pixels of its zoom. */
async function middle(map: Locator): Promise<{ zoom: number; at: [number, number] } | null> {
  return map.evaluate((node) => {
    const first = [...node.querySelectorAll("svg.map")].at(-1)?.querySelector("foreignObject");
    if (!first) return null;
    const [zoom, x, y] = /(\d+)\/(\d+)\/(\d+)\.png$/.exec(first.querySelector("img")!.src)!.slice(1).map(Number);
    return { zoom, at: [x * 256 + 256 - Number(first.getAttribute("x")), y * 256 + 128 - Number(first.getAttribute("y"))] };
  });
}

/** Every tile of a map that can be seen has come. */
async function whole(map: Locator): Promise<void> {
  await map.scrollIntoViewIfNeeded();
  const missing = () =>
    map.evaluate((node) => {
      const room = node.getBoundingClientRect();
      const seen = [...node.querySelectorAll("foreignObject")].filter((tile) => {
        const { left, right, top, bottom } = tile.getBoundingClientRect();
        return right > room.left + 1 && left < room.right - 1 && bottom > room.top + 1 && top < room.bottom - 1;
      });
      const come = seen.filter((tile) => tile.querySelector("img")!.naturalWidth > 0);
      return seen.length > 0 ? seen.length - come.length : "no tiles";
    });
  await expect.poll(missing, "tiles that are missing").toBe(0);
}

/** The map shows what the two fields say. */
async function agrees(form: Locator, map: Locator): Promise<void> {
  await expect
    .poll(async () => {
      const drawn = await middle(map);
      if (!drawn) return Infinity;
      const [x, y] = pixels(...(await point(form)), drawn.zoom);
      return Math.hypot(x - drawn.at[0], y - drawn.at[1]);
    }, "the map is not where the fields are")
    .toBeLessThan(1.5);
}

async function point(form: Locator): Promise<[number, number]> {
  return [Number(await form.getByLabel("Latitude").inputValue()), Number(await form.getByLabel("Longitude").inputValue())];
}

/** The open form that changes the doctor's only clinic. */
async function edit(page: Page): Promise<Locator> {
  await page.locator("summary", { hasText: /^Edit$/ }).click();
  const form = page.locator("form").filter({ has: page.getByRole("button", { name: "Save clinic" }) });
  await expect(form).toBeVisible();
  return form;
}

/** The same, with its map. */
async function choose(page: Page): Promise<{ form: Locator; map: Locator }> {
  const form = await edit(page);
  await form.getByRole("button", { name: "Choose on a map" }).click();
  const map = form.getByRole("application", { name: "Place of the pin" });
  await expect.poll(() => middle(map)).not.toBeNull();
  return { form, map };
}

for (const script of [true, false]) {
  test.describe(script ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled: script });

    test("a clinic is shown on a map to whoever looks for it", async ({ page }) => {
      const [doctor, patient] = [await Api.readyDoctor(), await Api.patient()];
      const asked = await patient.request(doctor, (await freeSlots(doctor.id))[0]);
      const first = page.waitForRequest(tile);
      await open(page, `/doctors/${doctor.id}`);
      // Pictures below what is seen wait until they are near.
      await page.locator(".map-figure").first().scrollIntoViewIfNeeded();
      // The source of the tiles learns of which site they are, and not of which page.
      const request = await first;
      expect((await request.allHeaders()).referer).toBe(`${new URL(page.url()).origin}/`);
      expect((await request.response())?.status()).toBe(200);

      const shows = async () => {
        const map = page.getByRole("img", { name: "Map of Riverside Clinic, 12 Quay Street, London SE1 2AB" });
        await expect(map).toBeVisible();
        const way = page.getByRole("link", { name: /^Map of Riverside Clinic/ });
        await expect(way).toHaveAttribute("href", /openstreetmap\.org.*mlat=51\.5055/);
        await expect(page.getByRole("link", { name: /^Show on a map/ })).toBeVisible();
        await expect(page.locator(".map-credit")).toHaveText(/^© OpenStreetMap.* contributors$/);
        await expect(page.getByRole("link", { name: /^OpenStreetMap/ })).toHaveAttribute("href", "https://www.openstreetmap.org/copyright");
        await sound(page);
        await whole(map);
      };
      await shows();

      await doctor.act(asked, "accept", { clinic_id: doctor.clinic.id });
      await signIn(page, patient.person);
      await open(page, `/appointments/${asked.id}`);
      await shows();
      await open(page, "/appointments");
      await page.getByRole("link", { name: doctor.person.full_name }).click();
      await shows();
    });

    test("tiles that fail do no harm", async ({ page, expected }) => {
      expected.failedRequest(tile);
      await page.route(tile, (route) => route.abort());
      const doctor = await Api.readyDoctor();
      await open(page, `/doctors/${doctor.id}`);
      const map = page.getByRole("img", { name: /^Map of Riverside Clinic/ });
      await expect(map).toBeVisible();
      await expect(page.locator(".map-figure .map-pin")).toBeVisible();
      // Nothing of a broken picture is seen: the ground is of one colour beside the pin.
      const picture = page.locator(".map-figure > a");
      await picture.scrollIntoViewIfNeeded();
      const { width, height } = (await picture.boundingBox())!;
      const corner = async (x: number, y: number) => {
        const box = (await picture.boundingBox())!;
        return page.screenshot({ clip: { x: box.x + x, y: box.y + y, width: 24, height: 24 } });
      };
      const ground = await corner(12, 12);
      for (const [x, y] of [[width / 2 - 60, height / 2 + 20], [width / 2 + 30, height / 4], [12, height - 40]]) {
        expect((await corner(x, y)).equals(ground)).toBe(true);
      }
      await expect(page.getByText("12 Quay Street, London SE1 2AB").first()).toBeVisible();
      await expect(page.getByRole("link", { name: /^Show on a map/ })).toBeVisible();
      await expect(page.getByRole("list", { name: "Free times" })).toBeVisible();
      await sound(page);
    });
  });
}

test("a doctor chooses a place by keyboard alone", async ({ page }) => {
  const doctor = await Api.doctor();
  await doctor.addClinic({ latitude: undefined, longitude: undefined });
  await signIn(page, doctor.person);
  await open(page, "/availability");
  await expect(page.locator("svg.map")).toHaveCount(0);

  await page.locator("summary", { hasText: /^Edit$/ }).focus();
  await page.keyboard.press("Enter");
  const form = page.locator("form").filter({ has: page.getByRole("button", { name: "Save clinic" }) });
  const opener = form.getByRole("button", { name: "Choose on a map" });
  await form.getByLabel("Longitude").focus();
  await page.keyboard.press("Tab");
  await expect(opener).toBeFocused();
  await expect(opener).toHaveAttribute("aria-expanded", "false");
  await page.keyboard.press("Enter");
  await expect(opener).toHaveAttribute("aria-expanded", "true");
  await page.keyboard.press("Tab");
  const map = form.getByRole("application", { name: "Place of the pin" });
  await expect(map).toBeFocused();
  await expect(map).toHaveAccessibleDescription(/arrow keys move the pin/);

  // The world, and nothing chosen.
  await expect.poll(() => middle(map)).toMatchObject({ zoom: 1 });
  await expect(map.locator(".map-pin").last()).toBeHidden();
  await expect(form.getByLabel("Latitude")).toHaveValue("");
  await sound(page);

  const said = form.getByRole("status");
  const scrolled = await page.evaluate(() => window.scrollY);
  await page.keyboard.press("+");
  await expect(said).toHaveText("Zoom 2 of 19");
  await expect(form.getByLabel("Latitude")).toHaveValue("");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowRight");
  // 32 pixels of 1024 around the world.
  await expect(form.getByLabel("Longitude")).toHaveValue("11.25");
  await expect(map.locator(".map-pin").last()).toBeVisible();
  expect(await page.evaluate(() => window.scrollY), "the page stays").toBe(scrolled);
  for (let n = 0; n < 14; n++) await page.keyboard.press("+");
  await expect(said).toHaveText("Zoom 16 of 19");
  const [latitude, longitude] = await point(form);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Shift+ArrowLeft");
  const [south, west] = await point(form);
  expect(south).toBeLessThan(latitude);
  expect(longitude - west).toBeCloseTo((4 * 360) / (256 * 2 ** 16), 5);
  for (const degrees of [south, west]) expect(String(degrees)).toMatch(/^-?\d+(\.\d{1,5})?$/);
  await expect(said).toHaveText(`Pin at ${south}, ${west}`);
  await expect.poll(async () => (await middle(map))?.zoom).toBe(16);
  await agrees(form, map);
  await whole(map.locator("svg.map").last());
  // Commands to the browser are not for the map.
  await page.keyboard.press("Control+ArrowRight");
  expect(await point(form)).toEqual([south, west]);

  // The buttons come after it: the same steps, and farther.
  await page.keyboard.press("Tab"); // whose map it is
  for (const name of ["North", "South", "West", "East", "Closer", "Farther"]) {
    await page.keyboard.press("Tab");
    await expect(form.getByRole("button", { name, exact: true })).toBeFocused();
    await page.keyboard.press("Enter");
  }
  await expect(said).toHaveText("Zoom 16 of 19");
  const [again, same] = await point(form);
  expect([again - south, same - west].every((moved) => Math.abs(moved) < 3e-5)).toBe(true);
  await sound(page);

  await form.getByRole("button", { name: "Save clinic" }).focus();
  await page.keyboard.press("Enter");
  await expect(toast(page)).toContainText("Riverside Clinic is saved.");
  await expect(page.getByRole("img", { name: /^Map of Riverside Clinic/ })).toBeVisible();
  const kept = await doctor.call("GET", "/api/clinics");
  expect(kept.items[0]).toMatchObject({ latitude: again, longitude: same });
});

test("by pressing on it and by typing", async ({ page }) => {
  const doctor = await Api.readyDoctor();
  await signIn(page, doctor.person);
  await open(page, "/availability");
  const { form, map } = await choose(page);
  expect(await middle(map)).toMatchObject({ zoom: 16 });
  await agrees(form, map);

  const [latitude, longitude] = await point(form);
  const box = (await map.boundingBox())!;
  await map.click({ position: { x: box.width / 2 + 60, y: box.height / 2 - 40 } });
  await expect(form.getByLabel("Longitude")).not.toHaveValue(String(longitude));
  const [before, after] = [pixels(latitude, longitude, 16), pixels(...(await point(form)), 16)];
  expect(Math.abs(after[0] - before[0] - 60)).toBeLessThan(2);
  expect(Math.abs(after[1] - before[1] + 40)).toBeLessThan(2);
  await agrees(form, map);

  // Typing moves the map, as soon as it makes sense.
  await form.getByLabel("Latitude").fill("40.4168");
  await form.getByLabel("Longitude").fill("-3.7");
  await agrees(form, map);
  await form.getByLabel("Longitude").fill("-");
  await form.getByLabel("Longitude").fill("-3,7038");
  await expect.poll(async () => Math.round((await middle(map))!.at[0])).toBe(Math.round(pixels(40.4168, -3.7038, 16)[0]));
  // Emptied, it is nowhere again.
  await form.getByLabel("Latitude").fill("");
  await form.getByLabel("Longitude").fill("");
  await expect(map.locator(".map-pin").last()).toBeHidden();
  await form.getByRole("button", { name: "West", exact: true }).click();
  await expect(map.locator(".map-pin").last()).toBeVisible();
  await agrees(form, map);

  // A map can be put away, and comes back where the fields are.
  await form.getByRole("button", { name: "Choose on a map" }).click();
  await expect(map).toHaveCount(0);
  await form.getByLabel("Latitude").fill("51.5");
  await form.getByLabel("Longitude").fill("-0.12");
  await form.getByRole("button", { name: "Choose on a map" }).click();
  await agrees(form, map);
});

test("a new clinic is looked for near the others", async ({ page }) => {
  const doctor = await Api.readyDoctor();
  await signIn(page, doctor.person);
  await open(page, "/availability");
  await page.locator("summary", { hasText: "Add a clinic" }).click();
  const form = page.locator("form").filter({ has: page.getByRole("button", { name: "Add clinic", exact: true }) });
  await form.getByRole("button", { name: "Choose on a map" }).click();
  const map = form.getByRole("application");
  await expect.poll(() => middle(map)).toMatchObject({ zoom: 12 });
  const [x, y] = pixels(doctor.clinic.latitude!, doctor.clinic.longitude!, 12);
  const drawn = (await middle(map))!;
  expect(Math.hypot(drawn.at[0] - x, drawn.at[1] - y)).toBeLessThan(1.5);
  await expect(map.locator(".map-pin").last()).toBeHidden();
  await expect(form.getByLabel("Latitude")).toHaveValue("");
});

test("moves while a picture is under way are not lost, and the map stays in sight", async ({ page }) => {
  const doctor = await Api.readyDoctor();
  await signIn(page, doctor.person);
  await open(page, "/availability");
  const { form, map } = await choose(page);
  let calls = 0;
  await page.route(asked, async (route) => {
    calls += 1;
    await new Promise((later) => setTimeout(later, 500));
    await route.continue();
  });
  const [, longitude] = await point(form);
  await map.focus();
  for (let n = 0; n < 8; n++) {
    await page.keyboard.press("ArrowRight");
    expect(await map.locator("svg.map").count()).toBeGreaterThan(0);
  }
  const [, east] = await point(form);
  expect(east - longitude).toBeCloseTo((8 * 32 * 360) / (256 * 2 ** 16), 4);
  await agrees(form, map);
  // Not one for each: what is passed over is not asked for.
  expect(calls).toBeLessThan(8);
  // Of the pictures before, one is kept at most.
  expect(await map.locator("svg.map").count()).toBeLessThan(3);
});

test("without the server a place can still be chosen", async ({ page, expected }) => {
  const doctor = await Api.readyDoctor();
  await signIn(page, doctor.person);
  await open(page, "/availability");
  const { form, map } = await choose(page);
  expected.failedRequest(asked);
  await page.route(asked, (route) => route.abort());
  const [latitude, longitude] = await point(form);
  await map.focus();
  await page.keyboard.press("ArrowUp");
  await expect(form.getByLabel("Latitude")).not.toHaveValue(String(latitude));
  await expect(form.getByLabel("Longitude")).toHaveValue(String(longitude));
  await expect(map.locator("svg.map")).not.toHaveCount(0);
  // And once it is back, the map catches up.
  await page.unroute(asked);
  await page.keyboard.press("ArrowUp");
  await agrees(form, map);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the fields are the way to choose a place", async ({ page }) => {
    const doctor = await Api.doctor();
    await doctor.addClinic({ latitude: undefined, longitude: undefined });
    await signIn(page, doctor.person);
    await open(page, "/availability");
    const form = await edit(page);
    await expect(form.getByRole("button", { name: "Choose on a map" })).toBeHidden();
    await form.getByLabel("Latitude").fill("40,4168");
    await form.getByLabel("Longitude").fill("-3.7038");
    // The answer leads back to this page, which must be there before it can be loaded anew.
    const back = page.waitForEvent("load");
    await form.getByRole("button", { name: "Save clinic" }).click();
    await back;
    await reload(page);
    await expect(page.getByRole("img", { name: /^Map of Riverside Clinic/ })).toBeVisible();
    await sound(page);
  });
});
