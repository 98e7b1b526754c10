// The product in the reader's language: asked for by the browser, chosen in the footer, from right to
// left in Arabic, and the same before and after the client has come.
import { Api, expect, hydrated, open, registerPatient, sound, test, type Page } from "./support";

const root = (page: Page) => page.locator("html");

for (const [language, direction, signIn, wrong, show, hide] of [
  ["es", "ltr", "Iniciar sesión", "La dirección de correo o la contraseña no es correcta.", "Mostrar", "Ocultar"],
  ["ar", "rtl", "تسجيل الدخول", "عنوان البريد الإلكتروني أو كلمة المرور غير صحيحة.", "إظهار", "إخفاء"],
]) {
  test.describe(`a browser that asks for ${language}`, () => {
    test.use({ locale: language });

    test("is answered in it, by the server and by the client", async ({ page, expected }) => {
      expected.status(401, /\/api\/auth\/login$/);
      await open(page, "/login");
      await expect(root(page)).toHaveAttribute("lang", language);
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).direction)).toBe(direction);
      await expect(page).toHaveTitle(`${signIn} · MedAppoint`);
      const button = page.locator("main").getByRole("button", { name: signIn });
      await page.locator("input[name=email]:visible").fill("nobody@example.org");
      await page.locator("input[name=password]:visible").fill("wrong");
      await page.getByRole("button", { name: show }).click();
      await expect(page.getByRole("button", { name: hide })).toBeVisible();
      await button.click();
      await expect(page.getByRole("alert")).toContainText(wrong);
      await sound(page);
    });
  });
}

for (const script of [true, false]) {
  test.describe(script ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled: script });

    test("a language is chosen in the footer, and stays", async ({ page }) => {
      await open(page, "/doctors?q=heart");
      await page.getByRole("contentinfo").getByRole("button", { name: "العربية" }).click();
      await expect(root(page)).toHaveAttribute("lang", "ar");
      await expect(root(page)).toHaveAttribute("dir", "rtl");
      expect(new URL(page.url()).search).toBe("?q=heart");
      await page.goto("/register/patient");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("إنشاء حساب مريض");
      await page.getByRole("contentinfo").getByRole("button", { name: "English" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Create a patient account");
      await expect(root(page)).not.toHaveAttribute("dir", "rtl");
    });
  });
}

test("each language's texts are loaded alone, and once", async ({ page }) => {
  const files: string[] = [];
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith("/texts/")) files.push(pathname);
  });
  await open(page, "/login");
  await hydrated(page);
  expect(files).toEqual([expect.stringMatching(/^\/texts\/en-[0-9a-f]{16}\.js$/)]);
});

test("what a patient's pages say in Arabic has room", async ({ page }) => {
  await registerPatient(page);
  await page.getByRole("contentinfo").getByRole("button", { name: "العربية" }).click();
  for (const path of ["/appointments", "/notifications", "/settings", "/doctors", "/guide"]) {
    await open(page, path);
    await expect(root(page)).toHaveAttribute("dir", "rtl");
    await sound(page);
  }
});

for (const [language, onward, back] of [
  ["en", "ArrowRight", "ArrowLeft"],
  ["ar", "ArrowLeft", "ArrowRight"],
]) {
  test.describe(`free times in ${language}`, () => {
    test.use({ locale: language });

    test("are walked through by the arrows, as they are read", async ({ page }) => {
      const doctor = await Api.readyDoctor();
      await open(page, `/doctors/${doctor.id}`);
      await hydrated(page);
      const days = page.locator("[data-walk]");
      const time = (day: number, n: number) => days.nth(day).locator("> a").nth(n);
      await time(0, 0).focus();
      await page.keyboard.press(onward);
      await expect(time(0, 1)).toBeFocused();
      await page.keyboard.press("ArrowDown");
      await expect(time(1, 0)).toBeFocused();
      await page.keyboard.press("ArrowUp");
      await expect(time(0, 0)).toBeFocused();
      await page.keyboard.press(onward);
      await page.keyboard.press(back);
      await expect(time(0, 0)).toBeFocused();
      // Commands to the browser are not for the list.
      await page.keyboard.press(`Shift+${onward}`);
      await expect(time(0, 0)).toBeFocused();
    });
  });
}
