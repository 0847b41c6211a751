using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Data.Files;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Domain.Registration;
using SrmPortal.Web.Features.Accreditation;
using SrmPortal.Web.Features.Company;
using SrmPortal.Web.Features.Registration;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Uploads;

namespace SrmPortal.Web.Demo;

/// <summary>Plays what applicants and reviewers do, so that there is a registration in every state and one on each desk.</summary>
internal sealed class DemoRegistrations(DemoStage stage)
{
    private static readonly string[] Checks = ["completeness", "security", "legal", "finance"];

    /// <summary>Of those whose accreditation ends, who has more days left has sent the renewal already.</summary>
    private const int SentBefore = 30;

    private static readonly DateTimeFormatInfo Russian = CultureInfo.GetCultureInfo("ru").DateTimeFormat;

    public async Task Play(DateTime now)
    {
        await Begin(DemoApplicants.Begun, now.AddHours(-20));
        await Fill(DemoApplicants.HalfWay, now.AddDays(-3), isConfirmed: true, withDocuments: false);
        await Fill(DemoApplicants.Idle, now.AddDays(-23.5), isConfirmed: true, withDocuments: false);
        await Fill(DemoApplicants.Unconfirmed, now.AddHours(-26), isConfirmed: false);

        await Sent(DemoApplicants.Sent, now.AddDays(-1.2));
        await Sent(DemoApplicants.NearlyTheSame, now.AddHours(-5));
        await Decide(await Sent(DemoApplicants.InSecurity, now.AddDays(-3)), now.AddDays(-2), CheckOutcome.Passed, "Комплект полный.", "completeness");
        await Decide(await Sent(DemoApplicants.InFinance, now.AddDays(-9)), now.AddDays(-8), CheckOutcome.Passed, "", Checks[..3]);
        await OfferMeetings(now);
        await Decide(await Sent(DemoApplicants.BeforeCommission, now.AddDays(-13)), now.AddDays(-12), CheckOutcome.Passed, "", Checks);
        await Return(now.AddDays(-6));
        var rejected = await Sent(DemoApplicants.Rejected, now.AddDays(-20));
        await Decide(rejected, now.AddDays(-19), CheckOutcome.Passed, "", Checks[0]);
        await Decide(rejected, now.AddDays(-17), CheckOutcome.Failed, "По открытым данным ФНС сведения об адресе компании недостоверны. Подайте заявку снова, когда запись будет исправлена.", Checks[1]);
        await Withdraw(now.AddDays(-11));
        await Decide(await Sent(DemoApplicants.Accredited, now.AddDays(-12)), now.AddDays(-10), CheckOutcome.Passed, "", Checks);
        await Renew(DemoCompanies.All.Single(company => company.EndsInDays > SentBefore), now.AddHours(-19));
    }

    /// <summary>A supplier whose accreditation ends soon has sent its renewal; the portal had nobody who signs for it, and no documents.</summary>
    private async Task Renew(DemoCompany company, DateTime now)
    {
        var master = await stage.Bidder(company);
        var (person, supplier) = (master.PersonId!.Value, master.SupplierId!.Value);
        var renewal = await stage.Play(now.AddHours(-2), master, services => services.GetRequiredService<BeginRenewal>().Begin(supplier, person, RegistrationParts.None, now.AddHours(-2)));
        await stage.Play(now.AddHours(-1), Scope.Applicant(renewal.Id), async services =>
        {
            var (db, own) = (services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<OwnRegistration>());
            return await db.InTransaction(async () =>
            {
                var registration = await own.ToChange();
                registration.FillPeople(registration.Content.Regions, registration.Content.People.Select(one => one with
                {
                    Phone = company.Details.Phone,
                    Roles = one.Roles | PersonRoles.Signatory,
                    Basis = SigningBasis.Charter,
                }), now.AddHours(-1));
                return true;
            });
        });
        await stage.Play(now.AddMinutes(-10), Scope.Applicant(renewal.Id), services => Attach(services, now.AddMinutes(-10)));
        await stage.Play(now, Scope.Applicant(renewal.Id), async services =>
            await services.GetRequiredService<SendRegistration>().Send((await services.GetRequiredService<OwnRegistration>().Read())!.Revision, now));
    }

    // Thursdays, as far as anybody plans.
    private async Task OfferMeetings(DateTime now)
    {
        var keeper = await stage.Colleague(DemoStaff.People.Single(person => person.Scope == "commission").Mailbox);
        var first = WorkingDays.DayOf(now).AddDays(3 + ((int)DayOfWeek.Thursday - (int)WorkingDays.DayOf(now.AddDays(3)).DayOfWeek + 7) % 7);
        for (var week = 0; week < 3; week++)
        {
            var form = new SlotForm
            {
                CheckCode = "commission",
                Day = first.AddDays(7 * week),
                Time = new TimeOnly(10, 0),
                Place = week == 1 ? "Видеоконференция, ссылка придёт за день" : "Нижний Тагил, заводоуправление, каб. 412",
                Capacity = 4,
            };
            await stage.Play(now.AddDays(-14), keeper, services => services.GetRequiredService<KeepSlots>().Offer(form, keeper.PersonId!.Value, now.AddDays(-14)));
        }
    }

    private async Task Return(DateTime now)
    {
        var number = await Sent(DemoApplicants.Returned, now.AddDays(-2));
        await Decide(number, now.AddDays(-1), CheckOutcome.Passed, "", Checks[..2]);
        await Decide(number, now, CheckOutcome.InformationRequested, "Приложите устав со всеми изменениями: в файле нет страниц 7–9. Уточните почтовый адрес.", Checks[2]);
    }

    private async Task Withdraw(DateTime now)
    {
        await Sent(DemoApplicants.Withdrawn, now.AddDays(-1));
        await ByApplicant(DemoApplicants.Withdrawn, now, async services =>
        {
            var (db, own) = (services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<OwnRegistration>());
            return await db.InTransaction(async () =>
            {
                var registration = await own.ToChange();
                registration.Withdraw(now);
                await services.GetRequiredService<AccreditationDesk>().Cancel(registration, now);
                return true;
            });
        });
    }

    private Task<long> Begin(DemoApplicant applicant, DateTime now)
    {
        var name = applicant.People[^1].FullName.Split(' ');
        return stage.Play(now, Scope.None, services => services.GetRequiredService<BeginRegistration>().Begin(new CountryForm
        {
            StartKey = Guid.NewGuid(),
            Country = "RU",
            LastName = name[0],
            FirstName = name[1],
            MiddleName = name[2],
            Email = applicant.People[^1].Email,
            Language = "ru",
        }, now));
    }

    private async Task Fill(DemoApplicant applicant, DateTime now, bool isConfirmed, bool withDocuments = true)
    {
        await Begin(applicant, now);
        await ByApplicant(applicant, now.AddMinutes(40), async services =>
        {
            var (db, own) = (services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<OwnRegistration>());
            var categories = await db.Categories.Where(c => applicant.Categories.Contains(c.Code)).Select(c => c.Id).ToListAsync();
            return await db.InTransaction(async () =>
            {
                var registration = await own.ToChange();
                if (isConfirmed)
                {
                    registration.ConfirmAddress(now.AddMinutes(5));
                }

                registration.FillDetails(applicant.Details, now.AddMinutes(20));
                registration.FillPeople(applicant.Regions, applicant.People, now.AddMinutes(30));
                registration.FillCategories(categories, now.AddMinutes(40));
                return registration.Id;
            });
        });
        if (withDocuments)
        {
            await ByApplicant(applicant, now.AddMinutes(50), services => Attach(services, now.AddMinutes(50)));
        }
    }

    /// <returns>The registration's number.</returns>
    private async Task<string> Sent(DemoApplicant applicant, DateTime now)
    {
        await Fill(applicant, now.AddHours(-2), isConfirmed: true);
        return await ByApplicant(applicant, now, async services =>
        {
            var registration = (await services.GetRequiredService<OwnRegistration>().Read())!;
            return await services.GetRequiredService<SendRegistration>().Send(registration.Revision, now);
        });
    }

    private async Task Decide(string number, DateTime now, CheckOutcome outcome, string comment, params string[] checks)
    {
        foreach (var check in checks)
        {
            var reviewer = await stage.Colleague(DemoStaff.People.Single(person => person.Scope == check).Mailbox);
            await LookUp(number, check, outcome, reviewer, now);
            var form = new DecideForm
            {
                Outcome = outcome,
                Comment = comment,
                Parts = outcome is CheckOutcome.InformationRequested ? [RegistrationParts.Documents, RegistrationParts.Details] : [],
                AnswerDue = outcome is CheckOutcome.InformationRequested ? DateOnly.FromDateTime(now.AddDays(14)) : null,
                Sending = 1,
                Key = Guid.NewGuid(),
            };
            await stage.Play(now, reviewer, services => services.GetRequiredService<DecideCheck>().Decide(number, check, form, reviewer.PersonId!.Value, now));
            now = now.AddHours(5);
        }
    }

    // What the registers say, before the check is passed or failed.
    private Task<bool> LookUp(string number, string check, CheckOutcome outcome, Scope reviewer, DateTime now) => stage.Play(now, reviewer, async services =>
    {
        var items = await services.GetRequiredService<PortalDbContext>().AccreditationCases.Where(c => c.Number == number)
            .SelectMany(c => c.StopFactors).Where(list => list.CheckCode == check).Select(list => list.Items).SingleOrDefaultAsync();
        return items is not null && await services.GetRequiredService<ArrangeCheck>().LookUp(number, check,
            [.. items.Select((item, i) => new StopFactorEntry(item.FactorId, outcome is CheckOutcome.Failed && i == 0 ? StopFactorResult.Found : StopFactorResult.Clear,
                WorkingDays.DayOf(now), i == 0 ? $"Выписка № {700 + items.Count}-{now:ddMM} от {WorkingDays.DayOf(now):dd.MM.yyyy}" : "Записей нет"))], reviewer.PersonId!.Value, now);
    });

    private async Task<T> ByApplicant<T>(DemoApplicant applicant, DateTime now, Func<IServiceProvider, Task<T>> deed)
    {
        var email = applicant.People[^1].Email;
        var id = await stage.Ask(db => db.Registrations.Where(r => r.Applicant.Email == email).Select(r => r.Id).SingleAsync());
        return await stage.Play(now, Scope.None with { RegistrationId = id }, deed);
    }

    /// <summary>What is needed, a page each, and the three consents.</summary>
    private static async Task<bool> Attach(IServiceProvider services, DateTime now)
    {
        var (own, store) = (services.GetRequiredService<OwnRegistration>(), services.GetRequiredService<IFileStore>());
        var registration = (await own.Read())!;
        var asked = await own.Asked(registration);
        List<DocumentsForm.Row> rows = [];
        foreach (var document in asked.Where(document => DocumentChecks.IsNeeded(document, registration.Content)))
        {
            var written = await store.Write(FileArea.Files, new MemoryStream(Page($"{registration.Content.Details.TaxNumber} {document.Kind}")), 100_000, CancellationToken.None);
            await using var stored = store.Open(written!.StoreName);
            rows.Add(new DocumentsForm.Row
            {
                Kind = document.Kind,
                Number = "",
                ValidUntil = document.HasValidity ? now.AddYears(1).ToString("dd.MM.yyyy", Russian) : null,
                Files = [new UploadedFile(store, "Files", $"{document.Name}.pdf", written, FileSniffer.Of(stored), null)],
            });
        }

        var form = new DocumentsForm { Documents = rows, Terms = true, PersonalData = true, PeopleInformed = true, Revision = registration.DocumentsRevision };
        var (_, refused) = await services.GetRequiredService<SaveDocuments>().Save(form, now);
        return refused.Count == 0 ? true : throw new InvalidOperationException(string.Join(", ", refused.Select(rule => $"{rule.Field}: {rule.Code}")));
    }

    /// <summary>A scan, as it were: one page that says what it is instead of.</summary>
    private static byte[] Page(string text)
    {
        var shown = $"BT /F1 18 Tf 72 720 Td (Demonstration: {text}) Tj ET";
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            $"<< /Length {shown.Length} >>\nstream\n{shown}\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ];
        var (pdf, places) = (new StringBuilder("%PDF-1.4\n"), new List<int>());
        for (var i = 0; i < objects.Length; i++)
        {
            places.Add(pdf.Length);
            pdf.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var table = pdf.Length;
        pdf.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        places.ForEach(place => pdf.Append(CultureInfo.InvariantCulture, $"{place:0000000000} 00000 n \n"));
        pdf.Append(CultureInfo.InvariantCulture, $"trailer << /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(pdf.ToString());
    }
}
