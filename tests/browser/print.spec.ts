// An appointment on paper: who, when and where on one sheet, and nothing to press.
import { Api, expect, freeSlots, open, signIn, test } from "./support";

for (const script of [true, false]) {
  test.describe(script ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled: script });

    test("an appointment is one sheet of paper", async ({ page }, info) => {
      const [doctor, patient] = [await Api.readyDoctor(), await Api.patient()];
      const [slot] = await freeSlots(doctor.id);
      const asked = await patient.request(doctor, slot);
      await doctor.act(asked, "accept", { clinic_id: doctor.clinic.id, note: "Please come without breakfast." });
      await signIn(page, patient.person);
      await open(page, `/appointments/${asked.id}`);
      await page.emulateMedia({ media: "print" });

      const main = page.getByRole("main");
      await expect(main.getByRole("heading", { level: 1 })).toContainText(doctor.person.full_name);
      for (const said of [slot.local.time, doctor.clinic.name, doctor.clinic.address, "Please come without breakfast."]) {
        await expect(main.getByText(said).filter({ visible: true }).first(), said).toBeVisible();
      }
      // The way there, as somebody can type it.
      const way = main.getByRole("link", { name: /^Show on a map/ });
      expect(await way.evaluate((link) => getComputedStyle(link, "::after").content)).toContain("openstreetmap.org");

      for (const bar of ["header.bar", "nav.dock", "footer.foot", ".crumbs", ".toasts", ".skip"]) {
        await expect(page.locator(bar).filter({ visible: true }), bar).toHaveCount(0);
      }
      await expect(page.locator("button, summary, .button, form").filter({ visible: true })).toHaveCount(0);

      const sheet = (await page.pdf({ format: "A4" })).toString("latin1");
      expect(sheet.match(/\/Type\s*\/Page\b/g)?.length, "sheets").toBe(1);
      if (process.env.SCREENS_DIR) await page.pdf({ format: "A4", path: `${process.env.SCREENS_DIR}/appointment-${info.project.name}.pdf` });
    });
  });
}
