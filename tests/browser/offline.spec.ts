// What a page says and keeps while the server is out of reach, and that it recovers by itself.
import { accessible, Api, expect, fitsTheScreen, hydrated, open, problems, sameDocument, signIn, test, toast } from "./support";

const offline = /^You are offline\./;
const lost = /^We can’t reach the server at the moment\./;

test("a page that is offline says so, and a form keeps what was typed until it can be sent", async ({ page, context, expected }) => {
  await signIn(page, (await Api.patient()).person);
  await open(page, "/settings");
  const same = await sameDocument(page);
  const note = page.getByText(offline);
  await expect(note).toBeHidden();

  expected.failedRequest(/\/(api|assets)\//);
  await context.setOffline(true);
  await expect(note).toBeVisible();
  await expect(page.getByRole("status").filter({ has: note })).toBeVisible();
  await fitsTheScreen(page);
  await accessible(page);

  await page.getByLabel("Phone").fill("+44 20 7946 0999");
  const save = page.getByRole("button", { name: "Save", exact: true });
  await save.click();
  await expect(problems(page)).toContainText("We can't reach the server.");
  await expect(problems(page)).toBeFocused();
  await expect(page.getByLabel("Phone")).toHaveValue("+44 20 7946 0999");

  await context.setOffline(false);
  await expect(note).toBeHidden();
  await save.click();
  await expect(toast(page)).toContainText("Your profile is saved.");
  await expect(problems(page)).toHaveCount(0);
  await same();
  await page.reload();
  await hydrated(page);
  await expect(page.getByLabel("Phone")).toHaveValue("+44 20 7946 0999");
});

test("a page that could not be shown comes by itself when the server is back", async ({ page, context, expected }) => {
  await signIn(page, (await Api.patient()).person);
  const same = await sameDocument(page);
  expected.failedRequest(/\/(api|assets)\//);
  await context.setOffline(true);
  await page.getByRole("link", { name: "Find a doctor" }).filter({ visible: true }).first().click();
  const main = page.getByRole("main");
  await expect(main.getByRole("alert")).toContainText("We can't reach the server.");
  await expect(main.getByRole("link", { name: "Try again" })).toBeVisible();
  await context.setOffline(false);
  await expect(main.getByRole("alert")).toHaveCount(0);
  await expect(main.getByRole("link", { name: /^All times/ }).first()).toBeVisible();
  await same();
});

test("a server that is away for longer is told of, until it is back", async ({ newPage, wire, expected }) => {
  const page = await newPage({ baseURL: wire.url });
  await signIn(page, (await Api.patient()).person);
  const note = page.getByText(lost);
  await expect(note).toBeHidden();
  expected.failedRequest(/\/(api|assets)\//);
  wire.cut();
  await page.waitForTimeout(1_500);
  await expect(note, "a moment is nothing to speak of").toBeHidden();
  await expect(note).toBeVisible({ timeout: 15_000 });
  wire.mend();
  await expect(note).toBeHidden({ timeout: 20_000 });
});

test("a picture is seen before it is sent, and stays chosen where it can't be sent", async ({ page, context, expected }) => {
  await signIn(page, (await Api.patient()).person);
  await open(page, "/settings");
  const picture = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGO4++guAAU8Ap17VEr3AAAAAElFTkSuQmCC", "base64");
  const field = page.getByLabel("Choose a picture");
  const preview = page.locator("img.preview");
  await expect(preview).toBeHidden();
  await field.setInputFiles({ name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("notes") });
  await expect(preview).toBeHidden();
  await field.setInputFiles({ name: "dot.png", mimeType: "image/png", buffer: picture });
  await expect(preview).toBeVisible();
  await expect.poll(() => preview.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1);
  await expect(page.getByText("Chosen, not saved yet")).toBeVisible();
  await accessible(page);

  expected.failedRequest(/\/(api|assets)\//);
  await context.setOffline(true);
  await page.getByRole("button", { name: "Save photo" }).click();
  await expect(problems(page)).toContainText("We can't reach the server.");
  await expect(preview).toBeVisible();
  await context.setOffline(false);
  await page.getByRole("button", { name: "Save photo" }).click();
  await expect(toast(page)).toContainText("Your photo is saved.");
  await expect(preview).toBeHidden();
  await expect(page.getByRole("main").locator("img.avatar")).toBeVisible();
});
