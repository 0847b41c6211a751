using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Data.Files;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Domain.Registration;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Domain.Suppliers.Changes;
using SrmPortal.Web.Features.Changes;
using SrmPortal.Web.Infrastructure.Uploads;

namespace SrmPortal.Web.Demo;

/// <summary>What a company keeps in its own room: papers, of which one ends soon, two accounts, somebody who signs, and changes that wait.</summary>
internal sealed class DemoRoom(DemoStage stage)
{
    private static readonly DemoCompany Company = DemoCompanies.All[0];

    public async Task Play(DateTime now)
    {
        await Papers(now.AddDays(-110));
        await Account(now.AddDays(-50));
        await stage.Play(now.AddDays(-2), await Master(Company), services => Asks(services, DataKind.Identity, "Переезд офиса: выписка из ЕГРЮЛ от вчерашнего дня.",
            supplier => new ChangeContent { Details = supplier.Company with { LegalAddress = supplier.Company.LegalAddress with { Street = "ул. Малышева", Building = "51, офис 1204" } } }, now.AddDays(-2)));
        var second = DemoCompanies.All[1];
        var asked = await stage.Play(now.AddDays(-1), await Master(second), services => Asks(services, DataKind.Bank, "Открыт счёт в другом банке.",
            supplier => new ChangeContent { Banks = [.. supplier.BankAccounts, Further("00000", supplier.BankAccounts[0])] }, now.AddDays(-1)));
        await Approve(asked, "i.markov", now.AddHours(-20));
        var (third, code) = (DemoCompanies.All[3], "24.10");
        var category = await stage.Ask(db => db.Categories.Where(c => c.Code == code).Select(c => c.Id).SingleAsync());
        await stage.Play(now.AddHours(-5), await Master(third), services => Asks(services, DataKind.Categories, "Запущен второй цех.", _ => new ChangeContent { Categories = [category] }, now.AddHours(-5)));
    }

    private async Task Papers(DateTime now)
    {
        var today = WorkingDays.DayOf(now);
        await stage.Play(now, Scope.System, async services =>
        {
            var (db, store) = (services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<IFileStore>());
            var supplier = await db.Suppliers.Include(s => s.Documents).Include(s => s.Signatories).SingleAsync(s => s.Name == Company.Details.ShortName);
            List<SupplierDocument> documents = [];
            foreach (var (kind, number, title, days) in new (string, string, string, int?)[]
            {
                ("charter", "", "Устав, редакция 5", null), ("accounts", "", "Бухгалтерская отчётность за 2025 год", null),
                ("quality", "ISO 9001 № РОСС RU.0412", "Сертификат ISO 9001", 131), ("quality", "ISO 45001 № РОСС RU.0977", "Сертификат ISO 45001", 700),
            })
            {
                var written = await store.Write(FileArea.Files, new MemoryStream(DemoEvents.Docx(new DemoPaper(title, title, "Документ демонстрационный."))), 100_000, CancellationToken.None);
                await using var stored = store.Open(written!.StoreName);
                var file = db.Add(new UploadedFile(store, "File", $"{title}.docx", written, FileSniffer.Of(stored), null).Keep(FileOwner.Supplier(supplier.Id), now)).Entity;
                await db.SaveChangesAsync();
                documents.Add(new SupplierDocument(kind, number, days is { } valid ? today.AddDays(valid) : null, [new DocumentFile(file.Id, file.Name, file.Size)], now));
            }

            supplier.TakeOver(
                [
                    new Signatory("Уварова Елена Борисовна", "Генеральный директор", "+7 343 300-10-20", $"uvarova@{Company.Domain}", new SigningAuthority(SigningBasis.Charter, "", null, null)),
                    new Signatory("Орлов Дмитрий Игоревич", "Коммерческий директор", "+7 343 300-10-21", $"orlov@{Company.Domain}", new SigningAuthority(SigningBasis.PowerOfAttorney, "14/2026", today, today.AddDays(365))),
                ],
                documents);
            await db.SaveChangesAsync();
            return supplier;
        });
    }

    private async Task Account(DateTime now)
    {
        var asked = await stage.Play(now, await Master(Company), services => Asks(services, DataKind.Bank, "Второй счёт для расчётов по договорам с НДС.",
            supplier => new ChangeContent { Banks = [.. supplier.BankAccounts, Further("40000", supplier.BankAccounts[0])] }, now));
        await Approve(asked, "t.semenova", now.AddHours(20));
        await Approve(asked, "i.markov", now.AddHours(26));
    }

    private static BankDetails Further(string end, BankDetails main) => new()
    {
        Code = "044525225",
        Bank = "ПАО Сбербанк",
        City = "г. Москва",
        Account = DemoNumbers.Account("044525225", $"40702810038000{main.Account[^1]}{end}"),
        CorrespondentAccount = "30101810400000000225",
    };

    private async Task<ChangeRequest?> Approve(string code, string reviewer, DateTime now) =>
        await stage.Play(now, await stage.Colleague(reviewer), services => services.GetRequiredService<ReviewChange>().Approve(code, now));

    /// <summary>A demonstration has no letters of banks to send along.</summary>
    private static async Task<string> Asks(IServiceProvider services, DataKind kind, string why, Func<Supplier, ChangeContent> after, DateTime now)
    {
        var (db, scope) = (services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<CurrentScope>().Is);
        var supplier = await db.Suppliers.Include(s => s.Categories).Include(s => s.FurtherAccounts).AsSplitQuery().SingleAsync(s => s.Id == scope.SupplierId);
        var request = db.Add(new ChangeRequest(supplier, kind, after(supplier), why, [], scope.PersonId!.Value, now)).Entity;
        await db.SaveChangesAsync();
        return request.Code;
    }

    private Task<Scope> Master(DemoCompany company) => stage.Ask(async db =>
    {
        var membership = await db.Memberships.AsNoTracking().Where(m => m.Rights.IsMasterUser && db.Suppliers.Any(s => s.Id == m.SupplierId && s.Name == company.Details.ShortName)).FirstAsync();
        return Scope.Supplier(membership.AccountId, membership.SupplierId, CompanyRights.MasterUser);
    });
}
