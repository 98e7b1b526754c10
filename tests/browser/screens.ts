// Pictures of every page as a visitor, a patient and a doctor of the demonstration see it, on a wide
// screen and on a phone, laid out on one contact sheet for each of them in SCREENS_DIR. Each picture
// alone is in test-results/screens. A new page is a new line in one of the lists below.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { action, Api, freeSlots, hydrated, signIn, test, type Page, type Person } from "./support";

const sheets = process.env.SCREENS_DIR ?? "test-results/screens";
const each = join(__dirname, "test-results/screens");
for (const folder of [sheets, each]) mkdirSync(folder, { recursive: true });

/** The most that a sheet may weigh, in bytes. */
const MOST = 240_000;

/** The screens, how much of a long page is shown, and how wide on a sheet; both are as high there. */
const SCREENS = [
  { name: "wide", width: 1280, height: 800, shown: 1440, drawn: 400 },
  { name: "phone", width: 360, height: 740, shown: 900, drawn: 180 },
];

type Shot = { name: string; path: string; then?: (page: Page) => Promise<unknown> };
type Picture = { name: string; screens: { drawn: number; data: Buffer }[] };

const demo = (email: string): Person => ({ full_name: "", email: `${email}@example.org`, password: "quiet harbour lantern" });

async function take(page: Page, who: string, shot: Shot, scheme: string): Promise<Picture> {
  const screens = [];
  for (const { name, width, height, shown, drawn } of SCREENS) {
    await page.setViewportSize({ width, height });
    await page.goto(shot.path);
    await hydrated(page);
    await shot.then?.(page);
    await page.waitForLoadState("networkidle", { timeout: 2_000 }).catch(() => {}); // the live stream never idles
    const high = await page.evaluate(() => document.documentElement.scrollHeight);
    // As if the screen were as high: what sticks to its edges is at the edges of the picture.
    await page.setViewportSize({ width, height: Math.min(Math.max(high, height), shown) });
    await page.evaluate(() => scrollTo(0, 0));
    const data = await page.screenshot({ animations: "disabled" });
    writeFileSync(join(each, `${who}-${shot.name.replace(/[^a-z]+/g, "-")}-${name}-${scheme}.png`), data);
    screens.push({ drawn, data });
  }
  return { name: shot.name, screens };
}

/** All pictures on one, as small as it has to be. */
async function layOut(page: Page, title: string, pictures: Picture[], dark: boolean): Promise<Buffer> {
  const figures = pictures.map(({ name, screens }) => `<figure><div>${screens
    .map(({ drawn, data }) => `<img width="${drawn}" src="data:image/png;base64,${data.toString("base64")}">`)
    .join("")}</div><figcaption>${name}</figcaption></figure>`);
  await page.setViewportSize({ width: 1880, height: 800 });
  await page.setContent(`<style>
    body { margin: 0; padding: 24px; font: 15px system-ui, sans-serif; background: ${dark ? "#2b302f" : "#cfd5d2"}; color: ${dark ? "#fff" : "#000"}; }
    h1 { margin: 0 0 16px; font-size: 22px; } main { display: flex; flex-wrap: wrap; gap: 20px 24px; } figure { margin: 0; }
    div { display: flex; gap: 8px; align-items: start; } img { display: block; } figcaption { margin-top: 4px; }
  </style><h1>${title}</h1><main>${figures.join("")}</main>`);
  await page.waitForFunction(() => [...document.images].every((image) => image.complete));
  const whole = (await page.screenshot({ fullPage: true })).toString("base64");
  for (let quality = 0.8; ; quality -= 0.1) {
    const url = await page.evaluate(async ([data, quality]) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const canvas = Object.assign(document.createElement("canvas"), { width: image.width, height: image.height });
      canvas.getContext("2d")!.drawImage(image, 0, 0);
      return canvas.toDataURL("image/webp", quality as number);
    }, [whole, quality] as const);
    const sheet = Buffer.from(url.split(",")[1], "base64");
    if (sheet.length <= MOST || quality < 0.2) return sheet;
  }
}

test("contact sheets", async ({ newPage, expected, colorScheme }) => {
  for (const status of [403, 404, 409, 422]) expected.status(status);
  const scheme = colorScheme === "dark" ? "dark" : "light";
  const [ana, omar] = [await Api.signIn(demo("ana.reyes")), await Api.signIn(demo("omar.haddad"))];
  const slots = await freeSlots(omar.id);
  const start = encodeURIComponent(slots[Math.min(6, slots.length - 1)].starts_at);
  /** An appointment of this person in this state, if there is one. */
  const one = async (of: Api, status: string): Promise<Shot[]> => {
    const { items } = await of.call("GET", `/api/appointments?status=${status}&limit=1`);
    return items.map(({ id }: { id: string }) => ({ name: status, path: `/appointments/${id}` }));
  };
  const panel = async (label: string): Promise<Shot[]> =>
    (await one(omar, "pending")).map((shot) => ({ ...shot, name: `pending, ${label}`, then: (page) => action(page, label) }));
  const patients = await omar.call("GET", "/api/patients?limit=1").catch(() => ({ items: [] }));

  const visitor: Shot[] = [
    { name: "front", path: "/" },
    { name: "doctors", path: "/doctors" },
    { name: "doctors, by symptom", path: "/doctors?q=headache" },
    { name: "doctors, none", path: "/doctors?q=zzzzzz" },
    { name: "doctor", path: `/doctors/${omar.id}` },
    { name: "guide", path: "/guide" },
    { name: "guide, question", path: "/guide?where=chest" },
    { name: "sign in", path: "/login?next=%2Fappointments" },
    { name: "password forgotten", path: "/forgot-password" },
    { name: "new password", path: "/reset-password?token=x" },
    { name: "register", path: "/register" },
    { name: "register, patient", path: "/register/patient" },
    {
      name: "register, errors",
      path: "/register/patient",
      then: async (page) => {
        await page.getByRole("button", { name: "Create account" }).click();
        await page.getByRole("alert").waitFor();
      },
    },
    { name: "register, doctor", path: "/register/doctor" },
    { name: "no such page", path: "/nowhere" },
  ];
  const patient: Shot[] = [
    { name: "appointments", path: "/appointments" },
    { name: "earlier", path: "/appointments?status=past" },
    { name: "request", path: `/doctors/${omar.id}/request?start=${start}` },
    { name: "waiting list", path: `/waiting?doctor=${omar.id}` },
    ...(await one(ana, "pending")).map(({ path }) => ({ name: "requested", path: `${path}?requested=yes` })),
    ...(await Promise.all(["proposed", "accepted", "referred", "declined", "completed"].map((status) => one(ana, status)))).flat(),
    { name: "notifications", path: "/notifications" },
    { name: "settings", path: "/settings" },
    { name: "calendar", path: "/settings/calendar" },
    { name: "for another account", path: "/availability" },
  ];
  const doctor: Shot[] = [
    { name: "requests", path: "/appointments" },
    { name: "week", path: "/appointments?view=week" },
    { name: "to come", path: "/appointments?status=accepted" },
    { name: "earlier", path: "/appointments?status=past" },
    ...(await one(omar, "pending")),
    ...(await panel("Accept")),
    ...(await panel("Refer")),
    ...(await Promise.all(["accepted", "referred", "completed"].map((status) => one(omar, status)))).flat(),
    { name: "patients", path: "/patients" },
    ...patients.items.map(({ id }: { id: string }) => ({ name: "patient", path: `/patients/${id}` })),
    { name: "hours", path: "/availability" },
    { name: "reports", path: "/reports" },
    { name: "notifications", path: "/notifications" },
    { name: "settings", path: "/settings" },
    { name: "menu", path: "/settings", then: (page) => page.locator("details.menu > summary").click() },
  ];

  const roles: [string, Person | null, Shot[]][] = [
    ["visitor", null, visitor],
    ["patient", ana.person, patient],
    ["doctor", omar.person, doctor],
  ];
  for (const [who, person, shots] of roles) {
    const page = await newPage({ colorScheme });
    if (person) await signIn(page, person);
    const pictures = [];
    for (const shot of shots) pictures.push(await take(page, who, shot, scheme));
    const sheet = await layOut(await newPage(), `MedAppoint, as a ${who} sees it`, pictures, scheme === "dark");
    writeFileSync(join(sheets, `${who}-${scheme}.webp`), sheet);
  }
});
