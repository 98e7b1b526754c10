// Your photo and your profile, with and without JavaScript.
import { crc32, deflateSync } from "node:zlib";
import { answered, Api, expect, hydrated, open, problems, registerPatient, reload, signIn, sound, test, toast, type Page } from "./support";

/** A picture of one colour. */
function png(width: number, height: number, [red, green, blue]: [number, number, number]): Buffer {
  const chunk = (kind: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(kind), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const line = Buffer.concat([Buffer.from([0]), Buffer.concat(Array(width).fill(Buffer.from([red, green, blue])))]);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(Buffer.concat(Array(height).fill(line)))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

const portrait = { name: "portrait.png", mimeType: "image/png", buffer: png(64, 96, [20, 120, 90]) };

/** Whether the picture in the frame of the page has arrived, and its size. */
async function shown(page: Page, selector: string): Promise<number[]> {
  const image = page.locator(`${selector} img.avatar`);
  await expect(image).toBeVisible();
  await expect.poll(() => image.evaluate((node: HTMLImageElement) => node.complete && node.naturalWidth > 0)).toBe(true);
  return image.evaluate((node: HTMLImageElement) => [node.naturalWidth, node.naturalHeight]);
}

for (const script of [true, false]) {
  test.describe(script ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled: script });

    test("a photo is cut to a square and shown wherever its owner is", async ({ page, newPage }) => {
      const doctor = await Api.readyDoctor();
      await signIn(page, doctor.person);
      await open(page, "/settings");
      await sound(page);
      await page.getByLabel("Choose a picture").setInputFiles(portrait);
      await answered(page, /\/api\/me\/photo$/, () => page.getByRole("button", { name: "Save photo" }).click());
      await hydrated(page);
      await expect(page).toHaveURL(/\/settings/);
      const [width, height] = await shown(page, "main");
      expect(width).toBe(height);
      await shown(page, "header.bar");
      await sound(page);

      const visitor = await newPage();
      await open(visitor, `/doctors/${doctor.id}`);
      await shown(visitor, "main");

      await answered(page, /\/photo\/remove$/, () => page.getByRole("button", { name: "Remove photo" }).click());
      await hydrated(page);
      await expect(page.locator("img.avatar")).toHaveCount(0);
      await expect(page.locator("main .avatar")).toBeVisible();
    });

    test("a file that is no picture", async ({ page, expected }) => {
      expected.status(422, /\/photo$/);
      expected.status(413, /\/photo$/);
      await registerPatient(page);
      await open(page, "/settings");
      const send = async (file: { name: string; mimeType: string; buffer: Buffer } | null, sentence: string) => {
        if (file) await page.getByLabel("Choose a picture").setInputFiles(file);
        await answered(page, /\/api\/me\/photo$/, () => page.getByRole("button", { name: "Save photo" }).click());
        await hydrated(page);
        await expect(problems(page)).toContainText(sentence);
        if (script) await expect(problems(page)).toBeFocused();
        await expect(page.getByLabel("Choose a picture")).toHaveAccessibleDescription(new RegExp(sentence));
      };
      await send(null, "Choose a picture first.");
      await send({ name: "notes.png", mimeType: "image/png", buffer: Buffer.from("Not a picture at all.") }, "That file is not a picture that we can show.");
      await send({ name: "half.png", mimeType: "image/png", buffer: portrait.buffer.subarray(0, 60) }, "could not be read");
      await send({ name: "large.png", mimeType: "image/png", buffer: Buffer.concat([portrait.buffer, Buffer.alloc(6 * 1024 * 1024)]) }, "larger than 5 MB");
      await sound(page);
      // And none of it cost the profile anything.
      await expect(page.locator("img.avatar")).toHaveCount(0);
      await expect(page.getByLabel("Full name")).not.toHaveValue("");
    });

    test("a patient's profile is kept", async ({ page, expected }) => {
      const who = await registerPatient(page);
      await open(page, "/settings");
      await expect(page.getByLabel("Phone")).toHaveValue(who.phone);
      const born = page.getByRole("group", { name: "Date of birth" });
      await expect(born.getByLabel("Year")).toHaveValue("1985");

      await page.getByLabel("Full name").fill(`${who.full_name} Young`);
      await born.getByLabel("Year").fill("1986");
      await page.getByLabel("Address").fill("1 Long Road\nWestham");
      await page.getByLabel("Conditions").fill("Asthma <mild> & \"seasonal\"");
      await page.getByLabel("Medicines").fill("Salbutamol");
      await page.getByLabel("Phone").fill("");
      await answered(page, /\/api\/me$/, () => page.getByRole("button", { name: "Save", exact: true }).click());
      if (script) await expect(toast(page)).toContainText("Your profile is saved.");
      await expect(page.locator("details.menu .who")).toHaveText(`${who.full_name} Young`);
      await reload(page);
      await expect(page.getByLabel("Full name")).toHaveValue(`${who.full_name} Young`);
      await expect(born.getByLabel("Day")).toHaveValue("9");
      await expect(born.getByLabel("Year")).toHaveValue("1986");
      await expect(page.getByLabel("Address")).toHaveValue("1 Long Road\nWestham");
      await expect(page.getByLabel("Conditions")).toHaveValue("Asthma <mild> & \"seasonal\"");
      await expect(page.getByLabel("Medicines")).toHaveValue("Salbutamol");
      await expect(page.getByLabel("Phone")).toHaveValue("");

      // A mistake keeps what was typed and changes nothing.
      expected.status(422, /\/api\/me$/);
      await page.getByLabel("Full name").fill("");
      await page.getByLabel("Allergies").fill("Penicillin");
      await answered(page, /\/api\/me$/, () => page.getByRole("button", { name: "Save", exact: true }).click());
      await hydrated(page);
      await expect(problems(page)).toContainText("Enter your full name.");
      await expect(page.getByLabel("Full name")).toHaveValue("");
      await expect(page.getByLabel("Allergies")).toHaveValue("Penicillin");
      await expect(page.getByLabel("Conditions")).toHaveValue("Asthma <mild> & \"seasonal\"");
      await sound(page);
      await reload(page);
      await expect(page.getByLabel("Full name")).toHaveValue(`${who.full_name} Young`);
      await expect(page.getByLabel("Allergies")).toHaveValue("");
    });

    test("a doctor's profile is what patients read", async ({ page, newPage }) => {
      const doctor = await Api.readyDoctor();
      await signIn(page, doctor.person);
      await open(page, "/settings");
      await page.getByLabel("Languages").fill("Spanish, english");
      await page.getByLabel("About you").fill("Twenty years of listening.\nAnd of answers.");
      await answered(page, /\/api\/me$/, () => page.getByRole("button", { name: "Save", exact: true }).click());
      if (script) await expect(toast(page)).toContainText("Your profile is saved.");

      const visitor = await newPage();
      await open(visitor, `/doctors/${doctor.id}`);
      await expect(visitor.getByRole("region", { name: "About" })).toContainText("Twenty years of listening.");
      await expect(visitor.getByRole("main")).toContainText(/speaks Spanish, English/i);
      await expect(visitor.getByRole("list", { name: "Free times" })).toBeVisible();
      await sound(visitor);

      await hydrated(page);
      await page.getByRole("radio", { name: "No, not at the moment" }).check();
      await answered(page, /\/api\/me$/, () => page.getByRole("button", { name: "Save", exact: true }).click());
      await reload(visitor);
      await expect(visitor.getByRole("heading", { name: "Takes no new requests at present" })).toBeVisible();
      await expect(visitor.getByRole("list", { name: "Free times" })).toHaveCount(0);
    });
  });
}
