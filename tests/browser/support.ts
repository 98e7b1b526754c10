// What the browser tests share: pages that are watched for trouble, people, and the JSON API for
// setting a scene. A test imports `test` and `expect` from here.
import AxeBuilder from "@axe-core/playwright";
import { expect, test as base, type BrowserContext, type BrowserContextOptions, type Locator, type Page, type Response } from "@playwright/test";
import { randomUUID } from "node:crypto";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";

export { expect };
export type { Locator, Page };

// ---------------------------------------------------------------------------------------------
// Trouble: anything the browser complains about fails the test, unless the test expects it.

type Trouble = { kind: "console" | "page error" | "request" | "response"; text: string; url: string; status?: number };

/** What a test provokes on purpose. Say it before or after it happens; it is judged at the end. */
export class Expected {
  private excuses: ((trouble: Trouble) => boolean)[] = [];

  /** Answers with this status, where `url` says from where: a 409 for a slot that is taken. */
  status(status: number, url: RegExp = /./): void {
    this.excuses.push((t) => t.kind === "response" && t.status === status && url.test(t.url));
  }

  /** Requests that get no answer: while the test is offline, say. */
  failedRequest(url: RegExp = /./): void {
    this.excuses.push((t) => t.kind === "request" && url.test(t.url));
  }

  /** Something in the console. */
  message(text: RegExp): void {
    this.excuses.push((t) => t.kind === "console" && text.test(t.text));
  }

  covers(trouble: Trouble): boolean {
    return this.excuses.some((excuse) => excuse(trouble));
  }
}

const withoutScript = new WeakSet<Page>();

function watch(page: Page, troubles: Trouble[]): void {
  page.on("console", (message) => {
    const text = message.text();
    // The same as a "response" or "request" below, which know more.
    if (text.startsWith("Failed to load resource")) return;
    const serious =
      message.type() === "error" ||
      (message.type() === "warning" && /hydrat|mismatch|panic|unreachable|Content.Security.Policy|integrity/i.test(text));
    if (serious) troubles.push({ kind: "console", text, url: message.location().url });
  });
  page.on("pageerror", (error) => {
    troubles.push({ kind: "page error", text: error.stack ?? error.message, url: page.url() });
  });
  page.on("requestfailed", (request) => {
    const text = request.failure()?.errorText ?? "failed";
    // A page that is left takes its open requests and its live stream with it.
    if (text === "net::ERR_ABORTED") return;
    // Where JavaScript is off, this is what Chromium calls the preload of a script that it then leaves.
    if (text === "csp" && request.resourceType() === "script" && withoutScript.has(page)) return;
    troubles.push({ kind: "request", text: `${request.method()} ${text}`, url: request.url() });
  });
  page.on("response", (response) => {
    if (response.status() < 400) return;
    troubles.push({
      kind: "response",
      text: `${response.request().method()} answered ${response.status()}`,
      url: response.url(),
      status: response.status(),
    });
  });
}

/** A grey dot, which fills a tile. */
const dot = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGO4++guAAU8Ap17VEr3AAAAAElFTkSuQmCC", "base64");

/**
 * Maps need no internet. `script/test` has a stand-in for their tiles; a demonstration that was
 * started otherwise asks OpenStreetMap, and is answered here. (Only then: what answers in a server's
 * place turns the browser's cache off.)
 */
async function answerTiles(context: BrowserContext): Promise<void> {
  if (process.env.MEDAPPOINT_TEST_TILES) return;
  await context.route("https://tile.openstreetmap.org/**", (route) => route.fulfill({ contentType: "image/png", body: dot }));
}

/** A connection to the server that can be cut. What a browser calls offline leaves open streams open. */
export type Wire = { url: string; cut: () => void; mend: () => void };

type Fixtures = {
  expected: Expected;
  wire: Wire;
  /** A page of another person: its own context, watched like `page`, with the project's screen. */
  newPage: (options?: BrowserContextOptions) => Promise<Page>;
  /** Another tab of the same person. */
  newTab: (of: Page) => Promise<Page>;
  troubles: Trouble[];
  watched: void;
};

export const test = base.extend<Fixtures>({
  expected: async ({}, use) => use(new Expected()),

  troubles: async ({ expected }, use) => {
    const troubles: Trouble[] = [];
    await use(troubles);
    const unexpected = troubles.filter((t) => !expected.covers(t)).map((t) => `${t.kind}: ${t.text}\n    at ${t.url}`);
    expect(unexpected, "The browser complained").toEqual([]);
  },

  // `page` itself, whenever a test uses it.
  page: async ({ page, troubles, javaScriptEnabled }, use) => {
    await answerTiles(page.context());
    watch(page, troubles);
    if (javaScriptEnabled === false) withoutScript.add(page);
    await use(page);
  },

  newPage: async ({ browser, contextOptions, viewport, hasTouch, isMobile, deviceScaleFactor, locale, timezoneId, baseURL, javaScriptEnabled, troubles }, use) => {
    const contexts: Awaited<ReturnType<typeof browser.newContext>>[] = [];
    await use(async (options = {}) => {
      const all = { ...contextOptions, viewport, hasTouch, isMobile, deviceScaleFactor, locale, timezoneId, baseURL, javaScriptEnabled, ...options };
      const context = await browser.newContext(all);
      contexts.push(context);
      await answerTiles(context);
      const page = await context.newPage();
      watch(page, troubles);
      if (all.javaScriptEnabled === false) withoutScript.add(page);
      return page;
    });
    for (const context of contexts) await context.close();
  },

  wire: async ({ baseURL }, use) => {
    const { hostname, port } = new URL(baseURL!);
    const open = new Set<Socket>();
    let whole = true;
    const relay = createServer((near) => {
      if (!whole) return void near.destroy();
      const far = connect(Number(port), hostname);
      for (const [from, to] of [[near, far], [far, near]]) {
        open.add(from);
        from.pipe(to);
        from.on("error", () => to.destroy());
        from.on("close", () => {
          open.delete(from);
          to.destroy();
        });
      }
    });
    await new Promise<void>((listening) => relay.listen(0, "127.0.0.1", listening));
    const cut = () => {
      whole = false;
      for (const socket of open) socket.destroy();
    };
    await use({
      url: `http://localhost:${(relay.address() as AddressInfo).port}`,
      cut,
      mend: () => {
        whole = true;
      },
    });
    cut();
    relay.close();
  },

  newTab: async ({ troubles }, use) => {
    await use(async (of) => {
      const page = await of.context().newPage();
      watch(page, troubles);
      if (withoutScript.has(of)) withoutScript.add(page);
      return page;
    });
  },
});

// ---------------------------------------------------------------------------------------------
// Pages

/** Whether JavaScript is on in this page. */
export function hasScript(page: Page): boolean {
  return !withoutScript.has(page);
}

/** Waits until the client has taken over the page. Returns at once where JavaScript is off. */
export async function hydrated(page: Page): Promise<void> {
  if (withoutScript.has(page)) return;
  await expect(page.locator("html"), "the client did not take over the page").toHaveAttribute("data-hydrated", "true");
}

/** Opens a page as if its address were typed, and waits for the client. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await hydrated(page);
}

/** The address of a page, whatever its query says. */
export function at(path: string): (url: URL) => boolean {
  return (url) => url.pathname === path;
}

/** Runs `action` and makes sure that it moved to `url` without loading a document. */
export async function withoutReload(page: Page, url: RegExp, action: () => Promise<void>): Promise<void> {
  const mark = randomUUID();
  await page.evaluate((value) => Object.assign(window, { __mark: value }), mark);
  await action();
  await expect(page).toHaveURL(url);
  const kept = await page.evaluate(() => (window as { __mark?: string }).__mark);
  expect(kept, "the page was loaded anew instead of changed by the client").toBe(mark);
}

/** Loads the page anew, as somebody without JavaScript does to see what is new. */
export async function reload(page: Page): Promise<void> {
  await page.reload();
  await hydrated(page);
}

/**
 * Says afterwards that the page is still the same document. Without JavaScript there is nothing to
 * say: each step is a document of its own.
 */
export async function sameDocument(page: Page): Promise<() => Promise<void>> {
  if (!hasScript(page)) return async () => {};
  type Marked = { __document?: string };
  const mark = await page.evaluate((value) => ((window as Marked).__document ??= value), randomUUID());
  return async () => {
    const kept = await page.evaluate(() => (window as Marked).__document);
    expect(kept, `${page.url()} was loaded anew`).toBe(mark);
  };
}

/** Runs `action` and waits until the server has answered the call or form that it sends to `path`. */
export async function answered(page: Page, path: RegExp, action: () => Promise<unknown>): Promise<Response> {
  const answer = page.waitForResponse((response) => response.request().method() !== "GET" && path.test(new URL(response.url()).pathname));
  await action();
  return answer;
}

/**
 * What somebody else's open page shows now that the server has answered: within a second and
 * without a reload. Without JavaScript the page is loaded again first.
 */
export async function learns(page: Page, check: (within: { timeout: number }) => Promise<unknown>[]): Promise<void> {
  if (!hasScript(page)) await page.reload();
  const same = await sameDocument(page);
  await Promise.all(check({ timeout: hasScript(page) ? 1_000 : 5_000 }));
  await same();
}

/** Sound as far as a program can tell: nothing hangs over, and nobody is shut out. */
export async function sound(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  await fitsTheScreen(page);
  // The checker is a script; what it finds, it finds in the same HTML.
  if (hasScript(page)) await accessible(page);
}

/** No violation of WCAG 2.2 A and AA that a program can find; of these rules alone, where they are named. */
export async function accessible(page: Page, rules?: string[]): Promise<void> {
  const axe = new AxeBuilder({ page });
  if (rules) axe.withRules(rules);
  // Of what is good practice alone, the order of headings: nothing else looks at it.
  else axe.options({ rules: { "heading-order": { enabled: true } } }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]);
  const { violations } = await axe.analyze();
  const found = violations.map((v) => `${v.id}: ${v.help}\n    ${v.nodes.map((n) => n.target.join(" ")).join("\n    ")}`);
  expect(found, `accessibility of ${page.url()}`).toEqual([]);
}

/** Nothing is wider than the screen: neither the page nor, since its frame cuts off what is, anything in it. */
export async function fitsTheScreen(page: Page): Promise<void> {
  const [content, screen] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  expect(content, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(screen);
  const beyond = await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    // What scrolls in a place of its own, and pictures that are larger than their frame.
    const held = (part: Element | null): boolean =>
      !!part && !part.matches(".frame") && (part.matches(".map, .visually-hidden") || /auto|scroll/.test(getComputedStyle(part).overflowX) || held(part.parentElement));
    const out = [...document.querySelectorAll(".bar *, main *, .foot *, .dock *")].filter((part) => {
      const { left, right, width: own, height } = part.getBoundingClientRect();
      return own > 1 && height > 1 && (left < -1 || right > width + 1) && !held(part);
    });
    return out.map((part) => (part.cloneNode() as Element).outerHTML.slice(0, 120));
  });
  expect(beyond, `beyond the edge of ${page.url()}`).toEqual([]);
}

/** An end of the guide, with the answers that lead there. */
export const guideEnd = "/guide?where=chest&who=adult&signs=none&what=beat&since=weeks&how=bad";

/** The way to the notifications, which says how many are unread. */
export function bell(page: Page, unread: number): Locator {
  const name = unread === 0 ? "Notifications" : `Notifications, ${unread} unread`;
  return page.getByRole("banner").getByRole("link", { name, exact: true });
}

/** The state of the appointment that the page is about. */
export function status(page: Page): Locator {
  return page.locator(".page-head .status");
}

/** The form whose button says this on an appointment's page, opened where it stands closed. */
export async function action(page: Page, label: string): Promise<Locator> {
  const named = new RegExp(`^${label}$`);
  const form = page.getByRole("main").locator("form").filter({ has: page.locator('button[type="submit"]', { hasText: named }) });
  await expect(form).toHaveCount(1);
  if (!(await form.isVisible())) await page.locator("details.action > summary", { hasText: named }).click();
  await expect(form).toBeVisible();
  return form;
}

/** The steps of the case, the newest first, as the page tells them. */
export function steps(page: Page): Locator {
  return page.getByRole("region", { name: "What happened" }).getByRole("heading", { level: 3 });
}

/** What is told in passing, in the corner of the page. */
export function toast(page: Page): Locator {
  return page.getByRole("log", { name: "Messages" });
}

/** What is wrong with a form, above it. */
export function problems(page: Page): Locator {
  return page.getByRole("alert").filter({ has: page.getByRole("heading", { name: "There is a problem" }) });
}

// ---------------------------------------------------------------------------------------------
// People

export type Person = { full_name: string; email: string; password: string };
export type Patient = Person & { date_of_birth: string; phone: string };
export type Doctor = Person & { specialty: string; licence_number: string };

const given = ["Ada", "Bruno", "Chidi", "Dalia", "Emeka", "Freya", "Goran", "Hana", "Idris", "Jun", "Kalina", "Luca"];
const family = ["Abara", "Brandt", "Costa", "Dimitrova", "Eriksen", "Farouk", "Garnier", "Haddad", "Ivanov", "Jensen"];

function person(role: string): Person {
  const id = randomUUID();
  const pick = (list: string[], from: number) => list[parseInt(id.slice(from, from + 4), 16) % list.length];
  return {
    // The tail of the id tells people apart where a page lists many.
    full_name: `${pick(given, 0)} ${pick(family, 4)} ${id.slice(-6).replace(/[0-9]/g, (n) => "ghijklmnop"[Number(n)])}`,
    email: `${role}-${id}@example.test`,
    password: `correct horse ${id.slice(0, 8)}`,
  };
}

export function aPatient(overrides: Partial<Patient> = {}): Patient {
  return { ...person("patient"), date_of_birth: "1985-03-09", phone: "+44 20 7946 0018", ...overrides };
}

export function aDoctor(overrides: Partial<Doctor> = {}): Doctor {
  return {
    ...person("doctor"),
    specialty: "cardiology",
    licence_number: `LIC-${randomUUID().slice(0, 8).toUpperCase()}`,
    ...overrides,
  };
}

// Through the pages, with or without JavaScript.

async function fillPerson(page: Page, who: Person): Promise<void> {
  await page.getByLabel("Full name").fill(who.full_name);
  await page.getByLabel("Email").fill(who.email);
  await page.getByLabel("Password", { exact: true }).fill(who.password);
}

/** Fills the three fields of a date of birth, given as 1985-03-09. */
export async function fillDateOfBirth(page: Page, date: string): Promise<void> {
  const [year, month, day] = date.split("-");
  const group = page.getByRole("group", { name: "Date of birth" });
  await group.getByLabel("Day").fill(String(Number(day)));
  await group.getByLabel("Month").fill(String(Number(month)));
  await group.getByLabel("Year").fill(year);
}

export async function registerPatient(page: Page, who: Patient = aPatient()): Promise<Patient> {
  await open(page, "/register/patient");
  await fillPerson(page, who);
  await fillDateOfBirth(page, who.date_of_birth);
  await page.getByLabel("Phone").fill(who.phone);
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page).toHaveURL(at("/appointments"));
  await hydrated(page);
  return who;
}

export async function registerDoctor(page: Page, who: Doctor = aDoctor()): Promise<Doctor> {
  await open(page, "/register/doctor");
  await fillPerson(page, who);
  await page.getByLabel("Specialty").selectOption(who.specialty);
  await page.getByLabel("Licence number").fill(who.licence_number);
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page).toHaveURL(at("/appointments"));
  await hydrated(page);
  return who;
}

export async function signIn(page: Page, who: Pick<Person, "email" | "password">): Promise<void> {
  await open(page, "/login");
  await page.getByLabel("Email").fill(who.email);
  await page.getByLabel("Password", { exact: true }).fill(who.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(at("/appointments"));
  await hydrated(page);
}

export async function signOut(page: Page): Promise<void> {
  await page.locator("details.menu > summary").click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(at("/"));
  await hydrated(page);
}

/** Ends the session of this browser from elsewhere, with the same refresh token. */
export async function endSession(page: Page): Promise<void> {
  const cookie = (await page.context().cookies()).find(({ name }) => name.endsWith("refresh"));
  expect(cookie, "a refresh token").toBeDefined();
  await send("POST", "/api/auth/logout", { refresh_token: cookie!.value });
}

const specialties = [
  "allergology", "endocrinology", "gastroenterology", "geriatrics", "haematology", "infectious-diseases", "internal-medicine",
  "nephrology", "nutrition", "oncology", "ophthalmology", "otolaryngology", "physical-medicine", "pulmonology", "rheumatology",
  "sleep-medicine", "urology", "vascular-medicine",
];

/** A specialty for colleagues of one test: a list of colleagues has room for so many. */
export function aSpecialty(): string {
  return specialties[Math.floor(Math.random() * specialties.length)];
}

// ---------------------------------------------------------------------------------------------
// The JSON API, as another client would use it: a bearer token, no cookies, no page.

const server = process.env.MEDAPPOINT_URL ?? "http://localhost:8080";

export type Slot = { starts_at: string; ends_at: string; clinic_id: string; local: { date: string; time: string; zone: string } };
export type Clinic = { id: string; name: string; address: string; time_zone: string; latitude?: number; longitude?: number };
export type Hours = { weekday: number; from: string; to: string; slot_minutes: number };
export type Appointment = { id: string; case_id: string; status: string; starts_at: string; actions: string[] };

/** One signed-in user of the API. `api.call` reaches what has no method here. */
export class Api {
  private constructor(
    readonly person: Person,
    readonly id: string,
    private readonly token: string,
  ) {}

  static async signIn(who: Person): Promise<Api> {
    const answer = await send("POST", "/api/auth/login", { email: who.email, password: who.password });
    return new Api(who, answer.user.id, answer.access_token);
  }

  static async patient(overrides: Partial<Patient> = {}): Promise<Api> {
    const who = aPatient(overrides);
    await send("POST", "/api/auth/register/patient", who);
    return Api.signIn(who);
  }

  /** A doctor with nothing set up yet. */
  static async doctor(overrides: Partial<Doctor> = {}): Promise<Api> {
    const who = aDoctor(overrides);
    await send("POST", "/api/auth/register/doctor", who);
    return Api.signIn(who);
  }

  /** A doctor with a clinic and hours: ready to be asked. */
  static async readyDoctor(overrides: Partial<Doctor> = {}): Promise<Api & { clinic: Clinic }> {
    const doctor = await Api.doctor(overrides);
    const clinic = await doctor.addClinic();
    await doctor.setHours(clinic);
    return Object.assign(doctor, { clinic });
  }

  call(method: string, path: string, body?: object): Promise<any> {
    return send(method, path, body, this.token);
  }

  addClinic(clinic: Partial<Omit<Clinic, "id">> = {}): Promise<Clinic> {
    return this.call("POST", "/api/clinics", {
      name: "Riverside Clinic",
      address: "12 Quay Street, London SE1 2AB",
      latitude: 51.5055,
      longitude: -0.0754,
      time_zone: "Europe/London",
      ...clinic,
    });
  }

  /** Weekly hours at a clinic: unless said otherwise every day from eight to six, half an hour each. */
  setHours(clinic: Clinic, weekly?: Hours[]): Promise<unknown> {
    const hours = weekly ?? [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: "08:00", to: "18:00", slot_minutes: 30 }));
    return this.call("PUT", "/api/availability", {
      weekly: hours.map((h) => ({ clinic_id: clinic.id, ...h })),
      exceptions: [],
      minimum_notice_minutes: 0,
      horizon_days: 60,
    });
  }

  /** A patient's request; the same key twice is the same request. */
  request(doctor: Api, slot: Slot, reason = "Chest pain when climbing stairs", key = randomUUID()): Promise<Appointment> {
    return this.call("POST", "/api/appointments", { doctor_id: doctor.id, starts_at: slot.starts_at, reason, idempotency_key: key });
  }

  /** What a doctor or patient does to an appointment: accept, decline, refer, cancel, … */
  act(appointment: Pick<Appointment, "id">, action: string, body: object = {}): Promise<Appointment> {
    return this.call("POST", `/api/appointments/${appointment.id}/${action}`, { idempotency_key: randomUUID(), ...body });
  }
}

/** A doctor's free slots, the earliest first. */
export async function freeSlots(doctorId: string, days = 14): Promise<Slot[]> {
  const from = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  const { items } = await send("GET", `/api/doctors/${doctorId}/slots?from=${from}&days=${days}`);
  expect(items.length, "free slots").toBeGreaterThan(0);
  return items;
}

async function send(method: string, path: string, body?: object, token?: string): Promise<any> {
  const response = await fetch(server + path, {
    method,
    headers: {
      ...(body ? { "Content-Type": "application/json" } : {}),
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
    },
    body: body ? JSON.stringify(body) : undefined,
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
  return text ? JSON.parse(text) : undefined;
}
