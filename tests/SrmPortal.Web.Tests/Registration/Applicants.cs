using System.Net;
using System.Runtime.CompilerServices;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Domain.Categories;
using SrmPortal.Domain.Registration;

namespace SrmPortal.Web.Tests.Registration;

/// <summary>People without an account, at work on the five steps.</summary>
internal static class Applicants
{
    public const string Email = "kovaleva@uraltrubsnab.example";

    public static readonly (string, string)[] Start =
    [
        ("Country", "RU"), ("LastName", "Ковалёва"), ("FirstName", "Марина"), ("MiddleName", "Сергеевна"), ("Email", Email), ("Language", "en"),
    ];

    public static readonly (string, string)[] Company =
    [
        ("FullName", "Общество с ограниченной ответственностью «УралТрубСнаб» 🔩"), ("ShortName", "ООО «УралТрубСнаб» 🔩"), ("LegalForm", "LLC"), ("TaxNumber", "7707 083-893"), ("Kpp", "770701001"),
        ("RegistrationNumber", "1027700132195"), ("LegalAddress.Index", "620014"), ("LegalAddress.Region", "Свердловская область"), ("LegalAddress.City", "Екатеринбург"), ("LegalAddress.Street", "ул. Хохрякова"), ("LegalAddress.Building", "д. 74"), ("Phone", "+7 343 226-41-80"),
        ("Email", "tender@uraltrubsnab.example"), ("BankCode", "044525225"), ("BankName", "ПАО «Промкредит»"), ("BankAccount", "40702810938000012345"),
    ];

    public static readonly (string, string)[] People =
    [
        ("Regions", "RU-66"), ("Regions", "KZ"), ("People[0].FullName", "Орлов Дмитрий Игоревич"), ("People[0].Position", "Директор"), ("People[0].Phone", "+7 343 226-41-80"),
        ("People[0].Email", "orlov@uraltrubsnab.example"), ("People[0].Roles", "Signatory"), ("People[0].Roles", "ContactPerson"), ("People[0].Roles", "MasterUser"),
        ("People[0].Basis", "Charter"),
    ];

    public static readonly (string Field, string Name, byte[] Content)[] Documents =
    [
        ("Documents[0].Files", "Устав УралТрубСнаб, ред. 2023.pdf", Given.Pdf), ("Documents[1].Files", "Решение № 1 🖋.pdf", Given.Pdf),
        ("Documents[3].Files", "Баланс_2025.pdf", Given.Pdf), ("Documents[4].Files", "Анкета.pdf", Given.Pdf),
    ];

    public static readonly (string, string)[] Consents = [("Terms", "true"), ("PersonalData", "true"), ("PeopleInformed", "true")];

    public static HttpClient Applicant(this Portal portal, string language = "en")
    {
        var client = portal.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        return client;
    }

    /// <summary>A portal with two categories, one of them under the other.</summary>
    public static Task<Portal> Portal(string database, Dictionary<string, string>? settings = null, Action<IServiceCollection>? more = null) =>
        new Portal(database, more) { Settings = settings ?? [] }.BegunAs("with categories", async portal =>
        {
            await portal.Filled();
            await portal.AddCategories();
        });

    /// <summary>Something to choose in the fourth step.</summary>
    public static Task AddCategories(this Portal portal) => portal.As(Scope.System, async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var pipes = new Category(null, "t12", "Трубы", "Pipes");
        db.AddRange(pipes, new Category(pipes, "t12.04", "Трубы бесшовные", "Seamless pipes"), new Category(null, "t41", "Автоперевозки", "Road transport") { NeedsCommission = true });
        return await db.SaveChangesAsync();
    });

    public static Task<string> CategoryKey(this Portal portal, string code) =>
        portal.Seen(Scope.System, async db => (await db.Categories.SingleAsync(c => c.Code == code)).Id.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public static Task<SupplierRegistration> Registration(this Portal portal) => portal.Seen(Scope.System, db => db.Registrations.SingleAsync());

    /// <summary>The one that was begun last, where several share a portal.</summary>
    public static Task<SupplierRegistration> LatestRegistration(this Portal portal) => portal.Seen(Scope.System, db => db.Registrations.OrderByDescending(r => r.Id).FirstAsync());

    /// <summary>How many files the portal keeps.</summary>
    public static int FilesKept(this Portal portal) => Directory.Exists(portal.FilesFolder) ? Directory.GetFiles(portal.FilesFolder, "*", SearchOption.AllDirectories).Length : 0;

    /// <summary>A portal for many of them, one after another from one network; an hour goes by between them, in which few mails go to one address.</summary>
    public static async Task<Portal> OfMany(this SharedPortals shared, [CallerMemberName] string who = "")
    {
        var portal = await shared.Once(() => Portal(Databases.Sqlite, new() { ["Portal:AnonymousFormsPerMinute"] = "1000" }), who);
        portal.Clock.Advance(TimeSpan.FromHours(1));
        return portal;
    }

    /// <summary>Steps 1 to 5, up to the summary.</summary>
    public static async Task<IDocument> FillIn(this HttpClient client, Portal portal, string inn = "7707 083-893", string email = Email)
    {
        var details = await client.PressAndFollow(await client.Page("/registration/country"), "Save and continue", [.. Start, ("Email", email)]);
        var people = await client.PressAndFollow(details, "Save and continue", [.. Company, ("TaxNumber", inn)]);
        var products = await client.PressAndFollow(people, "Save and continue", People);
        var documents = await client.PressAndFollow(products, "Save and continue", ("Categories", await portal.CategoryKey("t12.04")));
        var answer = await client.PressWithFiles(documents, "Save and check everything", Documents, Consents);
        Assert.True(answer.StatusCode is HttpStatusCode.Redirect, (await answer.Parsed()).Text());
        return await client.Page(answer.Headers.Location!.ToString());
    }

    /// <summary>Opens the mailed link in this browser and presses its button.</summary>
    public static async Task<IDocument> FollowMailedLink(this HttpClient client, Portal portal, string email = Email, string button = "Confirm the address and go on")
    {
        await portal.DeliverMail();
        return await client.PressAndFollow(await client.Page(portal.LinkMailedTo(email)), button);
    }
}
